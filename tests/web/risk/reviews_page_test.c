/* 見直しの検討 through the browser's door. */
#include "web/demo.h"

#define SAID                                                                                                 \
	"occasion=repeated+finding&weighed=costs&revise=1&decision=add+a+rule&decided_by=committee&decided_" \
	"day=2026-04-10&edition-2=1&risk-1=1&finding-1=1"

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

START_TEST(a_review_is_recorded_with_what_it_looked_at)
{
	ck_assert_int_eq(body_as(b, LEAD, "POST", "/policy/reviews", "cause=both&" SAID), 403);
	ck_assert_int_eq(body_as(b, ADMIN, "GET", "/policy/reviews/new", NULL), 200);
	ck_assert(body_says(b, "name=\"edition-2\""));
	ck_assert_int_eq(body_as(b, ADMIN, "POST", "/policy/reviews", "cause=both&" SAID), 303);
	for (int role = STAFF; role <= LEAD; role++) {
		bool may = role != STAFF && role != MANAGER;
		ck_assert_int_eq(body_as(b, role, "GET", "/policy/reviews", NULL), may ? 200 : 403);
		ck_assert_int_eq(body_as(b, role, "GET", "/policy/reviews/2", NULL), may ? 200 : 403);
		ck_assert_int_eq(body_says(b, "add a rule"), may);
		ck_assert_int_eq(body_says(b, "href=\"/policy/editions/2\""), may);
		ck_assert_int_eq(body_says(b, "href=\"/risks/1\""), may);
		ck_assert_int_eq(body_says(b, "href=\"/findings/1\""), may);
	}
	ck_assert(body_says(b, "点検・監査の結果と状況の変化"));
	ck_assert(body_says(b, "改定する"));
	ck_assert_int_eq(body_as(b, LEAD, "GET", "/policy/reviews/3", NULL), 404);
}
END_TEST

START_TEST(what_is_missing_is_said_and_what_was_typed_stays)
{
	ck_assert_int_eq(body_as(b, ADMIN, "POST", "/policy/reviews", "cause=&" SAID), 422);
	ck_assert(body_says(b, "choose what gave occasion to the review"));
	ck_assert(body_says(b, ">costs</textarea>"));
	ck_assert(body_says(b, "name=\"risk-1\" value=\"1\" checked"));
	ck_assert_int_eq(
		body_as(b, ADMIN, "POST", "/policy/reviews",
			"cause=both&occasion=x&weighed=x&revise=0&decision=x&decided_by=x&decided_day="
			"2999-01-01"),
		422);
	ck_assert_int_eq(
		body_as(b, ADMIN, "POST", "/policy/reviews",
			"cause=both&occasion=x&weighed=&revise=0&decision=x&decided_by=x&decided_day="
			"2026-04-01"),
		422);
	ck_assert_int_eq(body_as(b, ADMIN, "GET", "/policy/reviews", NULL), 200);
	ck_assert(!body_says(b, "/policy/reviews/2"));
}
END_TEST

Suite *reviews_page_suite(void);
Suite *
reviews_page_suite(void)
{
	Suite *s = suite_create("reviews_page");
	TCase *t = tcase_create("reviews_page");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_review_is_recorded_with_what_it_looked_at);
	tcase_add_test(t, what_is_missing_is_said_and_what_was_typed_stays);
	suite_add_tcase(s, t);
	return s;
}
