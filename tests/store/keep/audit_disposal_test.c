/* Audits and findings are kept by the fiscal year they were over in: tests/store/over.h has what there is.
 * All that is over was over in fiscal 2026, whose five years end on 31 March 2032. */
#include "store/disposing.h"
#include "store/keep/gone.h"
#include "store/over.h"

static char request[DIGEST_SIZE];

static void
setup(void)
{
	ended_setup(&x);
	e = (struct err){0};
	over_fill(&x, request);
}

static void
teardown(void)
{
	ended_teardown(&x);
}

static day_t
over(void)
{
	return day_of(2032, 4, 1);
}

static const char *const both[] = {"findings", "audits"};

/* ---- how long ---- */

START_TEST(what_was_over_in_a_year_is_kept_for_five)
{
	ck_assert_int_eq(look("findings", 2026, over() - 1).state, RETAINED_KEPT);
	ck_assert_int_eq(look("audits", 2026, over() - 1).state, RETAINED_KEPT);
	ck_assert_int_eq(look("findings", 2026, over()).state, RETAINED_EXPIRED);
	ck_assert_int_eq(look("findings", 2026, over()).count, 2);   /* 1 and 4 */
	ck_assert_int_eq(look("audits", 2026, over()).count, 1 + 1); /* and the plan */
	ck_assert_int_eq(look("findings", 2025, over()).state, RETAINED_NONE);
	ck_assert_int_eq(look("findings", 2027, over() + 366).state, RETAINED_NONE); /* 6 is open */
}
END_TEST

START_TEST(years_are_listed_from_the_first_move_although_the_log_is_gone)
{
	int *years;
	size_t count;
	ended_script(&x, "DELETE FROM event; DELETE FROM job; UPDATE finding_move SET at = 1700000000 WHERE"
			 " finding_id = 3; DELETE FROM audit_plan_move");
	ck_assert(record_years(x.review.db, x.review.arena, over(), &years, &count, &e));
	ck_assert_int_eq(years[count - 1], 2023); /* 14 November 2023 */
}
END_TEST

/* ---- what is refused ---- */

START_TEST(nothing_goes_before_its_time_or_while_held)
{
	int64_t id;
	ck_assert(!propose(both, 2, 2026, over() - 1, &id));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ended_script(&x,
		"INSERT INTO retention_hold (year, kind, reason, set_by, set_at) VALUES (2026, 'findings',"
		" '係争のため', 1, 0)");
	ck_assert(!propose(both, 2, 2026, over(), &id));
	ck_assert(strstr(e.text, "係争のため") != NULL);
	ck_assert(!propose(both + 1, 1, 2026, over(), &id)); /* an audit without its findings */
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert_int_eq(number("SELECT count(*) FROM disposal"), 0);
}
END_TEST

START_TEST(an_open_finding_is_nothing_to_dispose_of)
{
	int64_t id;
	ck_assert(!propose(both, 1, 2027, day_of(2060, 4, 1), &id));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ended_script(&x, "UPDATE finding SET state = 'accepted', closed_at = NULL WHERE id = 1");
	ck_assert_int_eq(
		look("findings", 2026, over()).count, 1);        /* 4 alone: the risk of 1 is only accepted */
	ck_assert_int_eq(look("audits", 2026, over()).count, 1); /* the plan alone */
}
END_TEST

/* ---- what goes ---- */

