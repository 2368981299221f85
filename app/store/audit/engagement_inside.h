#ifndef STORE_AUDIT_ENGAGEMENT_INSIDE_H
#define STORE_AUDIT_ENGAGEMENT_INSIDE_H

/* What the files of audits share. */

#include "store/audit/engagements.h"

/* The audit an act is about, and what the account is for it. ERR_CONFLICT when it has been changed since. */
bool engagement_act_begin(struct db *db, const struct engagement_act *x, struct engagement *out,
	unsigned *actors, struct err *e);

#endif
