/* 該当なし as the manager, the secretariat and the person who answered meet it. */
#include "web/review.h"

static struct review_site s;

#define NA_DUTY  "{\"c\":\"na\",\"n\":\"duty\",\"r\":\"窓口は担当しない\"}"
#define ONE_DUTY "{\"P1\":" NA_DUTY ",\"P2\":\"yes\",\"P3\":\"yes\"}"
#define YES      "{\"P1\":\"yes\",\"P2\":\"yes\",\"P3\":\"yes\"}"

static void
setup(void)
{
	site_setup(&s);
	review_submit(&s.review, "people", 11, YES);
	review_submit(&s.review, "people", 12, ONE_DUTY);
	for (int64_t person = 13; person <= 16; person++)
		review_submit(&s.review, "people", person, YES);
	review_submit(&s.review, "office", 11, "{\"O1\":" NA_DUTY "}");
}

static void
teardown(void)
{
	site_teardown(&s);
}

START_TEST(the_manager_sees_how_many_and_never_who_or_what)
{
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/na", NULL), 200);
	ck_assert(site_says(&s, "name=\"group\" value=\"people.P1.duty\""));
	ck_assert(!site_says(&s, "氏名 12"));
	/* the office's own words are shown, once; the person's, which are the same, are not */
	ck_assert_int_eq(site_counts(&s, "窓口は担当しない"), 1);
}
END_TEST

START_TEST(nobody_else_opens_the_pages)
{
	static const struct {
		int account, section, admin;
	} rows[] = {{MANAGER_ACCOUNT, 200, 403}, {STAFF_ACCOUNT, 403, 403}, {AUDITOR_ACCOUNT, 403, 403},
		{MANAGEMENT_ACCOUNT, 403, 403}, {ADMIN_ACCOUNT, 403, 200}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		ck_assert_int_eq(site_ask(&s, rows[i].account, "/section/na", NULL), rows[i].section);
		ck_assert_int_eq(site_ask(&s, rows[i].account, "/admin/na/1", NULL), rows[i].admin);
	}
	ck_assert_int_eq(
		site_ask(&s, STAFF_ACCOUNT, "/section/na", "group=people.P1.duty&count=1&do=accept"), 403);
	ck_assert_int_eq(
		site_ask(&s, MANAGER_ACCOUNT, "/admin/na/1", "group=people.P1.duty&count=1&do=accept"), 403);
}
END_TEST

START_TEST(another_departments_answers_are_not_decided_on)
{
	ck_assert_int_eq(
		site_ask(&s, OTHER_MANAGER_ACCOUNT, "/section/na", "group=people.P1.duty&count=1&do=accept"),
		409);
	ck_assert_int_eq(body_number(s.review.db, "SELECT count(*) FROM na_decision"), 0);
}
END_TEST

START_TEST(accepting_is_told_with_name_and_number)
{
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/na",
				 "group=people.P1.duty&count=1&do=accept&comment="),
		303);
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/na?done=accepted", NULL), 200);
	ck_assert(site_says(&s, "承認済み"));
	ck_assert(site_says(&s, "氏名 11（1件のとき）"));
}
END_TEST

START_TEST(what_has_changed_meanwhile_is_shown_again)
{
	ck_assert_int_eq(
		site_ask(&s, MANAGER_ACCOUNT, "/section/na", "group=people.P1.duty&count=2&do=accept"), 409);
	ck_assert_int_eq(
		site_ask(&s, MANAGER_ACCOUNT, "/section/na", "group=people.P2.duty&count=1&do=accept"), 409);
	ck_assert_int_eq(
		site_ask(&s, MANAGER_ACCOUNT, "/section/na", "group=nothing&count=1&do=accept"), 404);
	ck_assert_int_eq(body_number(s.review.db, "SELECT count(*) FROM na_decision"), 0);
}
END_TEST

START_TEST(a_request_without_words_is_refused_and_one_with_words_reaches_the_form)
{
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/na",
				 "group=people.P1.duty&count=1&do=review&comment="),
		422);
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/na",
				 "group=people.P1.duty&count=1&do=review&comment=%3Cb%3Ecounter"),
		303);
	ck_assert_int_eq(site_ask(&s, STAFF_ACCOUNT, "/", NULL), 200);
	ck_assert(site_says(&s, "見直しのお願い"));
	char path[64];
	snprintf(path, sizeof path, "/sheets/%lld", (long long)review_sheet(&s.review, "people", 12));
	ck_assert_int_eq(site_ask(&s, STAFF_ACCOUNT, path, NULL), 200);
	ck_assert(site_says(&s, "<a href=\"#q-P1\">"));
	ck_assert(site_says(&s, "&lt;b&gt;counter"));
	ck_assert(!site_says(&s, "<a href=\"#q-P2\">"));
	/* the manager's own sheet, with another answer, says nothing */
	snprintf(path, sizeof path, "/sheets/%lld", (long long)review_sheet(&s.review, "people", 11));
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, path, NULL), 200);
	ck_assert(!site_says(&s, "&lt;b&gt;counter"));
}
END_TEST

