#include "domain/cycle/calendar.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

#include "base/words.h"

/* Month and day of every holiday, as the almanacs of those years print them. */
static const struct {
	int year;
	const char *days;
} almanac[] = {
	{2000, "1/1 1/10 2/11 3/20 4/29 5/3 5/4 5/5 7/20 9/15 9/23 10/9 11/3 11/23 12/23"},
	{2003, "1/1 1/13 2/11 3/21 4/29 5/3 5/5 7/21 9/15 9/23 10/13 11/3 11/23 11/24 12/23"},
	{2006, "1/1 1/2 1/9 2/11 3/21 4/29 5/3 5/4 5/5 7/17 9/18 9/23 10/9 11/3 11/23 12/23"},
	{2008, "1/1 1/14 2/11 3/20 4/29 5/3 5/4 5/5 5/6 7/21 9/15 9/23 10/13 11/3 11/23 11/24 12/23"},
	{2009, "1/1 1/12 2/11 3/20 4/29 5/3 5/4 5/5 5/6 7/20 9/21 9/22 9/23 10/12 11/3 11/23 12/23"},
	{2012, "1/1 1/2 1/9 2/11 3/20 4/29 4/30 5/3 5/4 5/5 7/16 9/17 9/22 10/8 11/3 11/23 12/23 12/24"},
	{2015, "1/1 1/12 2/11 3/21 4/29 5/3 5/4 5/5 5/6 7/20 9/21 9/22 9/23 10/12 11/3 11/23 12/23"},
	{2016, "1/1 1/11 2/11 3/20 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/22 10/10 11/3 11/23 12/23"},
	{2018, "1/1 1/8 2/11 2/12 3/21 4/29 4/30 5/3 5/4 5/5 7/16 8/11 9/17 9/23 9/24 10/8 11/3 11/23 12/23 "
	       "12/24"},
	{2019, "1/1 1/14 2/11 3/21 4/29 4/30 5/1 5/2 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 10/14 10/22 "
	       "11/3 11/4 11/23"},
	{2020, "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23"},
	{2021, "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23"},
	{2022, "1/1 1/10 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/23 10/10 11/3 11/23"},
	{2023, "1/1 1/2 1/9 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/23 10/9 11/3 11/23"},
	{2024, "1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/22 9/23 10/14 11/3 "
	       "11/4 11/23"},
	{2025, "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/21 8/11 9/15 9/23 10/13 11/3 11/23 "
	       "11/24"},
	{2026, "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23"},
	{2027, "1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23"},
	{2028, "1/1 1/10 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/22 10/9 11/3 11/23"},
	{2029, "1/1 1/8 2/11 2/12 2/23 3/20 4/29 4/30 5/3 5/4 5/5 7/16 8/11 9/17 9/23 9/24 10/8 11/3 11/23"},
	{2030, "1/1 1/14 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 10/14 11/3 11/4 11/23"},
	{2031, "1/1 1/13 2/11 2/23 2/24 3/21 4/29 5/3 5/4 5/5 5/6 7/21 8/11 9/15 9/23 10/13 11/3 11/23 "
	       "11/24"},
	{2032, "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/21 9/22 10/11 11/3 11/23"},
};

START_TEST(the_holidays_are_those_of_the_almanac)
{
	char days[512] = "";
	for (day_t d = day_of(almanac[_i].year, 1, 1); d <= day_of(almanac[_i].year, 12, 31); d++) {
		struct civil c = civil_of_day(d);
		if (holiday_name(d) != NULL)
			snprintf(days + strlen(days), sizeof days - strlen(days), "%s%d/%d",
				days[0] == '\0' ? "" : " ", c.month, c.day);
	}
	ck_assert_str_eq(days, almanac[_i].days);
}
END_TEST

START_TEST(days_that_are_free_because_of_others_say_so)
{
	const char *substitute = _("Substitute holiday"), *citizens = _("Citizens' holiday");
	ck_assert_str_eq(holiday_name(day_of(2019, 4, 30)), citizens); /* around the accession */
	ck_assert_str_eq(holiday_name(day_of(2019, 5, 2)), citizens);
	ck_assert_str_eq(holiday_name(day_of(2019, 5, 6)), substitute);
	ck_assert_str_eq(holiday_name(day_of(2020, 5, 6)), substitute); /* three days after the Sunday */
	ck_assert_str_eq(holiday_name(day_of(2026, 9, 22)), citizens);
	ck_assert_str_eq(holiday_name(day_of(2032, 9, 21)), citizens);
	ck_assert_str_eq(holiday_name(day_of(2004, 5, 4)), citizens);
	ck_assert_str_eq(holiday_name(day_of(2009, 5, 6)), substitute);
	ck_assert_str_eq(holiday_name(day_of(2006, 4, 29)), holiday_name(day_of(2007, 5, 4)));
	ck_assert_str_ne(holiday_name(day_of(2007, 4, 29)), holiday_name(day_of(2006, 4, 29)));
}
END_TEST

