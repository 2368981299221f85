/* 新旧対照表 on paper: the demonstration's second edition beside its first, clause by clause. */
#include <check.h>
#include <string.h>

#include "report/demo.h"

static struct report
comparison_of(int64_t edition)
{
	struct report r;
	struct report_request *rq = ARENA_NEW(arena, struct report_request);
	*rq = (struct report_request){
		.name = "policy-comparison", .about_id = edition, .now = noon, .issued_by = "監査担当"};
	ck_assert_msg(report_make(store, arena, rq, &r, &e), "%s", e.text);
	return r;
}

static const struct table_cell *
row_of(const struct table *t, const char *key)
{
	for (size_t i = 0; i < t->row_count; i++)
		if (strcmp(t->cells[i * t->column_count].text, key) == 0)
			return &t->cells[i * t->column_count];
	ck_abort_msg("no row %s", key);
}

START_TEST(what_changed_stands_side_by_side_with_the_differences_marked)
{
	struct report r = comparison_of(2);
	const struct table *t = r.sections[0].table;
	ck_assert_ptr_nonnull(t);
	ck_assert_str_eq(t->columns[1].title, "旧（令和3年4月）");
	ck_assert_ptr_nonnull(strstr(t->columns[2].title, "新（令和8年4月、"));
	ck_assert_uint_eq(t->row_count, 6); /* 2(12) 3 3(5) 6(1) 6(5) 6(8) */
	const struct table_cell *row = row_of(t, "6(5)");
	ck_assert_str_eq(row[1].text, "人的セキュリティ 職員が守ることを定め、［必要な］研修を行う。");
	ck_assert_str_eq(
		row[2].text, "人的セキュリティ 職員が守ることを定め、［毎年度、］研修［と訓練］を行う。");
	ck_assert_ptr_nonnull(strstr(row[3].text, "変更\n設問等 "));
	ck_assert_ptr_nonnull(strstr(row[3].text, "S651"));
	row = row_of(t, "3(5)");
	ck_assert_str_eq(row[1].text, "（なし）");
	ck_assert_str_eq(row[2].text, "停電や通信の途絶など、ほかの設備の障害が及ぶこと");
	ck_assert_str_eq(row[3].text, "新設");
}
END_TEST

START_TEST(the_first_edition_has_nothing_to_stand_beside)
{
	struct report r = comparison_of(1), none;
	ck_assert_ptr_null(r.sections[0].table);
	ck_assert_str_eq(r.sections[0].note, "前の版が取り込まれていないため、対照できません。");
	const struct report_request rq = {.name = "policy-comparison", .about_id = 9, .now = noon};
	ck_assert(!report_make(store, arena, &rq, &none, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
}
END_TEST

/* It may be published with the policy: nothing of it is confidential. */
START_TEST(neither_findings_nor_standards_nor_procedures_are_in_it)
{
	struct buf out = BUF_INIT;
	struct report r = comparison_of(2);
	static const char *const hidden[] = {"R08-", "第4条", "手順書", "委託先から借りた記録媒体"};
	for (size_t i = 0; i < r.sections[0].table->row_count * r.sections[0].table->column_count; i++)
		for (size_t k = 0; k < sizeof hidden / sizeof *hidden; k++)
			ck_assert_ptr_null(strstr(r.sections[0].table->cells[i].text, hidden[k]));
	ck_assert_msg(report_pdf(arena, &r, GLYPHS_REFUSE, &out, &e), "%s", e.text);
	ck_assert_uint_gt(out.length, 1000);
	buf_free(&out);
}
END_TEST

Suite *policy_comparison_suite(void);
Suite *
policy_comparison_suite(void)
{
	Suite *s = suite_create("policy_comparison");
	TCase *t = tcase_create("policy_comparison");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, demo_setup, demo_teardown);
	tcase_add_test(t, what_changed_stands_side_by_side_with_the_differences_marked);
	tcase_add_test(t, the_first_edition_has_nothing_to_stand_beside);
	tcase_add_test(t, neither_findings_nor_standards_nor_procedures_are_in_it);
	suite_add_tcase(s, t);
	return s;
}
