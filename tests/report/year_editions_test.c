/* Editions of the report of a fiscal year's audits, when the audits change or go. 2025 of the demonstration body
 * has one audit, whose report is fixed. */
#include <check.h>
#include <string.h>

#include "report/demo.h"
#include "report/verify.h"

static struct issued out;

static bool
issue(const char *reason, instant_t at)
{
	struct issue_request rq = {.reason = reason,
		.report = {.name = "audit-report-year", .about_id = 2025, .now = at, .issued_by = "監査責任者"}};
	e = (struct err){0};
	buf_free(&out.bytes);
	return report_issue(store, arena, &rq, &out, &e);
}

static void
setup(void)
{
	out = (struct issued){0};
	demo_setup();
	ck_assert_msg(issue(NULL, noon), "%s", e.text);
	ck_assert_int_eq(out.document.edition, 1);
}

static void
teardown(void)
{
	buf_free(&out.bytes);
	demo_teardown();
}

static const char another[] =
	"INSERT INTO engagement (year, serial, kind, title, purpose, theme, department_id, depth, covers_from,"
	" covers_to, begins_day, ends_day, place, excluded, state, created_by, created_at) SELECT year, 9, kind,"
	" '二つ目', purpose, theme, department_id, depth, covers_from, covers_to, begins_day, ends_day, place,"
	" excluded, state, created_by, created_at FROM engagement WHERE year = 2025";

START_TEST(one_more_audit_is_a_new_edition_and_somebody_says_why)
{
	const int64_t number = out.document.number;
	change(another);
	ck_assert(!issue(NULL, noon + 1));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert_msg(issue("監査を追加したため", noon + 1), "%s", e.text);
	ck_assert_int_eq(out.document.edition, 2);
	ck_assert_int_eq(out.document.number, number);
	ck_assert_str_eq(out.document.reason, "監査を追加したため");
	ck_assert_msg(issue(NULL, noon + 2), "%s", e.text); /* as it stands */
	ck_assert_int_eq(out.document.edition, 2);
}
END_TEST

/* A reopening gives the reason for the edition after it, and for no other. */
START_TEST(a_reopened_audit_gives_the_reason_once)
{
	change(arena_printf(arena,
		"UPDATE engagement SET edition = 2 WHERE year = 2025; INSERT INTO engagement_move (engagement_id,"
		" at, account_id, who, name, from_state, to_state, edition, reason) SELECT id, %lld, created_by,"
		" 'a', 'reopen', state, state, 2, '判定の誤り' FROM engagement WHERE year = 2025;"
		"INSERT INTO engagement_move (engagement_id, at, account_id, who, name, from_state, to_state, edition,"
		" reason) SELECT id, %lld, created_by, 'a', 'fix', state, state, 2, '' FROM engagement"
		" WHERE year = 2025", /* and fixed again */
		(long long)noon + 1, (long long)noon + 2));
	ck_assert_msg(issue(NULL, noon + 3), "%s", e.text);
	ck_assert_int_eq(out.document.edition, 2);
	ck_assert_str_eq(out.document.reason, "判定の誤り");
	change(another);
	ck_assert(!issue(NULL, noon + 4));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
}
END_TEST

static enum verdict
verdict(void)
{
	struct verified v;
	ck_assert_msg(report_verify(store, arena, out.bytes.data, out.bytes.length, &v, &e), "%s", e.text);
	return v.verdict;
}

/* One of two audits went with its time: the report of both is what it was, and there is no report of one. */
START_TEST(what_was_issued_stays_when_an_audit_of_it_was_disposed_of)
{
	change(another);
	ck_assert_msg(issue("監査を追加したため", noon + 1), "%s", e.text);
	change("DELETE FROM engagement WHERE year = 2025 AND serial = 9;"
	       "INSERT INTO disposal (id, year, state, reason, proposed_by, proposer, proposed_at) VALUES"
	       " (1, 2026, 'done', '満了', 1, 'a', 0);"
	       "INSERT INTO disposal_record VALUES (1, 'audits', 99, 2025, 9)");
	ck_assert_int_eq(verdict(), VERDICT_ISSUED);
	ck_assert_msg(issue(NULL, noon + 2), "%s", e.text);
	ck_assert_int_eq(out.document.edition, 2);
	ck_assert_int_eq(verdict(), VERDICT_ISSUED);
	ck_assert(!issue("もう一度", noon + 3));
	ck_assert_int_eq(e.kind, ERR_GONE);
}
END_TEST

Suite *year_editions_suite(void);
Suite *
year_editions_suite(void)
{
	Suite *s = suite_create("year_editions");
	TCase *t = tcase_create("year_editions");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, one_more_audit_is_a_new_edition_and_somebody_says_why);
	tcase_add_test(t, a_reopened_audit_gives_the_reason_once);
	tcase_add_test(t, what_was_issued_stays_when_an_audit_of_it_was_disposed_of);
	suite_add_tcase(s, t);
	return s;
}
