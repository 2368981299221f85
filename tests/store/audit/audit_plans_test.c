/* Plans of audits: editions, targets and their order, and what becomes of them. */
#include "store/audit/audit_plans.h"

#include "domain/organisation/role.h"
#include "store/small.h"

enum { LEAD = 40, CHIEF, AUDITOR };

static struct small s;
static instant_t now;

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static void
change(const char *script)
{
	struct err e = {0};
	ck_assert_msg(writer_run(store_writer(s.store), script_work, (void *)script, &e), "%s", e.text);
}

static void
setup(void)
{
	small_setup(&s);
	now = instant_of_day(day_of(2026, 5, 11)) + NOON;
	change("INSERT INTO account (id, login, roles, created_at) VALUES (40, 'lead', 32, 0),"
	       " (41, 'chief', 8, 0), (42, 'auditor', 4, 0)");
}

static void
teardown(void)
{
	small_teardown(&s);
}

struct work {
	struct plan_act act;
	struct audit_plan plan;
	const struct plan_target *list;
	struct target_change change;
	const char *name, *reason;
	int64_t engagement_id;
	bool (*run)(struct db *db, struct work *w, struct err *e);
};

static bool
work_run(struct db *db, struct piece *p, struct err *e)
{
	struct work *w = p->with;
	return w->run(db, w, e);
}

static enum err_kind
try(struct work *w)
{
	struct err e = {0};
	writer_run(store_writer(s.store), work_run, w, &e);
	return e.kind;
}

static struct audit_plan
look(int64_t id)
{
	struct err e = {0};
	struct audit_plan p;
	ck_assert_msg(audit_plan_find(s.db, s.body.arena, id, &p, &e), "%s", e.text);
	return p;
}

static struct work
work_of(int64_t account, int64_t plan)
{
	return (struct work){.act = {.arena = s.body.arena,
				     .account_id = account,
				     .now = now,
				     .plan_id = plan,
				     .revision = plan != 0 ? look(plan).revision : 0}};
}

static bool
add_run(struct db *db, struct work *w, struct err *e)
{
	return audit_plan_add(db, &w->act, &w->plan, e);
}

static enum err_kind
add(int64_t account, enum plan_kind kind, int first, int last, int64_t *id)
{
	struct work w = work_of(account, 0);
	w.run = add_run;
	w.plan = (struct audit_plan){
		.kind = kind, .first_year = first, .last_year = last, .title = "計画", .aims = "重点"};
	enum err_kind kind_of = try(&w);
	if (id != NULL)
		*id = w.plan.id;
	return kind_of;
}

/* A first, then B, then C, which is not taken up. */
static const struct plan_target proposal[] = {
	{.department_id = DEPARTMENT_A,
		.chosen = true,
		.year = 2026,
		.points = 50,
		.values = {[FACTOR_YEARS] = {FACTOR_NONE, 0}, [FACTOR_ALARM] = {FACTOR_HIDDEN, 77}},
		.factor_points = {[FACTOR_YEARS] = 40}},
	{.department_id = DEPARTMENT_B, .chosen = true, .year = 2026, .points = 20},
	{.department_id = DEPARTMENT_C, .chosen = false, .year = 2026, .points = 0},
};

static bool
propose_run(struct db *db, struct work *w, struct err *e)
{
	return audit_plan_propose(db, &w->act, proposal, 3, e);
}

static enum err_kind
propose(int64_t account, int64_t plan)
{
	struct work w = work_of(account, plan);
	w.run = propose_run;
	return try(&w);
}

static bool
move_run(struct db *db, struct work *w, struct err *e)
{
	return audit_plan_act_move(db, &w->act, w->name, w->reason, e);
}

static enum err_kind
move(int64_t account, int64_t plan, const char *name, const char *reason)
{
	struct work w = work_of(account, plan);
	w.run = move_run;
	w.name = name;
	w.reason = reason;
	return try(&w);
}

static size_t
targets(int64_t plan, int edition, struct plan_target **out)
{
	struct err e = {0};
	struct audit_plan p = look(plan);
	size_t count;
	ck_assert_msg(plan_targets(s.db, s.body.arena, &p, edition, out, &count, &e), "%s", e.text);
	return count;
}

static bool
order_run(struct db *db, struct work *w, struct err *e)
{
	return audit_plan_order(db, &w->act, &w->change, e);
}

static enum err_kind
order(int64_t plan, int64_t target, int ord, bool chosen, const char *reason)
{
	struct work w = work_of(LEAD, plan);
	w.run = order_run;
	w.change = (struct target_change){target, ord, 2026, chosen, reason};
	return try(&w);
}

static int64_t
proposed(void)
{
	int64_t id;
	ck_assert_int_eq(add(LEAD, AUDIT_PLAN_YEAR, 2026, 2026, &id), ERR_NONE);
	ck_assert_int_eq(propose(LEAD, id), ERR_NONE);
	return id;
}

