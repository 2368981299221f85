/* The wording of the body's policy beside the questions of the answering page. */
#include "web/demo.h"

#include "store/policy/policy_editions.h"

static const char heading[] = "基本方針の条文（原文）を読む";

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
look(int64_t sheet)
{
	char path[64];
	snprintf(path, sizeof path, "/sheets/%lld", (long long)sheet);
	return body_as(b, STAFF, "GET", path, NULL);
}

static bool
withdraw_work(struct db *db, struct piece *p, struct err *e)
{
	return policy_edition_withdraw(db, arena, *(int64_t *)p->with, "x", 1, clock_now(), e);
}

START_TEST(each_section_opens_the_clauses_its_questions_rest_on)
{
	ck_assert_int_eq(look(mine), 200);
	ck_assert(body_says(b, heading));
	const char *section = strstr(b->answer.data, "<h2>6(1) ");
	ck_assert_ptr_nonnull(section);
	const char *wording = strstr(section, "<strong>6(1) 組織体制</strong>");
	ck_assert_ptr_nonnull(wording);
	ck_assert(wording < strstr(section, "<fieldset"));
	ck_assert_ptr_nonnull(strstr(section, "責任者と委員会を置き、年に一度、その役割を見直す。"));
	ck_assert_ptr_nonnull(
		strstr(section, "緊急時の計画を作り")); /* 6(7), of which questions name paragraphs */
}
END_TEST

START_TEST(the_page_follows_the_edition_in_force_and_shows_nothing_without_one)
{
	int64_t newest = 2, older = 1;
	ck_assert_int_eq(look(mine), 200);
	ck_assert(body_says(b, "責任者と委員会を置き"));
	body_write(b, withdraw_work, &newest);
	ck_assert_int_eq(look(mine), 200);
	ck_assert(!body_says(b, "責任者と委員会を置き"));
	ck_assert(body_says(b, "全庁で取り組むための責任者を置く。"));
	body_write(b, withdraw_work, &older);
	ck_assert_int_eq(look(mine), 200);
	ck_assert(!body_says(b, heading));
}
END_TEST

/* A form that is refused is filled without the ready-made page; it shows the same. */
START_TEST(a_form_that_is_shown_again_has_the_wording_too)
{
	char path[64];
	snprintf(path, sizeof path, "/sheets/%lld", (long long)mine);
	ck_assert_int_eq(body_as(b, STAFF, "POST", path, "revision=0&do=submit&S611=yes"), 422);
	ck_assert(body_says(b, heading));
}
END_TEST

Suite *sheet_wording_suite(void);
Suite *
sheet_wording_suite(void)
{
	Suite *s = suite_create("sheet_wording");
	TCase *t = tcase_create("sheet_wording");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, each_section_opens_the_clauses_its_questions_rest_on);
	tcase_add_test(t, the_page_follows_the_edition_in_force_and_shows_nothing_without_one);
	tcase_add_test(t, a_form_that_is_shown_again_has_the_wording_too);
	suite_add_tcase(s, t);
	return s;
}
