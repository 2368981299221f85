/*
 * Papers about the audits of the demonstration (questionnaires/demo/audits.yaml, papers.yaml).
 * R08-A01, of 業務課 and its 水道料金システム, is in its fieldwork: of 18 items two conform, one is an
 * observation, two are minor, one could not be checked, and twelve are not judged yet.
 */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "report/issue.h"
#include "report/papers.h"
#include "report/self_check.h"

/* With what the departments had said beside the checklists. */
static void
setup(void)
{
	demo_setup();
	if (!self_check_keep_left(store, &e))
		ck_abort_msg("%s", e.text);
}

START_TEST(judgements_are_counted_by_clause_and_the_rate_says_of_how_many)
{
	struct report r = paper_of("audit-report", "R08-A01", READERS_FULL);
	/* 項目数, 適合, 観察, 軽微, 重大, 該当なし, 未確認, 判定なし; (2 + 1) ÷ (2 + 1 + 2) */
	ck_assert_str_eq(row_of(&r, "第2", "全体"), "|全体|18|2|1|2|0|0|1|12|60.0%\n3 / 5");
	/* A611 conforms, A615 is an observation, A616 could not be checked */
	ck_assert_ptr_nonnull(strstr(row_of(&r, "第2", "6(1)"), "|7|1|1|0|0|0|1|4|100.0%\n2 / 2"));
	/* A644 and A645 are minor */
	ck_assert_ptr_nonnull(strstr(row_of(&r, "第2", "6(4)"), "|3|0|0|2|0|0|0|1|0.0%\n0 / 2"));
}
END_TEST

START_TEST(what_nobody_checked_is_named_with_its_reason)
{
	struct report r = paper_of("audit-report", "R08-A01", READERS_FULL);
	const char *text = text_of(&r);
	ck_assert_ptr_nonnull(strstr(text, "確認していない項目は13項目です")); /* one of them with a reason */
	ck_assert_ptr_nonnull(strstr(text, "次の訪問で確"));
}
END_TEST

/* Of 6(4): the cells of staff, manager, auditor and gap. */
static const struct table_cell *
said_of(const struct report *r)
{
	for (size_t i = 0; i < r->section_count; i++) {
		const struct table *t = r->sections[i].table;
		if (r->sections[i].heading == NULL || strcmp(r->sections[i].heading, "自己点検との差") != 0)
			continue;
		for (size_t k = 0; k < t->row_count; k++)
			if (strcmp(t->cells[k * t->column_count + 1].text, "6(4)") == 0)
				return &t->cells[k * t->column_count + 2];
	}
	ck_abort_msg("6(4) is not there");
}

/* What staff said of 6(4), what the auditor found; the gap is the one less the other, which is 0.0. */
START_TEST(what_was_said_stands_beside_what_was_found)
{
	struct report full = paper_of("audit-report", "R08-A01", READERS_FULL),
		      open = paper_of("audit-report", "R08-A01", READERS_PUBLIC);
	const struct table_cell *said = said_of(&full);
	int whole, tenth, gap, gap_tenth;
	ck_assert_str_eq(said[2].text, "0.0%\n0 / 2");
	ck_assert_int_eq(sscanf(said[0].text, "%d.%d%%", &whole, &tenth), 2);
	ck_assert_int_eq(sscanf(said[3].text, "+%d.%d", &gap, &gap_tenth), 2);
	ck_assert_int_eq(whole * 10 + tenth, gap * 10 + gap_tenth);
	said = said_of(&open);
	ck_assert_str_eq(said[0].text, "（省略）");
	ck_assert_str_eq(said[2].text, "0.0%\n0 / 2");
	ck_assert_str_eq(said[3].text, "（省略）");
}
END_TEST

