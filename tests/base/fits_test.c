/* What was typed is kept when it is there, short enough and, where one line is meant, of one line. */
#include "base/fits.h"

#include <check.h>

START_TEST(a_text_may_be_of_several_lines_and_a_line_of_one)
{
	struct err e = {0};
	ck_assert(lines_fit("一\n二", "facts", 10, true, &e));
	ck_assert(line_fits("一二", "title", 10, true, &e));
	ck_assert(!line_fits("一\n二", "title", 10, true, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_str_eq(e.text, "title: write it in one line");
	ck_assert(!line_fits("一\r二", "title", 10, false, &(struct err){0}));
}
END_TEST

START_TEST(code_points_are_counted_and_blanks_are_nothing)
{
	struct err e = {0};
	ck_assert(lines_fit("髙橋𠮷", "who", 3, true, &e));
	ck_assert(!lines_fit("髙橋𠮷", "who", 2, true, &e));
	ck_assert_str_eq(e.text, "who: more than 2 characters");
	ck_assert(!line_fits(" \u3000", "who", 3, true, &(struct err){0}));
	ck_assert(line_fits("", "who", 3, false, &(struct err){0}));
}
END_TEST

Suite *fits_suite(void);
Suite *
fits_suite(void)
{
	Suite *s = suite_create("fits");
	TCase *t = tcase_create("fits");
	tcase_add_test(t, a_text_may_be_of_several_lines_and_a_line_of_one);
	tcase_add_test(t, code_points_are_counted_and_blanks_are_nothing);
	suite_add_tcase(s, t);
	return s;
}
