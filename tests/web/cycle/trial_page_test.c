/* A question set tried out before it is asked: checked like a sheet, and nothing kept. */
#include "web/review.h"

static struct review_site s;

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
tries(const char *fields)
{
	return site_ask(&s, ADMIN_ACCOUNT, "/admin/questionnaires/1", fields);
}

START_TEST(it_looks_like_the_sheet_of_a_department)
{
	ck_assert_int_eq(tries(NULL), 200);
	ck_assert(site_says(&s, "id=\"q-P1\""));
	ck_assert(site_says(&s, "<option value=\"D1\" >"));
	ck_assert(!site_says(&s, "checked"));
	ck_assert_int_eq(
		site_ask(&s, ADMIN_ACCOUNT, "/admin/questionnaires/1?department=D1", NULL), 200);
	ck_assert(site_says(&s, "<option value=\"D1\" selected>"));
	ck_assert_int_eq(
		site_ask(&s, ADMIN_ACCOUNT, "/admin/questionnaires/1?department=none", NULL), 404);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/questionnaires/99", NULL), 404);
}
END_TEST

START_TEST(what_lacks_is_named_and_what_was_chosen_stays)
{
	ck_assert_int_eq(tries("revision=0&shown=1&do=submit&P1=no&P2=yes"), 422);
	ck_assert(site_says(&s, "まだ提出できません。残り2か所")); /* a reason for P1, an answer to P3 */
	ck_assert(site_says(&s, "name=\"P2\" value=\"yes\" id=\"P2-1\" checked"));
	ck_assert_int_eq(tries("revision=0&shown=1&do=submit&P9=yes"), 400);
}
END_TEST

START_TEST(a_complete_one_could_be_submitted_and_is_not_kept)
{
	ck_assert_int_eq(tries("revision=0&shown=1&do=submit&P1=no&P1-r=why&P2=yes&P3=yes"), 200);
	ck_assert(site_says(&s, "この答えなら提出できます"));
	ck_assert_int_eq(body_number(s.review.db, "SELECT count(*) FROM sheet WHERE draft IS NOT NULL"
						  " OR submitted IS NOT NULL"),
		0);
	ck_assert_int_eq(body_number(s.review.db, "SELECT count(*) FROM receipt"), 0);
}
END_TEST

Suite *trial_page_suite(void);
Suite *
trial_page_suite(void)
{
	Suite *suite = suite_create("trial_page");
	TCase *t = tcase_create("trial_page");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, it_looks_like_the_sheet_of_a_department);
	tcase_add_test(t, what_lacks_is_named_and_what_was_chosen_stays);
	tcase_add_test(t, a_complete_one_could_be_submitted_and_is_not_kept);
	suite_add_tcase(suite, t);
	return suite;
}
