#ifndef DOMAIN_AUDIT_PLAN_H
#define DOMAIN_AUDIT_PLAN_H

/*
 * What becomes of a plan of audits: 中期計画 (3 or 5 years, every department and system once round)
 * and 年度計画 alike.
 *
 *	作成中 drafted → 承認待ち submitted → 承認 approved, or 差戻し returned
 *
 * Each approval is an edition (版) of its own; an approved plan is changed by taking it up again for a
 * reason, and the former edition stays as it was.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum plan_kind { AUDIT_PLAN_MID, AUDIT_PLAN_YEAR, AUDIT_PLAN_KINDS };
const char *audit_plan_kind_key(enum plan_kind k);      /* "mid" "year" */
enum plan_kind audit_plan_kind_of(const char *key);     /* AUDIT_PLAN_KINDS when unknown */
bool audit_plan_years_fit(enum plan_kind k, int years); /* mid: 3 or 5; year: 1 */

enum audit_plan_state {
	AUDIT_PLAN_DRAFTED,
	AUDIT_PLAN_SUBMITTED,
	AUDIT_PLAN_APPROVED,
	AUDIT_PLAN_RETURNED,
	AUDIT_PLAN_STATES
};
const char *audit_plan_state_key(enum audit_plan_state s);
enum audit_plan_state audit_plan_state_of(const char *key); /* AUDIT_PLAN_STATES when unknown */
bool audit_plan_open(enum audit_plan_state s);              /* it can be worked on */

enum audit_plan_actor { AUDIT_PLAN_LEAD = 1 << 0, AUDIT_PLAN_MANAGEMENT = 1 << 1 };

struct audit_plan_move {
	const char *name; /* "submit" "approve" "return" "revise" */
	enum audit_plan_state from, to;
	unsigned actors;
	bool reason;  /* it needs one */
	bool edition; /* it raises it */
};
extern const struct audit_plan_move audit_plan_moves[];
extern const size_t audit_plan_move_count;

/* ERR_CONFLICT: no such move; ERR_DENIED: not theirs; ERR_INPUT: without its reason. */
const struct audit_plan_move *audit_plan_move_find(
	enum audit_plan_state from, const char *name, unsigned actors, bool reason, struct err *e);

#endif
