/* 指摘事項一覧 of the demonstration body, whose findings are in questionnaires/demo/findings.yaml: two of
 * fiscal 2025 that are closed, three of 2026 that are not. */
#include <check.h>
#include <string.h>

#include "report/demo.h"
#include "report/issue.h"
#include "store/event.h"

static enum readers readers;

static void
setup(void)
{
	readers = READERS_FULL;
	demo_setup();
}

static struct report
list_of(int year, const char *department)
{
	struct report r;
	struct department d = {0};
	struct report_request *rq = ARENA_NEW(arena, struct report_request);
	if (department != NULL)
		ck_assert(department_find(db, arena, department, day_of_instant(noon), &d, &e));
	*rq = (struct report_request){.name = "findings",
		.about_id = year,
		.department_id = d.id,
		.readers = readers,
		.now = noon,
		.issued_by = "事務局"};
	ck_assert_msg(report_make(store, arena, rq, &r, &e), "%s", e.text);
	return r;
}

/* The cells of the nth table, apart by "|". */
static const char *
table_of(const struct report *r, size_t n)
{
	for (size_t i = 0; i < r->section_count; i++) {
		const struct table *t = r->sections[i].table;
		const char *out = "";
		if (t == NULL || n-- > 0)
			continue;
		for (size_t k = 0; k < t->row_count * t->column_count; k++)
			out = arena_printf(arena, "%s|%s", out, t->cells[k].text);
		return out;
	}
	return "";
}

static bool
says(const struct report *r, const char *text)
{
	for (size_t i = 0; i < r->section_count; i++)
		if (r->sections[i].note != NULL && strstr(r->sections[i].note, text) != NULL)
			return true;
	return false;
}

START_TEST(findings_are_counted_by_severity_and_the_rates_say_of_how_many)
{
	struct report now = list_of(2026, NULL), before = list_of(2025, NULL);
	ck_assert_str_eq(table_of(&before, 0), "|0|2|0|0|2|0|100.0%\n2 / 2|0.0%\n0 / 2|0");
	/* The third is still being checked and counts nowhere. The first was found before; its plan of 30
	 * days was handed in 14 days after it was raised, 45 days ago: it is overdue since yesterday. The
	 * second was raised 30 days ago and waits since 23 days for a plan, for which there are 14. */
	ck_assert_str_eq(table_of(&now, 0), "|1|1|0|0|0|2|0.0%\n0 / 2|50.0%\n1 / 2|0");
}
END_TEST

START_TEST(the_list_is_in_the_order_of_the_numbers_and_tells_what_comes_again)
{
	struct report r = list_of(2026, NULL);
	const char *cells = table_of(&r, 1), *at = cells;
	static const char *const order[] = {
		"|R08-001|業務課|持出簿に返却の日が書かれていない\n（2回目）|6(4)|軽微な不適合|対応中|",
		"|R08-002|総務課|", "|重大な不適合|計画待ち|Reiwa 8-11-14\n期限超過|R08-003|工務課|", "|観察事項|事実確認|－"};
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		at = strstr(at, order[i]);
		ck_assert_msg(at != NULL, "%s in %s", order[i], cells);
	}
}
END_TEST

/* Being raised, a finding is the auditors' alone; one that was withdrawn is in no list. */
START_TEST(a_department_reads_what_it_has_been_told_of)
{
	struct report own = list_of(2026, "020");
	ck_assert_ptr_nonnull(strstr(table_of(&own, 1), "R08-001"));
	ck_assert_ptr_null(strstr(table_of(&own, 1), "R08-002"));
	change("UPDATE finding SET state = 'raised' WHERE year = 2026;"
	       "DELETE FROM finding_move WHERE finding_id IN (SELECT id FROM finding WHERE year = 2026);");
	own = list_of(2026, "020");
	ck_assert_str_eq(table_of(&own, 1), "");
	struct report all = list_of(2026, NULL);
	ck_assert_ptr_nonnull(strstr(table_of(&all, 1), "R08-001"));
	change("UPDATE finding SET state = 'withdrawn' WHERE year = 2026;");
	all = list_of(2026, NULL);
	ck_assert_str_eq(table_of(&all, 1), "");
}
END_TEST

/* The first was raised in an audit whose report is not fixed, the third is still being checked. What the second
 * is about is told once it is closed, as of those of the year before. */
START_TEST(anybody_reads_of_what_is_confirmed_and_reported_and_nothing_that_was_written_of_it)
{
	readers = READERS_PUBLIC;
	struct report now = list_of(2026, NULL), before = list_of(2025, NULL);
	ck_assert_str_eq(table_of(&now, 0), "|1|0|0|0|0|1|0.0%\n0 / 1|0.0%\n0 / 1|0");
	ck_assert_str_eq(table_of(&now, 1),
		"|R08-002|総務課|（省略）|6(6)|重大な不適合|計画待ち|Reiwa 8-11-14\n期限超過");
	ck_assert_str_eq(now.left_out, "details 1");
	ck_assert_str_eq(table_of(&now, 2), "|指摘の内容|1");
	ck_assert_str_eq(table_of(&before, 0), "|0|2|0|0|2|0|100.0%\n2 / 2|0.0%\n0 / 2|0");
	ck_assert_ptr_nonnull(strstr(table_of(&before, 1), "|R07-001|業務課|持ち出した物の返却の記録が一部になかった|"));
	ck_assert_str_eq(before.left_out, "details 1"); /* of the other one nothing was written for everybody */
	ck_assert_str_eq(now.label, "公開用");
}
END_TEST

