#ifndef STORE_REGISTER_REGISTERS_H
#define STORE_REGISTER_REGISTERS_H

/*
 * The registers' entries. A change is an event with the subject "kind/number" that
 * says what stood there and what does now: an entry's past is the list of its
 * events. What has ended stays.
 */

#include "base/secret.h"
#include "domain/organisation/register.h"
#include "store/event.h"

struct entry_filter {
	int64_t department_id, owner_id; /* 0: any */
	day_t from, there;               /* only what had begun by, has not ended before that day; 0: all */
	const char *words;               /* in the number or the name; NULL or "": any */
	int64_t skip, most;              /* most 0: all of them */
};

/* By department in the official order, then by number. */
bool entries_list(struct db *db, struct arena *a, const struct register_kind *kind,
	const struct entry_filter *filter, struct entries *out, struct err *e);
bool entry_find(struct db *db, struct arena *a, const struct register_kind *kind, const char *key,
	struct entry *out, struct err *e); /* ERR_ABSENT */

struct register_count {
	int64_t there, ended;
	int64_t lacking; /* of those there, what is not settled */
};
bool register_counts(struct db *db, struct arena *a, const struct register_kind *kind, day_t day,
	struct register_count *out, struct err *e);

/* How many entries of all kinds lack their owner or their department since these have gone. */
bool entries_orphaned(struct db *db, day_t day, int64_t *count, struct err *e);

/* How many entries a person is responsible for on a day. every: those of confidential kinds too. */
bool entries_owned(struct db *db, const struct registers *all, bool every, int64_t person_id, day_t day,
	int64_t *count, struct err *e);

/* Whether the owner is in the roster no more. */
bool entry_owner_left(struct db *db, const struct entry *entry, day_t day, bool *left, struct err *e);
/* Nothing wanted is missing, its owner is there, and so is its department. */
bool entry_is_settled(struct db *db, const struct register_kind *kind, const struct entry *entry, day_t day,
	bool *settled, struct err *e);

/* What references are looked up in; the first failure of the database stays in *failed. */
struct reference_source {
	struct db *db;
	day_t day;
	struct err *failed;
};
struct references references_of(struct reference_source *source);

/* Who changes something, and when. */
struct acting {
	int64_t account_id; /* 0: the command line */
	instant_t now;
};

/* Stores an entry that has been checked: a new one, or the one with its number. */
bool entry_save(struct db *db, struct arena *a, const struct register_kind *kind, const struct entry *entry,
	struct acting by, struct err *e);
bool entry_add(struct db *db, struct arena *a, const struct register_kind *kind, const struct entry *entry,
	struct acting by, struct err *e); /* ERR_CONFLICT when the number is taken */
bool entry_end(struct db *db, struct arena *a, const struct register_kind *kind, const char *key, day_t last,
	struct acting by, struct err *e);

/* What the events of an entry are about (events_about). */
const char *entry_subject(struct arena *a, const struct register_kind *kind, const char *key);

/* ---- files ---- */

/* Reads and judges a whole file against what is stored. NULL when f gained a fault or e was set. */
struct register_import {
	const struct register_kind *kind;
	struct entries before;
	const struct entries *after;
	struct entry_difference *list;
	size_t count, counts[REGISTER_GONE + 1];
};
struct register_import *register_read(struct db *db, struct arena *a, const struct register_kind *kind,
	const char *data, size_t length, const char *name, instant_t now, struct faults *f, struct err *e);

/* Of everything the register holds: what is changed must be what was compared with. */
void entries_digest(const struct register_kind *kind, const struct entries *list, char out[DIGEST_SIZE]);

/* Carries the differences out; those the file lacks end the day before only when told so. */
bool register_apply(struct db *db, struct arena *a, const struct register_import *i, const char *file,
	bool end_gone, struct acting by, struct err *e);

#endif