static int64_t
approved(void)
{
	int64_t id = proposed();
	ck_assert_int_eq(move(LEAD, id, "submit", ""), ERR_NONE);
	ck_assert_int_eq(move(CHIEF, id, "approve", ""), ERR_NONE);
	return id;
}

START_TEST(a_plan_is_made_by_the_lead_and_once_for_a_year)
{
	ck_assert_int_eq(add(AUDITOR, AUDIT_PLAN_YEAR, 2026, 2026, NULL), ERR_DENIED);
	ck_assert_int_eq(add(LEAD, AUDIT_PLAN_MID, 2026, 2029, NULL), ERR_INPUT); /* four years */
	ck_assert_int_eq(add(LEAD, AUDIT_PLAN_YEAR, 2026, 2026, NULL), ERR_NONE);
	ck_assert_int_eq(add(LEAD, AUDIT_PLAN_YEAR, 2026, 2026, NULL), ERR_CONFLICT);
	ck_assert_int_eq(add(LEAD, AUDIT_PLAN_MID, 2026, 2028, NULL), ERR_NONE);
}
END_TEST

START_TEST(what_each_rule_gave_is_kept_and_what_is_withheld_has_no_number)
{
	struct plan_target *list;
	int64_t id = proposed();
	ck_assert_uint_eq(targets(id, 1, &list), 3);
	ck_assert_int_eq(list[0].department_id, DEPARTMENT_A);
	ck_assert_int_eq(list[0].factor_points[FACTOR_YEARS], 40);
	ck_assert_int_eq(list[0].values[FACTOR_YEARS].state, FACTOR_NONE);
	ck_assert_int_eq(list[0].values[FACTOR_ALARM].state, FACTOR_HIDDEN);
	ck_assert_int_eq(body_number(s.db, "SELECT count(*) FROM audit_plan_factor WHERE value = 77"), 0);
	ck_assert_int_eq(propose(AUDITOR, id), ERR_DENIED);
}
END_TEST

START_TEST(the_order_is_changed_by_hand_for_a_reason_that_is_kept)
{
	struct plan_target *list;
	int64_t id = proposed();
	targets(id, 1, &list);
	int64_t last = list[2].id;
	ck_assert_int_eq(order(id, last, 1, true, " "), ERR_INPUT);
	ck_assert_int_eq(order(id, last, 4, true, "理由"), ERR_INPUT);
	ck_assert_int_eq(order(id, 999, 1, true, "理由"), ERR_ABSENT);
	ck_assert_int_eq(order(id, last, 1, true, "新しい業務が始まる"), ERR_NONE);
	targets(id, 1, &list);
	ck_assert_int_eq(list[0].id, last);
	ck_assert_int_eq(list[0].proposed, 3);
	ck_assert(list[0].chosen);
	ck_assert_str_eq(list[0].reason, "新しい業務が始まる");
	ck_assert_str_eq(list[0].changed_who, "lead");
	ck_assert_int_eq(list[1].department_id, DEPARTMENT_A);
	ck_assert_int_eq(list[1].ord, 2);
	ck_assert_int_eq(list[2].ord, 3);
}
END_TEST

START_TEST(an_approved_edition_stays_as_it_was)
{
	struct plan_target *list;
	int64_t id = proposed();
	ck_assert_int_eq(move(CHIEF, id, "approve", ""), ERR_CONFLICT); /* nobody asked for it */
	ck_assert_int_eq(move(LEAD, id, "submit", ""), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "approve", ""), ERR_DENIED);
	ck_assert_int_eq(move(CHIEF, id, "return", ""), ERR_INPUT);
	ck_assert_int_eq(move(CHIEF, id, "return", "対象が多い"), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "submit", ""), ERR_NONE);
	ck_assert_int_eq(move(CHIEF, id, "approve", ""), ERR_NONE);
	ck_assert_int_eq(look(id).edition, 1);
	targets(id, 1, &list);
	ck_assert_int_eq(order(id, list[0].id, 2, true, "理由"), ERR_CONFLICT);
	ck_assert_int_eq(propose(LEAD, id), ERR_CONFLICT);
	ck_assert_int_eq(move(LEAD, id, "revise", ""), ERR_INPUT);
	ck_assert_int_eq(move(LEAD, id, "revise", "事故があった"), ERR_NONE);
	ck_assert_uint_eq(targets(id, 2, &list), 3);
	ck_assert_int_eq(list[0].factor_points[FACTOR_YEARS], 40); /* it comes with the targets */
	ck_assert_int_eq(order(id, list[0].id, 3, false, "理由"), ERR_NONE);
	targets(id, 1, &list);
	ck_assert_int_eq(list[0].department_id, DEPARTMENT_A);
	ck_assert_int_eq(move(LEAD, id, "submit", ""), ERR_NONE);
	ck_assert_int_eq(move(CHIEF, id, "approve", ""), ERR_NONE);
	ck_assert_int_eq(look(id).edition, 2);
}
END_TEST

START_TEST(a_plan_without_targets_is_not_submitted)
{
	int64_t id;
	ck_assert_int_eq(add(LEAD, AUDIT_PLAN_YEAR, 2026, 2026, &id), ERR_NONE);
	ck_assert_int_eq(move(LEAD, id, "submit", ""), ERR_CONFLICT);
}
END_TEST

