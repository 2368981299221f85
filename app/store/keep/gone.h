#ifndef STORE_KEEP_GONE_H
#define STORE_KEEP_GONE_H

/* Findings, audits and risks that were disposed of: that there was one, and since when it is gone. */

#include "base/arena.h"
#include "base/day.h"
#include "db/db.h"

struct gone {
	const char *number; /* 指摘番号, 監査番号 */
	instant_t done_at;  /* 0: it is being disposed of */
};
/* kind "findings" or "audits". *found false: there was none, or none that went so. */
bool gone_find(struct db *db, struct arena *a, const char *kind, int64_t id, struct gone *out, bool *found,
	struct err *e);

/* Whether some of the fiscal year were, or are being; of findings and audits those with a number of it. kind
 * "policy": its risks. */
bool gone_of_year(struct db *db, const char *kind, int year, bool *out, struct err *e);

/* What was not there was disposed of: makes ERR_ABSENT an ERR_GONE with a sentence that says since when.
 * Always false. */
bool gone_refuse(struct db *db, struct arena *a, const char *kind, int64_t id, struct err *e);

#endif
