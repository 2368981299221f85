/* リスク評価表 of the demonstration body (questionnaires/demo/risks.yaml), and what results propose there. */
#include <check.h>
#include <string.h>

#include "report/demo.h"
#include "report/issue.h"
#include "report/risk_proposal.h"

static struct report
assessment_of(int year)
{
	struct report r;
	struct report_request *rq = ARENA_NEW(arena, struct report_request);
	*rq = (struct report_request){
		.name = "risk-assessment", .about_id = year, .now = noon, .issued_by = "監査担当"};
	ck_assert_msg(report_make(store, arena, rq, &r, &e), "%s", e.text);
	return r;
}

static const struct table *
table_of(const struct report *r, size_t n)
{
	for (size_t i = 0; i < r->section_count; i++)
		if (r->sections[i].table != NULL && n-- == 0)
			return r->sections[i].table;
	ck_abort_msg("no such table");
}

static const char *
cell(const struct table *t, size_t row, size_t column)
{
	return t->cells[row * t->column_count + column].text;
}

START_TEST(the_matrix_counts_and_the_list_is_by_value)
{
	struct report r = assessment_of(2026);
	const struct table *matrix = table_of(&r, 0), *list = table_of(&r, 1), *scale = table_of(&r, 2);
	ck_assert_str_eq(cell(matrix, 2, 5), "高　1件"); /* 3 × 5 */
	ck_assert_str_eq(cell(matrix, 4, 2), "低　1件"); /* 1 × 2 */
	ck_assert_str_eq(cell(matrix, 0, 5), "極高");
	ck_assert_uint_eq(list->row_count, 6);
	ck_assert_str_eq(cell(list, 0, 0), "15　高\n（3×5）");
	ck_assert_str_eq(cell(list, 0, 1), "水道料金システム\n（業務課）");
	ck_assert_ptr_nonnull(strstr(cell(list, 5, 5), "受容（"));
	ck_assert_uint_eq(scale->row_count, RISK_MOST);
	ck_assert_str_eq(cell(scale, 0, 0), "5");
}
END_TEST

START_TEST(a_year_without_an_assessment_says_only_that)
{
	struct report r = assessment_of(2020);
	struct buf out = BUF_INIT;
	bool said = false;
	for (size_t i = 0; i < r.section_count; i++)
		said |= r.sections[i].note != NULL &&
			strcmp(r.sections[i].note, "この年度の評価の登録はありません。") == 0;
	ck_assert(said);
	ck_assert_msg(report_pdf(arena, &r, GLYPHS_REFUSE, &out, &e), "%s", e.text);
	buf_free(&out);
}
END_TEST

static struct issued
issue(int year)
{
	struct issued out;
	struct issue_request rq = {.report = {.name = "risk-assessment",
					   .about_id = year,
					   .now = noon,
					   .issued_by = "事務局"}};
	ck_assert_msg(report_issue(store, arena, &rq, &out, &e), "%s", e.text);
	return out;
}

static const char *
paragraph_of(const struct report *r)
{
	return r->sections[0].letter->body[0];
}

/* The demonstration's table was approved. Whatever is decided afterwards, what was issued is given again;
 * the table of now is a draft until it is settled anew, for a reason, under the same number. */