/* Nothing that is not for everybody: names, systems, places, evidence, what was found, what staff said. */
START_TEST(the_public_edition_holds_nothing_that_is_not_public)
{
	static const char *const secret[] = {"秋葉", "加藤", "水道料金システム", "業務課執務室", "任命簿",
		"古い様式", "R08-業務", "持出し8件", "契約者の情報", "離任した職員", "次の訪問", "機密性2"};
	struct report full = paper_of("audit-report", "R08-A01", READERS_FULL),
		      open = paper_of("audit-report", "R08-A01", READERS_PUBLIC);
	const char *all = text_of(&full), *text = text_of(&open);
	for (size_t i = 0; i < sizeof secret / sizeof *secret; i++) {
		ck_assert_msg(strstr(all, secret[i]) != NULL, "the full edition has no %s", secret[i]);
		ck_assert_msg(strstr(text, secret[i]) == NULL, "the public edition has %s", secret[i]);
	}
	ck_assert_ptr_nonnull(strstr(text, "60.0%")); /* what was judged may be known */
	ck_assert_ptr_nonnull(strstr(text, "（概要版）"));
}
END_TEST

/* Of what was closed in 業務課 last year, only what was written for everybody; of the open rest nothing. */
START_TEST(of_a_finding_the_public_reads_what_was_written_for_it)
{
	struct report open = paper_of("audit-report", "R07-A01", READERS_PUBLIC);
	const char *text = text_of(&open);
	ck_assert_ptr_nonnull(strstr(text, "持ち出した物の返却の記録が一部になかった"));
	ck_assert_ptr_nonnull(strstr(text, "返却されていない物を確かめるようにした"));
	ck_assert_ptr_null(strstr(text, "持出簿に返却の日が書かれていない"));
	ck_assert_ptr_null(strstr(text, "月末に所属長が"));
	change("DELETE FROM finding_public");
	open = paper_of("audit-report", "R07-A01", READERS_PUBLIC);
	text = text_of(&open);
	ck_assert_ptr_null(strstr(text, "持ち出した物の返却"));
	ck_assert_ptr_null(strstr(text, "持出簿に返却の日が書かれていない"));
	ck_assert_ptr_nonnull(strstr(text, "R07-001　（省略）"));
}
END_TEST

/* A system came into the register after the words were written. */
START_TEST(words_for_everybody_are_left_out_when_they_name_what_is_not_published)
{
	change("INSERT INTO entry (kind, key, name, department_id, valid_from, fields)"
	       " SELECT 'system', 'S-99', '返却の記録', department_id, 0, '{}' FROM entry LIMIT 1");
	struct report open = paper_of("audit-report", "R07-A01", READERS_PUBLIC);
	ck_assert_ptr_null(strstr(text_of(&open), "返却の記録"));
	ck_assert_ptr_nonnull(strstr(text_of(&open), "返却されていない物を確かめるようにした"));
}
END_TEST

START_TEST(who_left_the_audit_stands_in_its_report_with_the_day)
{
	change("INSERT INTO engagement_leaver (engagement_id, account_id, lead, who, department, named_at, left_by,"
	       " left_at) SELECT g.id, m.account_id, 0, '外れた人', '総務課', 0, m.account_id, 1792400000"
	       " FROM engagement g JOIN engagement_member m ON m.engagement_id = g.id AND m.lead = 1"
	       " WHERE g.year = 2026 AND g.serial = 1"); /* 2026-10-19 */
	struct report r = paper_of("audit-report", "R08-A01", READERS_FULL);
	ck_assert_ptr_nonnull(strstr(text_of(&r), "監査人（Reiwa 8-10-19まで）"));
	ck_assert_ptr_nonnull(strstr(text_of(&r), "外れた人"));
}
END_TEST

/* Both who audit; one piece of evidence with each of five papers. */
START_TEST(who_ordered_an_audit_and_why_is_in_full_editions_only)
{
	static const char *const order[] = {"最高情報セキュリティ責任者", "管理者権限を持つID"};
	for (int readers = 0; readers < READERS_COUNT; readers++) {
		struct report r = paper_of("audit-report", "R08-A03", (enum readers)readers);
		const char *text = text_of(&r);
		ck_assert_ptr_nonnull(strstr(text, "特命監査"));
		for (size_t i = 0; i < 2; i++)
			ck_assert_int_eq(strstr(text, order[i]) != NULL, readers == READERS_FULL);
	}
	struct report r = paper_of("audit-report", "R08-A03", READERS_AUDITEE);
	ck_assert_str_eq(row_of(&r, "この版で省いた事項", "特命監査を命じた人と理由"),
		"|特命監査を命じた人と理由|2");
}
END_TEST

