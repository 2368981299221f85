#include <check.h>
#include <string.h>

#include "xlsx/xlsx.h"
#include "zip/zip.h"

static const struct xlsx_column columns[] = {
	{"番号", 8, XLSX_LEFT, false}, {"氏名", 20, XLSX_LEFT, false}, {"件数", 8, XLSX_RIGHT, false}};
static const char *const marks[] = {"○", "△, 一部", "×"};
static const struct xlsx_choice choice = {marks, 3, "一覧から選んでください"};

static void
written(struct buf *out, bool large)
{
	struct xlsx *x = xlsx_create("題", "事務局", 1792126800, large);
	xlsx_sheet(x, "名簿", columns, 3, XLSX_PROTECTED);
	xlsx_line(x, "令和8年度", XLSX_STRONG);
	xlsx_header(x);
	xlsx_row(x);
	xlsx_text(x, 0, "00123", 0);
	xlsx_text(x, 1, "=HYPERLINK(\"http://example.jp\")", 0);
	xlsx_number(x, 2, -1234.5, 1, 0);
	xlsx_row(x);
	xlsx_text(x, 0, "6-1", 0);
	xlsx_text(x, 1, " 髙﨑𠮷_x0041_\nb ", XLSX_MUTED);
	xlsx_choose(x, 2, "○", &choice);
	xlsx_row(x);
	xlsx_choose(x, 2, "", &choice);
	xlsx_sheet(x, "名簿", columns, 1, XLSX_HIDDEN);
	xlsx_header(x);
	struct err e = {0};
	ck_assert_msg(xlsx_finish(x, out, &e), "%s", e.text);
	xlsx_destroy(x);
}

static void
reads_back(bool large)
{
	struct buf bytes = BUF_INIT;
	written(&bytes, large);
	struct arena *a = arena_create();
	struct xlsx_book book;
	struct err e = {0};
	ck_assert_msg(xlsx_read(a, bytes.data, bytes.length, &book, &e), "%s", e.text);
	ck_assert_uint_eq(book.count, 3);
	const struct xlsx_table *t = xlsx_find(&book, "名簿");
	ck_assert_uint_eq(t->count, 4);
	ck_assert_str_eq(xlsx_cell(&t->rows[0], 0), "令和8年度");
	ck_assert_str_eq(xlsx_cell(&t->rows[1], 2), "件数");
	ck_assert_str_eq(xlsx_cell(&t->rows[2], 0), "00123");
	ck_assert_str_eq(xlsx_cell(&t->rows[2], 1), "=HYPERLINK(\"http://example.jp\")");
	ck_assert(!t->rows[2].cells[1].formula);
	ck_assert_str_eq(xlsx_cell(&t->rows[2], 2), "-1234.5");
	ck_assert_str_eq(xlsx_cell(&t->rows[3], 0), "6-1");
	ck_assert_str_eq(xlsx_cell(&t->rows[3], 1), " 髙﨑𠮷_x0041_\nb ");
	ck_assert_str_eq(xlsx_cell(&t->rows[3], 2), "○");
	ck_assert_str_eq(xlsx_cell(&t->rows[3], 9), "");
	ck_assert(xlsx_find(&book, "名簿 (2)")->hidden);
	ck_assert_str_eq(xlsx_cell(&book.sheets[2].rows[1], 0), "△, 一部");
	arena_destroy(a);
	buf_free(&bytes);
}

START_TEST(what_is_written_is_read_again)
{
	reads_back(false);
}
END_TEST

START_TEST(large_workbooks_read_the_same)
{
	reads_back(true);
}
END_TEST

START_TEST(the_same_calls_give_the_same_bytes)
{
	struct buf one = BUF_INIT, other = BUF_INIT;
	written(&one, false);
	written(&other, false);
	ck_assert_uint_eq(one.length, other.length);
	ck_assert_mem_eq(one.data, other.data, one.length);
	buf_free(&one);
	buf_free(&other);
}
END_TEST

static char *
part(struct arena *a, const struct buf *bytes, const char *name)
{
	static const struct unbundle_limits limits = {100, 1 << 20, 4 << 20, 100};
	struct err e = {0};
	struct unbundle *u = unbundle_open(bytes->data, bytes->length, &limits, &e);
	ck_assert_msg(u != NULL, "%s", e.text);
	char *data;
	size_t length;
	ck_assert_msg(unbundle_read(u, a, name, &data, &length, &e), "%s", e.text);
	unbundle_close(u);
	return data;
}

