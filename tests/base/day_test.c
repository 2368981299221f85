#include <check.h>

#include "base/day.h"

START_TEST(days_and_civil_dates_agree)
{
	ck_assert_int_eq(day_of(1970, 1, 1), 0);
	ck_assert_int_eq(day_of(2000, 3, 1), 11017); /* 30 years of 365, 7 leap days, 31 + 29 days */
	ck_assert_int_eq(day_of(2024, 2, 29) + 1, day_of(2024, 3, 1));
	for (day_t d = -1000; d < 40000; d++) {
		struct civil c = civil_of_day(d);
		ck_assert_int_eq(day_of(c.year, c.month, c.day), d);
	}
}
END_TEST

START_TEST(only_real_days_are_read)
{
	day_t d;
	ck_assert(day_parse("2026-10-16", &d));
	ck_assert_int_eq(d, day_of(2026, 10, 16));
	static const char *const refused[] = {"", "2026-10-1", "2026-02-29", "2026-13-01", "2026-10-16 ",
		"2026/10/16", "+026-10-16", "2026- 1-16", "1899-01-01"};
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		ck_assert_msg(!day_parse(refused[i], &d), "%s", refused[i]);
}
END_TEST

START_TEST(an_instant_belongs_to_its_day_in_japan)
{
	instant_t due = instant_of_day(day_of(2026, 10, 16)) + 86399; /* 23:59:59 JST is 14:59:59 UTC */
	ck_assert_int_eq(due % 86400, 14 * 3600 + 59 * 60 + 59);
	ck_assert_int_eq(day_of_instant(due), day_of(2026, 10, 16));
	ck_assert_int_eq(day_of_instant(due + 1), day_of(2026, 10, 17));
	char text[32];
	instant_format(due, text);
	ck_assert_str_eq(text, "2026-10-16 23:59:59");
}
END_TEST

START_TEST(weekdays)
{
	ck_assert_int_eq(day_weekday(day_of(1970, 1, 1)), 4);   /* a Thursday */
	ck_assert_int_eq(day_weekday(day_of(2026, 11, 23)), 1); /* a Monday */
	ck_assert_int_eq(day_weekday(-5), 6);
}
END_TEST

Suite *day_suite(void);
Suite *
day_suite(void)
{
	Suite *s = suite_create("day");
	TCase *t = tcase_create("day");
	tcase_add_test(t, days_and_civil_dates_agree);
	tcase_add_test(t, only_real_days_are_read);
	tcase_add_test(t, an_instant_belongs_to_its_day_in_japan);
	tcase_add_test(t, weekdays);
	suite_add_tcase(s, t);
	return s;
}
