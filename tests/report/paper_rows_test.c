/* Rows of tables where pages end: what they stay with, and what they say when they open one. */
#include "draw/font.h"
#include "report/sample.h"

static struct arena *arena;
static struct canvas **pages;

static void
setup(void)
{
	struct err e = {0};
	arena = arena_create();
	if (!fonts_open(&e))
		ck_abort_msg("%s", e.text);
}

static void
teardown(void)
{
	arena_destroy(arena);
}

static size_t
lay(struct section *sections, size_t count)
{
	struct report r = sample_report(arena, sections, count);
	struct pdf_outline *outline;
	size_t outlines;
	return report_pages(arena, &r, &pages, &outline, &outlines);
}

static bool
stands_on(const struct canvas *page, const char *text)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->marks[i].kind == MARK_TEXT && strcmp(page->marks[i].text, text) == 0)
			return true;
	return false;
}

/* However full the page is before it: the heading, the sentence and the first two rows are on one page. */
START_TEST(a_heading_with_a_sentence_stays_with_its_table)
{
	static const char *sentence[] = {"資料の一覧です。"};
	for (size_t rows = 30; rows < 60; rows++) {
		struct section s[] = {{.table = sample_table(arena, rows, "前")},
			{.heading = "第6　添付資料",
				.level = 1,
				.paragraphs = sentence,
				.paragraph_count = 1,
				.table = sample_table(arena, 3, "資料")}};
		size_t count = lay(s, 2), with = 0;
		for (size_t i = 0; i < count; i++)
			if (stands_on(pages[i], "第6　添付資料")) {
				with++;
				ck_assert_msg(stands_on(pages[i], "資料"), "after %zu rows", rows);
			}
		ck_assert_uint_eq(with, 1);
	}
}
END_TEST

/* On each page the first row says it in full, each other that it is the same. */
START_TEST(a_row_that_opens_a_page_says_what_is_the_same)
{
	enum { ROWS = 120 };
	struct table *t = sample_table(arena, ROWS, "同上");
	struct table_cell *cells = (struct table_cell *)(uintptr_t)t->cells;
	cells[1].text = "全文";
	for (size_t i = 1; i < ROWS; i++)
		cells[2 * i + 1].whole = "全文";
	struct section s = {.table = t};
	size_t count = lay(&s, 1);
	ck_assert_uint_gt(count, 2);
	for (size_t i = 0; i < count; i++) {
		size_t whole = 0, rows = 0;
		for (size_t k = 0; k < pages[i]->count; k++) {
			const struct mark *m = &pages[i]->marks[k];
			whole += m->kind == MARK_TEXT && strcmp(m->text, "全文") == 0;
			rows += m->kind == MARK_TEXT && m->text[0] == 'N';
		}
		ck_assert_uint_eq(whole, 1);
		ck_assert_uint_gt(rows, 1);
	}
}
END_TEST

Suite *paper_rows_suite(void);
Suite *
paper_rows_suite(void)
{
	Suite *s = suite_create("paper_rows");
	TCase *t = tcase_create("paper_rows");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, a_heading_with_a_sentence_stays_with_its_table);
	tcase_add_test(t, a_row_that_opens_a_page_says_what_is_the_same);
	suite_add_tcase(s, t);
	return s;
}
