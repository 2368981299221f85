#include <stdlib.h>
#include <string.h>

#include "xlsx/crafted.h"
#include "xlsx/xlsx.h"

static void
book_text(const struct xlsx_book *book, struct buf *out)
{
	buf_adds(out, "");
	for (size_t i = 0; i < book->count; i++)
		for (size_t r = 0; r < book->sheets[i].count; r++) {
			const struct xlsx_cells *row = &book->sheets[i].rows[r];
			buf_addf(out, "%d:", row->number);
			for (size_t c = 0; c < row->count; c++)
				buf_addf(out, "%s%s%s", c > 0 ? "|" : "", row->cells[c].formula ? "=" : "",
					row->cells[c].text);
			buf_addc(out, ';');
		}
}

/* "ROW:cell|cell;" for each row; a formula's value after "=". */
static void
reads_crafted(const struct crafted *c, const char *expected)
{
	struct buf bytes = BUF_INIT, text = BUF_INIT;
	craft(c, &bytes);
	struct arena *a = arena_create();
	struct xlsx_book book;
	struct err e = {0};
	ck_assert_msg(xlsx_read(a, bytes.data, bytes.length, &book, &e), "%s", e.text);
	ck_assert_uint_eq(book.count, 1);
	ck_assert_str_eq(book.sheets[0].name, "名簿");
	book_text(&book, &text);
	ck_assert_str_eq(text.data, expected);
	buf_free(&bytes);
	buf_free(&text);
	arena_destroy(a);
}

static void
reads(const char *sheet, const char *expected)
{
	reads_crafted(&(struct crafted){.sheet = sheet}, expected);
}

