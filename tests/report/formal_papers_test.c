/*
 * Whose letter a paper about audits is, to whom it goes, and that it says what is so. R07-001 of 業務課 was
 * closed after a report; R08-001, of the same department, has a plan and no report.
 */
#include "base/utf8.h"
#include "report/paper.h"
#include "report/papers.h"
#include "report/shelf.h"
#include "store/setting.h"

static const struct letter *
letter_of(const char *name, const char *of)
{
	struct report r = paper_of(name, of, READERS_FULL);
	for (size_t i = 0; i < r.section_count; i++)
		if (r.sections[i].letter != NULL)
			return r.sections[i].letter;
	ck_abort_msg("%s has no letter", name);
}

START_TEST(a_letter_is_of_whoever_sends_it)
{
	static const struct {
		const char *paper, *of, *sender, *addressee;
	} rows[] = {{"audit-notice", "R08-A01", "情報セキュリティ監査責任者", "業務課長　様"},
		{"audit-report", "R08-A01", "情報セキュリティ監査責任者", "企業長　様"},
		{"audit-report-year", "2026", "情報セキュリティ監査責任者", "企業長　様"},
		{"finding-plan", "R08-001", "業務課長", "情報セキュリティ監査責任者　様"},
		{"finding-report", "R08-001", "業務課長", "情報セキュリティ監査責任者　様"}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct letter *l = letter_of(rows[i].paper, rows[i].of);
		ck_assert_msg(strcmp(l->sender, rows[i].sender) == 0, "%s: %s", rows[i].paper, l->sender);
		ck_assert_msg(strcmp(l->addressee, rows[i].addressee) == 0, "%s: %s", rows[i].paper, l->addressee);
	}
	ck_assert_ptr_null(letter_of("finding-plan", "R08-001")->contact); /* the secretariat's */
	ck_assert_ptr_nonnull(letter_of("audit-notice", "R08-A01")->contact);
}
END_TEST

START_TEST(a_body_calls_its_posts_as_it_does)
{
	change("INSERT INTO setting (key, value) VALUES ('sender_audit', '監査統括'),"
	       " ('sender_department', '{department}の長'), ('addressee_improvement', 'CISO')");
	ck_assert_str_eq(letter_of("audit-report", "R08-A01")->sender, "監査統括");
	ck_assert_str_eq(letter_of("finding-report", "R08-001")->sender, "業務課の長");
	ck_assert_str_eq(letter_of("finding-report", "R08-001")->addressee, "CISO　様");
}
END_TEST

START_TEST(what_a_letter_names_is_a_setting)
{
	const struct shelf *shelf = shelf_get(&e);
	for (size_t i = 0; i < shelf->count; i++)
		for (size_t k = 0; k < shelf->recipes[i]->blocks_count; k++) {
			const struct recipe_block *b = &shelf->recipes[i]->blocks[k];
			const char *const keys[] = {b->sender, b->addressee};
			for (size_t n = 0; n < 2; n++)
				ck_assert_msg(keys[n] == NULL || setting_text(db, arena, keys[n])[0] != '\0', "%s: %s",
					shelf->recipes[i]->name, keys[n]);
		}
}
END_TEST

/* A draft of a report that nobody has handed in. */
START_TEST(nothing_is_said_to_be_done_that_was_not_reported)
{
	struct report r = paper_of("finding-report", "R08-001", READERS_FULL);
	ck_assert_ptr_null(strstr(text_of(&r), "改善しました"));
	ck_assert_ptr_nonnull(strstr(text_of(&r), "改善報告は、まだ提出されていません。"));
}
END_TEST

START_TEST(what_was_done_is_what_was_reported)
{
	struct report r = paper_of("audit-report", "R07-A01", READERS_FULL);
	ck_assert_str_eq(row_of(&r, "R07-001", "講じた措置"),
		"|講じた措置|新しい様式に切り替え、3か月分の点検の記録を残した。");
	ck_assert_str_eq(row_of(&r, "R07-001", "恒久対策"), "");
	change("DELETE FROM finding_report");
	r = paper_of("audit-report", "R07-A01", READERS_FULL);
	ck_assert_str_eq(row_of(&r, "R07-001", "講じた措置"), "");
	ck_assert_str_eq(row_of(&r, "R07-001", "恒久対策"),
		"|恒久対策|様式を改め、月末に所属長が未返却を点検して押印する。");
	r = paper_of("audit-report", "R07-A01", READERS_PUBLIC);
	ck_assert_str_eq(row_of(&r, "R07-001", "講じた措置"),
		"|講じた措置|記録の様式を改め、毎月、返却されていない物を確かめるようにした。");
}
END_TEST

/* A letter that goes out has one number, whoever prints it. */
START_TEST(a_notice_has_one_edition_for_all)
{
	struct recipe_name *list;
	size_t count;
	ck_assert_msg(recipes_list(arena, &list, &count, &e), "%s", e.text);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(list[i].name, "audit-notice") != 0)
			continue;
		ck_assert(list[i].told);
		for (size_t r = 0; r < READERS_COUNT; r++)
			ck_assert(!list[i].readers[r]);
	}
}
END_TEST

