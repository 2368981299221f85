#include <check.h>
#include <stdlib.h>

#include "base/words.h"
#include "domain/cycle/fiscal.h"

static struct arena *arena;

static void
japanese(void)
{
	setenv("TENKEN_LANG", "ja", 1);
	words_init();
	arena = arena_create();
}

static void
done(void)
{
	arena_destroy(arena);
}

START_TEST(a_fiscal_year_runs_from_april_to_march)
{
	ck_assert_int_eq(fiscal_year_of(day_of(2026, 3, 31)), 2025);
	ck_assert_int_eq(fiscal_year_of(day_of(2026, 4, 1)), 2026);
	ck_assert_int_eq(fiscal_year_of(day_of(2027, 1, 1)), 2026);
	ck_assert_int_eq(fiscal_year_first(2026), day_of(2026, 4, 1));
	ck_assert_int_eq(fiscal_year_last(2026), day_of(2027, 3, 31));
}
END_TEST

START_TEST(viewpoint_16_a_fiscal_year_bears_one_name_from_end_to_end)
{
	ck_assert_str_eq(fiscal_year_name(arena, 2018), "平成30年度");
	ck_assert_str_eq(fiscal_year_name(arena, 2019), "令和元年度"); /* though April 2019 was 平成31年 */
	ck_assert_str_eq(fiscal_year_name(arena, 2020), "令和2年度");
	ck_assert_str_eq(fiscal_year_name(arena, 2026), "令和8年度");
	ck_assert_str_eq(fiscal_year_name(arena, 1988), "昭和63年度"); /* though it ended in 平成 */
	ck_assert_str_eq(fiscal_year_name(arena, 1989), "平成元年度");
	ck_assert_str_eq(fiscal_year_name(arena, 1920), "1920年度");
}
END_TEST

START_TEST(document_numbers_carry_a_mark_of_the_year)
{
	ck_assert_str_eq(fiscal_year_mark(arena, 2026), "R08");
	ck_assert_str_eq(fiscal_year_mark(arena, 2019), "R01");
	ck_assert_str_eq(fiscal_year_mark(arena, 2018), "H30");
	ck_assert_str_eq(fiscal_year_mark(arena, 2030), "R12");
}
END_TEST

START_TEST(dates_change_era_on_the_very_day)
{
	ck_assert_str_eq(wareki_day(arena, day_of(2026, 10, 16)), "令和8年10月16日");
	ck_assert_str_eq(wareki_day(arena, day_of(2019, 4, 30)), "平成31年4月30日");
	ck_assert_str_eq(wareki_day(arena, day_of(2019, 5, 1)), "令和元年5月1日");
	ck_assert_str_eq(wareki_day(arena, day_of(1989, 1, 7)), "昭和64年1月7日");
	ck_assert_str_eq(wareki_day(arena, day_of(1989, 1, 8)), "平成元年1月8日");
	ck_assert_str_eq(wareki_day(arena, day_of(1926, 12, 24)), "1926年12月24日");
}
END_TEST

START_TEST(an_instant_is_told_in_japanese_time)
{
	/* 15:03 UTC on the 15th is 00:03 on the 16th in Japan. */
	instant_t t = (instant_t)day_of(2026, 10, 15) * 86400 + 15 * 3600 + 3 * 60 + 59;
	ck_assert_str_eq(wareki_instant(arena, t), "令和8年10月16日 00時03分");
}
END_TEST

START_TEST(without_a_catalogue_the_names_are_english)
{
	setenv("TENKEN_LANG", "en", 1);
	words_init();
	ck_assert_str_eq(fiscal_year_name(arena, 2026), "fiscal year Reiwa 8");
	ck_assert_str_eq(fiscal_year_name(arena, 2019), "fiscal year Reiwa 1 (gannen)");
}
END_TEST

Suite *fiscal_suite(void);
Suite *
fiscal_suite(void)
{
	Suite *s = suite_create("fiscal");
	TCase *t = tcase_create("fiscal");
	tcase_add_checked_fixture(t, japanese, done);
	tcase_add_test(t, a_fiscal_year_runs_from_april_to_march);
	tcase_add_test(t, viewpoint_16_a_fiscal_year_bears_one_name_from_end_to_end);
	tcase_add_test(t, document_numbers_carry_a_mark_of_the_year);
	tcase_add_test(t, dates_change_era_on_the_very_day);
	tcase_add_test(t, an_instant_is_told_in_japanese_time);
	tcase_add_test(t, without_a_catalogue_the_names_are_english);
	suite_add_tcase(s, t);
	return s;
}
