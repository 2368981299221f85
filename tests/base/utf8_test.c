#include <check.h>
#include <string.h>

#include "base/utf8.h"

static int32_t
first(const char *s)
{
	const char *at = s;
	return utf8_next(&at, s + strlen(s));
}

START_TEST(each_length_is_read)
{
	ck_assert_int_eq(first("A"), 'A');
	ck_assert_int_eq(first("\u00e9"), 0xE9);
	ck_assert_int_eq(first("点"), 0x70B9);
	ck_assert_int_eq(first("𠮷"), 0x20BB7);
	ck_assert_int_eq(first("\xF4\x8F\xBF\xBF"), 0x10FFFF);
}
END_TEST

START_TEST(what_is_not_utf8_is_refused)
{
	static const char *const bad[] = {
		"\x80",             /* a continuation alone */
		"\xC0\x80",         /* NUL in two bytes */
		"\xC1\xBF",         /* overlong */
		"\xE0\x9F\xBF",     /* overlong */
		"\xF0\x8F\xBF\xBF", /* overlong */
		"\xED\xA0\x80",     /* a lone surrogate */
		"\xED\xBF\xBF",     /* a lone surrogate */
		"\xF4\x90\x80\x80", /* above U+10FFFF */
		"\xF5\x80\x80\x80",
		"\xFF",
		"\xE7\x82", /* cut short */
		"\xE7\x82 ",
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		ck_assert_msg(first(bad[i]) == -1, "case %zu", i);
		ck_assert_msg(!utf8_valid(bad[i], strlen(bad[i])), "case %zu", i);
	}
}
END_TEST

START_TEST(a_bad_byte_is_passed_over_alone)
{
	const char s[] = "\xE3"
			 "A点";
	const char *at = s;
	ck_assert_int_eq(utf8_next(&at, s + strlen(s)), -1);
	ck_assert_int_eq(utf8_next(&at, s + strlen(s)), 'A');
	ck_assert_int_eq(utf8_next(&at, s + strlen(s)), 0x70B9);
}
END_TEST

START_TEST(writing_is_the_reverse_of_reading)
{
	for (uint32_t c = 0; c <= 0x10FFFF; c += c < 0x900 ? 1 : 97) {
		if (c >= 0xD800 && c < 0xE000)
			continue;
		char s[4];
		size_t n = utf8_put(s, c);
		const char *at = s;
		ck_assert_int_eq(utf8_next(&at, s + n), (int32_t)c);
		ck_assert_ptr_eq(at, s + n);
	}
}
END_TEST

START_TEST(control_characters_are_not_plain)
{
	ck_assert(utf8_plain("一行目\r\n\t二行目", strlen("一行目\r\n\t二行目")));
	ck_assert(utf8_plain("<script>", 8)); /* markup is harmless text */
	ck_assert(!utf8_plain("a\0b", 3));
	ck_assert(!utf8_plain("a\x1b[31m", 6));
	ck_assert(!utf8_plain("a\x7f", 2));
	ck_assert(!utf8_plain("\xC2\x85", 2)); /* NEL, a C1 control */
}
END_TEST

START_TEST(code_points_are_counted)
{
	ck_assert_uint_eq(utf8_count("𠮷野家"), 3);
	ck_assert_uint_eq(utf8_count(""), 0);
}
END_TEST

Suite *utf8_suite(void);
Suite *
utf8_suite(void)
{
	Suite *s = suite_create("utf8");
	TCase *t = tcase_create("utf8");
	tcase_add_test(t, each_length_is_read);
	tcase_add_test(t, what_is_not_utf8_is_refused);
	tcase_add_test(t, a_bad_byte_is_passed_over_alone);
	tcase_add_test(t, writing_is_the_reverse_of_reading);
	tcase_add_test(t, control_characters_are_not_plain);
	tcase_add_test(t, code_points_are_counted);
	suite_add_tcase(s, t);
	return s;
}