/* It never has a number, so what it leaves out is logged each time it is given out. */
START_TEST(what_the_public_list_leaves_out_is_logged)
{
	struct event *list;
	size_t count;
	struct issued out;
	struct issue_request rq = {.report = {.name = "findings",
					   .about_id = 2026,
					   .readers = READERS_PUBLIC,
					   .now = noon,
					   .issued_by = "事務局"}};
	ck_assert_msg(report_issue(store, arena, &rq, &out, &e), "%s", e.text);
	buf_free(&out.bytes);
	rq.report.readers = READERS_FULL;
	ck_assert_msg(report_issue(store, arena, &rq, &out, &e), "%s", e.text);
	buf_free(&out.bytes);
	ck_assert(events_about(db, arena, "findings year2026/0 public", 5, &list, &count, &e));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(list[0].what, "document_redacted");
	ck_assert_str_eq(list[0].detail, "details 1");
}
END_TEST

/* What is not there is said as a fact, never as an assurance. */
START_TEST(without_findings_it_says_so_and_assures_nothing)
{
	struct report r = list_of(2024, NULL);
	ck_assert_str_eq(table_of(&r, 0), "|0|0|0|0|0|0|－\n0 / 0|－\n0 / 0|0");
	ck_assert(says(&r, "この年度に起票された指摘はありません。"));
	static const char *const assuring[] = {"適切", "良好", "問題", "有効に", "妥当"};
	for (size_t i = 0; i < sizeof assuring / sizeof *assuring; i++)
		ck_assert_msg(!says(&r, assuring[i]), "%s", assuring[i]);
}
END_TEST

START_TEST(where_some_were_disposed_of_it_says_so)
{
	change("INSERT INTO disposal (id, year, state, reason, proposed_by, proposer, proposed_at) VALUES"
	       " (1, 2024, 'done', '満了', 1, 'a', 0);"
	       "INSERT INTO disposal_record VALUES (1, 'findings', 99, 2024, 1)");
	struct report r = list_of(2024, NULL);
	ck_assert(says(&r, "この年度に起票された指摘はありません。保存期間が満了して廃棄した指摘は含みません。"));
	r = list_of(2025, NULL);
	ck_assert(!says(&r, "廃棄した指摘"));
}
END_TEST

/* Two hundred fill pages that all bear the titles of the columns and their number of all. */
START_TEST(two_hundred_findings_print_with_repeated_heads)
{
	change("INSERT INTO finding (year, serial, department_id, title, severity, clause, facts, criterion,"
	       " cause, effect, proposal, state, raised_by, raised_at) SELECT 2024, value, department_id, "
	       "title,"
	       " severity, clause, facts, criterion, cause, effect, proposal, 'raised', raised_by, raised_at"
	       " FROM finding, (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n"
	       " WHERE value < 200) SELECT value FROM n) WHERE finding.year = 2026 AND serial = 1;");
	struct report r = list_of(2024, NULL);
	struct canvas **pages;
	struct pdf_outline *outline;
	size_t outlines, rows = 0, count = report_pages(arena, &r, &pages, &outline, &outlines);
	ck_assert_uint_gt(count, 4);
	for (size_t i = 0; i < count; i++) {
		bool head = false, number = false;
		for (size_t k = 0; k < pages[i]->count; k++) {
			const struct mark *m = &pages[i]->marks[k];
			if (m->kind != MARK_TEXT)
				continue;
			head = head || strcmp(m->text, "指摘番号") == 0;
			number = number ||
				 strstr(m->text, arena_printf(arena, "%zu/%zu", i + 1, count)) != NULL;
			rows += strncmp(m->text, "R06-", 4) == 0;
		}
		ck_assert_msg(head && number, "page %zu of %zu", i + 1, count);
	}
	ck_assert_uint_eq(rows, 200);
}
END_TEST

Suite *findings_list_suite(void);
Suite *
findings_list_suite(void)
{
	Suite *s = suite_create("findings_list");
	TCase *t = tcase_create("findings_list");
	tcase_add_checked_fixture(t, setup, demo_teardown);
	tcase_set_timeout(t, 120);
	tcase_add_test(t, findings_are_counted_by_severity_and_the_rates_say_of_how_many);
	tcase_add_test(t, the_list_is_in_the_order_of_the_numbers_and_tells_what_comes_again);
	tcase_add_test(t, a_department_reads_what_it_has_been_told_of);
	tcase_add_test(t, anybody_reads_of_what_is_confirmed_and_reported_and_nothing_that_was_written_of_it);
	tcase_add_test(t, what_the_public_list_leaves_out_is_logged);
	tcase_add_test(t, without_findings_it_says_so_and_assures_nothing);
	tcase_add_test(t, where_some_were_disposed_of_it_says_so);
	tcase_add_test(t, two_hundred_findings_print_with_repeated_heads);
	suite_add_tcase(s, t);
	return s;
}