START_TEST(a_sheet_has_no_formula_and_is_set_up_for_a4)
{
	struct buf bytes = BUF_INIT;
	struct arena *a = arena_create();
	written(&bytes, false);
	const char *sheet = part(a, &bytes, "xl/worksheets/sheet1.xml");
	ck_assert(strstr(sheet, "<f>") == NULL);
	ck_assert(strstr(sheet, "paperSize=\"9\"") != NULL);
	ck_assert(strstr(sheet, "state=\"frozen\"") != NULL);
	ck_assert(strstr(sheet, "<sheetProtection") != NULL);
	ck_assert(strstr(sheet, "<dataValidation type=\"list\"") != NULL);
	ck_assert(strstr(sheet, "sqref=\"C4:C5\"><formula1>lists!$A$1:$A$3</formula1>") != NULL);
	const char *book = part(a, &bytes, "xl/workbook.xml");
	ck_assert(strstr(book, "_xlnm.Print_Titles") != NULL);
	arena_destroy(a);
	buf_free(&bytes);
}
END_TEST

START_TEST(names_of_sheets_are_mended)
{
	static const struct {
		const char *wanted, *got;
	} rows[] = {
		{"a/b:c*?[d]\\'e", "a_b_c___d___e"},
		{"", "1"},
		{"A_B_C___D___E", "A_B_C___D___E (2)"},
		{"lists", "lists (2)"},
		{"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二",
			"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"},
		{"𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷"},
	};
	enum { COUNT = sizeof rows / sizeof *rows };
	struct xlsx *x = xlsx_create("t", "a", 0, false);
	for (size_t i = 0; i < COUNT; i++)
		xlsx_sheet(x, rows[i].wanted, columns, 1, 0);
	struct buf bytes = BUF_INIT;
	struct err e = {0};
	ck_assert_msg(xlsx_finish(x, &bytes, &e), "%s", e.text);
	xlsx_destroy(x);
	struct arena *a = arena_create();
	struct xlsx_book book;
	ck_assert_msg(xlsx_read(a, bytes.data, bytes.length, &book, &e), "%s", e.text);
	for (size_t i = 0; i < COUNT; i++)
		ck_assert_str_eq(book.sheets[i].name, rows[i].got);
	arena_destroy(a);
	buf_free(&bytes);
}
END_TEST

START_TEST(a_text_longer_than_a_cell_is_refused)
{
	struct buf text = BUF_INIT, out = BUF_INIT;
	for (int i = 0; i < 32768; i++)
		buf_addc(&text, 'x');
	struct xlsx *x = xlsx_create("t", "a", 0, false);
	xlsx_sheet(x, "s", columns, 1, 0);
	xlsx_row(x);
	xlsx_text(x, 0, text.data, 0);
	struct err e = {0};
	ck_assert(!xlsx_finish(x, &out, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert(strstr(e.text, "row 1") != NULL);
	xlsx_destroy(x);
	buf_free(&text);
}
END_TEST

START_TEST(a_workbook_given_up_leaves_nothing)
{
	struct xlsx *x = xlsx_create("t", "a", 0, true);
	xlsx_sheet(x, "s", columns, 3, 0);
	xlsx_header(x);
	xlsx_destroy(x);
	xlsx_destroy(NULL);
}
END_TEST

Suite *xlsx_write_suite(void);

Suite *
xlsx_write_suite(void)
{
	Suite *s = suite_create("xlsx_write");
	TCase *t = tcase_create("xlsx_write");
	tcase_add_test(t, what_is_written_is_read_again);
	tcase_add_test(t, large_workbooks_read_the_same);
	tcase_add_test(t, the_same_calls_give_the_same_bytes);
	tcase_add_test(t, a_sheet_has_no_formula_and_is_set_up_for_a4);
	tcase_add_test(t, names_of_sheets_are_mended);
	tcase_add_test(t, a_text_longer_than_a_cell_is_refused);
	tcase_add_test(t, a_workbook_given_up_leaves_nothing);
	suite_add_tcase(s, t);
	return s;
}
