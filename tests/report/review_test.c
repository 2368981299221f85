/* What people have decided and told, in the documents of the demonstration body's final cycle of 2025. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "report/demo.h"
#include "report/issue.h"

static struct cycle cycle;

/* Department 1 answered in numbers, the one with key 070 has fewer than k. Last year: four plans, one done,
 * one dropped, one overdue. */
static const char made[] =
	"INSERT INTO plan (cycle_id, department_id, set_key, item, measure, owner_id, owner_name, due_day,"
	" state, done_day, result) SELECT c.id, 1, 'staff', 'S611', v.measure, 1, '髙﨑 𠮷彦', v.due, "
	"v.state,"
	" v.done, '' FROM cycle c JOIN (SELECT '台帳を改める' AS measure, 20000 AS due, 'done' AS state,"
	" 19990 AS done UNION ALL SELECT '研修を開く', 20000, 'doing', NULL UNION ALL SELECT '鍵を替える',"
	" 30000, 'planned', NULL UNION ALL SELECT '棚を買う', 20000, 'dropped', NULL) v WHERE c.year = 2024;"
	"INSERT INTO practice (cycle_id, department_id, text, consent, who, at, state) SELECT c.id, d.id,"
	" v.text, '課長', '事務局', 1, v.state FROM cycle c JOIN (SELECT '010' AS key, '朝に声を掛ける' AS"
	" text, 'adopted' AS state UNION ALL SELECT '010', '採用していない話', 'recorded' UNION ALL SELECT"
	" '070', '小さな課の取組', 'adopted') v JOIN department d ON d.key = v.key WHERE c.year = 2025;"
	"INSERT INTO plan_change SELECT id, revision, 1, '課長', measure, owner_name, due_day, state, done_day,"
	" result FROM plan;"
	"INSERT INTO practice_decision SELECT id, 1, state, 1, 1 FROM practice WHERE state <> 'recorded';"
	"UPDATE cycle_department SET approver = '統括責任者', reason = '事務分掌による';";

static void
setup(void)
{
	demo_setup();
	if (!cycle_of_year(db, arena, 2025, &cycle, &e))
		ck_abort_msg("%s", e.text);
	change(made);
}

static int64_t
department_of(const char *key)
{
	struct cycle_department *list;
	size_t count;
	ck_assert(cycle_departments(db, arena, cycle.id, &list, &count, &e));
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].key, key) == 0)
			return list[i].department_id;
	ck_abort_msg("no department %s", key);
}

static struct report
report(const char *name, int64_t department)
{
	return report_of(cycle.id, name, department);
}

/* Everything a report says, in one line. */
static const char *
words_of(const struct report *r)
{
	const char *out = "";
	for (size_t i = 0; i < r->section_count; i++) {
		const struct section *s = &r->sections[i];
		for (size_t p = 0; p < s->paragraph_count; p++)
			out = arena_printf(arena, "%s|%s", out, s->paragraphs[p]);
		out = arena_printf(arena, "%s|%s", out, s->note == NULL ? "" : s->note);
		for (size_t k = 0; s->table != NULL && k < s->table->row_count * s->table->column_count; k++)
			out = arena_printf(arena, "%s|%s", out,
				s->table->cells[k].text == NULL ? "" : s->table->cells[k].text);
	}
	return out;
}

static bool
says(const char *name, int64_t department, const char *text)
{
	struct report r = report(name, department);
	return strstr(words_of(&r), text) != NULL;
}

START_TEST(of_four_plans_of_last_year_one_is_done_and_one_overdue)
{
	static const char sentence[] =
		"前年度の改善策4件のうち1件が完了しました（改善率25.0%）。実施中は1件、"
		"計画は1件、中止は1件で、期限を過ぎて完了していないものは1件です。";
	ck_assert(says("self-check-body", 0, sentence));
	ck_assert(says("self-check-department", department_of("010"), sentence));
	ck_assert(!says("self-check-department", department_of("020"), sentence));
	ck_assert(says("committee", 0, "改善率（前年度の改善策）|－|25.0%|－"));
	ck_assert(says("improvement-plan", 0, "髙﨑 𠮷彦"));
}
END_TEST

START_TEST(where_nothing_is_planned_there_are_rows_to_fill_in)
{
	struct report r = report("improvement-plan", department_of("020"));
	ck_assert_ptr_nonnull(strstr(words_of(&r), "改善策はまだ登録されていません"));
	size_t rows = 0;
	for (size_t i = 0; i < r.section_count; i++)
		if (r.sections[i].table != NULL && r.sections[i].table->column_count == 5)
			rows = r.sections[i].table->row_count;
	ck_assert_uint_eq(rows, 5);
}
END_TEST

