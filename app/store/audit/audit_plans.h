#ifndef STORE_AUDIT_AUDIT_PLANS_H
#define STORE_AUDIT_AUDIT_PLANS_H

/*
 * Plans of audits as they are remembered (domain/audit/plan.h). What is worked on is the edition after
 * the one that was approved last; an approved edition stays as it was. The proposal is made of figures
 * (report/audit_proposal.h) and stored with what each rule gave. Events: audit_plan_added
 * audit_plan_reworded audit_plan_moved audit_plan_proposed audit_plan_ordered.
 */

#include "domain/audit/audit_risk.h"
#include "domain/audit/plan.h"
#include "store/audit/engagements.h"

struct audit_plan {
	int64_t id;
	enum plan_kind kind;
	int first_year, last_year;
	const char *title, *aims;
	enum audit_plan_state state;
	int edition, revision;
};
const char *audit_plan_number(struct arena *a, const struct audit_plan *p); /* "R08-P3": from when, and which of all */
bool audit_plan_find(struct db *db, struct arena *a, int64_t id, struct audit_plan *out, struct err *e);
bool audit_plans_list(struct db *db, struct arena *a, struct audit_plan **out, size_t *count,
	struct err *e); /* newest first */
/* The edition that is looked at: the one that is worked on, or the approved one. */
int audit_plan_edition(const struct audit_plan *p);

struct plan_moved {
	instant_t at;
	const char *who, *reason;
	enum audit_plan_state to;
	int edition;
};
bool audit_plan_moves_of(struct db *db, struct arena *a, int64_t plan_id, struct plan_moved **out,
	size_t *count, struct err *e); /* newest first */

/* How far a target has come: an audit of it whose report is fixed, one that is planned or carried out, none.
 */
enum plan_coverage { COVERAGE_LEFT, COVERAGE_PLANNED, COVERAGE_DONE };

struct plan_target {
	int64_t id, department_id, entry_id; /* entry 0: the department as a whole */
	const char *department_key, *department_name, *entry_name;
	int ord, proposed, year, points;
	bool chosen;
	const char *reason, *changed_who;
	int64_t engagement_id;       /* 0: none yet */
	enum plan_coverage coverage; /* within the years of the plan */
	struct factor_value values[FACTORS];
	int factor_points[FACTORS];
};
bool plan_targets(struct db *db, struct arena *a, const struct audit_plan *p, int edition,
	struct plan_target **out, size_t *count, struct err *e); /* in their order */

/* The year an approved mid-term plan has for something; 0: none. */
bool plan_midterm_year(
	struct db *db, int64_t department_id, int64_t entry_id, int year, int *out, struct err *e);

/* ---- acts: each in a piece, logged; ERR_CONFLICT when revision is not the stored one -------------- */

struct plan_act {
	struct arena *arena;
	int64_t account_id;
	instant_t now;
	int64_t plan_id;
	int revision;
};
bool audit_plan_add(struct db *db, const struct plan_act *x, struct audit_plan *what, struct err *e);
/* Its words, while it is worked on. ERR_CONFLICT once it is handed in or approved. */
bool audit_plan_reword(
	struct db *db, const struct plan_act *x, const char *title, const char *aims, struct err *e);
bool audit_plan_act_move(
	struct db *db, const struct plan_act *x, const char *name, const char *reason, struct err *e);
/* Takes the place of the targets that are worked on; what was changed by hand goes. */
bool audit_plan_propose(
	struct db *db, const struct plan_act *x, const struct plan_target *list, size_t count, struct err *e);
/* By hand: its place, whether it is taken up, and (mid-term) when; with the reason. */
struct target_change {
	int64_t target_id;
	int ord, year;
	bool chosen;
	const char *reason;
};
bool audit_plan_order(struct db *db, const struct plan_act *x, const struct target_change *c, struct err *e);
/* Turns a target of an approved annual plan into an audit that is being planned. */
bool audit_plan_engage(
	struct db *db, const struct plan_act *x, int64_t target_id, int64_t *engagement_id, struct err *e);

#endif
