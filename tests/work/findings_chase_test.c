/* Findings that are overdue climb their ladder: owner, manager, lead, management. Department A (HEAD_A
 * manages it, and OTHER_A, who has no mail address) was told of a finding on Monday 2 November 2026 and has
 * 14 days for its plan: until Monday the 16th. */
#include "work/chased.h"

static void
setup(void)
{
	chased_setup();
	change("INSERT INTO finding (id, year, serial, department_id, title, severity, clause, threat, item, "
	       "facts,"
	       " criterion, cause, effect, proposal, state, raised_by, raised_at, times) VALUES (1, 2026, 3, "
	       "1,"
	       " '鍵が掛かっていない', 'minor', '6(4)', '', '', '事実', '差', '', '', '', 'planning', 51, 0, "
	       "1)");
	change(arena_printf(small.body.arena,
		"INSERT INTO finding_move (finding_id, at, account_id, who, name, from_state, to_state, "
		"reason,"
		" revision) VALUES (1, %lld, 51, '', 'notify', 'confirmed', 'planning', '', 3), (1, 0, 51, "
		"'', 'check', 'raised',"
		" 'checking', '', 1)",
		(long long)instant_of_day(day_of(2026, 11, 2)) + NOON));
}

static void
teardown(void)
{
	chased_teardown();
}

/* How many reminders of a rung there are to a person. */
static int64_t
told(const char *rung, int64_t person)
{
	return number(arena_printf(small.body.arena,
		"SELECT count(*) FROM finding_reminder WHERE rung = '%s' AND person_id = %lld", rung,
		(long long)person));
}

START_TEST(a_plan_that_is_missing_is_asked_for_by_the_manager_then_by_lead_and_management)
{
	tick(2026, 11, 16, 12);
	ck_assert_int_eq(number("SELECT count(*) FROM finding_reminder"), 0);
	tick(2026, 11, 17, 8);
	ck_assert_int_eq(number("SELECT count(*) FROM finding_reminder"), 0); /* before nine */
	tick(2026, 11, 17, 9);
	tick(2026, 11, 17, 10);
	ck_assert_int_eq(told("plan-manager", HEAD_A), 1);
	ck_assert_int_eq(told("plan-lead", 51), 0);
	tick(2026, 11, 23, 9); /* seven days after, a holiday */
	ck_assert_int_eq(told("plan-lead", 51), 0);
	tick(2026, 11, 24, 9);
	ck_assert_int_eq(told("plan-lead", 51), 1);
	ck_assert_int_eq(told("plan-management", 52), 0);
	tick(2026, 11, 30, 9); /* Monday, fourteen days after */
	ck_assert_int_eq(told("plan-management", 52), 1);
	ck_assert_int_eq(told("plan-manager", HEAD_A), 1);
	ck_assert_int_eq(told("plan-manager", HEAD_B), 0);
}
END_TEST

/* Due on Friday 18 December 2026, CLERK_A in charge. */
static void
doing(void)
{
	change(arena_printf(small.body.arena,
		"UPDATE finding SET state = 'doing', due_day = %d WHERE id = 1;"
		"INSERT INTO finding_plan (finding_id, edition, stopgap, cause, measure, spread, budget, "
		"owner_id,"
		" owner_name, due_day, at, account_id, who, revision) VALUES (1, 1, '', '原因', '対策', 0, "
		"0, 12, '', %d,"
		" 0, 2, '', 4)",
		day_of(2026, 12, 18), day_of(2026, 12, 18)));
}

START_TEST(measures_past_their_day_are_asked_for_rung_by_rung)
{
	doing();
	tick(2026, 12, 10, 12);
	ck_assert_int_eq(number("SELECT count(*) FROM finding_reminder"), 0);
	tick(2026, 12, 11, 12); /* a week before */
	ck_assert_int_eq(told("measure-soon", CLERK_A), 1);
	tick(2026, 12, 19, 12); /* Saturday */
	ck_assert_int_eq(number("SELECT count(*) FROM finding_reminder"), 1);
	tick(2026, 12, 21, 12); /* Monday: one day after, and three */
	ck_assert_int_eq(told("measure-owner", CLERK_A), 1);
	ck_assert_int_eq(told("measure-manager", HEAD_A), 1);
	ck_assert_int_eq(told("measure-lead", 51), 0);
	tick(2026, 12, 25, 12);
	ck_assert_int_eq(told("measure-lead", 51), 1);
	tick(2027, 1, 1, 12); /* fourteen days after, but the office is closed until the 3rd */
	ck_assert_int_eq(told("measure-management", 52), 0);
	tick(2027, 1, 4, 12);
	ck_assert_int_eq(told("measure-management", 52), 1);
	change("UPDATE finding SET state = 'reported' WHERE id = 1");
	tick(2027, 2, 1, 12);
	ck_assert_int_eq(number("SELECT count(*) FROM finding_reminder"), 6);
}
END_TEST