/* With a waiver or without: who belongs to the department does not audit it but for what stands below. */
START_TEST(a_plan_says_of_independence_what_is_so)
{
	struct report r = paper_of("audit-plan", "R08-A01", READERS_FULL);
	ck_assert_ptr_nonnull(strstr(text_of(&r), "「独立性の特例」に記した者を除き"));
}
END_TEST

static void
titles_fit(const struct report *r, const struct table *t)
{
	enum { SHORT = 4, PADDING = 7 };
	for (size_t i = 0; i < t->column_count && !t->bare; i++) {
		char *title = arena_strdup(arena, t->columns[i].title), *rest = title;
		const double room = t->columns[i].share * paper_inner(r->landscape) - PADDING;
		for (char *line; (line = strsep(&rest, "\n")) != NULL;) {
			ck_assert_msg(line[0] != '\0', "%s: an empty line in %s", r->title, t->columns[i].title);
			ck_assert_msg(utf8_count(line) > SHORT ||
					      text_width(FACE_GOTHIC_BOLD, CELL_SIZE, line) <= room,
				"%s: %s is parted", r->title, line);
		}
	}
}

START_TEST(short_titles_of_columns_are_in_one_piece)
{
	static const char *const papers[][2] = {{"audit-plan", "R08-A01"}, {"audit-report", "R08-A01"},
		{"audit-checklist", "R08-A01"}, {"audit-report-year", "2026"}, {"audit-overview", "2026"},
		{"findings", "2026"}, {"finding-followup", "R08-001"}};
	for (size_t i = 0; i < sizeof papers / sizeof *papers; i++) {
		struct report r = paper_of(papers[i][0], papers[i][1], READERS_FULL);
		for (size_t k = 0; k < r.section_count; k++)
			if (r.sections[k].table != NULL)
				titles_fit(&r, r.sections[k].table);
	}
}
END_TEST

START_TEST(whom_to_ask_has_no_line_without_a_number)
{
	ck_assert_ptr_null(strstr(letter_of("audit-notice", "R08-A01")->contact, "電話"));
}
END_TEST

/* The heading after one, "" after the last. */
static const char *
heading_after(const struct report *r, const char *heading)
{
	bool here = false;
	for (size_t i = 0; i < r->section_count; i++) {
		if (here && r->sections[i].heading != NULL)
			return r->sections[i].heading;
		here = here || (r->sections[i].heading != NULL && strcmp(r->sections[i].heading, heading) == 0);
	}
	return "";
}

START_TEST(a_committee_paper_has_a_part_of_its_own_about_audits)
{
	struct report r = report_of(3, "committee", 0);
	ck_assert_str_eq(heading_after(&r, "5 職に応じて回答する票の結果"), "6 監査と指摘");
	ck_assert_str_eq(heading_after(&r, "6 監査と指摘"), "7 審議いただきたい事項");
	ck_assert_str_eq(heading_after(&r, "7 審議いただきたい事項"), "8 今後の予定");
	ck_assert_ptr_nonnull(strstr(text_of(&r), "(4) 監査の結果及び指摘の改善の状況の確認"));
	const char *text = text_of(&r), *lesson = strstr(text, "答え合わせ"), *audits = strstr(text, "6 監査と指摘");
	ck_assert(lesson != NULL && audits != NULL && lesson < audits);
	change("DELETE FROM finding_line; DELETE FROM finding_public; DELETE FROM finding_move;"
	       "UPDATE finding SET state = 'raised'; UPDATE engagement SET state = 'cancelled'");
	r = report_of(3, "committee", 0);
	ck_assert_ptr_nonnull(strstr(text_of(&r), "確定した監査報告書と指摘はありません。"));
	ck_assert_ptr_null(strstr(text_of(&r), "(4) 監査の結果"));
}
END_TEST

Suite *formal_papers_suite(void);
Suite *
formal_papers_suite(void)
{
	Suite *s = suite_create("formal_papers");
	TCase *t = tcase_create("formal_papers");
	tcase_add_checked_fixture(t, demo_setup, demo_teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, a_letter_is_of_whoever_sends_it);
	tcase_add_test(t, a_body_calls_its_posts_as_it_does);
	tcase_add_test(t, what_a_letter_names_is_a_setting);
	tcase_add_test(t, nothing_is_said_to_be_done_that_was_not_reported);
	tcase_add_test(t, what_was_done_is_what_was_reported);
	tcase_add_test(t, a_notice_has_one_edition_for_all);
	tcase_add_test(t, a_plan_says_of_independence_what_is_so);
	tcase_add_test(t, short_titles_of_columns_are_in_one_piece);
	tcase_add_test(t, whom_to_ask_has_no_line_without_a_number);
	tcase_add_test(t, a_committee_paper_has_a_part_of_its_own_about_audits);
	suite_add_tcase(s, t);
	return s;
}
