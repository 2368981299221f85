/*
 * Findings of a year for the management. Of the demonstration: two of fiscal 2025, of 業務課 and 工務課, both
 * minor and closed; of 2026 R08-001 of 業務課 (minor, raised in an audit, overdue), R08-002 of 総務課 (major,
 * raised outside the audits) and R08-003, which is still being checked.
 */
#include "report/papers.h"

/* R08-001 is passed on to 総務課, as R08-009. */
static const char passed_on[] =
	"INSERT INTO finding (year, serial, department_id, title, severity, clause, threat, facts, criterion,"
	" cause, effect, proposal, state, raised_by, raised_at, confirmed_at, times, parent_id)"
	" SELECT 2026, 9, (SELECT id FROM department WHERE key = '010'), title, severity, clause, threat, facts,"
	" criterion, cause, effect, proposal, 'planning', raised_by, 1795316400, 1795316400, 1, id FROM finding"
	" WHERE year = 2026 AND serial = 1";

/* The first cells of the rows after a heading, apart by "|". */
static const char *
names_of(const struct report *r, const char *heading)
{
	for (size_t i = 0; i < r->section_count; i++) {
		const struct section *s = &r->sections[i];
		const char *out = "";
		if (s->heading == NULL || strstr(s->heading, heading) == NULL)
			continue;
		for (size_t k = 0; s->table != NULL && k < s->table->row_count; k++)
			out = arena_printf(arena, "%s|%s", out, s->table->cells[k * s->table->column_count].text);
		return out;
	}
	return "";
}

START_TEST(groups_stand_by_gravity_and_in_the_order_of_the_departments)
{
	struct report r = paper_of("audit-overview", "2026", READERS_FULL);
	ck_assert_str_eq(names_of(&r, "区分別"), "|重大な不適合|軽微な不適合");
	ck_assert_str_eq(names_of(&r, "部署別"), "|総務課|業務課");
	const char *clauses = names_of(&r, "条項別"), *first = strstr(clauses, "|6(4)");
	ck_assert_msg(first == clauses && strstr(first, "|6(6)") != NULL, "%s", clauses);
	r = paper_of("audit-overview", "2025", READERS_FULL);
	ck_assert_str_eq(names_of(&r, "部署別"), "|業務課|工務課");
}
END_TEST

START_TEST(a_past_year_knows_nothing_of_the_years_after_it)
{
	struct report now = paper_of("audit-overview", "2026", READERS_FULL),
		      before = paper_of("audit-overview", "2025", READERS_FULL);
	/* both of 2026 were confirmed less than 31 or 91 days ago; one is overdue, and of the other the plan is */
	ck_assert_str_eq(row_of(&now, "経過日数", "31日から90日"), "|31日から90日まで|1|1");
	ck_assert_str_eq(row_of(&now, "経過日数", "0日から30日"), "|0日から30日まで|1|1");
	ck_assert_str_eq(row_of(&before, "経過日数", "31日から90日"), "|31日から90日まで|0|0");
	ck_assert_str_eq(row_of(&before, "経過日数", "0日から30日"), "|0日から30日まで|0|0");
	change("UPDATE finding SET state = 'doing' WHERE year = 2025 AND serial = 1"); /* 380 days ago */
	before = paper_of("audit-overview", "2025", READERS_FULL);
	ck_assert_str_eq(row_of(&before, "経過日数", "366日以上"), "|366日以上|1|1");
}
END_TEST

/* 確定, 完了, 未完了, 期限超過, 繰返し, 改善率, 日数, 横展開 */
START_TEST(what_was_passed_on_lowers_no_rate)
{
	change(passed_on);
	struct report r = paper_of("audit-overview", "2026", READERS_FULL);
	ck_assert_str_eq(row_of(&r, "部署別", "総務課"), "|総務課|1|0|1|1|0|0.0%|－|1");
	ck_assert_str_eq(row_of(&r, "区分別", "軽微"), "|軽微な不適合|1|0|1|1|1|0.0%|－|1");
	ck_assert_str_eq(row_of(&r, "年度ごと", "Reiwa 8"), "|fiscal year Reiwa 8|2|0|2|2|1|0.0%|－|1");
	ck_assert_str_eq(row_of(&r, "経過日数", "横展開"), "|横展開|1|0");
	struct report list = paper_of("findings", "2026", READERS_FULL);
	ck_assert_str_eq(row_of(&list, "件数", ""), "|1|1|0|0|0|2|0.0%\n0 / 2|50.0%\n1 / 2|1");
	struct report committee = report_of(3, "committee", 0);
	ck_assert_str_eq(row_of(&committee, "監査と指摘", "確定した指摘"), "|確定した指摘（件）|2|2|－");
	ck_assert_str_eq(row_of(&committee, "監査と指摘", "横展開"), "|横展開した指摘（件）|0|1|－");
}
END_TEST

START_TEST(what_was_passed_on_says_so_from_which_day)
{
	change(passed_on);
	struct report r = paper_of("finding-followup", "R08-009", READERS_FULL);
	ck_assert_ptr_nonnull(strstr(row_of(&r, "確認の経過", "Reiwa 8-11-22"), "計画待ち|ほかの部署の指摘を横展開"));
}
END_TEST

/* The audits have raised R08-001 only. */
START_TEST(the_years_report_has_what_was_raised_outside_its_audits)
{
	change(passed_on);
	struct report r = paper_of("audit-report-year", "2026", READERS_FULL);
	const char *text = text_of(&r), *apart = strstr(text, "監査によらず起票された指摘");
	ck_assert_ptr_nonnull(apart);
	ck_assert_ptr_nonnull(strstr(apart, "R08-002"));
	ck_assert_ptr_null(strstr(text, "R08-003　")); /* not confirmed */
	ck_assert_ptr_null(strstr(text, "R08-009"));
	ck_assert_ptr_nonnull(strstr(text, "このほかに横展開した指摘が1件あります。"));
	ck_assert_ptr_nonnull(strstr(row_of(&r, "第4", "R07-002"), "|工務課|"));
	struct report one = paper_of("audit-report", "R08-A01", READERS_FULL);
	ck_assert_ptr_null(strstr(text_of(&one), "監査によらず"));
	ck_assert_str_eq(row_of(&one, "第4", "R07-002"), ""); /* of another department */
}
END_TEST

START_TEST(what_is_not_settled_is_not_said_to_be_missing)
{
	struct report r = paper_of("audit-overview", "2026", READERS_FULL);
	ck_assert_ptr_nonnull(strstr(text_of(&r), "確定した報告書はまだありません。"));
	ck_assert_ptr_null(strstr(text_of(&r), "まだ選ばれていません"));
	r = paper_of("audit-overview", "2020", READERS_FULL);
	ck_assert_ptr_null(strstr(text_of(&r), "確定した報告書はまだありません。"));
}
END_TEST

Suite *findings_year_suite(void);
Suite *
findings_year_suite(void)
{
	Suite *s = suite_create("findings_year");
	TCase *t = tcase_create("findings_year");
	tcase_add_checked_fixture(t, demo_setup, demo_teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, groups_stand_by_gravity_and_in_the_order_of_the_departments);
	tcase_add_test(t, a_past_year_knows_nothing_of_the_years_after_it);
	tcase_add_test(t, what_was_passed_on_lowers_no_rate);
	tcase_add_test(t, what_was_passed_on_says_so_from_which_day);
	tcase_add_test(t, the_years_report_has_what_was_raised_outside_its_audits);
	tcase_add_test(t, what_is_not_settled_is_not_said_to_be_missing);
	suite_add_tcase(s, t);
	return s;
}
