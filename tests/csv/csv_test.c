#include <check.h>
#include <string.h>

#include "base/buf.h"
#include "csv/csv.h"

/* "LINE:field|field;" for each row. */
static void
reads(const char *text, const char *expected)
{
	struct arena *a = arena_create();
	struct csv_rows rows;
	struct err e = {0};
	int line = 0;
	ck_assert_msg(csv_read(a, text, strlen(text), &rows, &line, &e), "%s: %s", text, e.text);
	struct buf b = BUF_INIT;
	buf_adds(&b, "");
	for (size_t i = 0; i < rows.count; i++) {
		buf_addf(&b, "%d:", rows.items[i].line);
		for (size_t j = 0; j < rows.items[i].count; j++)
			buf_addf(&b, "%s%s", j > 0 ? "|" : "", rows.items[i].fields[j].text);
		buf_addc(&b, ';');
	}
	ck_assert_str_eq(b.data != NULL ? b.data : "", expected);
	buf_free(&b);
	arena_destroy(a);
}

static void
refuses(const char *text, int expected_line, size_t rows_before)
{
	struct arena *a = arena_create();
	struct csv_rows rows;
	struct err e = {0};
	int line = 0;
	ck_assert_msg(!csv_read(a, text, strlen(text), &rows, &line, &e), "%s", text);
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_int_eq(line, expected_line);
	ck_assert_uint_eq(rows.count, rows_before);
	arena_destroy(a);
}

START_TEST(rows_and_fields)
{
	reads("", "");
	reads("a,b\n1,2\n", "1:a|b;2:1|2;");
	reads("a,b\r\n1,2", "1:a|b;2:1|2;");
	reads("a,b\r1,2\r", "1:a|b;2:1|2;");
	reads("a,,c\n,,\n", "1:a||c;2:||;");
	reads(" a , \"b\" \n", "1:a|b;");
}
END_TEST

START_TEST(quotes_hold_commas_quotes_and_line_ends)
{
	reads("\"a,b\",\"say \"\"x\"\"\"\n", "1:a,b|say \"x\";");
	reads("\" a \"\n", "1: a ;");
}
END_TEST

START_TEST(a_row_knows_the_line_it_began_on)
{
	reads("a\n\n  \t\nb\n", "1:a;4:b;");
	reads("\"a\nb\n\nc\",d\ne,f\n", "1:a\nb\n\nc|d;5:e|f;");
	reads("\"a\r\nb\",1\r\n\r\nc,2\r\n", "1:a\r\nb|1;4:c|2;");
	reads("\n\nx", "3:x;");
}
END_TEST

START_TEST(stray_and_open_quotes_are_refused_with_their_line)
{
	refuses("a,b\n1,x\"y\n", 2, 1);
	refuses("a,b\n\"x\"y,2\n3,4\n", 2, 1);
	refuses("a,b\n1,2\n\"never\nclosed,\n", 3, 2);
}
END_TEST

START_TEST(a_nul_is_seen)
{
	struct arena *a = arena_create();
	struct csv_rows rows;
	struct err e = {0};
	int line = 0;
	ck_assert(csv_read(a, "a\0b,c\n", 6, &rows, &line, &e));
	ck_assert_uint_eq(rows.items[0].fields[0].length, 3);
	ck_assert_uint_eq(strlen(rows.items[0].fields[0].text), 1);
	arena_destroy(a);
}
END_TEST

Suite *csv_suite(void);
Suite *
csv_suite(void)
{
	Suite *s = suite_create("csv");
	TCase *t = tcase_create("csv");
	tcase_add_test(t, rows_and_fields);
	tcase_add_test(t, quotes_hold_commas_quotes_and_line_ends);
	tcase_add_test(t, a_row_knows_the_line_it_began_on);
	tcase_add_test(t, stray_and_open_quotes_are_refused_with_their_line);
	tcase_add_test(t, a_nul_is_seen);
	suite_add_tcase(s, t);
	return s;
}
