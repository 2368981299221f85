#ifndef STORE_FIGURE_SHEET_SIGNALS_H
#define STORE_FIGURE_SHEET_SIGNALS_H

/*
 * The signals (domain/score/signals.h) of a question set's sheets, added up per department.
 * Nothing of them is stored: every sheet is gone through, a hundred thousand in some
 * seconds, so it belongs on a lane; what came out is remembered until what may be
 * shown is another.
 *
 * The counts are of just those answers that the shown tallies hold (shown.h): while
 * a cycle is live a sheet that has changed since its department was copied last
 * counts here as it was then. Nothing is withheld yet; report/quality.h does that,
 * and is the only reader.
 */

#include "domain/score/signals.h"
#include "store/cycle/cycles.h"
#include "store/store.h"

/* One a department, in the order given; departments that are not listed are left out. */
bool sheet_signals_read(struct store *s, struct arena *a, const struct cycle *c,
	const struct questionnaire *q, const int64_t *departments, size_t count, struct signal_counts **out,
	struct err *e);

/* How many different people answered the set, and how many of them in a time that is known: one
 * person may answer for several systems. */
bool sheet_answerers(
	struct db *db, int64_t cycle_id, const char *set_key, int64_t *all, int64_t *timed, struct err *e);

#endif
