#ifndef STORE_AUDIT_ENGAGEMENT_INSIDE_H
#define STORE_AUDIT_ENGAGEMENT_INSIDE_H

/* What the files of audits share. */

#include "store/audit/engagements.h"
#include "store/audit/independence.h"

/* What stands against an account auditing this, and no waiver sets aside. */
bool engagement_conflicts(struct db *db, struct arena *a, const struct engagement *g, int64_t account_id,
	day_t today, struct conflict **out, size_t *count, struct err *e);

/* What became of it, for its history; a move to where it is when something else was done. */
bool engagement_history_add(struct db *db, const struct engagement_act *x, const struct engagement *g,
	const char *name, enum engagement_state to, int edition, const char *reason, struct err *e);

/* The audit an act is about, and what the account is for it. ERR_CONFLICT when it has been changed since. */
bool engagement_act_begin(struct db *db, const struct engagement_act *x, struct engagement *out,
	unsigned *actors, struct err *e);

#endif
