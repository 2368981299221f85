#ifndef STORE_FIGURE_SHOWN_H
#define STORE_FIGURE_SHOWN_H

/*
 * What is shown of a department while a cycle is live. If every submission moved
 * the figures, whoever looked before and after one would read that person's
 * answers. So the figures move in steps: a department's tallies are copied into
 * shown_tally when at least k different sheets have changed since the last copy
 * and the sheets still to come are none, or at least k themselves (else the last
 * few, alone between the last copy and the final figures, would be told). Sets
 * answered for an office are no one's own answers and are shown as they are.
 *
 * How far a department has come in answering is shown as it is.
 */

#include "store/cycle/cycles.h"
#include "store/figure/tallies.h"

/* A submission, or leaving it out, changes this sheet's part in the department's tallies: in the
 * piece, before the sheet itself is written, for until the next copy what it said counts on
 * (sheet_signals.h). */
bool shown_change(struct db *db, struct piece *p, int64_t cycle_id, const char *set_key,
	int64_t department_id, int64_t sheet_id, struct err *e);

/* Copies the department's tallies when it is time: after the batch's sums are written. */
bool shown_publish(
	struct db *db, int64_t cycle_id, const char *set_key, int64_t department_id, struct err *e);

/* When nobody new answers any more the managers see whole figures to confirm; and reopening a
 * cycle whose figures everyone has seen leaves them in sight as they are. */
bool shown_all(struct db *db, int64_t cycle_id, struct err *e);
/* Final figures are shown whole: nothing needs to be kept apart any more. */
bool shown_forget(struct db *db, int64_t cycle_id, struct err *e);

/* Grows with every copy of any department: as long as it is the same, so is what is shown. */
bool shown_times(struct db *db, int64_t cycle_id, const char *set_key, int64_t *out, struct err *e);

/* How many sheets each department's shown tallies hold; departments without stay 0. */
bool shown_respondents(struct db *db, int64_t cycle_id, const char *set_key, const int64_t *departments,
	size_t count, int64_t *out, struct err *e);

#endif
