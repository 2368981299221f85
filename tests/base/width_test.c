#include <check.h>

#include "base/utf8.h"

START_TEST(wide_characters_take_two_columns)
{
	ck_assert_uint_eq(utf8_width(""), 0);
	ck_assert_uint_eq(utf8_width("6(3)"), 4);
	ck_assert_uint_eq(utf8_width("条項"), 4);
	ck_assert_uint_eq(utf8_width("ＡＢ"), 4);  /* full width */
	ck_assert_uint_eq(utf8_width("ｱｲ"), 2);    /* half width */
	ck_assert_uint_eq(utf8_width("6(3)①"), 5); /* ambiguous: one */
	ck_assert_uint_eq(utf8_width("𠮷"), 2);
	ck_assert_uint_eq(utf8_width("葛\xF3\xA0\x84\x80"), 2); /* with a variation selector */
	ck_assert_uint_eq(utf8_width("か\xE3\x82\x99"), 2);     /* with a combining voiced mark */
}
END_TEST

START_TEST(what_nobody_sees_is_blank)
{
	static const char *const blank[] = {
		"", " ", "\t\r\n", "\xE3\x80\x80", "\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF"};
	for (size_t i = 0; i < sizeof blank / sizeof *blank; i++)
		ck_assert_msg(utf8_blank(blank[i]), "%zu", i);
	ck_assert(!utf8_blank("\xE3\x80\x80あ"));
	ck_assert(!utf8_blank("."));
	ck_assert(!utf8_blank("\xFF"));
}
END_TEST

Suite *width_suite(void);
Suite *
width_suite(void)
{
	Suite *s = suite_create("width");
	TCase *t = tcase_create("width");
	tcase_add_test(t, wide_characters_take_two_columns);
	tcase_add_test(t, what_nobody_sees_is_blank);
	suite_add_tcase(s, t);
	return s;
}
