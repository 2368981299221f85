#include <check.h>

#include "base/nearest.h"

static const char *const words[] = {"weight", "when", "6(3)", "6(3)①", "Q4", "evidence"};

static const char *
guess(const char *said)
{
	return nearest(said, words, sizeof words / sizeof *words);
}

START_TEST(a_slip_of_the_fingers_is_understood)
{
	ck_assert_str_eq(guess("wieght"), "weight");  /* swapped */
	ck_assert_str_eq(guess("weigt"), "weight");   /* left out */
	ck_assert_str_eq(guess("weightt"), "weight"); /* put in */
	ck_assert_str_eq(guess("evidance"), "evidence");
	ck_assert_str_eq(guess("WHEN"), "when");
	ck_assert_str_eq(guess("6(3)②"), "6(3)①"); /* one character, three bytes */
	ck_assert_str_eq(guess("q4"), "Q4");
	ck_assert_str_eq(guess("Q5"), "Q4");
}
END_TEST

START_TEST(a_far_word_gets_no_guess)
{
	ck_assert_ptr_null(guess("colour"));
	ck_assert_ptr_null(guess("X9"));
	ck_assert_ptr_null(guess(""));
	ck_assert_ptr_null(
		guess("wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"));
	ck_assert_ptr_null(nearest("weight", words, 0));
}
END_TEST

Suite *nearest_suite(void);
Suite *
nearest_suite(void)
{
	Suite *s = suite_create("nearest");
	TCase *t = tcase_create("nearest");
	tcase_add_test(t, a_slip_of_the_fingers_is_understood);
	tcase_add_test(t, a_far_word_gets_no_guess);
	suite_add_tcase(s, t);
	return s;
}