START_TEST(only_adopted_practices_are_told_and_a_withheld_department_is_not_named)
{
	ck_assert(says("self-check-body", 0, "総務課|朝に声を掛ける"));
	ck_assert(says("self-check-body", 0, "－|小さな課の取組"));
	ck_assert(!says("self-check-body", 0, "採用していない話"));
	ck_assert(!says("self-check-department", department_of("070"), "小さな課の取組"));
}
END_TEST

START_TEST(a_withheld_department_learns_neither_counts_of_remarks_nor_of_not_applicable)
{
	struct report r = report("not-applicable", department_of("070"));
	ck_assert_ptr_nonnull(strstr(words_of(&r), "件数と理由は示していません"));
	for (size_t i = 0; i < r.section_count; i++)
		ck_assert(r.sections[i].table == NULL || strcmp(r.sections[i].table->caption, "職員票") != 0);
	ck_assert(!says("self-check-department", department_of("070"), "件は載せていません"));
	ck_assert(says("self-check-department", department_of("010"), "件は載せていません"));
}
END_TEST

START_TEST(viewpoint_17_who_approved_the_flags_stands_beside_what_they_hide)
{
	ck_assert(says("not-applicable", department_of("010"), "|事務分掌による|統括責任者|"));
	ck_assert(says("not-applicable", 0, "|事務分掌による|統括責任者|"));
}
END_TEST

/* The counts of a question's reasons are together what its fraction says. */
START_TEST(reasons_add_up_to_the_question)
{
	struct report r = report("not-applicable", 0);
	size_t seen = 0;
	for (size_t i = 0; i < r.section_count; i++) {
		const struct table *t = r.sections[i].table;
		long sum = 0, all = 0;
		for (size_t row = 0; t != NULL && t->column_count == 7 && row <= t->row_count; row++) {
			const struct table_cell *cells = &t->cells[row * 7];
			if (row == t->row_count || cells[4].text[0] != '\0') {
				ck_assert_int_eq(sum, all);
				sum = 0;
				all = row == t->row_count ? 0 : strtol(cells[4].text, NULL, 10);
				seen++;
			}
			if (row < t->row_count)
				sum += strtol(cells[3].text, NULL, 10);
		}
	}
	ck_assert_uint_gt(seen, 5);
}
END_TEST

START_TEST(an_issued_plan_stays_what_it_was_until_a_new_edition)
{
	struct issue_request rq = {.report = {.name = "improvement-plan",
					   .cycle_id = cycle.id,
					   .department_id = department_of("010"),
					   .now = noon,
					   .issued_by = "事務局"}};
	struct issued one, again, renewed;
	ck_assert_msg(report_issue(store, arena, &rq, &one, &e), "%s", e.text);
	change("UPDATE plan SET state = 'done', done_day = 20001, result = '済んだ';"
	       "UPDATE practice SET state = 'declined';");
	ck_assert(report_issue(store, arena, &rq, &again, &e));
	ck_assert_uint_eq(again.bytes.length, one.bytes.length);
	ck_assert_mem_eq(again.bytes.data, one.bytes.data, one.bytes.length);
	rq.reason = "進み具合を改める";
	ck_assert(report_issue(store, arena, &rq, &renewed, &e));
	ck_assert_int_eq(renewed.document.edition, one.document.edition + 1);
	buf_free(&one.bytes);
	buf_free(&again.bytes);
	buf_free(&renewed.bytes);
}
END_TEST

static void
inside(const char *name, int64_t department)
{
	const double mm = 72 / 25.4;
	struct report r = report(name, department);
	struct canvas **pages;
	struct pdf_outline *outline;
	size_t outline_count, count = report_pages(arena, &r, &pages, &outline, &outline_count);
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < pages[i]->count; k++) {
			const struct mark *t = &pages[i]->marks[k];
			if (t->kind != MARK_TEXT)
				continue;
			double width = text_width(t->face, t->size, t->text);
			double left = t->anchor == ANCHOR_LEFT    ? t->x
				      : t->anchor == ANCHOR_RIGHT ? t->x - width
								  : t->x - width / 2;
			ck_assert_msg(left >= 25 * mm - 0.5 && left + width <= 190 * mm + 0.5, "%s: %s", name,
				t->text);
			ck_assert_msg(t->y <= 277 * mm || t->y > 284 * mm, "%s: %s", name, t->text);
		}
}

