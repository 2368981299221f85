#ifndef STORE_SHEET_SHEET_COUNT_H
#define STORE_SHEET_SHEET_COUNT_H

/*
 * How a sheet counts in the summaries: once in its own department and, where
 * the set says so, once in every further department its person holds a post in.
 * A question counts where the department has the work it asks about; when none of
 * them has, in the sheet's own.
 */

#include "domain/answer/answers.h"
#include "domain/answer/sheet_state.h"
#include "store/writer.h"

/* What one sheet is in the progress of a department. */
struct progress_delta sheet_counts(const struct sheet_facts *f, bool late);

struct sheet_place {
	int64_t department_id;
	flags_t flags;
};
struct sheet_places {
	int64_t sheet_id, cycle_id;
	const char *set_key;
	struct sheet_place *list; /* the sheet's own department first */
	size_t count;
};
bool sheet_places(struct db *db, struct arena *a, int64_t sheet_id, struct sheet_places *out, struct err *e);

/* Whether an item counts in place i. */
bool sheet_item_counts(const struct item *item, const struct sheet_place *places, size_t count, size_t i);

/* Adds to the summaries what changes between two states of a sheet. */
void sheet_count_progress(struct piece *p, const struct sheet_places *places,
	const struct progress_delta *before, const struct progress_delta *after);
/* Old answers out, new ones in; either may be NULL. What is shown follows in steps (shown.h). */
bool sheet_count_answers(struct db *db, struct piece *p, const struct sheet_places *places,
	const struct questionnaire *q, const struct answers *before, const struct answers *after,
	struct err *e);

#endif
