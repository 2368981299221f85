/* Improvements as the manager and the secretariat plan them. */
#include "web/review.h"

static struct review_site s;

#define ANSWERS "{\"P1\":{\"c\":\"no\",\"r\":\"x\"},\"P2\":\"yes\",\"P3\":\"yes\"}"
#define PLAN    "item=people.P1&measure=%E6%A7%98%E5%BC%8F&owner=0013&due_day=2027-03-31"

static void
setup(void)
{
	site_setup(&s);
	review_submit_all(&s.review, LARGE, ANSWERS);
}

static void
teardown(void)
{
	site_teardown(&s);
}

START_TEST(the_weakest_question_is_suggested_and_a_plan_for_it_is_kept)
{
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/plan", NULL), 200);
	ck_assert(site_says(&s, "item=people.P1#new"));
	ck_assert(!site_says(&s, "item=people.P2#new")); /* everyone does it */
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/plan", PLAN), 303);
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/plan?done=saved", NULL), 200);
	ck_assert(site_says(&s, "href=\"/section/plan/1\""));
	ck_assert(site_says(&s, "氏名 13"));
	ck_assert(!site_says(&s, "item=people.P1#new"));
	ck_assert(site_says(&s, "<dd>0.0％（完了 ÷ すべて）</dd>"));
}
END_TEST

/* due in 2026 and in 2999; the first is over whenever this is run */
START_TEST(what_is_still_to_be_done_stands_on_the_first_page_and_on_the_desk)
{
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/", NULL), 200);
	ck_assert(!site_says(&s, "進める改善策"));
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/plan",
				 "item=people.P1&measure=first&owner=0013&due_day=2026-01-31"),
		303);
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/plan",
				 "item=people.P2&measure=second&owner=0013&due_day=2999-01-31"),
		303);
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/", NULL), 200);
	ck_assert(site_says(&s, "実施中・計画2件、うち期限超過1件"));
	ck_assert(site_says(&s, ">first</a>　氏名 13 <span class=\"tag late\">期限超過</span>"));
	ck_assert_int_eq(site_counts(&s, "<span class=\"tag late\">期限超過</span>"), 1);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin", NULL), 200);
	ck_assert(site_says(&s, "実施中・計画2件、うち期限超過1件"));
	ck_assert_int_eq(site_ask(&s, OTHER_MANAGER_ACCOUNT, "/", NULL), 200);
	ck_assert(!site_says(&s, "進める改善策"));
	ck_assert_int_eq(site_ask(&s, STAFF_ACCOUNT, "/", NULL), 200);
	ck_assert(!site_says(&s, "進める改善策"));
}
END_TEST

START_TEST(nothing_is_suggested_where_too_few_answered)
{
	review_submit_all(&s.review, THREE, ANSWERS);
	ck_assert_int_eq(site_ask(&s, SMALL_MANAGER_ACCOUNT, "/section/plan", NULL), 200);
	ck_assert(!site_says(&s, "#new\""));
	ck_assert(site_says(&s, "表示できる設問はありません"));
}
END_TEST

START_TEST(what_cannot_be_a_plan_comes_back_as_typed)
{
	static const char *const refused[] = {
		"item=people.P1&measure=&owner=0013&due_day=2027-03-31",
		"item=people.P9&measure=typed&owner=0013&due_day=2027-03-31",
		"item=&measure=typed&owner=0013&due_day=2027-03-31",
		"item=people.P1&measure=typed&owner=9999&due_day=2027-03-31",
		"item=people.P1&measure=typed&owner=0013&due_day=2027-02-30",
		"item=people.P1&measure=typed&owner=0013&due_day=",
		"item=people.P1&measure=typed&owner=0013&due_day=2027-03-31&state=begun",
	};
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		ck_assert_msg(
			site_ask(&s, MANAGER_ACCOUNT, "/section/plan", refused[i]) == 422, "%s", refused[i]);
		ck_assert(site_says(&s, "まだ保存していません"));
		ck_assert(i == 0 || site_says(&s, ">typed</textarea>"));
	}
	ck_assert_int_eq(body_number(s.review.db, "SELECT count(*) FROM plan"), 0);
}
END_TEST

/* A plan enters documents as it was written: its author looks twice, the secretariat sees why. */
START_TEST(what_may_name_a_person_is_looked_at_twice)
{
	static const char told[] = "item=people.P1&measure=ask+desk%40water.example&owner=0013"
				   "&due_day=2027-03-31";
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/plan", told), 422);
	ck_assert(site_says(&s, "メールアドレス"));
	ck_assert(site_says(&s, "name=\"sure\""));
	ck_assert(site_says(&s, ">ask desk@water.example</textarea>"));
	ck_assert_int_eq(body_number(s.review.db, "SELECT count(*) FROM plan"), 0);
	char sure[256];
	snprintf(sure, sizeof sure, "%s&sure=1", told);
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/plan", sure), 303);
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/plan", NULL), 200);
	ck_assert(!site_says(&s, "メールアドレス"));
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/plans/1", NULL), 200);
	ck_assert(site_says(&s, "メールアドレス"));
}
END_TEST

