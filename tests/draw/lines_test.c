#include <check.h>

#include "draw/font.h"
#include "draw/lines.h"

/* At ten points a full-width character takes ten points, a half-width one five. */
static const double SIZE = 10;

/* The lines joined by '|'. */
static const char *
broken(struct arena *a, double width, double first_indent, const char *text)
{
	struct line_run *lines;
	size_t count = lines_break(a, FACE_GOTHIC, SIZE, width, first_indent, text, &lines);
	const char *joined = "";
	for (size_t i = 0; i < count; i++) {
		ck_assert_double_eq_tol(lines[i].width, text_width(FACE_GOTHIC, SIZE, lines[i].text), 1e-9);
		joined = arena_printf(a, "%s%s%s", joined, i == 0 ? "" : "|", lines[i].text);
	}
	return joined;
}

struct example {
	double width;
	const char *text, *lines;
};

static void
examples_hold(const struct example *examples, size_t count)
{
	ck_assert(fonts_open(NULL));
	struct arena *a = arena_create();
	for (size_t i = 0; i < count; i++)
		ck_assert_str_eq(broken(a, examples[i].width, 0, examples[i].text), examples[i].lines);
	arena_destroy(a);
}

#define HOLD(examples) examples_hold((examples), sizeof(examples) / sizeof *(examples))

START_TEST(a_paragraph_fills_its_lines)
{
	static const struct example examples[] = {
		{50, "あいうえおかきくけこ", "あいうえお|かきくけこ"},
		{54.9, "あいうえおかきくけこ", "あいうえお|かきくけこ"},
		{100, "あいうえおかきくけこ", "あいうえおかきくけこ"},
		{30, "", ""},
		{30, "あ", "あ"},
	};
	HOLD(examples);
}
END_TEST

START_TEST(no_line_begins_with_what_closes_or_stays_small)
{
	static const struct example examples[] = {
		{50, "あいうえお、かきく", "あいうえ|お、かきく"},
		{50, "あいうえお。」かき", "あいうえ|お。」かき"},
		{50, "あいうえ（お）かき", "あいうえ|（お）かき"}, {50, "あいうえキャラ", "あいうえ|キャラ"},
		{50, "あいうえきっと", "あいうえ|きっと"}, {50, "あいうえおーかき", "あいうえ|おーかき"},
		{50, "あいうえ佐々木", "あいうえ|佐々木"}, {50, "あいうえお！か", "あいうえ|お！か"},
		{50, "あいうえお・か", "あいうえ|お・か"}, {50, "あいうえお〜か", "あいうえ|お〜か"},
		{50, "あいうえおｧか", "あいうえ|おｧか"},
		{40, "あいうえ。。。。", "あいう|え。。。|。"}, /* nothing else is left: full lines of 。 */
	};
	HOLD(examples);
}
END_TEST

START_TEST(no_line_ends_with_what_opens)
{
	static const struct example examples[] = {
		{50, "あいうえ「おか」", "あいうえ|「おか」"},
		{50, "あいう（「おか」）", "あいう|（「お|か」）"},
		{50, "あいうえ【重】", "あいうえ|【重】"},
	};
	HOLD(examples);
}
END_TEST

START_TEST(latin_words_and_numbers_stay_whole_while_they_fit)
{
	static const struct example examples[] = {
		{50, "あいうtenkenえ", "あいう|tenkenえ"}, {50, "total 12,345 yens", "total|12,345|yens"},
		{50, "ab cd ef gh", "ab cd ef|gh"}, {20, "あabcdefghijk", "あ|abcd|efgh|ijk"},
		{5, "あい", "あ|い"}, /* narrower than a character: one a line, not none */
	};
	HOLD(examples);
}
END_TEST

START_TEST(a_newline_ends_a_line)
{
	static const struct example examples[] = {
		{50, "あい\nうえ", "あい|うえ"},
		{50, "あい\r\nうえ\n", "あい|うえ"},
		{50, "あい\n\nうえ", "あい||うえ"},
		{20, "あい\nう", "あい|う"}, /* the line was just full: no empty line follows */
		{50, "　あい  \n　うえ", "　あい|　うえ"},
	};
	HOLD(examples);
}
END_TEST

START_TEST(the_first_line_moves_in)
{
	ck_assert(fonts_open(NULL));
	struct arena *a = arena_create();
	ck_assert_str_eq(broken(a, 50, 10, "あいうえおかきくけこさ"), "あいうえ|おかきくけ|こさ");
	arena_destroy(a);
}
END_TEST

START_TEST(a_character_and_its_selector_are_not_parted)
{
	static const struct example examples[] = {
		{20, "東京都葛\U000E0100城市", "東京|都葛\U000E0100|城市"},
		{20, "東京か\u3099あ", "東京|か\u3099あ"},
	};
	HOLD(examples);
}
END_TEST

Suite *lines_suite(void);
Suite *
lines_suite(void)
{
	Suite *s = suite_create("lines");
	TCase *t = tcase_create("lines");
	tcase_add_test(t, a_paragraph_fills_its_lines);
	tcase_add_test(t, no_line_begins_with_what_closes_or_stays_small);
	tcase_add_test(t, no_line_ends_with_what_opens);
	tcase_add_test(t, latin_words_and_numbers_stay_whole_while_they_fit);
	tcase_add_test(t, a_newline_ends_a_line);
	tcase_add_test(t, the_first_line_moves_in);
	tcase_add_test(t, a_character_and_its_selector_are_not_parted);
	suite_add_tcase(s, t);
	return s;
}
