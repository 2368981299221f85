#include "store/review.h"

#include "store/decision/plans.h"

static struct review r;

static void
setup(void)
{
	review_setup(&r);
}

static void
teardown(void)
{
	review_teardown(&r);
}

static bool
save_work(struct db *db, struct piece *p, struct err *e)
{
	return plan_save(db, p->with, MANAGER_ACCOUNT, r.now, e);
}

static struct plan
plan_of(int64_t department, day_t due)
{
	return (struct plan){.cycle_id = r.cycle.id,
		.department_id = department,
		.set_key = "people",
		.item = "P1",
		.measure = "様式を作る",
		.owner_id = 13,
		.due_day = due,
		.result = ""};
}

static void
saved(struct plan *p)
{
	review_write(&r, save_work, p);
}

static void
refused(struct plan p, enum err_kind kind)
{
	struct err e = {0};
	ck_assert(!writer_run(store_writer(r.store), save_work, &p, &e));
	ck_assert_int_eq(e.kind, kind);
}

/* Four plans: one done, one dropped, one of two open ones past its day. 1 of 4 is 25.0 %. */
START_TEST(what_was_done_is_counted_over_all_plans)
{
	day_t today = day_of(2026, 10, 1);
	struct plan done = plan_of(LARGE, today - 9), dropped = plan_of(LARGE, today - 9),
		    late = plan_of(LARGE, today - 1), open = plan_of(LARGE, today), *list;
	done.state = PLAN_DONE;
	done.done_day = today;
	dropped.state = PLAN_DROPPED;
	dropped.result = "別の方法で足りる";
	late.state = PLAN_DOING;
	saved(&done);
	saved(&dropped);
	saved(&late);
	saved(&open);
	size_t count;
	struct err e = {0};
	ck_assert(plans_list(r.db, r.arena, r.cycle.id, LARGE, r.now, &list, &count, &e));
	struct plan_summary s = plan_summary(list, count, today);
	ck_assert_int_eq(s.all, 4);
	ck_assert_int_eq(s.of[PLAN_DONE], 1);
	ck_assert_int_eq(s.overdue, 1);
	ck_assert_int_eq(rate_tenths(s.done), 250);
	ck_assert_int_eq(rate_tenths(plan_summary(NULL, 0, today).done), RATE_NONE);
}
END_TEST

START_TEST(what_is_no_plan_is_refused)
{
	struct plan p = plan_of(LARGE, day_of(2027, 3, 31));
	p.measure = " 　";
	refused(p, ERR_INPUT);
	p = plan_of(LARGE, day_of(2027, 3, 31));
	p.owner_id = 999;
	refused(p, ERR_INPUT);
	p = plan_of(LARGE, day_of(2027, 3, 31));
	p.state = PLAN_DONE;
	refused(p, ERR_INPUT);
	p.done_day = day_of(2026, 10, 2); /* tomorrow */
	refused(p, ERR_INPUT);
	p.state = PLAN_DOING;
	p.done_day = day_of(2026, 10, 1);
	refused(p, ERR_INPUT);
	p.done_day = 0;
	p.state = PLAN_DROPPED;
	refused(p, ERR_INPUT);
	ck_assert_int_eq(body_number(r.db, "SELECT count(*) FROM plan"), 0);
}
END_TEST

START_TEST(every_state_stays_in_the_history)
{
	struct plan p = plan_of(LARGE, day_of(2027, 3, 31)), stale;
	struct plan_change *list;
	size_t count;
	struct err e = {0};
	saved(&p);
	stale = p;
	p.measure = "様式を作り直す";
	saved(&p);
	ck_assert_int_eq(p.revision, 2);
	refused(stale, ERR_CONFLICT);
	ck_assert(plan_history(r.db, r.arena, p.id, &list, &count, &e));
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(list[0].measure, "様式を作り直す");
	ck_assert_str_eq(list[1].measure, "様式を作る");
	ck_assert_str_eq(list[1].owner_name, "氏名 13");
	ck_assert_str_eq(list[1].who, "氏名 11");
}
END_TEST

START_TEST(plans_are_told_as_they_stood_at_a_moment)
{
	struct plan p = plan_of(LARGE, day_of(2027, 3, 31)), *list;
	size_t count;
	struct err e = {0};
	instant_t then = r.now;
	ck_assert(plans_list(r.db, r.arena, r.cycle.id, LARGE, then - 1, &list, &count, &e));
	saved(&p);
	r.now += 3600;
	p.measure = "様式を作り直す";
	p.state = PLAN_DOING;
	saved(&p);
	ck_assert(plans_list(r.db, r.arena, r.cycle.id, LARGE, then - 1, &list, &count, &e));
	ck_assert_uint_eq(count, 0);
	ck_assert(plans_list(r.db, r.arena, r.cycle.id, LARGE, then, &list, &count, &e));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(list[0].measure, "様式を作る");
	ck_assert_int_eq(list[0].state, PLAN_PLANNED);
	ck_assert(plans_list(r.db, r.arena, r.cycle.id, LARGE, r.now, &list, &count, &e));
	ck_assert_str_eq(list[0].measure, "様式を作り直す");
	ck_assert_int_eq(list[0].state, PLAN_DOING);
}
END_TEST