static bool
engage_run(struct db *db, struct work *w, struct err *e)
{
	return audit_plan_engage(db, &w->act, w->change.target_id, &w->engagement_id, e);
}

static enum err_kind
engage(int64_t account, int64_t plan, int64_t target, int64_t *id)
{
	struct work w = work_of(account, plan);
	w.run = engage_run;
	w.change.target_id = target;
	enum err_kind kind = try(&w);
	if (id != NULL)
		*id = w.engagement_id;
	return kind;
}

START_TEST(a_target_becomes_an_audit_and_counts_as_it_comes_along)
{
	struct err e = {0};
	struct plan_target *list;
	struct engagement g;
	int64_t id = proposed(), audit;
	targets(id, 1, &list);
	ck_assert_int_eq(engage(LEAD, id, list[0].id, NULL), ERR_CONFLICT); /* not approved */
	ck_assert_int_eq(move(LEAD, id, "submit", ""), ERR_NONE);
	ck_assert_int_eq(move(CHIEF, id, "approve", ""), ERR_NONE);
	ck_assert_int_eq(engage(AUDITOR, id, list[0].id, NULL), ERR_DENIED);
	ck_assert_int_eq(engage(LEAD, id, list[2].id, NULL), ERR_CONFLICT); /* not taken up */
	ck_assert_int_eq(engage(LEAD, id, list[0].id, &audit), ERR_NONE);
	ck_assert_int_eq(engage(LEAD, id, list[0].id, NULL), ERR_CONFLICT);
	ck_assert(engagement_find(s.db, s.body.arena, audit, &g, &e));
	ck_assert_int_eq(g.department_id, DEPARTMENT_A);
	ck_assert_int_eq(g.year, 2026);
	ck_assert_str_eq(g.purpose, "重点");
	targets(id, 1, &list);
	ck_assert_int_eq(list[0].engagement_id, audit);
	ck_assert_int_eq(list[0].coverage, COVERAGE_PLANNED);
	ck_assert_int_eq(list[1].coverage, COVERAGE_LEFT);
	change("UPDATE engagement SET state = 'fixed'");
	targets(id, 1, &list);
	ck_assert_int_eq(list[0].coverage, COVERAGE_DONE);
	change("UPDATE engagement SET state = 'cancelled'");
	targets(id, 1, &list);
	ck_assert_int_eq(list[0].coverage, COVERAGE_LEFT);
}
END_TEST

START_TEST(only_an_approved_mid_term_plan_says_which_year)
{
	struct err e = {0};
	int64_t id;
	int year;
	ck_assert_int_eq(add(LEAD, AUDIT_PLAN_MID, 2026, 2028, &id), ERR_NONE);
	ck_assert_int_eq(propose(LEAD, id), ERR_NONE);
	ck_assert(plan_midterm_year(s.db, DEPARTMENT_A, 0, 2027, &year, &e));
	ck_assert_int_eq(year, 0);
	ck_assert_int_eq(move(LEAD, id, "submit", ""), ERR_NONE);
	ck_assert_int_eq(move(CHIEF, id, "approve", ""), ERR_NONE);
	ck_assert(plan_midterm_year(s.db, DEPARTMENT_A, 0, 2027, &year, &e));
	ck_assert_int_eq(year, 2026);
	ck_assert(plan_midterm_year(s.db, DEPARTMENT_C, 0, 2027, &year, &e));
	ck_assert_int_eq(year, 0); /* it is not taken up */
	ck_assert(plan_midterm_year(s.db, DEPARTMENT_A, 0, 2029, &year, &e));
	ck_assert_int_eq(year, 0);
}
END_TEST

START_TEST(a_form_made_from_an_older_state_changes_nothing)
{
	struct work w = work_of(LEAD, approved());
	w.run = move_run;
	w.name = "revise";
	w.reason = "理由";
	w.act.revision--;
	ck_assert_int_eq(try(&w), ERR_CONFLICT);
}
END_TEST

Suite *audit_plans_suite(void);
Suite *
audit_plans_suite(void)
{
	Suite *suite = suite_create("audit_plans");
	TCase *t = tcase_create("audit_plans");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_plan_is_made_by_the_lead_and_once_for_a_year);
	tcase_add_test(t, what_each_rule_gave_is_kept_and_what_is_withheld_has_no_number);
	tcase_add_test(t, the_order_is_changed_by_hand_for_a_reason_that_is_kept);
	tcase_add_test(t, an_approved_edition_stays_as_it_was);
	tcase_add_test(t, a_plan_without_targets_is_not_submitted);
	tcase_add_test(t, a_target_becomes_an_audit_and_counts_as_it_comes_along);
	tcase_add_test(t, only_an_approved_mid_term_plan_says_which_year);
	tcase_add_test(t, a_form_made_from_an_older_state_changes_nothing);
	suite_add_tcase(suite, t);
	return suite;
}