static void
refuses_bytes(const char *data, size_t length, const char *part)
{
	struct arena *a = arena_create();
	struct xlsx_book book;
	struct err e = {0};
	ck_assert(!xlsx_read(a, data, length, &book, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_msg(strstr(e.text, part) != NULL, "%s", e.text);
	arena_destroy(a);
}

static void
refuses(const struct crafted *c, const char *part)
{
	struct buf bytes = BUF_INIT;
	craft(c, &bytes);
	refuses_bytes(bytes.data, bytes.length, part);
	buf_free(&bytes);
}

START_TEST(rows_and_cells_without_references_follow_each_other)
{
	reads("", "");
	reads("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", "1:1|2;2:3;");
	reads("<row r=\"2\"><c r=\"C2\"><v>1</v></c><c><v>2</v></c></row><row r=\"7\"><c><v>3</v></c></row>",
		"2:||1|2;7:3;");
}
END_TEST

START_TEST(empty_rows_and_styled_blanks_are_passed_over)
{
	reads("<row r=\"1\"><c r=\"A1\" s=\"1\"/></row><row r=\"3\"><c r=\"A3\"/><c r=\"B3\"><v>x</v></c>"
	      "<c r=\"XFD3\" s=\"2\"/></row><row r=\"1048576\"/>",
		"3:|x;");
}
END_TEST

START_TEST(shared_strings_join_their_runs_and_leave_furigana_out)
{
	static const struct crafted c = {
		.sheet = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>",
		.strings =
			"<si><t>山田</t><rPh sb=\"0\" eb=\"2\"><t>ヤマダ</t></rPh><phoneticPr fontId=\"1\"/>"
			"</si><si><r><rPr><b/></rPr><t>総務</t></r><r><t xml:space=\"preserve\"> 課 </t></r>"
			"</si><si><t/></si>",
	};
	reads_crafted(&c, "1:山田|総務 課 ;");
}
END_TEST

START_TEST(inline_strings_are_texts_too)
{
	reads("<row><c t=\"inlineStr\"><is><t>髙橋</t><rPh sb=\"0\" eb=\"2\"><t>タカハシ</t></rPh></is></c>"
	      "<c t=\"inlineStr\"><is><r><t>a</t></r><r><t>&amp;b</t></r></is></c></row>",
		"1:髙橋|a&b;");
}
END_TEST

START_TEST(escaped_characters_are_undone)
{
	reads("<row><c t=\"inlineStr\"><is><t>a_x000D__x000A_b_x005F_x0041_ _x12_ _xD800_</t></is></c></row>",
		"1:a\r\nb_x0041_ _x12_ _xD800_;");
}
END_TEST

START_TEST(truths_faults_and_formulas_give_their_values)
{
	reads("<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c>"
	      "<c "
	      "t=\"str\"><f>A1&amp;\"x\"</f><v>ax</v></c><c><f>1+1</f><v>2</v></c><c><f>NOW()</f></c></row>",
		"1:TRUE|FALSE|#N/A|=ax|=2|=;");
}
END_TEST

START_TEST(numbers_are_as_they_are_seen)
{
	reads("<row><c><v>0.30000000000000004</v></c><c><v>12345678901234</v></c><c><v>1E3</v></c>"
	      "<c><v>-0</v></c><c><v>-1.5</v></c><c><v>1.0E-3</v></c></row>",
		"1:0.3|12345678901234|1000|0|-1.5|0.001;");
}
END_TEST

/* Days by hand: 46311 is 2026-10-16, 59 and 61 stand about the day that never was. */
static const char formats[] =
	"<numFmts><numFmt numFmtId=\"164\" formatCode=\"ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
	"<numFmt numFmtId=\"165\" formatCode=\"00000\"/><numFmt numFmtId=\"166\" formatCode=\"[h]:mm\"/>"
	"<numFmt numFmtId=\"167\" formatCode=\"yyyy\\-mm\\-dd hh:mm;@\"/>"
	"<numFmt numFmtId=\"168\" formatCode=\"#,##0&quot;d&quot;;[Red]-#,##0\"/>"
	"<numFmt numFmtId=\"169\" formatCode=\"0.00E+00\"/>"
	"<numFmt numFmtId=\"170\" formatCode=\"[$-411]ge\\.m\\.d\"/>"
	"<numFmt numFmtId=\"171\" formatCode=\"0.0%\"/></numFmts>"
	"<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
	"<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
	"<xf numFmtId=\"166\"/><xf numFmtId=\"167\"/><xf numFmtId=\"168\"/><xf numFmtId=\"169\"/>"
	"<xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf numFmtId=\"20\"/><xf numFmtId=\"58\"/></cellXfs>";

START_TEST(formats_decide_what_a_number_shows)
{
	static const struct crafted c = {.styles = formats,
		.sheet = "<row><c s=\"0\"><v>46311</v></c><c s=\"1\"><v>46311</v></c><c "
			 "s=\"2\"><v>46311</v></c>"
			 "<c s=\"3\"><v>123</v></c><c s=\"4\"><v>1.5</v></c><c "
			 "s=\"5\"><v>46311.5854166667</v></c>"
			 "<c s=\"6\"><v>1234</v></c><c s=\"7\"><v>1234</v></c><c s=\"8\"><v>46311</v></c>"
			 "<c s=\"9\"><v>0.784</v></c><c s=\"10\"><v>0.5854166667</v></c>"
			 "<c s=\"11\"><v>46311</v></c><c s=\"99\"><v>5</v></c></row>"};
	reads_crafted(&c, "1:46311|2026-10-16|2026-10-16|00123|36:00|2026-10-16 14:03|1234|1234|2026-10-16|"
			  "78.4%|14:03|2026-10-16|5;");
}
END_TEST

START_TEST(days_are_right_about_the_29th_of_february_that_never_was)
{
	static const struct crafted c = {.styles = formats,
		.sheet = "<row><c s=\"1\"><v>1</v></c><c s=\"1\"><v>59</v></c><c s=\"1\"><v>61</v></c>"
			 "<c s=\"1\"><v>-1</v></c><c s=\"1\"><v>99999999</v></c></row>"};
	reads_crafted(&c, "1:1900-01-01|1900-02-28|1900-03-01|-1|99999999;");
}
END_TEST

START_TEST(days_of_old_macintosh_workbooks_count_from_1904)
{
	static const struct crafted c = {.styles = formats,
		.book = "date1904=\"1\"",
		.sheet = "<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>44849</v></c></row>"};
	reads_crafted(&c, "1:1904-01-01|2026-10-16;");
}
END_TEST

START_TEST(strict_workbooks_with_prefixes_and_written_days_are_read)
{
	static const struct crafted c = {
		.whole =
			"<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>"
			"<x:row><x:c t=\"d\"><x:v>2026-10-16T00:00:00</x:v></x:c></x:row></x:sheetData>"
			"</x:worksheet>"};
	reads_crafted(&c, "1:2026-10-16;");
}
END_TEST

START_TEST(entities_are_refused)
{
	static const struct crafted laughs = {
		.whole = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
			 "<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>"};
	static const struct crafted outside = {
		.whole = "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
			 "<worksheet><sheetData><row><c><v>&f;</v></c></row></sheetData></worksheet>"};
	refuses(&laughs, "declares entities");
	refuses(&outside, "declares entities");
}
END_TEST

START_TEST(broken_parts_are_refused_with_their_name)
{
	refuses(&(struct crafted){.whole = "<worksheet><sheetData><row>"}, "xl/worksheets/sheet1.xml");
	refuses(&(struct crafted){.whole = ""}, "xl/worksheets/sheet1.xml");
	refuses(&(struct crafted){.sheet = "<row r=\"2\"/><row r=\"1\"/>"}, "not in order");
	refuses(&(struct crafted){.sheet = "<row r=\"0\"/>"}, "not in order");
	refuses(&(struct crafted){.sheet = "<row><c r=\"B1\"/><c r=\"A1\"/></row>"}, "out of place");
	refuses(&(struct crafted){.sheet = "<row><c r=\"ZZZZ1\"/></row>"}, "out of place");
	refuses(&(struct crafted){.sheet = "<row><c r=\"IW1\"><v>1</v></c></row>"}, "beyond column IV");
	refuses(&(struct crafted){.sheet = "<row><c t=\"s\"><v>0</v></c></row>"}, "does not have");
}
END_TEST

START_TEST(what_is_no_workbook_is_refused)
{
	refuses_bytes("a,b\r\n", 5, "no workbook");
	refuses_bytes("", 0, "no workbook");
	refuses_bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on", 18, "password");
	struct buf out = BUF_INIT;
	struct err e;
	struct bundle *b = bundle_create(0);
	ck_assert(bundle_add(b, "word/document.xml", "<x/>", 4, &e) && bundle_finish(b, &out, &e));
	bundle_destroy(b);
	refuses_bytes(out.data, out.length, "an archive but no workbook");
	buf_free(&out);
}
END_TEST

START_TEST(too_many_rows_are_refused)
{
	struct buf sheet = BUF_INIT;
	for (unsigned i = 0; i <= 100000; i++)
		buf_addf(&sheet, "<row><c><v>%u</v></c></row>", i * 2654435761u);
	refuses(&(struct crafted){.sheet = sheet.data}, "more than 100000 rows");
	buf_free(&sheet);
}
END_TEST

/* So many times what a spreadsheet program writes less often; numbers between, lest it pack like a bomb. */
static char *
many(struct buf *b, const char *before, const char *one, unsigned count, const char *after)
{
	buf_adds(b, before);
	for (unsigned i = 0; i < count; i++) {
		buf_adds(b, one);
		if (i % 50 == 0)
			buf_addf(b, "<!--%u-->", i * 2654435761u);
	}
	buf_adds(b, after);
	return b->data;
}

START_TEST(what_would_eat_time_or_memory_is_refused)
{
	struct buf b[6] = {BUF_INIT, BUF_INIT, BUF_INIT, BUF_INIT, BUF_INIT, BUF_INIT};
	refuses(&(struct crafted){.whole = many(&b[0], "", "<a>", 100000, "")}, "nested deeper");
	refuses(&(struct crafted){.sheet = "", .styles = many(&b[1], "<cellXfs>", "<xf/>", 70000, "</cellXfs>")},
		"more than 65536 styles");
	refuses(&(struct crafted){.sheet = "",
			.styles = many(&b[2], "<numFmts>", "<numFmt numFmtId=\"200\" formatCode=\"0\"/>", 1001,
				"</numFmts>")},
		"1000 formats");
	refuses(&(struct crafted){.sheet = "", .strings = many(&b[3], "", "<si/>", 2000001, "")},
		"more than 2000000 texts");
	refuses(&(struct crafted){.sheet = "", .strings = many(&b[4], "<si><t>", "word", 40000, "</t></si>")},
		"longer than a cell");
	refuses(&(struct crafted){.sheet = many(&b[5], "<row><c t=\"str\"><v>", "word", 40000, "</v></c></row>")},
		"longer than a cell");
	for (size_t i = 0; i < 6; i++)
		buf_free(&b[i]);
}
END_TEST

START_TEST(cells_are_called_as_people_call_them)
{
	struct arena *a = arena_create();
	ck_assert_str_eq(xlsx_cell_name(a, 0, 1), "A1");
	ck_assert_str_eq(xlsx_cell_name(a, 25, 10), "Z10");
	ck_assert_str_eq(xlsx_cell_name(a, 26, 2), "AA2");
	ck_assert_str_eq(xlsx_cell_name(a, 16383, 1048576), "XFD1048576");
	arena_destroy(a);
}
END_TEST

Suite *xlsx_read_suite(void);

Suite *
xlsx_read_suite(void)
{
	Suite *s = suite_create("xlsx_read");
	TCase *t = tcase_create("xlsx_read");
	tcase_set_timeout(t, 30);
	tcase_add_test(t, rows_and_cells_without_references_follow_each_other);
	tcase_add_test(t, empty_rows_and_styled_blanks_are_passed_over);
	tcase_add_test(t, shared_strings_join_their_runs_and_leave_furigana_out);
	tcase_add_test(t, inline_strings_are_texts_too);
	tcase_add_test(t, escaped_characters_are_undone);
	tcase_add_test(t, truths_faults_and_formulas_give_their_values);
	tcase_add_test(t, numbers_are_as_they_are_seen);
	tcase_add_test(t, formats_decide_what_a_number_shows);
	tcase_add_test(t, days_are_right_about_the_29th_of_february_that_never_was);
	tcase_add_test(t, days_of_old_macintosh_workbooks_count_from_1904);
	tcase_add_test(t, strict_workbooks_with_prefixes_and_written_days_are_read);
	tcase_add_test(t, entities_are_refused);
	tcase_add_test(t, broken_parts_are_refused_with_their_name);
	tcase_add_test(t, what_is_no_workbook_is_refused);
	tcase_add_test(t, too_many_rows_are_refused);
	tcase_add_test(t, what_would_eat_time_or_memory_is_refused);
	tcase_add_test(t, cells_are_called_as_people_call_them);
	suite_add_tcase(s, t);
	return s;
}