START_TEST(long_words_stay_on_their_pages)
{
	change("UPDATE plan SET measure = replace(hex(zeroblob(120)), '0', '改'), result ="
	       " replace(hex(zeroblob(120)), '0', '果'), owner_name = replace(hex(zeroblob(15)), '0', '長');"
	       "UPDATE practice SET text = replace(hex(zeroblob(250)), '0', '例');"
	       "UPDATE cycle_department SET name = replace(hex(zeroblob(15)), '0', '課'), reason ="
	       " replace(hex(zeroblob(100)), '0', '理'), approver = replace(hex(zeroblob(15)), '0', '長');");
	static const char *const names[] = {"not-applicable", "improvement-plan"};
	for (size_t i = 0; i < 2; i++) {
		inside(names[i], 0);
		inside(names[i], department_of("010"));
	}
	inside("self-check-body", 0);
	inside("self-check-department", department_of("010"));
}
END_TEST

/* 30 characters of a department on a sheet wrap: none is lost, none leaves the page. */
START_TEST(a_sheet_shows_a_long_department_whole)
{
	change("UPDATE cycle_department SET name = replace(hex(zeroblob(15)), '0', '課');");
	inside("unanswered", department_of("010"));
	ck_assert(says("unanswered", department_of("010"), "課課課課課課課課課課") ||
		  strstr(report("unanswered", department_of("010")).title, "課課課課課課課課課課") != NULL);
}
END_TEST

START_TEST(when_everybody_has_answered_the_list_says_so)
{
	change("UPDATE sheet SET submitted = coalesce(submitted, '{}'), submitted_at = "
	       "coalesce(submitted_at, 1),"
	       " returned_at = NULL;");
	ck_assert(says("unanswered", department_of("010"), "未回答者はいません。"));
	ck_assert(!says("unanswered", department_of("010"), "提出されていません"));
}
END_TEST

/* On 23 November, of a cycle that is due before it, after it, or takes no answers any more. */
START_TEST(a_list_asks_for_what_can_still_be_done)
{
	static const struct {
		const char *cycle, *asks;
	} rows[] = {
		{"UPDATE cycle SET state = 'open', due_day = 20786;", "提出期限までの提出を"},
		{"UPDATE cycle SET state = 'grace', due_day = 20779;", "提出期限を過ぎています。"},
		{"UPDATE cycle SET state = 'confirming', due_day = 20779;", "提出の受付は終わっています。"},
	};
	change("UPDATE sheet SET submitted = NULL, submitted_at = NULL;");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		change(rows[i].cycle);
		ck_assert_msg(says("unanswered", department_of("010"), rows[i].asks), "%s", rows[i].asks);
	}
}
END_TEST

/* Who has a second post is counted in both departments; nobody stands before the sum unless there is one. */
START_TEST(sums_over_departments_are_said_to_be_of_posts)
{
	ck_assert(!says("self-check-body", 0, "延べ"));
	change("INSERT INTO sheet_department (sheet_id, department_id) SELECT min(s.id), d.id FROM sheet s"
	       " JOIN department d ON d.key = '020' WHERE s.set_key = 'staff' AND s.department_id = 1 GROUP BY"
	       " s.cycle_id, d.id;");
	ck_assert(says("self-check-body", 0, "を基準日とし、その日に在籍する職員等延べ"));
	ck_assert(!says("self-check-department", department_of("010"), "延べ"));
}
END_TEST

Suite *review_suite(void);
Suite *
review_suite(void)
{
	Suite *s = suite_create("review");
	TCase *t = tcase_create("review");
	tcase_add_checked_fixture(t, setup, demo_teardown);
	tcase_set_timeout(t, 120);
	tcase_add_test(t, of_four_plans_of_last_year_one_is_done_and_one_overdue);
	tcase_add_test(t, where_nothing_is_planned_there_are_rows_to_fill_in);
	tcase_add_test(t, only_adopted_practices_are_told_and_a_withheld_department_is_not_named);
	tcase_add_test(t, a_withheld_department_learns_neither_counts_of_remarks_nor_of_not_applicable);
	tcase_add_test(t, viewpoint_17_who_approved_the_flags_stands_beside_what_they_hide);
	tcase_add_test(t, reasons_add_up_to_the_question);
	tcase_add_test(t, an_issued_plan_stays_what_it_was_until_a_new_edition);
	tcase_add_test(t, long_words_stay_on_their_pages);
	tcase_add_test(t, a_sheet_shows_a_long_department_whole);
	tcase_add_test(t, when_everybody_has_answered_the_list_says_so);
	tcase_add_test(t, a_list_asks_for_what_can_still_be_done);
	tcase_add_test(t, sums_over_departments_are_said_to_be_of_posts);
	suite_add_tcase(s, t);
	return s;
}
