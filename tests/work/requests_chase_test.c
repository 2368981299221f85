/* Requests for documents climb their ladder: who hands them in, the manager above, the lead, management.
 * Department A (HEAD_A manages it, and OTHER_A, who has no mail address) stands under B (HEAD_B manages
 * that); it was asked for a list until Friday 18 December 2026. And an urgent report is told at once. */
#include "domain/cycle/fiscal.h"
#include "store/audit/urgent.h"
#include "work/chased.h"

static void
setup(void)
{
	chased_setup();
	change("UPDATE department_term SET parent_id = 2 WHERE department_id = 1;"
	       "INSERT INTO engagement (id, year, serial, kind, title, purpose, theme, department_id, depth,"
	       " covers_from, covers_to, begins_day, ends_day, place, excluded, state, created_by, "
	       "created_at)"
	       " VALUES (1, 2026, 1, 'planned', '鍵の監査', '', '', 1, 'all', 0, 0, 0, 0, '', '', "
	       "'requesting',"
	       " 51, 0);"
	       "INSERT INTO account (id, login, person_id, roles, created_at) VALUES (53, 'auditor', NULL, "
	       "4, 0);"
	       "INSERT INTO engagement_member (engagement_id, account_id, lead, who, department, named_by,"
	       " named_at) VALUES (1, 51, 1, '', '', 51, 0), (1, 53, 0, '', '', 51, 0)");
	change(arena_printf(small.body.arena,
		"INSERT INTO audit_request (id, engagement_id, serial, text, item, due_day, state, asked_by,"
		" who, asked_at) VALUES (1, 1, 1, '入退室の記録', '', %d, 'asked', 53, '', 0)",
		day_of(2026, 12, 18)));
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
		"SELECT count(*) FROM audit_reminder WHERE rung = '%s' AND person_id = %lld", rung,
		(long long)person));
}

static int64_t
all(void)
{
	return number("SELECT count(*) FROM audit_reminder");
}

