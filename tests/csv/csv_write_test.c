#include <check.h>
#include <string.h>

#include "base/charset.h"
#include "csv/csv.h"
#include "csv/csv_write.h"

START_TEST(a_written_row_reads_back_and_runs_nothing)
{
	static const char *const fields[] = {"髙橋, 﨑", "\"x\"", "", "=1+1", "-5", "\uFF1D\uFF11", "a=b"};
	static const char *const read[] = {"髙橋, 﨑", "\"x\"", "", "'=1+1", "-5", "'\uFF1D\uFF11", "a=b"};
	struct arena *a = arena_create();
	struct buf out = BUF_INIT;
	struct csv_rows rows;
	struct err e = {0};
	int line = 0;
	csv_add(&out, fields, 7);
	csv_add(&out, fields, 1);
	ck_assert_str_eq(out.data + out.length - 2, "\r\n");
	ck_assert_msg(csv_read(a, out.data, out.length, &rows, &line, &e), "%s", e.text);
	ck_assert_uint_eq(rows.count, 2);
	ck_assert_uint_eq(rows.items[0].count, 7);
	for (size_t i = 0; i < 7; i++)
		ck_assert_str_eq(rows.items[0].fields[i].text, read[i]);
	buf_free(&out);
	arena_destroy(a);
}
END_TEST

static void
writes(const char *field, bool guarded, const char *expected)
{
	struct arena *a = arena_create();
	struct buf out = BUF_INIT;
	struct err e = {0};
	const struct csv_style style = {.guarded = guarded};
	ck_assert_msg(csv_write_rows(a, &field, 1, 1, &style, &out, NULL, &e), "%s", e.text);
	ck_assert_str_eq(out.data, arena_printf(a, "\xEF\xBB\xBF%s\r\n", expected));
	buf_free(&out);
	arena_destroy(a);
}

START_TEST(viewpoint_22_what_a_spreadsheet_would_run_is_text)
{
	writes("=HYPERLINK(\"http://example.jp\",\"x\")", false,
		"\"'=HYPERLINK(\"\"http://example.jp\"\",\"\"x\"\")\"");
	writes("@SUM(A1)", false, "\"'@SUM(A1)\"");
	writes("+81-3", false, "\"'+81-3\"");
	writes("-1+1|cmd", false, "\"'-1+1|cmd\"");
	writes("\t=1", false, "\"'\t=1\"");
	writes("\r=1", false, "\"'\r=1\"");
	writes("\uFF20x", false, "\"'\uFF20x\"");
	writes("a=1", false, "\"a=1\"");
	writes("－", false, "\"－\"");
	writes("-", false, "\"'-\"");
}
END_TEST

START_TEST(numbers_stay_numbers)
{
	writes("-5", false, "\"-5\"");
	writes("-12.5", true, "\"-12.5\"");
	writes("1200", true, "\"1200\"");
	writes("0.4", true, "\"0.4\"");
	ck_assert(!csv_number("") && !csv_number("-") && !csv_number("1.") && !csv_number("1,200"));
	ck_assert(!csv_number("00123") && !csv_number("1234567890123456") && !csv_number("1e5"));
}
END_TEST

START_TEST(guarded_values_are_what_excel_shows)
{
	writes("(1)", true, "\"=\"\"(1)\"\"\"");
	writes("6-1", true, "\"=\"\"6-1\"\"\"");
	writes("1/2", true, "\"=\"\"1/2\"\"\"");
	writes("00123", true, "\"=\"\"00123\"\"\"");
	writes("６－１", true, "\"=\"\"６－１\"\"\"");
	writes("6\"1", true, "\"=\"\"6\"\"\"\"1\"\"\"");
	writes("=1+1", true, "\"=\"\"=1+1\"\"\"");
	writes("総務課", true, "\"総務課\"");
	writes("1行\n2行", true, "\"1行\n2行\"");
	writes("6(1)", false, "\"6(1)\"");
	writes("00123", false, "\"00123\"");
}
END_TEST

START_TEST(viewpoint_10_cp932_tells_every_substitution)
{
	static const char *const fields[] = {"職員番号", "氏名", "00123", "髙﨑①㈱瀨栁Ⅲ", "10〜20～30",
		"𠮷野", "−5 －5", "葛\U000E0100飾", "¥100 — 終", "=HYPERLINK("};
	static const struct csv_change expected[] = {
		{3, 1, "〜", "～"},
		{3, 2, "𠮷", "〓"},
		{4, 1, "−", "－"},
		{4, 2, "\U000E0100", ""},
		{5, 1, "¥", "￥"},
		{5, 1, "—", "―"},
	};
	struct arena *a = arena_create();
	struct buf out = BUF_INIT;
	struct csv_changes changes;
	struct err e = {0};
	const struct csv_style style = {.cp932 = true};
	ck_assert_msg(csv_write_rows(a, fields, 5, 2, &style, &out, &changes, &e), "%s", e.text);
	ck_assert_uint_eq(changes.count, sizeof expected / sizeof *expected);
	for (size_t i = 0; i < changes.count; i++) {
		ck_assert_uint_eq(changes.items[i].row, expected[i].row);
		ck_assert_uint_eq(changes.items[i].column, expected[i].column);
		ck_assert_str_eq(changes.items[i].from, expected[i].from);
		ck_assert_str_eq(changes.items[i].to, expected[i].to);
	}
	char *text;
	size_t length;
	const char *name;
	ck_assert_msg(charset_to_utf8(a, out.data, out.length, &text, &length, &name, &e), "%s", e.text);
	ck_assert_str_eq(name, "CP932");
	ck_assert_str_eq(text,
		"\"職員番号\",\"氏名\"\r\n\"00123\",\"髙﨑①㈱瀨栁Ⅲ\"\r\n\"10～20～30\",\"〓野\"\r\n"
		"\"－5 －5\",\"葛飾\"\r\n\"￥100 ― 終\",\"'=HYPERLINK(\"\r\n");
	buf_free(&out);
	arena_destroy(a);
}
END_TEST

Suite *csv_write_suite(void);
Suite *
csv_write_suite(void)
{
	Suite *s = suite_create("csv_write");
	TCase *t = tcase_create("csv_write");
	tcase_add_test(t, a_written_row_reads_back_and_runs_nothing);
	tcase_add_test(t, viewpoint_22_what_a_spreadsheet_would_run_is_text);
	tcase_add_test(t, numbers_stay_numbers);
	tcase_add_test(t, guarded_values_are_what_excel_shows);
	tcase_add_test(t, viewpoint_10_cp932_tells_every_substitution);
	suite_add_tcase(s, t);
	return s;
}