START_TEST(what_is_left_out_is_listed_with_how_often)
{
	struct report open = paper_of("audit-report", "R08-A01", READERS_PUBLIC);
	ck_assert_str_eq(row_of(&open, "この版で省いた事項", "個人の氏名"), "|個人の氏名|2");
	ck_assert_str_eq(
		row_of(&open, "この版で省いた事項", "証拠"), "|証拠の名称・所在・標本|5");
	struct report full = paper_of("audit-report", "R08-A01", READERS_FULL);
	ck_assert_str_eq(row_of(&full, "この版で省いた事項", ""), "");
}
END_TEST

/* 業務課's closed report for anybody: two who audit, the place, one piece of evidence … */
START_TEST(what_is_left_out_is_logged_when_it_is_issued)
{
	struct issued out;
	struct issue_request rq = {.report = {.name = "audit-report",
					   .readers = READERS_PUBLIC,
					   .now = noon,
					   .issued_by = "事務局"}};
	struct event *list;
	size_t count;
	ck_assert(report_about(store, arena, "audit-report", "R07-A01", &rq.report.about_id, &e));
	ck_assert_msg(report_issue(store, arena, &rq, &out, &e), "%s", e.text);
	ck_assert(events_list(db, arena, 0, 1, &list, &count, &e));
	ck_assert_str_eq(list[0].what, "document_redacted");
	ck_assert_ptr_nonnull(strstr(list[0].subject, "public"));
	ck_assert_ptr_nonnull(strstr(list[0].detail, "people 2, "));
	ck_assert_ptr_nonnull(strstr(list[0].detail, "evidence 1"));
	buf_free(&out.bytes);
}
END_TEST

/* It is left out of the outline, the one place of this paper where it would stand. */
START_TEST(what_is_left_out_is_counted_where_it_would_have_stood)
{
	struct report open = paper_of("audit-report", "R07-A01", READERS_PUBLIC);
	ck_assert_str_eq(row_of(&open, "この版で省いた事項", "監査の場所"), "|監査の場所|1");
}
END_TEST

START_TEST(a_checklist_lies_on_its_side_with_its_head_on_every_page)
{
	struct report r = paper_of("audit-checklist", "R08-A01", READERS_FULL);
	struct canvas **pages;
	struct pdf_outline *outline;
	size_t outlines, count = report_pages(arena, &r, &pages, &outline, &outlines);
	ck_assert_uint_gt(count, 1);
	for (size_t i = 0; i < count; i++) {
		bool head = false;
		ck_assert(pages[i]->width > pages[i]->height);
		for (size_t k = 0; k < pages[i]->count; k++) {
			const struct mark *m = &pages[i]->marks[k];
			head = head || (m->kind == MARK_TEXT && strcmp(m->text, "監査項目") == 0);
			if (m->kind == MARK_TEXT && m->anchor == ANCHOR_LEFT)
				ck_assert(m->x < pages[i]->width);
		}
		ck_assert(head);
	}
	ck_assert_ptr_nonnull(strstr(text_of(&r), "R08-業務-6(1)-01"));
}
END_TEST

/* Whoever prints it may be one of the auditors. */
START_TEST(nobody_is_named_at_the_foot_of_what_anybody_may_read)
{
	struct report full = paper_of("audit-report", "R08-A01", READERS_FULL);
	struct report open = paper_of("audit-report", "R08-A01", READERS_PUBLIC);
	ck_assert_str_eq(full.issued_by, "事務局");
	ck_assert_str_eq(open.issued_by, "");
}
END_TEST