START_TEST(an_audit_goes_with_all_its_parts_and_no_other)
{
	static const char *const gone[] = {"finding_plan", "finding_report", "finding_reminder",
		"finding_public", "engagement_leaver", "engagement_drop", "checklist", "line_edition", "line_act", "line_answer",
		"line_answer_choice", "line_sample", "line_sample_unit", "independence_waiver",
		"engagement_word", "urgent_report", "audit_reminder", "audit_request", "audit_request_move",
		"audit_request_file", "audit_plan", "audit_plan_move", "audit_plan_target",
		"audit_plan_factor"};
	carried_out(approved(both, 2, 2026, over()), over());
	for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
		ck_assert_msg(number(arena_printf(x.review.arena, "SELECT count(*) FROM %s", gone[i])) == 0,
			"%s", gone[i]);
	ck_assert_int_eq(number("SELECT count(*) FROM engagement WHERE id IN (2, 3)"), 2);
	ck_assert_int_eq(number("SELECT count(*) FROM engagement"), 2);
	ck_assert_int_eq(number("SELECT count(*) FROM engagement_line"), 2);
	ck_assert_int_eq(number("SELECT count(*) FROM engagement_member"), 2);
	ck_assert_int_eq(number("SELECT count(*) FROM engagement_move"), 2);
	ck_assert_int_eq(number("SELECT count(*) FROM finding WHERE id IN (2, 3, 5, 6)"), 4);
	ck_assert_int_eq(number("SELECT count(*) FROM finding"), 4);
	ck_assert_int_eq(number("SELECT count(*) FROM finding_move"), 4);
	ck_assert_int_eq(number("SELECT count(*) FROM finding_line"), 3);
	ck_assert_int_eq(number("SELECT count(*) FROM document WHERE id IN (12, 14)"), 2);
	ck_assert_int_eq(number("SELECT count(*) FROM document WHERE about <> 'cycle'"), 2);
	ck_assert_int_eq(number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
	ck_assert_int_eq(number("SELECT rows FROM disposal_count WHERE what = 'finding'"), 2);
	ck_assert_int_eq(number("SELECT rows FROM disposal_count WHERE what = 'engagement'"), 1);
	ck_assert_int_eq(look("audits", 2026, over()).state, RETAINED_DISPOSED);
	ck_assert_int_eq(look("findings", 2026, over()).state, RETAINED_DISPOSED);
}
END_TEST

START_TEST(bytes_go_only_when_no_row_names_them)
{
	ended_script(&x, "DELETE FROM attachment; DELETE FROM document_file");
	carried_out(approved(both, 2, 2026, over()), over());
	ck_assert(!file_there(x.evidence) && !file_there(x.paper) && !file_there(request));
	ck_assert(file_there(x.shared)); /* audit 2 has it, too */
}
END_TEST

START_TEST(what_was_handed_in_on_request_keeps_its_bytes)
{
	bool named;
	ck_assert(file_named(x.review.db, request, &named, &e));
	ck_assert(named);
}
END_TEST

START_TEST(a_chain_of_findings_goes_from_its_end)
{
	day_t later = day_of(2033, 4, 1);
	carried_out(approved(both, 2, 2026, over()), over());
	ck_assert_int_eq(number("SELECT predecessor_id FROM finding WHERE id = 6"), 5);
	ended_script(&x,
		"UPDATE finding SET state = 'closed', closed_at = 1815000000 WHERE id = 6;" /* July 2027 */
		"UPDATE finding_move SET at = 1815000000 WHERE finding_id = 6");
	ck_assert_int_eq(look("findings", 2026, later).count, 0); /* 6 is there still */
	int64_t id;
	ck_assert(propose(both, 1, 2027, later, &id));
	ck_assert(ended_decide(&x, id, DISPOSAL_APPROVE, MANAGEMENT_ACCOUNT, ROLE_MANAGEMENT, "", later, &e));
	carried_out(id, later);
	ck_assert_int_eq(look("findings", 2026, later).state, RETAINED_EXPIRED);
	carried_out(approved(both, 2, 2026, later), later);
	ck_assert_int_eq(number("SELECT count(*) FROM finding"), 2); /* of audit 2, which is not over */
	ck_assert_int_eq(number("SELECT count(*) FROM engagement"), 1);
}
END_TEST

START_TEST(what_is_reopened_meanwhile_stays_with_its_audit)
{
	struct run r = {.id = approved(both, 2, 2026, over()), .day = over(), .more = true};
	must(begin_work, &r);
	ended_script(&x, "UPDATE finding SET state = 'planning', closed_at = NULL WHERE id = 1");
	while (r.more)
		must(step_work, &r);
	ck_assert_int_eq(number("SELECT count(*) FROM finding_plan WHERE finding_id = 1"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM engagement_line WHERE engagement_id = 1"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM finding WHERE id = 4"), 0);
}
END_TEST

START_TEST(the_report_of_a_year_goes_after_the_last_of_its_audits)
{
	ended_script(&x, "DELETE FROM finding_line; DELETE FROM finding_move; DELETE FROM finding_plan;"
			 "DELETE FROM finding_report; DELETE FROM finding_public; DELETE FROM finding_reminder; DELETE FROM finding;"
			 "UPDATE engagement SET state = 'cancelled'");
	int64_t id;
	ck_assert(propose(both + 1, 1, 2026, over(), &id));
	ck_assert(
		ended_decide(&x, id, DISPOSAL_APPROVE, MANAGEMENT_ACCOUNT, ROLE_MANAGEMENT, "", over(), &e));
	carried_out(id, over());
	ck_assert_int_eq(number("SELECT count(*) FROM engagement"), 0);
	ck_assert_int_eq(number("SELECT count(*) FROM document WHERE about = 'year'"), 0);
}
END_TEST

START_TEST(whoever_asks_for_what_is_gone_is_told_since_when)
{
	carried_out(approved(both, 2, 2026, over()), over());
	e = (struct err){.kind = ERR_ABSENT};
	ck_assert(!gone_refuse(x.review.db, x.review.arena, "findings", 1, &e));
	ck_assert_int_eq(e.kind, ERR_GONE);
	ck_assert_msg(strstr(e.text, "R08-001") != NULL, "%s", e.text);
	e = (struct err){.kind = ERR_ABSENT};
	ck_assert(!gone_refuse(x.review.db, x.review.arena, "audits", 1, &e));
	ck_assert_msg(strstr(e.text, "R08-A01") != NULL, "%s", e.text);
	e = (struct err){.kind = ERR_ABSENT};
	ck_assert(!gone_refuse(x.review.db, x.review.arena, "findings", 99, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
}
END_TEST

Suite *audit_disposal_suite(void);
Suite *
audit_disposal_suite(void)
{
	Suite *s = suite_create("audit_disposal");
	TCase *t = tcase_create("audit_disposal");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, what_was_over_in_a_year_is_kept_for_five);
	tcase_add_test(t, years_are_listed_from_the_first_move_although_the_log_is_gone);
	tcase_add_test(t, nothing_goes_before_its_time_or_while_held);
	tcase_add_test(t, an_open_finding_is_nothing_to_dispose_of);
	tcase_add_test(t, an_audit_goes_with_all_its_parts_and_no_other);
	tcase_add_test(t, bytes_go_only_when_no_row_names_them);
	tcase_add_test(t, what_was_handed_in_on_request_keeps_its_bytes);
	tcase_add_test(t, a_chain_of_findings_goes_from_its_end);
	tcase_add_test(t, what_is_reopened_meanwhile_stays_with_its_audit);
	tcase_add_test(t, the_report_of_a_year_goes_after_the_last_of_its_audits);
	tcase_add_test(t, whoever_asks_for_what_is_gone_is_told_since_when);
	suite_add_tcase(s, t);
	return s;
}
