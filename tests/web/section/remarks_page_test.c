/* The secretariat's review of what people wrote. */
#include "web/review.h"

static struct review_site s;

static void
setup(void)
{
	char document[256];
	site_setup(&s);
	for (int i = 1; i <= 6; i++) {
		snprintf(document, sizeof document,
			"{\"P1\":{\"c\":\"no\",\"r\":\"理由その%d<b>\"},\"P2\":\"yes\",\"P3\":\"yes\"}", i);
		review_submit(&s.review, "people", 10 + i, document);
	}
	review_move(&s.review, "confirm");
}

static void
teardown(void)
{
	site_teardown(&s);
}

/* The key of the first text on the page that was answered. */
static const char *
first_key(void)
{
	static char key[65];
	const char *at = strstr(s.answer.data, "name=\"d-");
	ck_assert_ptr_nonnull(at);
	snprintf(key, sizeof key, "%.64s", at + strlen("name=\"d-"));
	return key;
}

START_TEST(every_text_stands_there_without_a_name)
{
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/remarks/1", NULL), 200);
	ck_assert_int_eq(site_counts(&s, "<blockquote>"), 6);
	ck_assert_int_eq(site_counts(&s, "&lt;b&gt;</p>"), 6);
	ck_assert(!site_says(&s, "氏名 1"));
	ck_assert(site_says(&s, "第1課"));
}
END_TEST

START_TEST(only_the_secretariat_reads_it)
{
	static const int others[] = {MANAGER_ACCOUNT, STAFF_ACCOUNT, AUDITOR_ACCOUNT, MANAGEMENT_ACCOUNT};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		ck_assert_int_eq(site_ask(&s, others[i], "/admin/remarks/1", NULL), 403);
		ck_assert_int_eq(site_ask(&s, others[i], "/admin/remarks/1", "d-x=adopted"), 403);
		ck_assert_int_eq(
			site_ask(&s, others[i], "/admin/remarks/1/rest", "reason=other&sure=1"), 403);
	}
}
END_TEST

START_TEST(it_is_not_read_while_answers_come_in_one_by_one)
{
	review_move(&s.review, "reopen");
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/remarks/1", NULL), 409);
}
END_TEST

START_TEST(a_page_is_decided_at_once)
{
	char form[512];
	site_ask(&s, ADMIN_ACCOUNT, "/admin/remarks/1", NULL);
	const char *key = first_key();
	snprintf(form, sizeof form, "d-%s=adopted&r-%s=&w-%s=x", key, key, key);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/remarks/1?state=undecided&page=1", form), 303);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/remarks/1?state=adopted", NULL), 200);
	ck_assert_int_eq(site_counts(&s, "<blockquote>"), 1);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/remarks/1", NULL), 200);
	ck_assert_int_eq(site_counts(&s, "<blockquote>"), 5);
}
END_TEST

START_TEST(what_is_refused_comes_back_as_it_was_typed)
{
	char form[512];
	site_ask(&s, ADMIN_ACCOUNT, "/admin/remarks/1", NULL);
	const char *key = first_key();
	snprintf(form, sizeof form, "d-%s=left_out&r-%s=&w-%s=typed+words", key, key, key);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/remarks/1", form), 422);
	ck_assert(site_says(&s, "typed words"));
	ck_assert(site_says(&s, "value=\"left_out\" checked"));
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/remarks/1", "x=1"), 400);
	ck_assert_int_eq(body_number(s.review.db, "SELECT count(*) FROM remark_decision"), 0);
}
END_TEST

START_TEST(the_rest_is_left_out_only_when_that_is_ticked)
{
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/remarks/1/rest", "reason=other"), 422);
	ck_assert_int_eq(body_number(s.review.db, "SELECT count(*) FROM remark_decision"), 0);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/remarks/1/rest", "reason=other&sure=1"), 303);
	ck_assert_int_eq(
		body_number(s.review.db, "SELECT count(*) FROM remark_decision WHERE state = 'left_out'"), 6);
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/remarks/1", NULL), 200);
	ck_assert_int_eq(site_counts(&s, "<blockquote>"), 0);
}
END_TEST

Suite *remarks_page_suite(void);
Suite *
remarks_page_suite(void)
{
	Suite *suite = suite_create("remarks_page");
	TCase *t = tcase_create("remarks_page");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, every_text_stands_there_without_a_name);
	tcase_add_test(t, only_the_secretariat_reads_it);
	tcase_add_test(t, it_is_not_read_while_answers_come_in_one_by_one);
	tcase_add_test(t, a_page_is_decided_at_once);
	tcase_add_test(t, what_is_refused_comes_back_as_it_was_typed);
	tcase_add_test(t, the_rest_is_left_out_only_when_that_is_ticked);
	suite_add_tcase(suite, t);
	return suite;
}
