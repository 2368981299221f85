#include "domain/remind/ladder.h"

#include <check.h>
#include <string.h>

static struct arena *arena;

static void
setup(void)
{
	arena = arena_create();
}

static void
teardown(void)
{
	arena_destroy(arena);
}

static const struct calendar office = {.december_from = 29, .january_to = 3};

START_TEST(a_rung_before_the_due_day_moves_back_and_one_after_it_forward)
{
	/* Due on Thursday 24 September 2026; from Saturday the 19th to the 23rd the office is closed. */
	day_t due = day_of(2026, 9, 24);
	struct rung r = {.days = -1};
	ck_assert_int_eq(rung_day(&r, &office, due), day_of(2026, 9, 18));
	r.days = -6;
	ck_assert_int_eq(rung_day(&r, &office, due), day_of(2026, 9, 18));
	r.days = 2; /* a Saturday */
	ck_assert_int_eq(rung_day(&r, &office, due), day_of(2026, 9, 28));
	r.days = 0;
	ck_assert_int_eq(rung_day(&r, &office, due), due);
	ck_assert_int_eq(rung_day(&r, &office, day_of(2026, 9, 22)), day_of(2026, 9, 18));
}
END_TEST

/* Due on Friday 16 October 2026. */
static const struct rung ladder[] = {
	{"week", true, -7, RUNG_PERSON, "", ""}, /* 9 October, Friday */
	{"eve", true, -1, RUNG_PERSON, "", ""},  /* 15 October */
	{"after", true, 3, RUNG_PERSON, "", ""}, /* 19 October, Monday */
	{"boss", true, 3, RUNG_MANAGER, "", ""}, /* 19 October */
	{"unused", false, 1, RUNG_PERSON, "", ""},
};
enum { RUNGS = sizeof ladder / sizeof *ladder };

static const char *
pick(enum rung_to to, day_t opened, day_t today, bool taken[RUNGS], size_t *settled)
{
	size_t which[RUNGS];
	const struct rung *r = ladder_pick(
		ladder, RUNGS, to, &office, day_of(2026, 10, 16), opened, today, taken, which, settled);
	for (size_t i = 0; i < *settled; i++)
		taken[which[i]] = true;
	return r == NULL ? "" : r->key;
}

START_TEST(each_rung_is_climbed_once_when_its_day_has_come)
{
	bool taken[RUNGS] = {0};
	size_t settled;
	day_t opened = day_of(2026, 10, 1);
	ck_assert_str_eq(pick(RUNG_PERSON, opened, day_of(2026, 10, 8), taken, &settled), "");
	ck_assert_str_eq(pick(RUNG_PERSON, opened, day_of(2026, 10, 9), taken, &settled), "week");
	ck_assert_str_eq(pick(RUNG_PERSON, opened, day_of(2026, 10, 9), taken, &settled), "");
	ck_assert_str_eq(pick(RUNG_PERSON, opened, day_of(2026, 10, 15), taken, &settled), "eve");
	ck_assert_str_eq(pick(RUNG_MANAGER, opened, day_of(2026, 10, 18), taken, &settled), "");
	ck_assert_str_eq(pick(RUNG_MANAGER, opened, day_of(2026, 10, 19), taken, &settled), "boss");
	ck_assert_str_eq(pick(RUNG_PERSON, opened, day_of(2026, 10, 19), taken, &settled), "after");
	ck_assert_str_eq(pick(RUNG_HEAD, opened, day_of(2026, 12, 1), taken, &settled), "");
}
END_TEST

START_TEST(days_that_were_missed_are_made_up_with_one_message)
{
	bool taken[RUNGS] = {0};
	size_t settled;
	ck_assert_str_eq(
		pick(RUNG_PERSON, day_of(2026, 10, 1), day_of(2026, 10, 26), taken, &settled), "after");
	ck_assert_int_eq(settled, 3);
	ck_assert_str_eq(pick(RUNG_PERSON, day_of(2026, 10, 1), day_of(2026, 10, 27), taken, &settled), "");
	ck_assert_int_eq(settled, 0);
}
END_TEST

