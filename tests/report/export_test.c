/* The tables behind a report, as spreadsheet programs get them. */
#include "csv/csv.h"
#include "report/cell_value.h"
#include "report/export.h"
#include "report/made.h"
#include "report/sample.h"
#include "xlsx/xlsx.h"
#include "zip/zip.h"

static const struct column columns[] = {{"部署", 0.3, ALIGN_LEFT}, {"対象者", 0.2, ALIGN_RIGHT},
	{"実施／\n分母", 0.2, ALIGN_RIGHT}, {"回答率", 0.15, ALIGN_RIGHT}, {"前年度差", 0.15, ALIGN_RIGHT}};
static const struct table_cell cells[] = {{.text = "総務〜課"}, {.text = "1,234"}, {.text = "12 / 18"},
	{.text = "78.4%"}, {.text = "−3.4"}, {.text = "=cmd"}, {.text = "3"}, {.text = "※"}, {.text = "※"},
	{.text = "－"}, {.text = "6(1)"}, {.text = "0"}, {.text = "0 / 1,000"}, {.text = "0.0%"},
	{.text = "±0.0"}};
static const struct table table = {.caption = "対象者／回答者",
	.columns = columns,
	.column_count = 5,
	.cells = cells,
	.row_count = 3,
	.row_headers = true};
static const struct table other = {.columns = columns, .column_count = 1, .cells = cells, .row_count = 1};

static struct report
sample(struct arena *a, size_t tables)
{
	struct section *s = ARENA_ARRAY(a, struct section, 3);
	s[0] = (struct section){.heading = "1 概要", .note = "注\n二行目"};
	s[1] = (struct section){.table = &table, .note = "※は秘匿"};
	s[2] = (struct section){.table = &other, .heading = "2 その他"};
	struct report r = sample_report(a, s, 1 + tables);
	r.draft = true;
	return r;
}

static void
written(struct arena *a, const struct report *r, enum export_form form, struct exported *out)
{
	struct export x;
	struct err e = {0};
	ck_assert_msg(export_of_report(a, r, &x, &e), "%s", e.text);
	ck_assert_msg(export_write(a, &x, form, false, out, &e), "%s", e.text);
}

START_TEST(numbers_become_numbers_and_what_is_withheld_stays_so)
{
	struct arena *a = arena_create();
	struct report r = sample(a, 1);
	struct exported out;
	written(a, &r, EXPORT_CSV, &out);
	ck_assert_str_eq(out.suffix, ".csv");
	ck_assert_str_eq(out.bytes.data,
		"\xEF\xBB\xBF\"部署\",\"対象者\",\"実施\",\"分母\",\"回答率（%）\",\"前年度差\"\r\n"
		"\"総務〜課\",\"1234\",\"12\",\"18\",\"78.4\",\"-3.4\"\r\n"
		"\"'=cmd\",\"3\",\"※\",\"※\",\"※\",\"－\"\r\n"
		"\"6(1)\",\"0\",\"0\",\"1000\",\"0.0\",\"0.0\"\r\n");
	buf_free(&out.bytes);
	arena_destroy(a);
}
END_TEST

/* 業務課 and （2回目） are two things; a line break that a spreadsheet might take for a new row is no way to say so. */
START_TEST(lines_of_a_cell_stay_apart_and_none_begins_a_formula)
{
	static const struct column two[] = {{"件名", 0.5, ALIGN_LEFT}, {"記\n録", 0.5, ALIGN_LEFT}};
	static const struct table_cell lines[] = {
		{.text = "持出簿\n（2回目）"}, {.text = "\n=cmd"}, {.text = "甲\n乙\n丙"}, {.text = "-1\n+2"}};
	static const struct table several = {.columns = two, .column_count = 2, .cells = lines, .row_count = 2};
	struct arena *a = arena_create();
	struct section s = {.heading = "一覧", .table = &several};
	struct report r = sample_report(a, &s, 1);
	struct exported out;
	struct xlsx_book book;
	struct err e = {0};
	written(a, &r, EXPORT_CSV, &out);
	ck_assert_str_eq(out.bytes.data, "\xEF\xBB\xBF\"件名\",\"記録\"\r\n"
					 "\"持出簿 （2回目）\",\"'=cmd\"\r\n\"甲 乙 丙\",\"'-1 +2\"\r\n");
	buf_free(&out.bytes);
	written(a, &r, EXPORT_XLSX, &out);
	ck_assert_msg(xlsx_read(a, out.bytes.data, out.bytes.length, &book, &e), "%s", e.text);
	ck_assert_str_eq(xlsx_cell(&book.sheets[0].rows[4], 0), "持出簿 （2回目）");
	buf_free(&out.bytes);
	arena_destroy(a);
}
END_TEST

