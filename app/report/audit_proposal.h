#ifndef REPORT_AUDIT_PROPOSAL_H
#define REPORT_AUDIT_PROPOSAL_H

/*
 * The proposal of a plan of audits: every department of today and every system of the register, with
 * what speaks for each by the rules (domain/audit/audit_risk.h), in that order. What the self-check says
 * is made of figures only, of the last cycle whose figures are final: where they are withheld it is
 * unknown and gives no points.
 */

#include "store/audit/audit_plans.h"
#include "store/store.h"

/* Annual: the first ones are taken up, as many as the rules say. Mid-term: everything is, spread over the
 * years in that order. */
bool audit_proposal(struct store *s, struct arena *a, const struct audit_plan *p, instant_t now,
	struct plan_target **out, size_t *count, struct err *e);

#endif