START_TEST(who_hands_it_in_is_told_before_the_day_and_after_it_those_above)
{
	tick(2026, 12, 14, 12);
	ck_assert_int_eq(all(), 0);
	tick(2026, 12, 15, 12); /* three days before */
	tick(2026, 12, 15, 13);
	ck_assert_int_eq(told("request-soon", HEAD_A), 1);
	ck_assert_int_eq(told("request-soon", OTHER_A), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM audit_reminder WHERE state = 'by_hand'"), 1);
	ck_assert_int_eq(all(), 2);
	tick(2026, 12, 19, 12); /* Saturday */
	ck_assert_int_eq(all(), 2);
	tick(2026, 12, 21, 12); /* Monday: one day after, and three */
	ck_assert_int_eq(told("request-manager", HEAD_A), 1);
	ck_assert_int_eq(told("request-head", HEAD_B), 1);
	ck_assert_int_eq(told("request-head", HEAD_A), 0);
	ck_assert_int_eq(told("request-lead", 51), 1);
	ck_assert_int_eq(told("request-management", 52), 0);
	tick(2026, 12, 25, 12); /* seven */
	ck_assert_int_eq(told("request-management", 52), 1);
	ck_assert_int_eq(all(), 7);
}
END_TEST

START_TEST(a_department_is_not_told_of_an_audit_that_is_not_announced)
{
	static const char *const silent[] = {"drafted", "approved", "fixed", "completed", "cancelled"};
	for (size_t i = 0; i < sizeof silent / sizeof *silent; i++) {
		change(arena_printf(
			small.body.arena, "UPDATE engagement SET state = '%s' WHERE id = 1", silent[i]));
		tick(2026, 12, 25, 12);
		ck_assert_msg(all() == 0, "%s", silent[i]);
	}
	change("UPDATE engagement SET state = 'announced' WHERE id = 1");
	tick(2026, 12, 25, 12);
	ck_assert_int_eq(all(), 5);
}
END_TEST

START_TEST(what_was_handed_in_or_withdrawn_is_not_asked_for)
{
	change("UPDATE audit_request SET state = 'handed'");
	tick(2026, 12, 25, 12);
	ck_assert_int_eq(all(), 0);
	change("UPDATE audit_request SET state = 'returned'");
	tick(2026, 12, 25, 13);
	ck_assert_int_eq(all(), 5);
	change("UPDATE audit_request SET state = 'withdrawn'");
	ck_assert(!claim(true).found);
	ck_assert_int_eq(number("SELECT count(*) FROM audit_reminder WHERE state = 'unneeded'"), 5); /* told by word or not */
}
END_TEST

START_TEST(where_a_department_has_no_manager_whoever_acts_for_it_is_told)
{
	change("UPDATE account SET roles = 1 WHERE id IN (2, 4)");
	tick(2026, 12, 21, 12);
	ck_assert_int_eq(told("request-manager", HEAD_B), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM audit_reminder WHERE rung = 'request-head'"), 0);
}
END_TEST

START_TEST(a_message_tells_number_and_day_and_nothing_of_what_is_asked_for)
{
	tick(2026, 12, 15, 12);
	struct claiming w = claim(true);
	ck_assert(w.found);
	const char *text = rung_fill(small.body.arena, w.chase.text, &w.chase.words);
	ck_assert_str_eq(w.chase.address, "0011@water.example");
	ck_assert_ptr_nonnull(strstr(text, arena_printf(small.body.arena, "- R08-A01-01 (総務課), due %s",
						   wareki_day(small.body.arena, day_of(2026, 12, 18)))));
	ck_assert_ptr_null(strstr(text, "入退室"));
	ck_assert_ptr_null(strstr(text, "鍵"));
}
END_TEST

/* ---- urgent reports ---- */

static bool
file_work(struct db *db, struct piece *p, struct err *e)
{
	const struct engagement_act x = {.arena = small.body.arena,
		.account_id = *(const int64_t *)p->with,
		.now = now,
		.engagement_id = 1};
	return urgent_file(db, &x, URGENT_ILLEGAL, "鍵が売られていた", e);
}

static void
file(int64_t account_id)
{
	struct err e = {0};
	ck_assert_msg(writer_run(store_writer(small.store), file_work, &account_id, &e), "%s", e.text);
}

/* Sunday 20 December 2026, late. */
START_TEST(an_urgent_report_is_told_at_once_to_lead_and_management_and_nothing_of_it)
{
	tick(2026, 12, 15, 12); /* a reminder is planned meanwhile, for office hours */
	tick(2026, 12, 20, 23);
	file(53);
	ck_assert_int_eq(told("urgent-lead", 51), 1);
	ck_assert_int_eq(told("urgent-management", 52), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM audit_reminder WHERE about = 'urgent'"), 2);
	change("DELETE FROM job");
	tick(2026, 12, 20, 23);
	ck_assert_int_eq(number("SELECT count(*) FROM job WHERE kind = 'chase'"), 1);
	for (int i = 0; i < 2; i++) {
		struct claiming w = claim(false);
		ck_assert(w.found);
		const char *text = rung_fill(small.body.arena, w.chase.text, &w.chase.words);
		ck_assert_ptr_nonnull(strstr(text, "- R08-A01\n"));
		ck_assert_ptr_null(strstr(text, "鍵"));
		ck_assert_ptr_null(strstr(text, "総務課"));
	}
	ck_assert(!claim(false).found); /* what is not urgent waits for the morning */
	ck_assert(claim(true).found);
}
END_TEST

START_TEST(whoever_filed_it_or_acts_for_the_department_is_not_told)
{
	change("UPDATE account SET roles = 34, person_id = 51 WHERE id = 51;"
	       "INSERT INTO post (person_id, department_id, valid_from) VALUES (51, 1, 0);"
	       "UPDATE engagement_member SET lead = 0");
	now = instant_of_day(day_of(2026, 12, 21)) + NOON;
	file(53);
	ck_assert_int_eq(told("urgent-lead", 51), 0);
	ck_assert_int_eq(told("urgent-management", 52), 1);
}
END_TEST

START_TEST(one_that_was_acknowledged_meanwhile_is_not_told)
{
	now = instant_of_day(day_of(2026, 12, 21)) + NOON;
	file(51);
	ck_assert_int_eq(told("urgent-lead", 51), 0); /* it is the lead's own */
	change("UPDATE urgent_report SET acknowledged_at = 1");
	ck_assert(!claim(true).found);
}
END_TEST

START_TEST(without_a_mail_server_people_are_told_by_word)
{
	now = instant_of_day(day_of(2026, 12, 20)) + NOON;
	file(53);
	tick(2026, 12, 20, 12);
	run_jobs(NULL);
	ck_assert_int_eq(number("SELECT count(*) FROM audit_reminder WHERE state = 'by_hand'"), 2);
}
END_TEST

Suite *requests_chase_suite(void);
Suite *
requests_chase_suite(void)
{
	Suite *suite = suite_create("requests_chase");
	TCase *c = tcase_create("requests_chase");
	tcase_add_checked_fixture(c, setup, teardown);
	tcase_set_timeout(c, 60);
	tcase_add_test(c, who_hands_it_in_is_told_before_the_day_and_after_it_those_above);
	tcase_add_test(c, a_department_is_not_told_of_an_audit_that_is_not_announced);
	tcase_add_test(c, what_was_handed_in_or_withdrawn_is_not_asked_for);
	tcase_add_test(c, where_a_department_has_no_manager_whoever_acts_for_it_is_told);
	tcase_add_test(c, a_message_tells_number_and_day_and_nothing_of_what_is_asked_for);
	tcase_add_test(c, an_urgent_report_is_told_at_once_to_lead_and_management_and_nothing_of_it);
	tcase_add_test(c, whoever_filed_it_or_acts_for_the_department_is_not_told);
	tcase_add_test(c, one_that_was_acknowledged_meanwhile_is_not_told);
	tcase_add_test(c, without_a_mail_server_people_are_told_by_word);
	suite_add_tcase(suite, c);
	return suite;
}