START_TEST(a_workbook_has_a_sheet_a_table_that_says_what_it_is)
{
	struct arena *a = arena_create();
	struct report r = sample(a, 2);
	struct exported out, again;
	struct xlsx_book book;
	struct err e = {0};
	written(a, &r, EXPORT_XLSX, &out);
	ck_assert_str_eq(out.suffix, ".xlsx");
	ck_assert_msg(xlsx_read(a, out.bytes.data, out.bytes.length, &book, &e), "%s", e.text);
	ck_assert_uint_eq(book.count, 2);
	ck_assert_str_eq(book.sheets[0].name, "対象者／回答者");
	ck_assert_str_eq(book.sheets[1].name, "2 その他");
	const struct xlsx_table *t = &book.sheets[0];
	ck_assert_str_eq(xlsx_cell(&t->rows[0], 0), "令和8年度自己点検結果報告書（案）");
	ck_assert_str_eq(xlsx_cell(&t->rows[1], 0), "総務課　機密性2・取扱注意");
	ck_assert_str_eq(xlsx_cell(&t->rows[3], 4), "回答率（%）");
	ck_assert_str_eq(xlsx_cell(&t->rows[4], 1), "1234");
	ck_assert_str_eq(xlsx_cell(&t->rows[5], 0), "=cmd");
	ck_assert(!t->rows[5].cells[0].formula);
	ck_assert_str_eq(xlsx_cell(&t->rows[5], 2), "※");
	ck_assert_str_eq(xlsx_cell(&t->rows[7], 0), "※は秘匿");
	written(a, &r, EXPORT_XLSX, &again);
	ck_assert_uint_eq(out.bytes.length, again.bytes.length);
	ck_assert_mem_eq(out.bytes.data, again.bytes.data, out.bytes.length);
	buf_free(&out.bytes);
	buf_free(&again.bytes);
	arena_destroy(a);
}
END_TEST

START_TEST(viewpoint_10_several_tables_become_files_of_an_archive_with_the_list_of_substitutions)
{
	static const struct unbundle_limits limits = {10, 1 << 20, 1 << 20, 100};
	struct arena *a = arena_create();
	struct report r = sample(a, 2);
	struct exported out;
	struct err e = {0};
	written(a, &r, EXPORT_CP932, &out);
	ck_assert_str_eq(out.suffix, ".zip");
	ck_assert_uint_eq(out.change_count, 2);
	ck_assert_str_eq(out.changes[0].table, "対象者／回答者");
	ck_assert_uint_eq(out.changes[0].row, 2);
	ck_assert_uint_eq(out.changes[0].column, 1);
	ck_assert_str_eq(out.changes[0].from, "〜");
	ck_assert_str_eq(out.changes[0].to, "～");
	struct unbundle *u = unbundle_open(out.bytes.data, out.bytes.length, &limits, &e);
	ck_assert_msg(u != NULL, "%s", e.text);
	ck_assert_uint_eq(unbundle_count(u), 3);
	ck_assert_str_eq(unbundle_name(u, 0), "01-対象者／回答者.csv");
	ck_assert_str_eq(unbundle_name(u, 1), "02-2 その他.csv");
	char *data;
	size_t length;
	ck_assert_msg(unbundle_read(u, a, unbundle_name(u, 2), &data, &length, &e), "%s", e.text);
	ck_assert(strstr(data, "\"対象者／回答者\",\"2\",\"1\",\"〜\",\"～\"") != NULL);
	unbundle_close(u);
	buf_free(&out.bytes);
	arena_destroy(a);
}
END_TEST

