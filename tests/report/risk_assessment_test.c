/* リスク評価表 of the demonstration body (questionnaires/demo/risks.yaml), and what results propose there. */
#include <check.h>
#include <string.h>

#include "report/demo.h"
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
	tcase_add_test(t, findings_propose_a_step_each_way);
	tcase_add_test(t, points_that_are_withheld_are_never_used);
	suite_add_tcase(s, t);
	return s;
}
