#ifndef STORE_SHEET_ATTACHMENTS_H
#define STORE_SHEET_ATTACHMENTS_H

/*
 * Files handed in with answers (証跡). The bytes are in store/files.h before a row
 * names them. What is taken back stays on record with the moment; a file can be
 * added and taken back as long as the sheet can be answered; the same one added twice
 * (a button pressed twice) is one. Every one that is
 * added, taken back or read by someone is an event:
 *
 *	attachment_added attachment_removed attachment_read
 *				subject: the sheet; detail: item and name
 */

#include "domain/answer/evidence.h"
#include "domain/questionnaire/questionnaire.h"
#include "store/sheet/sheets.h"

struct attachment {
	int64_t id, sheet_id;
	const char *item, *digest, *name, *kind;
	int64_t size;
	int secrecy;
	instant_t added_at, removed_at; /* removed_at 0: it counts */
};

/* Those that count, in the order they came. */
bool attachments_list(struct db *db, struct arena *a, int64_t sheet_id, struct attachment **out,
	size_t *count, struct err *e);
bool attachment_find(struct db *db, struct arena *a, int64_t id, struct attachment *out, struct err *e);

struct attachment_row {
	struct attachment file;
	const char *set_key, *unit_name, *department_name;
	int64_t person_id; /* who answers the sheet */
};
/* Of all sheets of a cycle; department_id 0: of every department. */
bool attachments_of_cycle(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id, int skip,
	int most, struct attachment_row **out, size_t *count, struct err *e);

/* One act of an account on a sheet's files, run inside a piece. */
struct attachment_act {
	struct attachment attachment; /* adding: all but the id; else what attachment_find gave */
	int64_t person_id, account_id;
	const struct item *item; /* adding: how many it takes */
	int64_t total_most;      /* adding: bytes of all files of a sheet */
	bool there;              /* out: the very same was added before, so nothing was done */
	instant_t now;
	struct arena *arena;
};
bool attachment_add(struct db *db, struct piece *p, struct attachment_act *x, struct err *e);
bool attachment_remove(struct db *db, struct piece *p, struct attachment_act *x, struct err *e);
bool attachment_note_read(struct db *db, struct piece *p, struct attachment_act *x, struct err *e);

#endif