/* Sunday 31 January 2027; two weeks before is Sunday the 17th, so Friday the 15th. */
START_TEST(an_acceptance_that_runs_out_is_told)
{
	change(arena_printf(small.body.arena,
		"UPDATE finding SET state = 'accepted', due_day = %d WHERE id = 1", day_of(2027, 1, 31)));
	tick(2027, 1, 14, 12);
	ck_assert_int_eq(number("SELECT count(*) FROM finding_reminder"), 0);
	tick(2027, 1, 15, 12);
	ck_assert_int_eq(told("acceptance-soon", HEAD_A), 1);
	tick(2027, 2, 1, 12);
	ck_assert_int_eq(told("acceptance-lead", 51), 1);
	ck_assert_int_eq(told("acceptance-management", 52), 1);
}
END_TEST

START_TEST(without_a_mail_server_people_are_told_by_word)
{
	tick(2026, 11, 17, 9);
	ck_assert_int_eq(number("SELECT count(*) FROM job WHERE kind = 'chase'"), 1);
	run_jobs(NULL);
	ck_assert_int_eq(number("SELECT count(*) FROM finding_reminder WHERE state = 'by_hand'"), 2);
	tick(2026, 11, 18, 9);
	ck_assert_int_eq(
		number("SELECT count(*) FROM job WHERE kind = 'chase'"), 1); /* nothing is left to send */
}
END_TEST

START_TEST(a_server_that_is_away_is_tried_an_hour_later_and_given_up_in_the_end)
{
	const struct mail_server nobody = {.url = "smtp://127.0.0.1:1"};
	for (int hour = 9; hour < 12; hour++) {
		tick(2026, 11, 17, hour);
		ck_assert_int_eq(number("SELECT count(*) FROM finding_reminder WHERE state = 'planned'"), 1);
		run_jobs(&nobody);
	}
	ck_assert_int_eq(number("SELECT tries FROM finding_reminder"), 3);
	ck_assert_int_eq(number("SELECT count(*) FROM finding_reminder WHERE state = 'given_up'"), 1);
}
END_TEST

START_TEST(a_message_tells_number_and_day_and_nothing_of_what_was_found)
{
	tick(2026, 11, 17, 9);
	struct claiming w = claim(true);
	const struct chase c = w.chase;
	ck_assert(w.found);
	const char *text = rung_fill(small.body.arena, c.text, &c.words);
	ck_assert_str_eq(c.address, "0011@water.example");
	ck_assert_ptr_nonnull(strstr(text, "R08-003"));
	ck_assert_ptr_nonnull(strstr(text, "総務課"));
	ck_assert_ptr_null(strstr(text, "鍵"));
	ck_assert_ptr_null(strstr(text, "事実"));
	ck_assert_int_eq(number("SELECT count(*) FROM finding_reminder WHERE state = 'sending'"), 1);
	ck_assert(!claim(true).found); /* it is in flight */
}
END_TEST

START_TEST(what_was_handed_in_meanwhile_is_not_asked_for)
{
	tick(2026, 11, 17, 9);
	change("UPDATE finding SET state = 'planned' WHERE id = 1");
	ck_assert(!claim(true).found);
}
END_TEST

Suite *findings_chase_suite(void);
Suite *
findings_chase_suite(void)
{
	Suite *suite = suite_create("findings_chase");
	TCase *c = tcase_create("findings_chase");
	tcase_add_checked_fixture(c, setup, teardown);
	tcase_set_timeout(c, 60);
	tcase_add_test(c, a_plan_that_is_missing_is_asked_for_by_the_manager_then_by_lead_and_management);
	tcase_add_test(c, measures_past_their_day_are_asked_for_rung_by_rung);
	tcase_add_test(c, an_acceptance_that_runs_out_is_told);
	tcase_add_test(c, without_a_mail_server_people_are_told_by_word);
	tcase_add_test(c, a_server_that_is_away_is_tried_an_hour_later_and_given_up_in_the_end);
	tcase_add_test(c, a_message_tells_number_and_day_and_nothing_of_what_was_found);
	tcase_add_test(c, what_was_handed_in_meanwhile_is_not_asked_for);
	suite_add_tcase(suite, c);
	return suite;
}
