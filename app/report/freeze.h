#ifndef REPORT_FREEZE_H
#define REPORT_FREEZE_H

/*
 * Keeps what the figures and papers of a cycle still read from elsewhere, when they
 * become final: the body's settings, and the years they are compared with. Its own
 * questions, policy, scales, departments, names and bounds were copied when it opened,
 * and its answers are never changed again.
 */

#include "report/figures.h"

/* In the piece that makes the cycle final, behind the move. Again after a reopening: the later one counts. */
bool report_freeze(struct store *s, struct db *db, int64_t cycle_id, struct err *e);

/* For what was opened or final before anything was kept: once, when the program starts. */
bool report_freeze_left(struct store *s, struct err *e);

/* The figures of a year that are kept, by name. */
enum { YEAR_FIGURES = 4 };
#define YEAR_COMPARABLE_NOW    "comparable_now"
#define YEAR_COMPARABLE_BEFORE "comparable_before"
extern const char *const year_figure_names[YEAR_FIGURES];
struct figure *year_figure(struct year_figures *y, size_t i);

enum { TREND_YEARS = 3 };

#endif