START_TEST(a_manager_of_too_few_is_told_no_number)
{
	review_submit(&s.review, "people", 31, ONE_DUTY);
	review_move(&s.review, "confirm"); /* before, nothing at all is to be seen of so few */
	ck_assert_int_eq(site_ask(&s, SMALL_MANAGER_ACCOUNT, "/section/na", NULL), 200);
	ck_assert(site_says(&s, "件数を表示しません"));
	ck_assert(!site_says(&s, "people.P1.duty"));
	ck_assert_int_eq(
		site_ask(&s, SMALL_MANAGER_ACCOUNT, "/section/na", "group=people.P1.duty&count=1&do=accept"),
		409);
}
END_TEST

static char *
page_kept(int account, const char *path)
{
	ck_assert_int_eq(site_ask(&s, account, path, NULL), 200);
	/* past the headers: only those tell the time of the request */
	return arena_strdup(s.review.arena, strstr(s.answer.data, "\r\n\r\n"));
}

START_TEST(who_follows_a_request_cannot_be_told_from_the_time)
{
	static const int accounts[] = {MANAGER_ACCOUNT, ADMIN_ACCOUNT};
	char path[64], *before[2];
	snprintf(path, sizeof path, "/sheets/%lld/status", (long long)review_sheet(&s.review, "people", 12));
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/na",
				 "group=people.P1.duty&count=1&do=review&comment=counter"),
		303);
	char *list = page_kept(MANAGER_ACCOUNT, "/section");
	for (size_t i = 0; i < 2; i++)
		before[i] = page_kept(accounts[i], path);
	s.review.now += 3 * 86400;
	review_submit(&s.review, "people", 12, YES);
	ck_assert_str_eq(page_kept(MANAGER_ACCOUNT, "/section"), list);
	for (size_t i = 0; i < 2; i++)
		ck_assert_str_eq(page_kept(accounts[i], path), before[i]);
}
END_TEST

START_TEST(a_sheet_returned_by_name_shows_when_it_came_back)
{
	char path[64];
	int64_t sheet = review_sheet(&s.review, "people", 12);
	snprintf(path, sizeof path, "/sheets/%lld/status", (long long)sheet);
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, path, "do=return&comment=again"), 303);
	s.review.now += 3 * 86400;
	review_submit(&s.review, "people", 12, YES);
	ck_assert_int_eq(
		body_number(s.review.db, "SELECT count(*) FROM sheet WHERE told_at = submitted_at AND"
					 " told_at > first_at"),
		1);
}
END_TEST

/* 1 of 6 is 16.7 %: below 20; 2 of 6 is 33.3 %. The office's one of one is 100 %. */
START_TEST(too_many_are_listed_for_the_secretariat)
{
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/na/1", NULL), 200);
	ck_assert(!site_says(&s, "P1　"));
	ck_assert(site_says(&s, "O1　"));
	ck_assert(site_says(&s, "100.0％"));
	review_submit(&s.review, "people", 13, ONE_DUTY);
	review_move(&s.review, "confirm");
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/na/1", NULL), 200);
	ck_assert(site_says(&s, "P1　"));
	ck_assert(site_says(&s, "33.3％"));
}
END_TEST

START_TEST(small_departments_are_decided_together_by_the_secretariat)
{
	review_submit_all(&s.review, THREE, ONE_DUTY);
	review_submit_all(&s.review, TWO, ONE_DUTY);
	review_move(&s.review, "confirm");
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/na/1", NULL), 200);
	ck_assert(site_says(&s, "name=\"group\" value=\"people.P1.duty\""));
	ck_assert(!site_says(&s, "第3課"));
	ck_assert_int_eq(
		site_ask(&s, ADMIN_ACCOUNT, "/admin/na/1", "group=people.P1.duty&count=5&do=accept"), 303);
	ck_assert_int_eq(
		body_number(s.review.db, "SELECT count FROM na_decision WHERE department_id = 0"), 5);
}
END_TEST

Suite *na_page_suite(void);
Suite *
na_page_suite(void)
{
	Suite *suite = suite_create("na_page");
	TCase *t = tcase_create("na_page");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, the_manager_sees_how_many_and_never_who_or_what);
	tcase_add_test(t, nobody_else_opens_the_pages);
	tcase_add_test(t, another_departments_answers_are_not_decided_on);
	tcase_add_test(t, accepting_is_told_with_name_and_number);
	tcase_add_test(t, what_has_changed_meanwhile_is_shown_again);
	tcase_add_test(t, a_request_without_words_is_refused_and_one_with_words_reaches_the_form);
	tcase_add_test(t, who_follows_a_request_cannot_be_told_from_the_time);
	tcase_add_test(t, a_sheet_returned_by_name_shows_when_it_came_back);
	tcase_add_test(t, a_manager_of_too_few_is_told_no_number);
	tcase_add_test(t, too_many_are_listed_for_the_secretariat);
	tcase_add_test(t, small_departments_are_decided_together_by_the_secretariat);
	suite_add_tcase(suite, t);
	return suite;
}
