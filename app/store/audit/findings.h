#ifndef STORE_AUDIT_FINDINGS_H
#define STORE_AUDIT_FINDINGS_H

/*
 * Findings (指摘) as they are remembered. What may become of one, and who may do it, is
 * domain/audit/finding.h; here it is written down, with who did it and what was said.
 *
 * The department of a finding is the one that has to act: today's manager of it, or of
 * the department that came out of it (store/organisation/managed.h). Auditors, management and
 * the secretariat see every finding, a manager those of what is managed, or looked into, once
 * the department was told of them.
 */

#include "domain/audit/finding.h"
#include "domain/policy/policy.h"
#include "store/event.h"

enum { FINDING_TITLE_MOST = 100, FINDING_TEXT_MOST = 2000 /* code points */ };

struct finding {
	int64_t id;
	int year, serial;
	int64_t department_id;
	const char *department_key, *department_name; /* as it is called last */
	const char *title, *clause, *threat, *item;   /* threat and item "" when there is none */
	const char *facts, *criterion, *cause, *effect, *proposal;
	enum finding_severity severity;
	enum finding_state state;
	day_t due_day;  /* of the approved plan, or of the acceptance; 0: none */
	bool planned;   /* a plan was handed in, and not refused since */
	day_t wait_day; /* finding_wait_day; 0: none */
	int64_t raised_by;
	const char *raised_name;
	instant_t raised_at, confirmed_at, closed_at; /* 0: not yet */
	int64_t predecessor_id, parent_id;            /* 0: none */
	int times, revision;
	bool told; /* the department has been told of it, and may go on seeing it */
};
const char *finding_number(struct arena *a, const struct finding *f); /* "R08-003" */

bool finding_find(struct db *db, struct arena *a, int64_t id, struct finding *out, struct err *e);

struct finding_filter {
	int year;              /* 0: any */
	int before_year;       /* 0: any. Confirmed ones of years before it: what a finding may repeat */
	int64_t department_id; /* 0: any. As today's: findings of what it came out of are among them */
	int64_t manager_id;    /* 0: any. An account: those of the departments it manages today */
	bool acting;           /* and acts for, not only looks into */
	bool told;             /* only those a department may know of */
	bool open, overdue;    /* something is still to be done; its day is over, as of day */
	day_t day;
	enum finding_state state;       /* FINDING_STATES: any */
	enum finding_severity severity; /* SEVERITIES: any */
	int64_t parent_id;              /* 0: any */
	int64_t skip, most;             /* most 0: all */
};
bool findings_list(struct db *db, struct arena *a, const struct finding_filter *f, struct finding **out,
	size_t *count, struct err *e); /* newest year first, then by number */

/* Which of enum finding_actor an account is for a finding; 0 none. The auditee is neither auditor nor lead.
 */
bool finding_actors(struct db *db, struct arena *a, const struct finding *f, int64_t account_id,
	unsigned *out, struct err *e);

/* What is known when an account wants to move it, but for what is given with the move. */
bool finding_facts_find(struct db *db, struct arena *a, const struct finding *f, int64_t account_id,
	struct finding_facts *out, struct err *e);

/* The same as far as it may act: neither auditor nor lead of what it is too close to. What pages offer. */
bool finding_acting(struct db *db, struct arena *a, const struct finding *f, int64_t account_id, instant_t now,
	unsigned *out, struct err *e);

/* ---- acts: each in a piece, logged, ERR_CONFLICT when revision is not the stored one ---------- */

struct finding_act {
	struct arena *arena;
	const struct policy *policy; /* clauses and threats must be among its */
	int64_t account_id;
	instant_t now;
	int64_t finding_id;
	int revision;
	int64_t engagement_id; /* raising: the audit it is raised in, whose waivers count; 0: none */
};

/*
 * Raises f: year and serial are given, id set. ERR_INPUT for a text that is missing (the
 * criterion only of a nonconformity) or too long, a clause that is none; ERR_DENIED for an auditor of the department itself, of one
 * under it or one it came out of, or who left these within independence_months (a setting). predecessor_id:
 * the same finding of an earlier year, in the same department or what it came out of, whose count goes on.
 */
bool finding_raise(struct db *db, const struct finding_act *x, struct finding *f, struct err *e);

/* Changes the words of one that is still being raised; by who raised it or the lead. */
bool finding_edit(struct db *db, const struct finding_act *x, const struct finding *f, struct err *e);

/* reason and expiry as the move needs them; ERR_DENIED for whoever may not audit the department, as with
 * finding_raise, and moves it as auditor or lead. Approving a plan sets the due day, confirming and
 * closing their time. */
bool finding_act_move(struct db *db, const struct finding_act *x, const char *name, const char *reason,
	day_t expiry, struct err *e);

/* 横展開: a finding of its own for another department, a child of this one, waiting for its
 * plan. ERR_CONFLICT when that department has one of this parent. Sets *child_id. */
bool finding_spread(
	struct db *db, const struct finding_act *x, int64_t department_id, int64_t *child_id, struct err *e);

struct finding_plan {
	int edition;
	const char *stopgap, *cause, *measure;
	bool spread, budget;
	int64_t owner_id;
	const char *owner_name;
	day_t due_day;
	instant_t at;
	const char *who;
};
/* Who may be put in charge: whoever holds a post in the department on the day, or in what came out of it; and
 * the account itself. By staff number. */
struct finding_person {
	int64_t id;
	const char *number, *name;
};
bool finding_people(struct db *db, struct arena *a, const struct finding *f, int64_t account_id, day_t day,
	struct finding_person **out, size_t *count, struct err *e);
/* Handed in by the manager, while the finding waits for a plan or was given back. */
bool finding_plan_file(struct db *db, const struct finding_act *x, struct finding_plan *p, struct err *e);
bool finding_plans(struct db *db, struct arena *a, int64_t finding_id, struct finding_plan **out,
	size_t *count, struct err *e); /* newest first */

struct finding_report {
	int edition;
	day_t day;
	const char *done, *effect, *remaining;
	instant_t at;
	const char *who;
};
bool finding_report_file(
	struct db *db, const struct finding_act *x, const struct finding_report *r, struct err *e);
bool finding_reports(struct db *db, struct arena *a, int64_t finding_id, struct finding_report **out,
	size_t *count, struct err *e); /* newest first */

struct finding_moved {
	instant_t at;
	const char *who, *name, *reason;
	enum finding_state from, to;
};
bool finding_moves_of(struct db *db, struct arena *a, int64_t finding_id, struct finding_moved **out,
	size_t *count, struct err *e); /* newest first */

/* ---- for management -------------------------------------------------------------------------- */

struct finding_counts {
	int64_t confirmed;          /* 確定指摘 */
	int64_t of[FINDING_STATES]; /* by state, all of them */
	int64_t severe[SEVERITIES]; /* of the confirmed */
	int64_t closed, open, overdue, repeated;
	int64_t days_to_close; /* sum over the closed, from confirmation */
	/* 横展開: confirmed elsewhere and passed on. The department has to act and has not been found wanting:
	 * they are among `of` and in none of the others. */
	int64_t spread, spread_open, spread_overdue;
};
/* 改善率 = closed ÷ confirmed, 繰返し率 = repeated ÷ confirmed. */
struct finding_counts findings_count(const struct finding *list, size_t count, day_t today);

#endif
