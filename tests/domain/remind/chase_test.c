/* The ladder of findings, with days worked out on a calendar by hand: weekends are closed, and Monday 23
 * November 2026, a holiday. */
#include "domain/remind/chase.h"

#include <check.h>
#include <string.h>

static const struct chase_rung rungs[] = {
	{"plan-manager", CHASE_PLAN, CHASE_MANAGER, 1, "", "", true},
	{"plan-lead", CHASE_PLAN, CHASE_LEAD, 7, "", "", true},
	{"soon", CHASE_MEASURE, CHASE_OWNER, -7, "", "", true},
	{"late", CHASE_MEASURE, CHASE_OWNER, 1, "", "", true},
	{"top", CHASE_MEASURE, CHASE_MANAGEMENT, 14, "", "", true},
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
		day_t until = finding_wait_day(rows[i].state, false, rows[i].since, rows[i].due_day, 14);
		ck_assert(chase_due(rows[i].state, until, &about, &due) == rows[i].waits);
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

START_TEST(a_rung_that_is_not_used_is_never_climbed)
{
	const struct calendar c = {0};
	struct chase_rung list[RUNGS];
	day_t due = day_of(2026, 11, 16);
	memcpy(list, rungs, sizeof list);
	memset(taken, 0, sizeof taken);
	list[0].used = false;
	ck_assert_ptr_null(chase_pick(list, RUNGS, CHASE_PLAN, CHASE_MANAGER, &c, due, due + 30, taken));
}
END_TEST

START_TEST(whom_a_rung_may_go_to_depends_on_what_it_is_about)
{
	ck_assert(chase_reaches(CHASE_MEASURE, CHASE_OWNER));
	ck_assert(!chase_reaches(CHASE_REQUEST, CHASE_OWNER)); /* nobody is put in charge of one */
	ck_assert(chase_reaches(CHASE_REQUEST, CHASE_HEAD));
	ck_assert(!chase_reaches(CHASE_MEASURE, CHASE_HEAD));
	ck_assert(!chase_reaches(CHASE_URGENT, CHASE_MANAGER)); /* never the department */
	ck_assert(chase_reaches(CHASE_URGENT, CHASE_MANAGEMENT));
	ck_assert(!chase_reaches(CHASE_ABOUTS, CHASE_LEAD));
	ck_assert(!chase_reaches(CHASE_PLAN, CHASE_TOS));
}
END_TEST

START_TEST(what_does_not_fit_is_refused)
{
	const struct chase_rung good = {
		"own-1", CHASE_REQUEST, CHASE_MANAGER, -3, "{body} {count}", "{name} {names} {link}", true};
	struct chase_rung bad[6];
	struct err e = {0};
	ck_assert_msg(chase_check(&good, &e), "%s", e.text);
	for (size_t i = 0; i < 6; i++)
		bad[i] = good;
	bad[0].to = CHASE_OWNER;
	bad[1].days = RUNG_DAYS_MOST + 1;
	bad[2].subject = "";
	bad[3].subject = "one\ntwo";
	bad[4].text = "{cycle}";                             /* a place of the self-check's */
	bad[5].about = CHASE_URGENT, bad[5].to = CHASE_LEAD; /* it has no days */
	for (size_t i = 0; i < 6; i++) {
		ck_assert_msg(!chase_check(&bad[i], &e), "%zu", i);
		ck_assert_int_eq(e.kind, ERR_INPUT);
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
	tcase_add_test(c, a_rung_that_is_not_used_is_never_climbed);
	tcase_add_test(c, whom_a_rung_may_go_to_depends_on_what_it_is_about);
	tcase_add_test(c, what_does_not_fit_is_refused);
	suite_add_tcase(suite, c);
	return suite;
}