/* That somebody audits who is not independent is told in plan and report; why, not to everybody. */
START_TEST(a_waiver_is_printed_in_plan_and_report)
{
	change("INSERT INTO independence_waiver (engagement_id, account_id, who, kind, department_id, reason,"
	       " asked_by, asked_who, asked_at, state, decided_by, decided_who, decided_at, note)"
	       " SELECT id, created_by, '特例の人', 'left', department_id, '代わりの者がいない', created_by, '頼んだ人',"
	       " 1795000000, 'approved', created_by, '認めた人', 1795000000, '持出しを除く' FROM engagement WHERE id = 1;"
	       "INSERT INTO independence_waiver (engagement_id, account_id, who, kind, department_id, reason,"
	       " asked_by, asked_who, asked_at, state) SELECT id, created_by, '待つ人', 'belongs', department_id,"
	       " '理由', created_by, '頼んだ人', 1795000000, 'asked' FROM engagement WHERE id = 1;");
	const char *const papers[] = {"audit-plan", "audit-report"};
	for (size_t i = 0; i < 2; i++) {
		struct report r = paper_of(papers[i], "R08-A01", READERS_FULL);
		/* 1795000000 is 2026-11-18 in Japan; Check runs without the catalogue */
		ck_assert_str_eq(row_of(&r, "独立性の特例", "特例の人"),
			"|特例の人|被監査部署を離れて間もない|代わりの者がいない|Reiwa 8-11-18　認めた人\n持出しを除く");
		ck_assert_ptr_null(strstr(text_of(&r), "待つ人"));
	}
	struct report open = paper_of("audit-report", "R08-A01", READERS_PUBLIC);
	ck_assert_str_eq(row_of(&open, "独立性の特例", "（省略）"),
		"|（省略）|（省略）|（省略）|Reiwa 8-11-18　（省略）\n（省略）");
}
END_TEST

static struct issued
issue(const char *name, const char *of, instant_t at)
{
	struct issued out;
	struct issue_request rq = {.report = {.name = name, .now = at, .issued_by = "事務局"}};
	ck_assert_msg(report_about(store, arena, name, of, &rq.report.about_id, &e), "%s", e.text);
	ck_assert_msg(report_issue(store, arena, &rq, &out, &e), "%s", e.text);
	return out;
}

/* R07-A01 is completed: its report has a number, whatever is done about the findings afterwards. */
START_TEST(a_report_that_was_issued_stays_what_it_was)
{
	struct issued first = issue("audit-report", "R07-A01", noon);
	ck_assert_int_ne(first.document.id, 0);
	change("UPDATE finding SET title = '別の件名', facts = '別の事実', state = 'doing';"
	       "UPDATE engagement_line SET judgement = 'major', facts = '別の事実';"
	       "UPDATE engagement SET title = '別の名称', place = '別の場所';"
	       "UPDATE department_term SET name = name || '改';"
	       "INSERT INTO engagement_word (engagement_id, part, text, at, account_id, who)"
	       " SELECT id, 'overview', '別の総評', 0, created_by, '別の人' FROM engagement");
	struct issued again = issue("audit-report", "R07-A01", noon + 86400);
	ck_assert_int_eq(again.document.id, first.document.id);
	ck_assert_uint_eq(again.bytes.length, first.bytes.length);
	ck_assert_mem_eq(again.bytes.data, first.bytes.data, first.bytes.length);
	buf_free(&first.bytes);
	buf_free(&again.bytes);
}
END_TEST

/* What is judged before the report is fixed, and an audit by order before it is announced. */
START_TEST(the_overview_of_a_year_tells_nothing_early)
{
	struct report r = paper_of("audit-overview", "2026", READERS_FULL);
	const char *text = text_of(&r);
	ck_assert_ptr_nonnull(strstr(text, "R08-A01"));
	ck_assert_ptr_null(strstr(text, "60.0%"));
	ck_assert_ptr_null(strstr(text, "R08-A03"));
	change("UPDATE engagement SET state = 'announced' WHERE serial = 3 AND year = 2026");
	r = paper_of("audit-overview", "2026", READERS_FULL);
	ck_assert_ptr_nonnull(strstr(text_of(&r), "R08-A03"));
}
END_TEST

