#ifndef REPORT_QUALITY_EXPORT_H
#define REPORT_QUALITY_EXPORT_H

/* The quality of a cycle's answers as tables: candidates, signals, pairs, questions. What
 * is withheld on the page is withheld here. */

#include "report/export.h"
#include "report/quality.h"

struct quality_tables {
	const struct cycle *cycle;
	const struct quality *sets;
	size_t count;
	const struct review_bounds *bounds;
	const char *author;
	instant_t now;
};
void quality_export(struct arena *a, const struct quality_tables *q, struct export *out);

#endif
