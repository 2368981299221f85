#ifndef REPORT_TREND_H
#define REPORT_TREND_H

/* The years before: one department's or the body's, along the lineage of departments. */

#include "report/figures.h"
#include "report/snapshot.h"

/* Fills years and the comparable figures of out, whose cycle is now's. */
bool trend_read(struct store *s, struct arena *a, const struct snapshot *now, int64_t department_id,
	int years, struct figures *out, struct err *e);

#endif