START_TEST(what_is_not_settled_is_a_draft_without_a_number)
{
	struct issued draft = issue("audit-report", "R08-A01", noon);
	ck_assert_int_eq(draft.document.id, 0);
	struct report r = paper_of("audit-report", "R08-A01", READERS_FULL);
	ck_assert(r.draft);
	ck_assert_ptr_nonnull(strstr(text_of(&r), "（案）"));
	buf_free(&draft.bytes);
}
END_TEST

START_TEST(the_program_writes_no_opinion)
{
	static const char *const assuring[] = {"良好", "おおむね", "問題はな", "問題はあ", "適切", "妥当", "有効に"};
	change("DELETE FROM finding_line");
	const char *const papers[] = {"audit-report", "audit-plan", "audit-checklist", "audit-papers"};
	for (size_t p = 0; p < sizeof papers / sizeof *papers; p++) {
		struct report r = paper_of(papers[p], "R07-A01", READERS_FULL);
		const char *text = text_of(&r);
		for (size_t i = 0; i < sizeof assuring / sizeof *assuring; i++)
			ck_assert_msg(strstr(text, assuring[i]) == NULL, "%s: %s", papers[p], assuring[i]);
	}
	struct report r = paper_of("audit-report", "R07-A01", READERS_FULL);
	ck_assert_ptr_nonnull(strstr(text_of(&r), "この監査から起票された指摘はありません。"));
}
END_TEST

START_TEST(what_cannot_be_made_is_refused_in_words)
{
	int64_t id;
	struct report r;
	struct err why = {0};
	ck_assert(!report_about(store, arena, "audit-report", "R08-A99", &id, &why));
	ck_assert_int_eq(why.kind, ERR_ABSENT);
	struct report_request rq = {.name = "audit-report", .now = noon, .issued_by = ""};
	ck_assert(!report_make(store, arena, &rq, &r, &why)); /* of none */
	ck_assert_int_eq(why.kind, ERR_INPUT);
	rq = (struct report_request){
		.name = "audit-plan", .about_id = 1, .readers = READERS_PUBLIC, .now = noon, .issued_by = ""};
	ck_assert(!report_make(store, arena, &rq, &r, &why)); /* it has no such edition */
	ck_assert_int_eq(why.kind, ERR_INPUT);
}
END_TEST

Suite *audit_papers_suite(void);
Suite *
audit_papers_suite(void)
{
	Suite *s = suite_create("audit_papers");
	TCase *t = tcase_create("audit_papers");
	tcase_add_checked_fixture(t, setup, demo_teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, judgements_are_counted_by_clause_and_the_rate_says_of_how_many);
	tcase_add_test(t, what_nobody_checked_is_named_with_its_reason);
	tcase_add_test(t, what_was_said_stands_beside_what_was_found);
	tcase_add_test(t, the_public_edition_holds_nothing_that_is_not_public);
	tcase_add_test(t, who_left_the_audit_stands_in_its_report_with_the_day);
	tcase_add_test(t, of_a_finding_the_public_reads_what_was_written_for_it);
	tcase_add_test(t, words_for_everybody_are_left_out_when_they_name_what_is_not_published);
	tcase_add_test(t, who_ordered_an_audit_and_why_is_in_full_editions_only);
	tcase_add_test(t, what_is_left_out_is_listed_with_how_often);
	tcase_add_test(t, what_is_left_out_is_logged_when_it_is_issued);
	tcase_add_test(t, what_is_left_out_is_counted_where_it_would_have_stood);
	tcase_add_test(t, a_checklist_lies_on_its_side_with_its_head_on_every_page);
	tcase_add_test(t, nobody_is_named_at_the_foot_of_what_anybody_may_read);
	tcase_add_test(t, a_waiver_is_printed_in_plan_and_report);
	tcase_add_test(t, a_report_that_was_issued_stays_what_it_was);
	tcase_add_test(t, the_overview_of_a_year_tells_nothing_early);
	tcase_add_test(t, what_is_not_settled_is_a_draft_without_a_number);
	tcase_add_test(t, the_program_writes_no_opinion);
	tcase_add_test(t, what_cannot_be_made_is_refused_in_words);
	suite_add_tcase(s, t);
	return s;
}
