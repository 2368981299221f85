/* Plans of audits over HTTP, proposed from the demonstration's figures. */
#include "store/audit/audit_plans.h"
#include "web/demo.h"

static void
setup(void)
{
	demo_start();
}

static void
teardown(void)
{
	demo_stop();
}

static int
made(int year)
{
	ck_assert_int_eq(body_as(b, LEAD, "POST", "/audit-plans",
				 arena_printf(arena, "kind_years=1&first_year=%d&title=plan&aims=aim", year)),
		303);
	return atoi(strstr(b->answer.data, "Location: /audit-plans/") + strlen("Location: /audit-plans/"));
}

static int
act(int role, int id, const char *what, const char *fields)
{
	struct err e = {0};
	struct audit_plan p;
	ck_assert_msg(audit_plan_find(store_reader(b->store, &e), arena, id, &p, &e), "%s", e.text);
	return body_as(b, role, "POST", arena_printf(arena, "/audit-plans/%d%s", id, what),
		arena_printf(arena, "revision=%d%s", p.revision, fields));
}

static int
look(int role, int id)
{
	return body_as(b, role, "GET", arena_printf(arena, "/audit-plans/%d", id), NULL);
}

static struct plan_target
first(int id)
{
	struct err e = {0};
	struct audit_plan p;
	struct plan_target *list;
	size_t count;
	struct db *db = store_reader(b->store, &e);
	ck_assert(audit_plan_find(db, arena, id, &p, &e));
	ck_assert(plan_targets(db, arena, &p, audit_plan_edition(&p), &list, &count, &e));
	ck_assert_uint_gt(count, 0);
	return list[0];
}

START_TEST(a_plan_is_proposed_ordered_approved_and_turned_into_an_audit)
{
	int id = made(2030);
	ck_assert_int_eq(act(AUDITOR, id, "/proposal", ""), 403);
	ck_assert_int_eq(act(LEAD, id, "/proposal", ""), 303);
	ck_assert_int_eq(look(MANAGEMENT, id), 200);
	ck_assert(body_says(b, "業務課"));
	ck_assert(body_says(b, "水道料金システム"));
	ck_assert(body_says(b, "前回の監査から1年を超えるごとに10点")); /* the rule is printed */
	int64_t target = first(id).id;
	const char *path = arena_printf(arena, "/targets/%lld", (long long)target);
	ck_assert_int_eq(act(LEAD, id, path, "&place=2&year=2030&chosen=1&why="), 422);
	ck_assert_int_eq(act(LEAD, id, path, "&place=2&year=2030&chosen=1&why=new+work"), 303);
	ck_assert_int_ne(first(id).id, target);
	ck_assert_int_eq(look(LEAD, id), 200);
	ck_assert(body_says(b, "new work"));
	ck_assert_int_eq(act(LEAD, id, "", "&do=submit&reason="), 303);
	ck_assert_int_eq(act(LEAD, id, "", "&do=approve&reason="), 403);
	ck_assert_int_eq(act(MANAGEMENT, id, "", "&do=approve&reason="), 303);
	ck_assert_int_eq(act(LEAD, id, arena_printf(arena, "%s/audit", path), ""), 303);
	ck_assert_ptr_nonnull(strstr(b->answer.data, "Location: /audits/"));
	ck_assert_int_eq(look(MANAGER, id), 403);
	ck_assert_int_eq(act(LEAD, id, "", "&do=revise&reason="), 422);
}
END_TEST