static bool
practice_work(struct db *db, struct piece *p, struct err *e)
{
	const struct practice *x = p->with;
	return x->id == 0 ? practice_add(db, x, ADMIN_ACCOUNT, r.now, e)
			  : practice_decide(db, r.cycle.id, x->id, x->state, ADMIN_ACCOUNT, r.now, e);
}

static size_t
adopted_at(instant_t at)
{
	struct practice *list;
	size_t count;
	struct err e = {0};
	ck_assert(practices_list(
		r.db, r.arena, r.cycle.id, PLAN_EVERY, PRACTICE_ADOPTED, at, &list, &count, &e));
	return count;
}

START_TEST(a_practice_is_told_as_it_was_decided_at_a_moment)
{
	struct practice x = {.cycle_id = r.cycle.id, .department_id = LARGE, .text = "声掛け", .consent = "課長"};
	instant_t begin = r.now;
	review_write(&r, practice_work, &x);
	x = (struct practice){.id = 1, .state = PRACTICE_ADOPTED};
	r.now = begin + 60;
	review_write(&r, practice_work, &x);
	x.state = PRACTICE_DECLINED;
	r.now = begin + 120;
	review_write(&r, practice_work, &x);
	ck_assert_uint_eq(adopted_at(begin), 0);
	ck_assert_uint_eq(adopted_at(begin + 60), 1);
	ck_assert_uint_eq(adopted_at(begin + 120), 0);
}
END_TEST

START_TEST(plans_stay_as_they_are_once_the_cycle_has_ended)
{
	static const char *const moves[] = {"confirm", "finalise", "report", "improve"};
	struct plan p = plan_of(LARGE, day_of(2027, 3, 31));
	saved(&p);
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
		review_move(&r, moves[i]);
	p.state = PLAN_DOING;
	saved(&p); /* while improvements are under way */
	review_move(&r, "end");
	refused(p, ERR_CONFLICT);
	refused(plan_of(LARGE, day_of(2027, 3, 31)), ERR_CONFLICT);
}
END_TEST

static bool
next_year_work(struct db *db, struct piece *p, struct err *e)
{
	static const int64_t sets[] = {1};
	return cycle_create(db, p->with, sets, 1, e);
}

START_TEST(next_year_looks_back_on_the_plans_of_the_year_before)
{
	struct plan own = plan_of(LARGE, day_of(2027, 3, 31)), other = plan_of(FIVE, day_of(2027, 3, 31)),
		    body = plan_of(PLAN_BODY, day_of(2027, 3, 31)), *list;
	struct cycle next = {.year = 2027,
		.title = "翌年",
		.base_day = r.cycle.base_day,
		.opens_day = r.cycle.opens_day,
		.due_day = r.cycle.due_day};
	size_t count;
	struct err e = {0};
	saved(&own);
	saved(&other);
	saved(&body);
	review_write(&r, next_year_work, &next);
	ck_assert(cycle_find(r.db, r.arena, next.id, &next, &e));
	ck_assert(plans_before(r.db, r.arena, &next, LARGE, r.now, &list, &count, &e));
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(list[0].id, own.id);
	ck_assert(plans_before(r.db, r.arena, &next, PLAN_EVERY, r.now, &list, &count, &e));
	ck_assert_uint_eq(count, 3);
	ck_assert_int_eq(list[0].department_id, PLAN_BODY);
	ck_assert(plans_before(r.db, r.arena, &r.cycle, LARGE, r.now, &list, &count, &e)); /* no year before */
	ck_assert_uint_eq(count, 0);
}
END_TEST

Suite *plans_suite(void);
Suite *
plans_suite(void)
{
	Suite *s = suite_create("plans");
	TCase *t = tcase_create("plans");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, what_was_done_is_counted_over_all_plans);
	tcase_add_test(t, what_is_no_plan_is_refused);
	tcase_add_test(t, every_state_stays_in_the_history);
	tcase_add_test(t, plans_are_told_as_they_stood_at_a_moment);
	tcase_add_test(t, a_practice_is_told_as_it_was_decided_at_a_moment);
	tcase_add_test(t, plans_stay_as_they_are_once_the_cycle_has_ended);
	tcase_add_test(t, next_year_looks_back_on_the_plans_of_the_year_before);
	suite_add_tcase(s, t);
	return s;
}
