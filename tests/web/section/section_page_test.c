/* The manager's page: what there is to do, in each department that is looked after. */
#include "web/review.h"

static struct review_site s;

#define YES "{\"P1\":\"yes\",\"P2\":\"yes\",\"P3\":\"yes\"}"

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

/* The fourth department has no manager; 氏名 21 gets a further post in it, and the first
 * department becomes the one above the second. */
static void
setup(void)
{
	site_setup(&s);
	review_write(&s.review, script_work,
		"INSERT INTO post (person_id, department_id, main, valid_from) VALUES (21, 4, 0, 0);"
		"UPDATE department_term SET parent_id = 1 WHERE department_id = 2");
}

static void
teardown(void)
{
	site_teardown(&s);
}

static int
asks(int account, const char *path)
{
	return site_ask(&s, account, path, NULL);
}

START_TEST(what_there_is_to_do_stands_first)
{
	ck_assert_int_eq(asks(MANAGER_ACCOUNT, "/section"), 200);
	ck_assert(site_says(&s, "まだ提出していない人</a>に声を掛ける　<strong>7件")); /* six and the office's */
	ck_assert(site_says(&s, "ご自身の回答票</a>を提出する　<strong>2件"));
	ck_assert(!site_says(&s, "提出された回答票</a>を確認する"));
	review_submit_all(&s.review, LARGE, YES);
	review_submit(&s.review, "office", 11, "{\"O1\":\"yes\"}");
	ck_assert_int_eq(asks(MANAGER_ACCOUNT, "/section"), 200);
	ck_assert(site_says(&s, "提出された回答票</a>を確認する　<strong>7件"));
	ck_assert(!site_says(&s, "まだ提出していない人</a>"));
	ck_assert(!site_says(&s, "ご自身の回答票</a>"));
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section", "cycle=1&all=people"), 303);
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section", "cycle=1&all=office"), 303);
	ck_assert_int_eq(asks(MANAGER_ACCOUNT, "/section"), 200);
	ck_assert(site_says(&s, "いまはありません"));
}
END_TEST

START_TEST(plans_are_asked_for_once_the_figures_are_final)
{
	review_submit_all(&s.review, LARGE, YES);
	review_move(&s.review, "confirm");
	review_move(&s.review, "finalise");
	ck_assert_int_eq(asks(MANAGER_ACCOUNT, "/section"), 200);
	ck_assert(site_says(&s, "改善策</a>を立てる"));
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/plan",
				 "item=people.P1&measure=m&owner=0013&due_day=2026-01-31"),
		303);
	ck_assert_int_eq(asks(MANAGER_ACCOUNT, "/section"), 200);
	ck_assert(site_says(&s, "期限を過ぎた<a href=\"/section/plan?"));
	ck_assert(!site_says(&s, "改善策</a>を立てる"));
}
END_TEST

START_TEST(a_manager_of_two_departments_chooses_and_acts_in_both)
{
	review_submit_all(&s.review, TWO, YES);
	ck_assert_int_eq(asks(OTHER_MANAGER_ACCOUNT, "/section"), 200);
	ck_assert(site_says(&s, "<strong>第2課</strong>"));
	ck_assert(site_says(&s, "<option value=\"D4\" >第4課</option>"));
	ck_assert(!site_says(&s, "氏名 41"));
	ck_assert_int_eq(asks(OTHER_MANAGER_ACCOUNT, "/section?department=D4"), 200);
	ck_assert(site_says(&s, "<strong>第4課</strong>"));
	ck_assert(site_says(&s, "氏名 41"));
	ck_assert_int_eq(
		site_ask(&s, OTHER_MANAGER_ACCOUNT, "/section", "cycle=1&department=D4&all=people"), 303);
	ck_assert_int_eq(body_number(s.review.db, "SELECT count(*) FROM sheet WHERE confirmed_at IS NOT NULL"
						  " AND department_id = 4"),
		2);
	ck_assert_int_eq(site_ask(&s, OTHER_MANAGER_ACCOUNT, "/section/plan?department=D4",
				 "item=people.P1&measure=m&owner=0041&due_day=2027-01-31"),
		303);
	ck_assert_int_eq(body_number(s.review.db, "SELECT department_id FROM plan"), 4);
	ck_assert_int_eq(asks(OTHER_MANAGER_ACCOUNT, "/section/plan/1"), 200);
	ck_assert_int_eq(asks(OTHER_MANAGER_ACCOUNT, "/"), 200);
	ck_assert(site_says(&s, "第2課の状況"));
	ck_assert(site_says(&s, "第4課　<a href=\"/section/plan?cycle=1&amp;department=D4\">"));
	ck_assert_int_eq(asks(OTHER_MANAGER_ACCOUNT, "/reports/self-check-department/1/D4"), 200);
}
END_TEST

START_TEST(a_head_sees_how_a_section_stands_and_changes_nothing_in_it)
{
	review_submit_all(&s.review, FIVE, YES);
	ck_assert_int_eq(asks(MANAGER_ACCOUNT, "/section?department=D2"), 200);
	ck_assert(site_says(&s, "見ることだけができます"));
	ck_assert(site_says(&s, "氏名 22"));
	ck_assert(!site_says(&s, "確認する</button>"));
	ck_assert(!site_says(&s, "/status\""));
	ck_assert_int_eq(
		site_ask(&s, MANAGER_ACCOUNT, "/section", "cycle=1&department=D2&all=people"), 403);
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/plan?department=D2",
				 "item=people.P1&measure=m&owner=0021&due_day=2027-01-31"),
		403);
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/practices?department=D2",
				 "do=record&text=t&consent=c"),
		403);
	ck_assert_int_eq(site_ask(&s, MANAGER_ACCOUNT, "/section/na?department=D2",
				 "group=people.P1.duty&count=1&do=accept"),
		403);
	char path[64];
	snprintf(path, sizeof path, "/sheets/%lld/status", (long long)review_sheet(&s.review, "people", 22));
	ck_assert_int_eq(asks(MANAGER_ACCOUNT, path), 403);
	ck_assert_int_eq(asks(MANAGER_ACCOUNT, "/section/plan?department=D2"), 200);
	ck_assert(!site_says(&s, "id=\"new\""));
	ck_assert_int_eq(asks(MANAGER_ACCOUNT, "/reports/self-check-department/1/D2"), 200);
}
END_TEST

START_TEST(nobody_chooses_a_department_of_others)
{
	static const char *const paths[] = {"/section?department=D3", "/section?department=nothing",
		"/section/plan?department=D3", "/section/na?department=D3",
		"/reports/self-check-department/1/D3"};
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
		ck_assert_msg(asks(MANAGER_ACCOUNT, paths[i]) == 403, "%s", paths[i]);
	ck_assert_int_eq(asks(OTHER_MANAGER_ACCOUNT, "/section?department=D1"), 403); /* above, not below */
}
END_TEST

Suite *section_page_suite(void);
Suite *
section_page_suite(void)
{
	Suite *suite = suite_create("section_page");
	TCase *t = tcase_create("section_page");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, what_there_is_to_do_stands_first);
	tcase_add_test(t, plans_are_asked_for_once_the_figures_are_final);
	tcase_add_test(t, a_manager_of_two_departments_chooses_and_acts_in_both);
	tcase_add_test(t, a_head_sees_how_a_section_stands_and_changes_nothing_in_it);
	tcase_add_test(t, nobody_chooses_a_department_of_others);
	suite_add_tcase(suite, t);
	return suite;
}