START_TEST(title_and_aims_are_changed_until_it_is_handed_in_and_again_in_a_new_edition)
{
	int id = made(2031);
	ck_assert_int_eq(act(MANAGEMENT, id, "/words", "&title=t&aims=a"), 403);
	ck_assert_int_eq(act(LEAD, id, "/words", "&title=&aims=kept"), 422);
	ck_assert(body_says(b, "kept</textarea>"));
	ck_assert_int_eq(act(LEAD, id, "/words", "&title=one%0Atwo&aims=a"), 422);
	ck_assert_int_eq(
		body_as(b, LEAD, "POST", arena_printf(arena, "/audit-plans/%d/words", id), "revision=9&title=t&aims=a"),
		409);
	ck_assert_int_eq(act(LEAD, id, "/words", "&title=better&aims=one%0Atwo"), 303);
	ck_assert_int_eq(look(LEAD, id), 200);
	ck_assert(body_says(b, "<h1>better</h1>"));
	ck_assert_int_eq(act(LEAD, id, "/proposal", ""), 303);
	ck_assert_int_eq(act(LEAD, id, "", "&do=submit&reason="), 303);
	ck_assert_int_eq(act(LEAD, id, "/words", "&title=late&aims="), 409);
	ck_assert_int_eq(act(MANAGEMENT, id, "", "&do=approve&reason="), 303);
	ck_assert_int_eq(act(LEAD, id, "/words", "&title=late&aims="), 409);
	ck_assert_int_eq(look(LEAD, id), 200);
	ck_assert(body_says(b, "<h1>better</h1>"));
	ck_assert(!body_says(b, "方針・重点を変える"));
	ck_assert_int_eq(act(LEAD, id, "", "&do=revise&reason=new+threat"), 303);
	ck_assert_int_eq(act(LEAD, id, "/words", "&title=second&aims="), 303);
}
END_TEST

/* 監査委員事務局 has one person, whose figures nobody is shown. */
START_TEST(a_withheld_department_gives_no_points_and_says_so)
{
	struct err e = {0};
	struct plan_target *list;
	struct audit_plan p;
	size_t count, seen = 0;
	int id = made(2030);
	struct db *db = store_reader(b->store, &e);
	ck_assert_int_eq(act(LEAD, id, "/proposal", ""), 303);
	ck_assert(audit_plan_find(db, arena, id, &p, &e));
	ck_assert(plan_targets(db, arena, &p, 1, &list, &count, &e));
	for (size_t i = 0; i < count; i++) {
		if (list[i].entry_id != 0 || strcmp(list[i].department_key, "080") != 0)
			continue;
		seen++;
		ck_assert_int_eq(list[i].values[FACTOR_ALARM].state, FACTOR_HIDDEN);
		ck_assert_int_eq(list[i].values[FACTOR_ALARM].value, 0);
		ck_assert_int_eq(list[i].factor_points[FACTOR_ALARM], 0);
	}
	ck_assert_uint_eq(seen, 1);
	ck_assert_int_eq(look(LEAD, id), 200);
	ck_assert(body_says(b, "※（秘匿のため不明）"));
}
END_TEST

START_TEST(what_was_typed_is_shown_again_when_it_is_refused)
{
	ck_assert_int_eq(
		body_as(b, LEAD, "POST", "/audit-plans", "kind_years=4&first_year=2030&title=t&aims=mine"),
		422);
	ck_assert(body_says(b, "mine</textarea>"));
	ck_assert_int_eq(
		body_as(b, LEAD, "POST", "/audit-plans", "kind_years=1&first_year=x&title=t&aims="), 422);
	ck_assert_int_eq(
		body_as(b, MANAGEMENT, "POST", "/audit-plans", "kind_years=1&first_year=2030&title=t&aims="),
		403);
}
END_TEST

Suite *plan_page_suite(void);
Suite *
plan_page_suite(void)
{
	Suite *s = suite_create("plan_page");
	TCase *t = tcase_create("plan_page");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_plan_is_proposed_ordered_approved_and_turned_into_an_audit);
	tcase_add_test(t, title_and_aims_are_changed_until_it_is_handed_in_and_again_in_a_new_edition);
	tcase_add_test(t, a_withheld_department_gives_no_points_and_says_so);
	tcase_add_test(t, what_was_typed_is_shown_again_when_it_is_refused);
	suite_add_tcase(s, t);
	return s;
}
