#ifndef TESTS_STORE_AUDIT_FOUND_H
#define TESTS_STORE_AUDIT_FOUND_H

/* Findings of the small body: raising, moving, planning and reporting them, each in a piece. */

#include "store/audit/findings.h"

#include "domain/organisation/role.h"
#include "store/small.h"

enum {
	LEAD = 40,
	AUDITOR,
	MANAGEMENT,
	AUDITOR_OF_A,
	LEAD_OF_A,
	EVERYTHING,
	MANAGER_A = 2,
	MANAGER_B = 5,
	STAFF = 6
};

static struct small s;
static instant_t now;

static inline void
setup(void)
{
	small_setup(&s);
	now = instant_of_day(day_of(2026, 11, 2)) + NOON;
}

static inline void
teardown(void)
{
	small_teardown(&s);
}

static inline bool
accounts_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return db_script(db,
		"INSERT INTO person (id, number, name) VALUES (41, '0041', '監査する人'), (43, '0043', "
		"'異動した人'), (44, '0044', '兼ねる人'), (45, '0045', '一人の人');"
		"INSERT INTO post (person_id, department_id, valid_from, valid_to) VALUES (41, 3, 0, NULL),"
		" (43, 1, 0, 20636), (43, 3, 20637, NULL), (44, 1, 0, NULL), (45, 1, 0, NULL);" /* 43 left A
												   on
												   2026-07-02
												 */
		"INSERT INTO account (id, login, person_id, roles, created_at) VALUES (40, 'lead', NULL, 32, "
		"0),"
		" (41, 'auditor', 41, 5, 0), (42, 'chief', NULL, 8, 0), (43, 'moved', 43, 5, 0),"
		" (44, 'member', 44, 33, 0), (45, 'everything', 45, 39, 0)",
		e);
}

struct work {
	struct finding_act act;
	struct finding finding;
	struct finding_plan plan;
	struct finding_report report;
	const char *name, *reason;
	day_t expiry;
	int64_t department_id, id;
	bool (*run)(struct db *db, struct work *w, struct err *e);
};

static inline bool
work_run(struct db *db, struct piece *p, struct err *e)
{
	struct work *w = p->with;
	return w->run(db, w, e);
}

static inline enum err_kind
try(struct work *w)
{
	struct err e = {0};
	writer_run(store_writer(s.store), work_run, w, &e);
	return e.kind;
}

static inline struct work
work_of(int64_t account, int64_t finding_id)
{
	struct finding f = {0};
	struct err e;
	if (finding_id != 0)
		ck_assert_msg(finding_find(s.db, s.body.arena, finding_id, &f, &e), "%s", e.text);
	return (struct work){.act = {.arena = s.body.arena,
				     .policy = store_bank(s.store)->policy,
				     .account_id = account,
				     .now = now,
				     .finding_id = finding_id,
				     .revision = f.revision}};
}

static inline bool
raise_run(struct db *db, struct work *w, struct err *e)
{
	return finding_raise(db, &w->act, &w->finding, e);
}

static inline struct work
raising(int64_t account, int64_t department)
{
	struct work w = work_of(account, 0);
	w.run = raise_run;
	w.finding = (struct finding){.department_id = department,
		.title = "持出簿の記載漏れ",
		.severity = SEVERITY_MINOR,
		.clause = "6(4)",
		.threat = "3(2)",
		.item = "A645",
		.facts = "抽出した5件のうち2件の記載がない",
		.criterion = "持出しは記録すると定めている",
		.cause = "",
		.effect = "所在が分からなくなる",
		.proposal = ""};
	return w;
}

static inline int64_t
raised(int64_t account, int64_t department)
{
	struct work w = raising(account, department);
	ck_assert_int_eq(try(&w), ERR_NONE);
	return w.finding.id;
}

static inline bool
move_run(struct db *db, struct work *w, struct err *e)
{
	return finding_act_move(db, &w->act, w->name, w->reason, w->expiry, e);
}

static inline enum err_kind
move(int64_t account, int64_t id, const char *name, const char *reason)
{
	struct work w = work_of(account, id);
	w.run = move_run;
	w.name = name;
	w.reason = reason;
	w.expiry = day_of(2027, 3, 31);
	return try(&w);
}

static inline bool
plan_run(struct db *db, struct work *w, struct err *e)
{
	return finding_plan_file(db, &w->act, &w->plan, e);
}

static inline enum err_kind
plan_of(int64_t account, int64_t id, int64_t owner, const char *measure, day_t due)
{
	struct work w = work_of(account, id);
	w.run = plan_run;
	w.plan = (struct finding_plan){
		.stopgap = "", .cause = "様式が古い", .measure = measure, .owner_id = owner, .due_day = due};
	return try(&w);
}

static inline enum err_kind
plan(int64_t account, int64_t id, const char *measure, day_t due)
{
	return plan_of(account, id, CLERK_A, measure, due);
}

static inline bool
report_run(struct db *db, struct work *w, struct err *e)
{
	return finding_report_file(db, &w->act, &w->report, e);
}

static inline enum err_kind
report(int64_t account, int64_t id, day_t day)
{
	struct work w = work_of(account, id);
	w.run = report_run;
	w.report = (struct finding_report){
		.day = day, .done = "様式を改めた", .effect = "記載漏れがない", .remaining = ""};
	return try(&w);
}

static inline struct finding
look(int64_t id)
{
	struct finding f;
	struct err e = {0};
	ck_assert_msg(finding_find(s.db, s.body.arena, id, &f, &e), "%s", e.text);
	return f;
}

static inline void
accounts(void)
{
	struct err e = {0};
	ck_assert_msg(writer_run(store_writer(s.store), accounts_work, NULL, &e), "%s", e.text);
}

static inline bool
script_run(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static inline void
change(const char *script)
{
	struct err e = {0};
	ck_assert_msg(writer_run(store_writer(s.store), script_run, (void *)script, &e), "%s", e.text);
}

/* Up to where the department has its finding. */
static inline int64_t
told(int64_t department)
{
	int64_t id = raised(AUDITOR, department);
	ck_assert_int_eq(move(AUDITOR, id, "check", ""), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "confirm", ""), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "notify", ""), ERR_NONE);
	return id;
}

#endif
