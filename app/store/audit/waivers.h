#ifndef STORE_AUDIT_WAIVERS_H
#define STORE_AUDIT_WAIVERS_H

/*
 * 独立性の特例: that somebody audits although something stands against it. Asked for one audit
 * with a reason, by lead or management; approved or declined by the management, never by the
 * auditor concerned. Each conflict has its own. Printed in plan and report. Events: waiver_asked
 * waiver_decided.
 */

#include "domain/audit/independence.h"
#include "store/audit/engagements.h"

enum waiver_state { WAIVER_ASKED, WAIVER_APPROVED, WAIVER_DECLINED, WAIVER_STATES };
const char *waiver_state_key(enum waiver_state s);

struct waiver {
	int64_t id, engagement_id, account_id;
	const char *who; /* the auditor */
	enum conflict_kind kind;
	int64_t department_id;
	const char *department_name, *reason, *asked_who;
	instant_t asked_at;
	enum waiver_state state;
	const char *decided_who, *note;
	instant_t decided_at; /* 0: not yet */
};
bool waivers_list(struct db *db, struct arena *a, int64_t engagement_id, struct waiver **out, size_t *count,
	struct err *e); /* as they were asked for */
/* Approved, and for this conflict of this auditor. */
bool waiver_covers(const struct waiver *w, int64_t account_id, const struct conflict *conflict);

/* One for each conflict that has none and waits for none. ERR_CONFLICT when there is nothing to waive. */
bool waiver_ask(
	struct db *db, const struct engagement_act *x, int64_t account_id, const char *reason, struct err *e);
bool waiver_decide(struct db *db, const struct engagement_act *x, int64_t id, bool approved, const char *note,
	struct err *e);

#endif
