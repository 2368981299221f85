/* The ladder of findings, with days worked out on a calendar by hand: weekends are closed, and Monday 23
 * November 2026, a holiday. */
#include "domain/remind/chase.h"

#include <check.h>
#include <string.h>

#include "store/audit/chases.h"

static const struct chase_rung rungs[] = {
	{"plan-manager", CHASE_PLAN, CHASE_MANAGER, 1, "", ""},
	{"plan-lead", CHASE_PLAN, CHASE_LEAD, 7, "", ""},
	{"soon", CHASE_MEASURE, CHASE_OWNER, -7, "", ""},
	{"late", CHASE_MEASURE, CHASE_OWNER, 1, "", ""},
	{"top", CHASE_MEASURE, CHASE_MANAGEMENT, 14, "", ""},
};
enum { RUNGS = sizeof rungs / sizeof *rungs };

static bool taken[RUNGS];

static const char *
picked(enum chase_about about, enum chase_to to, day_t due, day_t today)
{
	const struct calendar c = {0};
	const struct chase_rung *r = chase_pick(rungs, RUNGS, about, to, &c, due, today, taken);
	return r != NULL ? r->key : "";
}

START_TEST(each_state_waits_for_something_until_a_day)
{
	const struct {
		enum finding_state state;
		day_t since, due_day;
		bool waits;
		enum chase_about about;
		day_t due;
	} rows[] = {{FINDING_PLANNING, 100, 0, true, CHASE_PLAN, 114},
		{FINDING_RETURNED, 100, 300, true, CHASE_PLAN, 114},
		{FINDING_PLANNED, 100, 300, true, CHASE_MEASURE, 300},
		{FINDING_DOING, 100, 0, false, CHASE_MEASURE, 0},
		{FINDING_ACCEPTED, 100, 300, true, CHASE_ACCEPTANCE, 300},
		{FINDING_REPORTED, 100, 300, false, 0, 0}, {FINDING_CHECKING, 100, 0, false, 0, 0},
		{FINDING_CLOSED, 100, 300, false, 0, 0}, {FINDING_WITHDRAWN, 100, 0, false, 0, 0}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		enum chase_about about = CHASE_ABOUTS;
		day_t due = 0;
		ck_assert(chase_due(rows[i].state, rows[i].since, rows[i].due_day, 14, &about, &due) ==
			  rows[i].waits);
		if (rows[i].waits) {
			ck_assert_int_eq(about, rows[i].about);
			ck_assert_int_eq(due, rows[i].due);
		}
	}
}
END_TEST

/* Due on Monday 16 November 2026. */
START_TEST(rungs_come_on_open_days)
{
	day_t due = day_of(2026, 11, 16);
	memset(taken, 0, sizeof taken);
	ck_assert_str_eq(picked(CHASE_PLAN, CHASE_MANAGER, due, due), "");
	ck_assert_str_eq(picked(CHASE_PLAN, CHASE_MANAGER, due, due + 1), "plan-manager");
	ck_assert_str_eq(picked(CHASE_PLAN, CHASE_LEAD, due, due + 7), ""); /* the holiday */
	ck_assert_str_eq(picked(CHASE_PLAN, CHASE_LEAD, due, due + 8), "plan-lead");
	ck_assert_str_eq(picked(CHASE_PLAN, CHASE_OWNER, due, due + 30), "");
}
END_TEST

/* Due on Friday 18 December 2026: a week before is the 11th; the day after a Saturday, so Monday the 21st. */
START_TEST(a_later_rung_takes_the_place_of_those_before_it)
{
	day_t due = day_of(2026, 12, 18);
	memset(taken, 0, sizeof taken);
	ck_assert_str_eq(picked(CHASE_MEASURE, CHASE_OWNER, due, day_of(2026, 12, 10)), "");
	ck_assert_str_eq(picked(CHASE_MEASURE, CHASE_OWNER, due, day_of(2026, 12, 11)), "soon");
	ck_assert_str_eq(picked(CHASE_MEASURE, CHASE_OWNER, due, day_of(2026, 12, 20)), "soon");
	ck_assert_str_eq(picked(CHASE_MEASURE, CHASE_OWNER, due, day_of(2026, 12, 21)), "late");
	taken[2] = true;
	ck_assert_str_eq(picked(CHASE_MEASURE, CHASE_OWNER, due, day_of(2026, 12, 20)), "");
	ck_assert_str_eq(picked(CHASE_MEASURE, CHASE_OWNER, due, day_of(2026, 12, 21)), "late");
	taken[3] = true;
	taken[2] = false;
	ck_assert_str_eq(picked(CHASE_MEASURE, CHASE_OWNER, due, day_of(2026, 12, 22)), "");
}
END_TEST

START_TEST(the_ladder_that_ships_is_whole)
{
	size_t count;
	const struct chase_rung *list = chase_rungs(&count);
	ck_assert_uint_ge(count, 11);
	for (size_t i = 0; i < count; i++) {
		struct err e = {0};
		const struct rung as = {.key = list[i].key,
			.days = list[i].days,
			.to = RUNG_MANAGER,
			.subject = list[i].subject,
			.text = list[i].text};
		ck_assert_msg(rung_check(&as, &e), "%s: %s", list[i].key, e.text);
		for (size_t j = 0; j < i; j++)
			ck_assert_str_ne(list[j].key, list[i].key);
	}
}
END_TEST

Suite *chase_suite(void);
Suite *
chase_suite(void)
{
	Suite *suite = suite_create("chase");
	TCase *c = tcase_create("chase");
	tcase_add_test(c, each_state_waits_for_something_until_a_day);
	tcase_add_test(c, rungs_come_on_open_days);
	tcase_add_test(c, a_later_rung_takes_the_place_of_those_before_it);
	tcase_add_test(c, the_ladder_that_ships_is_whole);
	suite_add_tcase(suite, c);
	return suite;
}