START_TEST(a_settled_table_is_issued_and_a_later_decision_is_a_new_edition)
{
	struct report r = assessment_of(2026);
	ck_assert(!r.draft);
	ck_assert_str_eq(strstr(paragraph_of(&r), "情報セキュリティ委員会"),
		"情報セキュリティ委員会がReiwa 8-11-23に承認した内容です。");
	struct issued first = issue(2026), again = issue(2026), draft, second;
	ck_assert_int_eq(first.document.edition, 1);
	ck_assert_int_gt(first.document.number, 0);
	ck_assert_uint_eq(first.bytes.length, again.bytes.length);
	ck_assert_mem_eq(first.bytes.data, again.bytes.data, first.bytes.length);
	change("UPDATE risk SET likelihood = 5 WHERE year = 2026 AND asset = '水道料金システム';"
	       "INSERT INTO risk_change SELECT risk_id, revision + 1, at, account_id, who, what, 5, loss,"
	       " treatment, grounds, proposed, points, clause, major, minor, repeated FROM risk_change"
	       " WHERE risk_id = (SELECT id FROM risk WHERE asset = '水道料金システム')");
	r = assessment_of(2026);
	ck_assert(r.draft);
	ck_assert_int_eq(r.edition, 2);
	ck_assert_str_eq(cell(table_of(&r, 1), 0, 0), "25　極高\n（5×5）");
	draft = issue(2026);
	ck_assert_int_eq(draft.document.id, 0);
	change("INSERT INTO risk_settlement SELECT year, 2, changes + 1, approved_by, approved_day, '見直し',"
	       " account_id, who, at FROM risk_settlement");
	second = issue(2026);
	ck_assert_int_eq(second.document.edition, 2);
	ck_assert_int_eq(second.document.number, first.document.number);
	ck_assert_str_eq(second.document.reason, "見直し");
	buf_free(&again.bytes);
	ck_assert(document_print(store, arena, &first.document, GLYPHS_REFUSE, &again, &e));
	ck_assert_mem_eq(first.bytes.data, again.bytes.data, first.bytes.length);
	buf_free(&first.bytes);
	buf_free(&again.bytes);
	buf_free(&draft.bytes);
	buf_free(&second.bytes);
}
END_TEST

static struct risk_proposal
proposal_for(const char *department, const char *threat, int likelihood)
{
	struct department d;
	struct risk_proposal p;
	ck_assert(department_find(db, arena, department, day_of_instant(noon), &d, &e));
	const struct risk r = {
		.year = 2026, .department_id = d.id, .threat = threat, .likelihood = likelihood};
	ck_assert_msg(risk_proposal_make(store, arena, &r, &p, &e), "%s", e.text);
	return p;
}

/* Findings in 020 of 2025 and 2026 that bear on 3(2): two minor ones, the second of them repeated. */
START_TEST(findings_propose_a_step_each_way)
{
	struct risk_proposal p = proposal_for("020", "3(2)", 2);
	ck_assert_int_eq(p.likelihood, 4);
	ck_assert_int_eq(p.evidence.minor, 2);
	ck_assert(p.evidence.repeated);
}
END_TEST

/* Everything is weak where the bound is 100 %; a department of one person has no points all the same. */
START_TEST(points_that_are_withheld_are_never_used)
{
	change("INSERT INTO setting (key, value) VALUES ('alarm', '100')"
	       " ON CONFLICT (key) DO UPDATE SET value = '100'");
	struct risk_proposal large = proposal_for("010", "3(4)", 2), one = proposal_for("080", "3(4)", 2);
	ck_assert_int_ge(large.evidence.points, 0);
	ck_assert_int_lt(large.evidence.points, 1000);
	ck_assert_str_ne(large.clause, "");
	ck_assert_int_eq(large.likelihood, 3);
	ck_assert_int_eq(one.evidence.points, -1);
	ck_assert_str_eq(one.clause, "");
	ck_assert_int_eq(one.likelihood, 0);
}
END_TEST

Suite *risk_assessment_suite(void);
Suite *
risk_assessment_suite(void)
{
	Suite *s = suite_create("risk_assessment");
	TCase *t = tcase_create("risk_assessment");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, demo_setup, demo_teardown);
	tcase_add_test(t, the_matrix_counts_and_the_list_is_by_value);
	tcase_add_test(t, a_year_without_an_assessment_says_only_that);
	tcase_add_test(t, a_settled_table_is_issued_and_a_later_decision_is_a_new_edition);
	tcase_add_test(t, findings_propose_a_step_each_way);
	tcase_add_test(t, points_that_are_withheld_are_never_used);
	suite_add_tcase(s, t);
	return s;
}
