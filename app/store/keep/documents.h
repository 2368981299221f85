#ifndef STORE_KEEP_DOCUMENTS_H
#define STORE_KEEP_DOCUMENTS_H

/*
 * Issued documents. A document is one recipe about one thing (a cycle, an audit, a
 * finding …), for one department (or the body) and one kind of readers, once what it
 * shows is settled (standing.h). It gets its number (文書番号) once; an edition (版) more, with a
 * reason, each time it is issued again. Numbers are counted by the fiscal year of
 * the day of issue and none is left out. The bytes of an edition are kept as they
 * were first printed (store/files.h), one file a format.
 */

#include "store/cycle/cycles.h"
#include "store/files.h"
#include "store/keep/standing.h"

struct document {
	int64_t id;
	struct topic about;
	int64_t department_id; /* 0: the body */
	const char *recipe, *set_key, *readers;
	int edition, about_edition, year;
	int64_t number;
	const char *mark, *reason, *issued_by;
	instant_t issued_at;
};

bool document_find(struct db *db, struct arena *a, int64_t id, struct document *out, struct err *e);
/* The newest edition; *found false when it has never been issued. key has topic, recipe, set, department and
 * readers. */
bool document_latest(struct db *db, struct arena *a, const struct document *key, struct document *out,
	bool *found, struct err *e);
/* Every edition of every document about something, by number and edition. */
bool documents_about(struct db *db, struct arena *a, const struct topic *about, struct document **out,
	size_t *count, struct err *e);
bool documents_of_cycle(struct db *db, struct arena *a, int64_t cycle_id, struct document **out,
	size_t *count, struct err *e);
/* Whose bytes in a format have this digest (store/files.h); ERR_ABSENT: none. */
bool document_of_bytes(struct db *db, struct arena *a, const char *format, const char *digest,
	struct document *out, struct err *e);

/*
 * Issues, inside a piece. d names topic, recipe, set, department and readers, who and when,
 * and the mark and the first number of a year. Without a reason the edition of what
 * stands is given back if there is one; the first after a reopening is a
 * new edition for the reason of the reopening; where nobody gave one it must be given. With a reason it is
 * always a new one.
 * ERR_CONFLICT while what it shows is not settled.
 */
struct document_issue {
	struct document document;
	const char *settles;  /* of the recipe (standing.h) */
	const char *left_out; /* what its readers are not shown, logged as document_redacted; NULL or "": nothing */
	int64_t first_number, account_id;
	struct arena *arena; /* what comes out lives in it */
};
bool document_issue(struct db *db, struct document_issue *d, struct err *e);

/* That an edition which is never numbered left things out for its readers; document_issue logs it of others. */
bool document_redacted(struct db *db, struct arena *a, const struct document *d, int64_t account_id,
	const char *left_out, struct err *e);

struct document_file {
	const char *format, *digest;
	int64_t size;
};
bool document_file_find(struct db *db, struct arena *a, int64_t document_id, const char *format,
	struct document_file *out, bool *found, struct err *e);
/* The first one stays: what was given out once is what it is. */
bool document_file_add(struct db *db, int64_t document_id, const struct document_file *file, struct err *e);

#endif
