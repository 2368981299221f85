#ifndef STORE_CYCLE_APPROVALS_H
#define STORE_CYCLE_APPROVALS_H

/* 電子決裁: who decided on the papers of a cycle, and on which day; printed in the
 * boxes when the body decides electronically. */

#include "base/arena.h"
#include "base/day.h"
#include "db/db.h"

struct approval_mark {
	const char *title, *name;
	day_t day;
};

bool approvals_list(struct db *db, struct arena *a, int64_t cycle_id, struct approval_mark **out,
	size_t *count, struct err *e);
/* Inside a piece; an empty name takes it back. Logged. */
bool approval_save(struct db *db, int64_t cycle_id, const struct approval_mark *m, int64_t account_id,
	instant_t now, struct err *e);

#endif
