#ifndef STORE_CYCLE_EDITIONS_H
#define STORE_CYCLE_EDITIONS_H

/*
 * This year's question sets against last year's: what changed, and the author's
 * marks of what that means. A mark belongs to the edition it was made for; it
 * raises the item's meaning there and in later editions, which is what breaks the
 * trend line.
 */

#include "domain/questionnaire/edition.h"
#include "store/cycle/cycles.h"

struct edition_row {
	const char *set_key, *set_title;
	int64_t question_set_id;
	struct edition_difference difference;
	bool marked; /* by hand, so it can be marked otherwise while the cycle is in preparation */
	bool fixed;  /* by hand, but another cycle has been approved with it */
};

/* Against the latest earlier cycle that was opened with the set; sets that none had are left out. */
bool edition_changes(struct db *db, struct arena *a, const struct bank *bank, int64_t cycle_id,
	struct edition_row **out, size_t *count, struct err *e);

/* change: EDITION_WORDING or EDITION_MEANING, of an item whose change is not declared in
 * the file. Only in preparation. */
bool edition_mark(struct db *db, struct arena *a, const struct bank *bank, int64_t cycle_id,
	const char *set_key, const char *item, enum edition_change change, int64_t account_id, instant_t now,
	struct err *e);

/* Applies the marks to an edition that has been read. */
bool edition_marks_apply(
	struct db *db, int64_t question_set_id, const struct questionnaire *q, struct err *e);

/* How many changes nobody has marked: the questions cannot be approved until there are none. */
bool edition_unmarked(struct db *db, struct arena *a, const struct bank *bank, int64_t cycle_id,
	size_t *count, struct err *e);

/* Prepares next year's cycle from one that was opened: the newest edition of each of its sets, its
 * kind and rules, its dates a year later (those of opening and closing on the nearest open day), the
 * title with the next year's name. ERR_CONFLICT when that has been done already. */
bool cycle_next(struct db *db, struct arena *a, int64_t from, struct cycle *out, struct err *e);

#endif