START_TEST(a_plan_is_changed_with_its_history)
{
	site_ask(&s, MANAGER_ACCOUNT, "/section/plan", PLAN);
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/plan/1",
				 "revision=1&measure=second&owner=0014&due_day=2027-03-31&state=doing&done_"
				 "day=&result="),
		303);
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/plan/1",
				 "revision=1&measure=stale&owner=0014&due_day=2027-03-31&state=doing&done_"
				 "day=&result="),
		409);
	ck_assert(site_says(&s, ">stale</textarea>"));
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/plan/1",
				 "revision=2&measure=second&owner=0014&due_day=2027-03-31&state=done&done_"
				 "day=&result="),
		422);
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/plan/1", NULL), 200);
	ck_assert(site_says(&s, "様式"));
	ck_assert(site_says(&s, "<td>second</td>"));
	ck_assert_int_eq(body_number(s.review.db, "SELECT count(*) FROM plan_change"), 2);
}
END_TEST

START_TEST(another_department_neither_sees_nor_changes_it)
{
	site_ask(&s, MANAGER_ACCOUNT, "/section/plan", PLAN);
	ck_assert_int_eq(site_ask(&s, OTHER_MANAGER_ACCOUNT, "/section/plan/1", NULL), 403);
	ck_assert_int_eq(site_ask(&s, OTHER_MANAGER_ACCOUNT, "/section/plan/99", NULL), 403);
	ck_assert_int_eq(site_ask(&s, OTHER_MANAGER_ACCOUNT, "/section/plan/1",
				 "revision=1&measure=x&owner=0014&due_day=2027-03-31&state=doing"),
		403);
	ck_assert_int_eq(site_ask(&s, OTHER_MANAGER_ACCOUNT, "/section/plan", NULL), 200);
	ck_assert(!site_says(&s, "様式"));
	static const int others[] = {STAFF_ACCOUNT, AUDITOR_ACCOUNT, MANAGEMENT_ACCOUNT};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		ck_assert_int_eq(site_ask(&s, others[i], "/section/plan", NULL), 403);
		ck_assert_int_eq(site_ask(&s, others[i], "/section/plan", PLAN), 403);
		ck_assert_int_eq(site_ask(&s, others[i], "/admin/plans/1", NULL), 403);
	}
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/admin/plans/1", NULL), 403);
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/admin/practices/1", "do=adopted&id=1"), 403);
}
END_TEST

START_TEST(the_secretariat_plans_for_the_body_and_sees_all)
{
	site_ask(&s, MANAGER_ACCOUNT, "/section/plan", PLAN);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/plans/1", PLAN), 303);
	ck_assert_int_eq(
		body_number(s.review.db, "SELECT count(*) FROM plan WHERE department_id IS NULL"), 1);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/plans/1", NULL), 200);
	ck_assert(site_says(&s, "href=\"/admin/plans/1/1\""));
	ck_assert(site_says(&s, "href=\"/admin/plans/1/2\""));
	ck_assert(site_says(&s, "<td>第1課</td>"));
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/plans/1/99", NULL), 404);
}
END_TEST

START_TEST(good_practice_needs_consent_and_the_secretariats_yes)
{
	ck_assert_int_eq(
		site_ask(&s, MANAGER_ACCOUNT, "/section/practices", "do=record&text=good&consent="), 422);
	ck_assert(site_says(&s, ">good</textarea>"));
	ck_assert_int_eq(
		site_ask(&s, MANAGER_ACCOUNT, "/section/practices", "do=record&text=good&consent=all"), 303);
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/practices", "do=adopted&id=1"), 400);
	ck_assert_int_eq(
		body_number(s.review.db, "SELECT count(*) FROM practice WHERE state = 'recorded'"), 1);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/practices/1", "do=adopted&id=1"), 303);
	ck_assert_int_eq(
		body_number(s.review.db, "SELECT count(*) FROM practice WHERE state = 'adopted'"), 1);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/practices/1", "do=adopted&id=9"), 404);
}
END_TEST

Suite *plans_page_suite(void);
Suite *
plans_page_suite(void)
{
	Suite *suite = suite_create("plans_page");
	TCase *t = tcase_create("plans_page");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, the_weakest_question_is_suggested_and_a_plan_for_it_is_kept);
	tcase_add_test(t, what_is_still_to_be_done_stands_on_the_first_page_and_on_the_desk);
	tcase_add_test(t, nothing_is_suggested_where_too_few_answered);
	tcase_add_test(t, what_cannot_be_a_plan_comes_back_as_typed);
	tcase_add_test(t, what_may_name_a_person_is_looked_at_twice);
	tcase_add_test(t, a_plan_is_changed_with_its_history);
	tcase_add_test(t, another_department_neither_sees_nor_changes_it);
	tcase_add_test(t, the_secretariat_plans_for_the_body_and_sees_all);
	tcase_add_test(t, good_practice_needs_consent_and_the_secretariats_yes);
	suite_add_tcase(suite, t);
	return suite;
}
