#include <check.h>

#include "draw/font.h"

START_TEST(full_width_is_twice_half_width)
{
	ck_assert(fonts_open(NULL));
	ck_assert(fonts_open(NULL)); /* again is nothing */
	for (enum face f = 0; f < FACE_COUNT; f++) {
		ck_assert_double_eq(text_width(f, 10, "点検"), 20);
		ck_assert_double_eq(text_width(f, 10, "78.4%"), 25);
		ck_assert_double_eq(text_width(f, 10, "ｶﾅ"), 10);
		ck_assert_double_eq(text_width(f, 10, "　"), 10);
		ck_assert_double_eq(text_width(f, 10, ""), 0);
	}
}
END_TEST

START_TEST(a_run_is_as_wide_as_its_parts)
{
	ck_assert(fonts_open(NULL));
	const char *text = "自己点検 2026年度: 髙橋・𠮷田 ①㈱";
	double sum = 0;
	for (const char *at = text; *at != '\0';) {
		size_t n = (unsigned char)*at < 0x80   ? 1
			   : (unsigned char)*at < 0xE0 ? 2
			   : (unsigned char)*at < 0xF0 ? 3
						       : 4;
		sum += text_width_n(FACE_MINCHO, 9, at, n);
		at += n;
	}
	ck_assert_double_eq_tol(text_width(FACE_MINCHO, 9, text), sum, 1e-9);
}
END_TEST

START_TEST(a_selector_takes_no_room)
{
	ck_assert(fonts_open(NULL));
	ck_assert_double_eq(text_width(FACE_GOTHIC, 10, "葛\U000E0100"), text_width(FACE_GOTHIC, 10, "葛"));
	ck_assert_double_eq(text_width(FACE_GOTHIC, 10, "か\u3099"), text_width(FACE_GOTHIC, 10, "が"));
}
END_TEST

START_TEST(names_of_people_and_places_can_be_shown)
{
	ck_assert(fonts_open(NULL));
	static const uint32_t shown[][2] = {{'A', 0}, {0x3042, 0}, {0x9AD9, 0} /* 髙 */, {0xFA11, 0} /* 﨑 */,
		{0x20BB7, 0} /* 𠮷 */, {0x29E3D, 0} /* 𩸽 */, {0x845B, 0xE0100} /* 葛 */,
		{0x8FBB, 0xE0100} /* 辻 */, {0x2460, 0}, {0x3231, 0}, {0x203B, 0} /* ※ */,
		{0x3013, 0} /* 〓 */, {0x3000, 0}, {' ', 0}};
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		for (enum face f = 0; f < FACE_COUNT; f++)
			ck_assert_msg(glyph_exists(f, shown[i][0], shown[i][1]), "U+%04X", shown[i][0]);
}
END_TEST

START_TEST(what_prints_nothing_or_differs_between_machines_cannot_be_shown)
{
	ck_assert(fonts_open(NULL));
	static const uint32_t refused[][2] = {{0, 0}, {'\t', 0}, {'\n', 0}, {0x7F, 0},
		{0x200B, 0} /* zero width space */, {0x200D, 0}, {0xFEFF, 0} /* byte order mark */,
		{0xE000, 0} /* 外字 */, {0x3099, 0} /* alone */, {0x1F600, 0}, {0x2705, 0}, {0xFFFE, 0},
		{0xFFFD, 0}, {0x10FFFF, 0}, {0x110000, 0}, {0x3042, 0xE0100} /* no such variant */,
		{0x202E, 0} /* right-to-left override */};
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		ck_assert_msg(
			!glyph_exists(FACE_GOTHIC, refused[i][0], refused[i][1]), "U+%04X", refused[i][0]);
}
END_TEST

Suite *font_suite(void);
Suite *
font_suite(void)
{
	Suite *s = suite_create("font");
	TCase *t = tcase_create("font");
	tcase_add_test(t, full_width_is_twice_half_width);
	tcase_add_test(t, a_run_is_as_wide_as_its_parts);
	tcase_add_test(t, a_selector_takes_no_room);
	tcase_add_test(t, names_of_people_and_places_can_be_shown);
	tcase_add_test(t, what_prints_nothing_or_differs_between_machines_cannot_be_shown);
	suite_add_tcase(s, t);
	return s;
}
