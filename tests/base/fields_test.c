#include <check.h>
#include <string.h>

#include "base/fields.h"

START_TEST(any_text_comes_back_from_its_field)
{
	static const char *const texts[] = {"", "髙\t﨑", "一\n二", "\\n", "𠮷\\", "\t\n\\\t"};
	enum { TEXTS = sizeof texts / sizeof *texts };
	struct arena *a = arena_create();
	struct buf b = BUF_INIT;
	struct fields f;
	fields_begin(&b, "names");
	for (size_t i = 0; i < TEXTS; i++)
		fields_text(&b, texts[i]);
	fields_end(&b);
	fields_begin(&b, "end");
	fields_end(&b);
	const char *at = b.data, *end = b.data + b.length;
	ck_assert(fields_next(a, &at, end, &f) && fields_are(&f, "names", TEXTS));
	for (size_t i = 0; i < TEXTS; i++)
		ck_assert_str_eq(f.texts[i + 1], texts[i]);
	ck_assert(fields_next(a, &at, end, &f) && fields_are(&f, "end", 0));
	ck_assert(!fields_next(a, &at, end, &f));
	buf_free(&b);
	arena_destroy(a);
}
END_TEST

START_TEST(numbers_come_back_and_what_is_none_is_nought)
{
	struct arena *a = arena_create();
	struct buf b = BUF_INIT;
	struct fields f;
	fields_begin(&b, "n");
	fields_number(&b, -70.8661417323);
	fields_whole(&b, 1795402800);
	fields_text(&b, "x");
	fields_end(&b);
	const char *at = b.data;
	ck_assert(fields_next(a, &at, b.data + b.length, &f));
	ck_assert_double_eq_tol(fields_number_at(&f, 0), -70.8661417323, 1e-7);
	ck_assert_int_eq(fields_whole_at(&f, 1), 1795402800);
	ck_assert_int_eq(fields_whole_at(&f, 2), 0);
	ck_assert_int_eq(fields_whole_at(&f, 9), 0);
	ck_assert(!fields_are(&f, "n", 2) && !fields_are(&f, "m", 3));
	buf_free(&b);
	arena_destroy(a);
}
END_TEST

Suite *fields_suite(void);
Suite *
fields_suite(void)
{
	Suite *s = suite_create("fields");
	TCase *t = tcase_create("fields");
	tcase_add_test(t, any_text_comes_back_from_its_field);
	tcase_add_test(t, numbers_come_back_and_what_is_none_is_nought);
	suite_add_tcase(s, t);
	return s;
}
