#ifndef REPORT_TREND_H
#define REPORT_TREND_H

/*
 * The years before: one department's or the body's, along the lineage of departments.
 * Of a final cycle they are what was kept of them then (freeze.h).
 */

#include "report/figures.h"
#include "report/snapshot.h"

/* The cycles of the years before one, read once for every department of it. */
struct past_year {
	int year;
	bool known; /* there was such a cycle, and it asked this set */
	struct cycle cycle;
	struct snapshot snapshot;
};
bool past_years_read(struct store *s, struct db *db, struct arena *a, const struct cycle *c,
	const char *set_key, int years, struct past_year **out, size_t *count, struct err *e);

/* Fills years and the comparable figures of out, whose cycle is now's, from the pasts. */
bool trend_make(struct db *db, struct arena *a, const struct snapshot *now, const struct past_year *pasts,
	size_t past_count, int64_t department_id, struct figures *out, struct err *e);

/* The same as it was kept, or made where nothing was. */
bool trend_read(struct store *s, struct arena *a, const struct snapshot *now, int64_t department_id,
	int years, struct figures *out, struct err *e);

#endif