START_TEST(what_a_cell_says_is_read_back)
{
	static const struct {
		const char *text;
		enum value_kind kind;
		const char *number;
	} rows[] = {{"1,234", VALUE_PLAIN, "1234"}, {"+1.2", VALUE_PLAIN, "1.2"},
		{"−0.1", VALUE_PLAIN, "-0.1"}, {"±0.0", VALUE_PLAIN, "0.0"},
		{"100.0%", VALUE_PERCENT, "100.0"}, {"3 / 1,200", VALUE_FRACTION, "3"},
		{"※", VALUE_MARK, NULL}, {"－", VALUE_MARK, NULL}, {"", VALUE_MARK, NULL},
		{"6(1)", VALUE_TEXT, NULL}, {"12 / 18人", VALUE_TEXT, NULL}, {"00123", VALUE_TEXT, NULL}};
	struct arena *a = arena_create();
	struct report r = sample(a, 1);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct cell_value v;
		cell_value(a, r.lexicon, rows[i].text, &v);
		ck_assert_msg(v.kind == rows[i].kind, "%s", rows[i].text);
		if (rows[i].number != NULL)
			ck_assert_str_eq(v.number, rows[i].number);
	}
	arena_destroy(a);
}
END_TEST

START_TEST(a_report_without_tables_is_refused)
{
	struct arena *a = arena_create();
	struct report r = sample(a, 0);
	struct export x;
	struct err e = {0};
	ck_assert(!export_of_report(a, &r, &x, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
	arena_destroy(a);
}
END_TEST

START_TEST(forms_have_names)
{
	enum export_form form;
	for (int i = 0; i < EXPORT_FORMS; i++)
		ck_assert(export_form_parse(export_form_name((enum export_form)i), &form) && (int)form == i);
	ck_assert(!export_form_parse("pdf", &form));
}
END_TEST

/* A department of three is withheld on the page; its cells hold no figure in the file. */
START_TEST(withheld_departments_stay_withheld_in_every_table)
{
	static const int sizes[] = {20, 3, 14, 30};
	static const char *const names[] = {"総務課", "小さな課", "浄水課", "給水課"};
	struct made m;
	struct export x;
	struct err e = {0};
	made_begin(&m);
	made_figures(&m, sizes, names, 4, 0, false);
	struct report r = made_report(&m, "dashboard");
	ck_assert_msg(export_of_report(m.arena, &r, &x, &e), "%s", e.text);
	size_t seen = 0;
	for (size_t i = 0; i < x.count; i++) {
		const struct export_table *t = &x.tables[i];
		for (size_t row = 0; row < t->row_count; row++) {
			const char *const *line = &t->cells[row * t->column_count];
			if (strcmp(line[0], "小さな課") != 0 || strstr(t->name, "対象者") != NULL)
				continue;
			seen++;
			for (size_t c = 2; c < t->column_count; c++)
				ck_assert_msg(
					strpbrk(line[c], "0123456789") == NULL, "%s: %s", t->name, line[c]);
		}
	}
	ck_assert_uint_gt(seen, 0);
	made_end(&m);
}
END_TEST

Suite *export_suite(void);

Suite *
export_suite(void)
{
	Suite *s = suite_create("export");
	TCase *t = tcase_create("export");
	tcase_set_timeout(t, 60);
	tcase_add_test(t, numbers_become_numbers_and_what_is_withheld_stays_so);
	tcase_add_test(t, lines_of_a_cell_stay_apart_and_none_begins_a_formula);
	tcase_add_test(t, a_workbook_has_a_sheet_a_table_that_says_what_it_is);
	tcase_add_test(t, viewpoint_10_several_tables_become_files_of_an_archive_with_the_list_of_substitutions);
	tcase_add_test(t, what_a_cell_says_is_read_back);
	tcase_add_test(t, a_report_without_tables_is_refused);
	tcase_add_test(t, forms_have_names);
	tcase_add_test(t, withheld_departments_stay_withheld_in_every_table);
	suite_add_tcase(s, t);
	return s;
}
