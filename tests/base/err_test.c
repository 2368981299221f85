#include <check.h>
#include <string.h>

#include "base/err.h"

START_TEST(failing_is_one_line)
{
	struct err e = {0};
	ck_assert(!err_set(&e, ERR_ABSENT, "no department %s", "somu"));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
	ck_assert_str_eq(e.text, "no department somu");
	ck_assert(!err_set(NULL, ERR_INPUT, "nobody listens"));
	err_clear(&e);
	ck_assert_int_eq(e.kind, ERR_NONE);
	ck_assert_str_eq(e.text, "");
}
END_TEST

/* Each 髙 takes three bytes; 1,023 there are. */
START_TEST(a_sentence_too_long_ends_after_a_whole_character)
{
	static const size_t whole[] = {1023, 1 + 340 * 3, 2 + 340 * 3};
	char many[1201] = "";
	struct err e = {0};
	for (int i = 0; i < 400; i++)
		strcat(many, "髙");
	for (size_t before = 0; before < 3; before++) {
		err_set(&e, ERR_INPUT, "%.*s%s", (int)before, "xx", many);
		ck_assert_uint_eq(strlen(e.text), whole[before]);
		ck_assert_int_eq(memcmp(e.text + strlen(e.text) - 3, "髙", 3), 0);
	}
	memset(many, 'y', 1200);
	err_set(&e, ERR_INPUT, "%s", many);
	ck_assert_uint_eq(strlen(e.text), 1023);
}
END_TEST

Suite *err_suite(void);
Suite *
err_suite(void)
{
	Suite *s = suite_create("err");
	TCase *t = tcase_create("err");
	tcase_add_test(t, failing_is_one_line);
	tcase_add_test(t, a_sentence_too_long_ends_after_a_whole_character);
	suite_add_tcase(s, t);
	return s;
}
