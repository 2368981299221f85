#include <check.h>

#include "domain/keep/retention.h"

/* Worked out with a calendar. */
static const struct {
	int ended[3], years, starts[3], expires[3];
} rows[] = {
	{{2026, 3, 31}, 3, {2026, 4, 1}, {2029, 3, 31}}, /* the last day of fiscal 2025 */
	{{2026, 4, 1}, 3, {2027, 4, 1}, {2030, 3, 31}},  /* the first of fiscal 2026: a year more */
	{{2026, 12, 31}, 1, {2027, 4, 1}, {2028, 3, 31}},
	{{2027, 1, 1}, 1, {2027, 4, 1}, {2028, 3, 31}},
	{{2028, 2, 29}, 1, {2028, 4, 1}, {2029, 3, 31}}, /* a leap day is a day of fiscal 2027 */
	{{2028, 2, 29}, 4, {2028, 4, 1}, {2032, 3, 31}}, /* four years on there is a leap day again */
	{{2027, 3, 1}, 5, {2027, 4, 1}, {2032, 3, 31}},
	{{2026, 7, 15}, 10, {2027, 4, 1}, {2037, 3, 31}},
	{{2026, 7, 15}, 30, {2027, 4, 1}, {2057, 3, 31}},
};

static day_t
day_at(const int d[3])
{
	return day_of(d[0], d[1], d[2]);
}

START_TEST(years_are_counted_from_the_fiscal_year_after_the_end)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct retention r = retention_count(rows[i].years, day_at(rows[i].ended));
		ck_assert(r.counting && !r.endless);
		ck_assert_int_eq(r.starts, day_at(rows[i].starts));
		ck_assert_int_eq(r.expires, day_at(rows[i].expires));
	}
}
END_TEST

START_TEST(a_record_is_kept_through_its_last_day)
{
	struct retention r = retention_count(3, day_of(2026, 3, 31));
	ck_assert(!retention_expired(&r, day_of(2026, 4, 1)));
	ck_assert(!retention_expired(&r, day_of(2029, 3, 31)));
	ck_assert(retention_expired(&r, day_of(2029, 4, 1)));
}
END_TEST

START_TEST(what_is_not_over_is_not_counted)
{
	struct retention r = retention_count(1, 0);
	ck_assert(!r.counting);
	ck_assert(!retention_expired(&r, day_of(2199, 4, 1)));
}
END_TEST

START_TEST(what_is_for_ever_or_in_use_never_expires)
{
	static const int endless[] = {RETENTION_EVER, RETENTION_IN_USE};
	for (size_t i = 0; i < 2; i++) {
		struct retention r = retention_count(endless[i], day_of(2026, 3, 31));
		ck_assert(r.counting && r.endless);
		ck_assert_int_eq(r.starts, day_of(2026, 4, 1));
		ck_assert(!retention_expired(&r, day_of(2199, 4, 1)));
	}
}
END_TEST

START_TEST(classes_read_back)
{
	int years;
	for (size_t i = 0; i < RETENTION_CLASSES; i++) {
		ck_assert(retention_class_parse(retention_class_key(retention_classes[i]), &years));
		ck_assert_int_eq(years, retention_classes[i]);
	}
	ck_assert(retention_class_parse("use", &years));
	ck_assert_int_eq(years, RETENTION_IN_USE);
	ck_assert(!retention_class_parse("2", &years));
	ck_assert(!retention_class_parse("", &years));
	ck_assert_str_eq(retention_class_key(2), "");
}
END_TEST

START_TEST(of_two_the_longer_counts)
{
	struct retention three = retention_count(3, day_of(2026, 3, 31)),
			 five = retention_count(5, day_of(2026, 3, 31)),
			 ever = retention_count(RETENTION_EVER, day_of(2026, 3, 31)),
			 open = retention_count(1, 0);
	ck_assert_int_eq(retention_longest(three, five).expires, day_of(2031, 3, 31));
	ck_assert_int_eq(retention_longest(five, three).expires, day_of(2031, 3, 31));
	ck_assert(retention_longest(five, ever).endless);
	ck_assert(retention_longest(ever, five).endless);
	ck_assert(!retention_longest(five, open).counting);
	ck_assert(!retention_longest(open, ever).counting);
}
END_TEST

Suite *retention_suite(void);
Suite *
retention_suite(void)
{
	Suite *s = suite_create("retention");
	TCase *t = tcase_create("retention");
	tcase_add_test(t, years_are_counted_from_the_fiscal_year_after_the_end);
	tcase_add_test(t, a_record_is_kept_through_its_last_day);
	tcase_add_test(t, what_is_not_over_is_not_counted);
	tcase_add_test(t, what_is_for_ever_or_in_use_never_expires);
	tcase_add_test(t, classes_read_back);
	tcase_add_test(t, of_two_the_longer_counts);
	suite_add_tcase(s, t);
	return s;
}
