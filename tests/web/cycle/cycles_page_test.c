/* A cycle as the secretariat prepares, changes and gives it up. */
#include "web/review.h"

/* The site's cycle 1 runs from 1 to 31 October 2026; its sets are 1 (people) and 2 (office). */

static struct review_site s;

#define FORM "year=2027&title=next&base_day=2027-06-01&opens_day=2027-10-01&due_day=2027-10-29"

static void
setup(void)
{
	site_setup(&s);
}

static void
teardown(void)
{
	site_teardown(&s);
}

static int
sends(const char *path, const char *fields)
{
	return site_ask(&s, ADMIN_ACCOUNT, path, fields);
}

static int
asks(const char *path)
{
	return site_ask(&s, ADMIN_ACCOUNT, path, NULL);
}

static int64_t
number(const char *sql)
{
	return body_number(s.review.db, sql);
}

START_TEST(a_cycle_is_prepared_and_set_otherwise_before_it_opens)
{
	ck_assert_int_eq(sends("/admin/cycles", FORM "&grace_day=2027-11-05&automatic=1&set-1=1"), 303);
	ck_assert_int_eq(asks("/admin/cycles/2?done=created"), 200);
	ck_assert(site_says(&s, "日程のとおり自動で進める"));
	ck_assert_int_eq(asks("/admin/cycles/2/edit"), 200);
	ck_assert(site_says(&s, "value=\"2027-10-29\""));
	ck_assert(site_says(&s, "value=\"2027-11-05\""));
	ck_assert(site_says(&s, "name=\"set-1\" value=\"1\" checked"));
	ck_assert(site_says(&s, "name=\"set-2\" value=\"1\" >"));
	ck_assert_int_eq(sends("/admin/cycles/2/edit", FORM "&grace_day=&adhoc=1&set-1=1&set-2=1"), 303);
	ck_assert_int_eq(number("SELECT count(*) FROM cycle_set WHERE cycle_id = 2"), 2);
	ck_assert_int_eq(number("SELECT count(*) FROM cycle WHERE id = 2 AND kind = 'adhoc' AND automatic = 0"
				" AND grace_day IS NULL"),
		1);
}
END_TEST

START_TEST(what_is_wrong_comes_back_as_typed)
{
	static const char *const refused[] = {
		"year=2027&title=&base_day=2027-06-01&opens_day=2027-10-01&due_day=2027-10-29&set-1=1",
		"year=27&title=typed&base_day=2027-06-01&opens_day=2027-10-01&due_day=2027-10-29&set-1=1",
		"year=2027&title=typed&base_day=2027-06-31&opens_day=2027-10-01&due_day=2027-10-29&set-1=1",
		"year=2027&title=typed&base_day=2027-06-01&opens_day=2027-10-01&due_day=2027-09-29&set-1=1",
		FORM "&grace_day=2027-10-29&set-1=1",
		FORM "&grace_day=soon&set-1=1",
		FORM,
	};
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		ck_assert_msg(sends("/admin/cycles", refused[i]) == 422, "%s", refused[i]);
		ck_assert(site_says(&s, "class=\"complaint\""));
		ck_assert(site_says(&s, "value=\"2027-10-01\""));
	}
	ck_assert_int_eq(sends("/admin/cycles", FORM "&set-1=1&set-9=1"), 400);
	ck_assert_int_eq(number("SELECT count(*) FROM cycle"), 1);
}
END_TEST

START_TEST(unlucky_days_and_a_second_yearly_cycle_are_pointed_out)
{
	ck_assert_int_eq(sends("/admin/cycles",
				 "year=2040&title=far&base_day=2040-06-01&opens_day=2040-10-01"
				 "&due_day=2040-11-03&set-1=1"),
		303);
	ck_assert_int_eq(asks("/admin/cycles/2"), 200);
	ck_assert(site_says(&s, "締切日が閉庁日です")); /* 文化の日 */
	ck_assert(!site_says(&s, "もう一つあります"));
	ck_assert_int_eq(sends("/admin/cycles",
				 "year=2026&title=twin&base_day=2026-06-01&opens_day=2026-10-01"
				 "&due_day=2026-10-30&set-1=1"),
		303);
	ck_assert_int_eq(asks("/admin/cycles/3"), 200);
	ck_assert(site_says(&s, "定期の実施回「令和8年度」がもう一つあります"));
}
END_TEST

START_TEST(an_open_cycle_is_prolonged_with_a_reason)
{
	ck_assert_int_eq(asks("/admin/cycles/1/edit"), 200);
	ck_assert(!site_says(&s, "name=\"base_day\""));
	ck_assert(!site_says(&s, "name=\"set-1\""));
	ck_assert_int_eq(sends("/admin/cycles/1/edit", "due_day=2999-10-29&grace_day=&reason="), 422);
	ck_assert(site_says(&s, "理由を入力してください"));
	ck_assert(site_says(&s, "value=\"2999-10-29\""));
	ck_assert_int_eq(sends("/admin/cycles/1/edit", "due_day=2026-10-05&grace_day=&reason=r"), 422);
	ck_assert(site_says(&s, "the new due day is over already"));
	ck_assert_int_eq(sends("/admin/cycles/1/edit", "due_day=2999-10-29&grace_day=&reason=storm"), 303);
	ck_assert_int_eq(asks("/admin/cycles/1"), 200);
	ck_assert(site_says(&s, "（日程の変更）"));
	ck_assert(site_says(&s, "storm"));
	review_move(&s.review, "confirm");
	ck_assert_int_eq(asks("/admin/cycles/1/edit"), 409);
}
END_TEST

START_TEST(a_prepared_cycle_is_given_up_and_an_open_one_is_not)
{
	ck_assert_int_eq(sends("/admin/cycles", FORM "&set-1=1"), 303);
	ck_assert_int_eq(sends("/admin/cycles/2/discard", "reason="), 400);
	ck_assert_int_eq(sends("/admin/cycles/2/discard", "reason=twice"), 303);
	ck_assert_int_eq(asks("/admin/cycles/2"), 404);
	ck_assert_int_eq(sends("/admin/cycles/1/discard", "reason=no"), 409);
	ck_assert_int_eq(asks("/admin/cycles/1"), 200);
	ck_assert(!site_says(&s, "/discard\""));
}
END_TEST

START_TEST(next_years_cycle_is_prepared_once)
{
	review_move(&s.review, "confirm");
	review_move(&s.review, "finalise");
	ck_assert_int_eq(sends("/admin/cycles/1/next", ""), 303);
	ck_assert_int_eq(sends("/admin/cycles/1/next", ""), 409);
	ck_assert_int_eq(number("SELECT count(*) FROM cycle"), 2);
	ck_assert_int_eq(number("SELECT due_day FROM cycle WHERE id = 2"), day_of(2027, 10, 29)); /* the 31st is a Sunday */
}
END_TEST

Suite *cycles_page_suite(void);
Suite *
cycles_page_suite(void)
{
	Suite *suite = suite_create("cycles_page");
	TCase *t = tcase_create("cycles_page");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_cycle_is_prepared_and_set_otherwise_before_it_opens);
	tcase_add_test(t, what_is_wrong_comes_back_as_typed);
	tcase_add_test(t, unlucky_days_and_a_second_yearly_cycle_are_pointed_out);
	tcase_add_test(t, an_open_cycle_is_prolonged_with_a_reason);
	tcase_add_test(t, a_prepared_cycle_is_given_up_and_an_open_one_is_not);
	tcase_add_test(t, next_years_cycle_is_prepared_once);
	suite_add_tcase(suite, t);
	return suite;
}