START_TEST(what_lay_before_the_opening_is_not_sent)
{
	bool taken[RUNGS] = {0};
	size_t settled;
	day_t opened = day_of(2026, 10, 13);
	ck_assert_str_eq(pick(RUNG_PERSON, opened, day_of(2026, 10, 13), taken, &settled), "");
	ck_assert_int_eq(settled, 1); /* and stays unsent */
	ck_assert_str_eq(pick(RUNG_PERSON, opened, day_of(2026, 10, 15), taken, &settled), "eve");
}
END_TEST

START_TEST(a_rung_put_in_below_one_that_was_climbed_is_not_sent_afterwards)
{
	bool taken[RUNGS] = {[1] = true};
	size_t settled;
	ck_assert_str_eq(pick(RUNG_PERSON, day_of(2026, 10, 1), day_of(2026, 10, 15), taken, &settled), "");
	ck_assert_int_eq(settled, 1);
}
END_TEST

START_TEST(places_are_filled)
{
	struct rung_words w = {
		"山﨑", "企業団", "点検", "10月16日", "総務課", "・職員票", "3", "・林", "https://x/"};
	ck_assert_str_eq(rung_fill(arena, "{name} {cycle}{due}\n{sets}", &w), "山﨑 点検10月16日\n・職員票");
	ck_assert_str_eq(rung_fill(arena, "", &w), "");
	ck_assert_str_eq(rung_fill(arena, "a{count}{names}{link}{body}{department}b", &w),
		"a3・林https://x/企業団総務課b");
	w.name = "{link}"; /* what is filled in is not filled again */
	ck_assert_str_eq(rung_fill(arena, "{name}", &w), "{link}");
	ck_assert_str_eq(rung_fill(arena, "{answer}{", &w), "");
}
END_TEST

START_TEST(a_text_has_only_the_places_of_its_recipient_and_none_for_an_answer)
{
	struct err e = {0};
	struct rung r = {
		"x", true, -7, RUNG_PERSON, "提出 {cycle}", "{name} {sets} {due} {link} {body} {department}"};
	ck_assert_msg(rung_check(&r, &e), "%s", e.text);
	static const char *const wrong[] = {"{answer}", "{answers}", "{T101}", "{names}", "{count}", "{", "}",
		"{name", "{}", "{ name }", "{{name}}", ""};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		r.text = wrong[i];
		ck_assert_msg(!rung_check(&r, &e), "%s", wrong[i]);
		ck_assert_int_eq(e.kind, ERR_INPUT);
	}
	r.to = RUNG_MANAGER;
	r.text = "{names} {count}";
	ck_assert(rung_check(&r, &e));
	r.text = "{sets}";
	ck_assert(!rung_check(&r, &e));
	r.text = "x";
	r.subject = "二\n行";
	ck_assert(!rung_check(&r, &e));
	r.subject = "x";
	r.days = 61;
	ck_assert(!rung_check(&r, &e));
}
END_TEST

Suite *ladder_suite(void);

Suite *
ladder_suite(void)
{
	Suite *s = suite_create("ladder");
	TCase *t = tcase_create("ladder");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_rung_before_the_due_day_moves_back_and_one_after_it_forward);
	tcase_add_test(t, each_rung_is_climbed_once_when_its_day_has_come);
	tcase_add_test(t, days_that_were_missed_are_made_up_with_one_message);
	tcase_add_test(t, what_lay_before_the_opening_is_not_sent);
	tcase_add_test(t, a_rung_put_in_below_one_that_was_climbed_is_not_sent_afterwards);
	tcase_add_test(t, places_are_filled);
	tcase_add_test(t, a_text_has_only_the_places_of_its_recipient_and_none_for_an_answer);
	suite_add_tcase(s, t);
	return s;
}
