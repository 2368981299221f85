/* The quality of answers, which is for the secretariat alone. Departments of 6, 5, 3 and 2, k is 5. */
#include "web/review.h"

static struct review_site s;

#define PLAIN   "{\"P1\":\"yes\",\"P2\":\"yes\",\"P3\":\"yes\"}"
#define AGAINST "{\"P1\":\"yes\",\"P2\":{\"c\":\"no\",\"r\":\"理由\"},\"P3\":\"yes\"}"

#define NOTHING                                                                                                \
	"{\"P1\":{\"c\":\"no\",\"r\":\"理由\"},\"P2\":{\"c\":\"no\",\"r\":\"理由\"},\"P3\":{\"c\":\"no\"," \
	"\"r\":\"理由\"}}"

static void
setup(void)
{
	site_setup(&s);
	review_submit_all(&s.review, LARGE, PLAIN);
	review_submit(&s.review, "people", 11, AGAINST);
	review_submit(&s.review, "people", 21, AGAINST); /* the fifth never answers */
	review_submit(&s.review, "people", 22, NOTHING);
	review_submit(&s.review, "people", 23, PLAIN);
	review_submit(&s.review, "people", 24, AGAINST);
	review_submit(&s.review, "people", 41, NOTHING);
	review_submit(&s.review, "people", 42, PLAIN);
}

static void
teardown(void)
{
	site_teardown(&s);
}

static void
finish(void)
{
	review_move(&s.review, "confirm");
	review_move(&s.review, "finalise");
}

static int
look(const char *path)
{
	return site_ask(&s, ADMIN_ACCOUNT, path, NULL);
}

START_TEST(nobody_but_the_secretariat_sees_it)
{
	static const int others[] = {
		MANAGER_ACCOUNT, OTHER_MANAGER_ACCOUNT, STAFF_ACCOUNT, AUDITOR_ACCOUNT, MANAGEMENT_ACCOUNT};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		ck_assert_int_eq(site_ask(&s, others[i], "/admin/quality/1", NULL), 403);
		ck_assert_int_eq(site_ask(&s, others[i], "/admin/quality/1?set=people", NULL), 403);
		ck_assert_int_eq(site_ask(&s, others[i], "/admin/quality/1/tables?form=csv", NULL), 403);
	}
	ck_assert_int_eq(look("/admin/quality/1"), 200);
}
END_TEST

START_TEST(a_department_of_four_is_withheld_and_not_in_the_sum)
{
	finish();
	ck_assert_int_eq(look("/admin/quality/1"), 200);
	ck_assert(site_says(&s,
		"<th scope=\"row\">第2課</th><td class=\"number\">※</td>"
		"<td class=\"number\">※</td><td class=\"number\">※</td><td class=\"number\">※"));
	ck_assert(site_says(&s, "<th scope=\"row\">全体（※の部署を除く）</th><td class=\"number\">6</td>"));
	ck_assert_int_eq(site_counts(&s, "1／6"), 3); /* the body, 第1課 and the pair */
	ck_assert(!site_says(&s, "／10") && !site_says(&s, "／12"));
}
END_TEST

START_TEST(one_answer_more_does_not_show)
{
	struct buf before = BUF_INIT;
	look("/admin/quality/1");
	buf_adds(&before, strstr(s.answer.data, "<main"));
	review_submit(&s.review, "people", 12, AGAINST);
	look("/admin/quality/1");
	ck_assert_str_eq(strstr(s.answer.data, "<main"), before.data);
	buf_free(&before);
	ck_assert(site_says(&s, "集計の確定後に示します")); /* times */
}
END_TEST

START_TEST(a_set_is_chosen_and_an_unknown_one_is_absent)
{
	ck_assert_int_eq(look("/admin/quality/1?set=office"), 200);
	ck_assert(site_says(&s, "票officeの手がかり"));
	ck_assert(site_says(&s, "全体の値だけを示します"));
	ck_assert(!site_says(&s, "<th scope=\"row\">第1課</th>")); /* one manager each */
	ck_assert_int_eq(look("/admin/quality/1?set=nothing"), 404);
	ck_assert_int_eq(look("/admin/quality/9"), 404);
	ck_assert_int_eq(look("/admin/quality/x"), 404);
	ck_assert_int_eq(look("/admin/quality/1?page=99"), 200);
}
END_TEST

static bool
bounds_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return db_script(db, "INSERT INTO setting (key, value) VALUES ('review_least', '5')", e);
}

START_TEST(candidates_stand_there_with_their_reasons_and_the_bounds)
{
	finish();
	look("/admin/quality/1");
	ck_assert(site_says(&s, "候補に挙がる設問はありません")); /* six answers are too few */
	review_write(&s.review, bounds_work, NULL);
	look("/admin/quality/1");
	ck_assert(site_says(&s, "すべての点検票から<strong>2問</strong>"));
	ck_assert(site_says(&s, "矛盾5％超"));
	ck_assert(site_says(&s, "回答が5件に満たない設問"));
	ck_assert_int_eq(site_counts(&s, "合わない"), 3); /* two candidates and the pair */
}
END_TEST

START_TEST(the_tables_come_as_a_workbook_or_as_an_archive)
{
	finish();
	static const char *const forms[] = {"", "?form=xlsx", "?form=csv", "?form=csv-guarded", "?form=sjis"};
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		char path[64];
		snprintf(path, sizeof path, "/admin/quality/1/tables%s", forms[i]);
		ck_assert_int_eq(look(path), 200);
		if (i < 4)
			ck_assert(strncmp(wire_body(&s.answer), "PK", 2) == 0);
	}
	ck_assert_int_eq(look("/admin/quality/1/tables?form=nothing"), 400);
	ck_assert_int_eq(look("/admin/quality/9/tables"), 404);
}
END_TEST

START_TEST(the_cycle_the_desk_and_next_year_lead_there)
{
	finish();
	look("/admin");
	ck_assert(site_says(&s, "href=\"/admin/quality/1\""));
	look("/admin/cycles/1");
	ck_assert(site_says(&s, "href=\"/admin/quality/1\""));
	ck_assert(site_says(&s, "href=\"/admin/quality/1#candidates\"")); /* before next year is prepared */
	ck_assert_int_eq(site_ask(&s, ADMIN_ACCOUNT, "/admin/cycles/1/next", ""), 303);
	look("/admin/cycles/2/changes");
	ck_assert(site_says(&s, "href=\"/admin/quality/1#candidates\""));
	ck_assert_int_eq(look("/admin/quality/2"), 404); /* not opened yet: nothing to tell */
	review_write(&s.review, bounds_work, NULL);
	look("/admin/quality/1");
	ck_assert(site_says(&s, "href=\"/admin/cycles/2/changes\""));
	ck_assert_int_eq(site_counts(&s, "次回：そのまま"), 2);
}
END_TEST

Suite *quality_page_suite(void);
Suite *
quality_page_suite(void)
{
	Suite *suite = suite_create("quality_page");
	TCase *t = tcase_create("quality_page");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, nobody_but_the_secretariat_sees_it);
	tcase_add_test(t, a_department_of_four_is_withheld_and_not_in_the_sum);
	tcase_add_test(t, one_answer_more_does_not_show);
	tcase_add_test(t, a_set_is_chosen_and_an_unknown_one_is_absent);
	tcase_add_test(t, candidates_stand_there_with_their_reasons_and_the_bounds);
	tcase_add_test(t, the_tables_come_as_a_workbook_or_as_an_archive);
	tcase_add_test(t, the_cycle_the_desk_and_next_year_lead_there);
	suite_add_tcase(suite, t);
	return suite;
}