START_TEST(no_holiday_is_made_up_outside_the_known_years)
{
	ck_assert_ptr_null(holiday_name(day_of(1999, 1, 1)));
	ck_assert_ptr_null(holiday_name(day_of(2051, 1, 1)));
	ck_assert_ptr_nonnull(holiday_name(day_of(2050, 11, 3)));
}
END_TEST

static const struct calendar office = {.december_from = 29, .january_to = 3};

START_TEST(the_office_closes_at_weekends_on_holidays_and_at_the_turn_of_the_year)
{
	ck_assert(day_is_closed(&office, day_of(2026, 10, 17)));  /* Saturday */
	ck_assert(day_is_closed(&office, day_of(2026, 10, 18)));  /* Sunday */
	ck_assert(day_is_closed(&office, day_of(2026, 10, 12)));  /* Sports Day */
	ck_assert(!day_is_closed(&office, day_of(2026, 10, 16))); /* Friday */
	ck_assert(!day_is_closed(&office, day_of(2026, 12, 28)));
	ck_assert(day_is_closed(&office, day_of(2026, 12, 29)));
	ck_assert(day_is_closed(&office, day_of(2025, 1, 3)));
	ck_assert(!day_is_closed(&office, day_of(2025, 1, 6)));
	static const struct calendar without = {0};
	ck_assert(!day_is_closed(&without, day_of(2026, 12, 29)));
	ck_assert(day_is_closed(&without, day_of(2026, 1, 1)));
}
END_TEST

START_TEST(a_day_is_moved_over_closed_ones)
{
	/* 2026: 19 September is a Saturday, then Sunday and three holidays. */
	ck_assert_int_eq(open_day_before(&office, day_of(2026, 9, 22)), day_of(2026, 9, 18));
	ck_assert_int_eq(open_day_after(&office, day_of(2026, 9, 19)), day_of(2026, 9, 24));
	ck_assert_int_eq(open_day_before(&office, day_of(2026, 9, 18)), day_of(2026, 9, 18));
	ck_assert_int_eq(open_day_after(&office, day_of(2026, 9, 18)), day_of(2026, 9, 18));
	/* The last day of work is Monday 28 December 2026, the first Monday 4 January 2027. */
	ck_assert_int_eq(open_day_before(&office, day_of(2027, 1, 3)), day_of(2026, 12, 28));
	ck_assert_int_eq(open_day_after(&office, day_of(2026, 12, 29)), day_of(2027, 1, 4));
	struct closing own[] = {{day_of(2026, 8, 13), day_of(2026, 8, 14), "夏季休業"}};
	struct calendar mine = {.closings = own, .count = 1};
	ck_assert_int_eq(open_day_before(&mine, day_of(2026, 8, 14)), day_of(2026, 8, 12));
	ck_assert_int_eq(open_day_after(&mine, day_of(2026, 8, 13)), day_of(2026, 8, 17));
}
END_TEST

START_TEST(an_office_that_never_opens_moves_nothing)
{
	struct closing ever[] = {{day_of(2020, 1, 1), day_of(2040, 1, 1), "x"}};
	struct calendar shut = {.closings = ever, .count = 1};
	ck_assert_int_eq(open_day_after(&shut, day_of(2026, 10, 16)), day_of(2026, 10, 16));
}
END_TEST

Suite *calendar_suite(void);

Suite *
calendar_suite(void)
{
	Suite *s = suite_create("calendar");
	TCase *t = tcase_create("calendar");
	tcase_add_loop_test(t, the_holidays_are_those_of_the_almanac, 0, sizeof almanac / sizeof *almanac);
	tcase_add_test(t, days_that_are_free_because_of_others_say_so);
	tcase_add_test(t, no_holiday_is_made_up_outside_the_known_years);
	tcase_add_test(t, the_office_closes_at_weekends_on_holidays_and_at_the_turn_of_the_year);
	tcase_add_test(t, a_day_is_moved_over_closed_ones);
	tcase_add_test(t, an_office_that_never_opens_moves_nothing);
	suite_add_tcase(s, t);
	return s;
}
