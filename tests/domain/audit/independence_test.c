/* What stands against someone auditing a department. */
#include <check.h>

#include "domain/audit/independence.h"

enum { AUDITED = 1, ELSEWHERE = 2, YEAR = 12 };

static struct arena *arena;
static struct conflict *list;
static const int64_t departments[] = {AUDITED};

static void
setup(void)
{
	arena = arena_create();
}

static void
teardown(void)
{
	arena_destroy(arena);
}

static size_t
look(const struct held_post *posts, size_t count, day_t day, int months)
{
	const struct audited what = {.departments = departments, .department_count = 1};
	const struct auditor who = {.posts = posts, .post_count = count};
	return conflicts_find(arena, &who, &what, day, months, &list);
}

START_TEST(a_member_of_the_department_does_not_audit_it)
{
	const struct held_post post = {AUDITED, day_of(2020, 4, 1), 0};
	ck_assert_uint_eq(look(&post, 1, day_of(2026, 10, 1), YEAR), 1);
	ck_assert_int_eq(list[0].kind, CONFLICT_BELONGS);
	ck_assert_int_eq(list[0].department_id, AUDITED);
}
END_TEST

/* Left on 2025-09-30: nothing stands against it from 2026-10-01 on. */
START_TEST(who_left_does_not_for_twelve_months)
{
	const struct held_post posts[] = {
		{AUDITED, day_of(2020, 4, 1), day_of(2025, 9, 30)}, {ELSEWHERE, day_of(2025, 10, 1), 0}};
	ck_assert_uint_eq(look(posts, 2, day_of(2026, 9, 30), YEAR), 1);
	ck_assert_int_eq(list[0].kind, CONFLICT_LEFT);
	ck_assert_int_eq(list[0].until, day_of(2026, 10, 1));
	ck_assert_uint_eq(look(posts, 2, day_of(2026, 10, 1), YEAR), 0);
	ck_assert_uint_eq(look(posts, 2, day_of(2026, 9, 30), 0), 0);
	ck_assert_uint_eq(look(posts, 2, day_of(2026, 10, 1), 13), 1);
}
END_TEST

/* Free from 2024-02-29 and 2025-08-31 on, a year and half a year later: days the month lacks. */
START_TEST(months_end_where_the_shorter_month_ends)
{
	const struct held_post leap = {AUDITED, day_of(2020, 4, 1), day_of(2024, 2, 28)};
	ck_assert_uint_eq(look(&leap, 1, day_of(2025, 2, 27), YEAR), 1);
	ck_assert_int_eq(list[0].until, day_of(2025, 2, 28));
	const struct held_post august = {AUDITED, day_of(2020, 4, 1), day_of(2025, 8, 30)};
	ck_assert_uint_eq(look(&august, 1, day_of(2025, 9, 15), 6), 1);
	ck_assert_int_eq(list[0].until, day_of(2026, 2, 28));
}
END_TEST

START_TEST(a_post_that_begins_later_and_one_elsewhere_are_none_of_its_concern)
{
	const struct held_post posts[] = {
		{AUDITED, day_of(2027, 4, 1), 0}, {ELSEWHERE, day_of(2020, 4, 1), day_of(2026, 9, 1)}};
	ck_assert_uint_eq(look(posts, 2, day_of(2026, 10, 1), YEAR), 0);
}
END_TEST

START_TEST(of_several_former_posts_the_latest_counts_once)
{
	const struct held_post posts[] = {{AUDITED, day_of(2024, 4, 1), day_of(2025, 12, 31)},
		{AUDITED, day_of(2026, 2, 1), day_of(2026, 3, 31)}};
	ck_assert_uint_eq(look(posts, 2, day_of(2026, 10, 1), YEAR), 1);
	ck_assert_int_eq(list[0].until, day_of(2027, 4, 1));
}
END_TEST

/* Whoever administers the system may belong to another department. */
START_TEST(who_administers_the_system_does_not_audit_it)
{
	const struct held_post post = {ELSEWHERE, day_of(2020, 4, 1), 0};
	const struct auditor owner = {7, &post, 1}, other = {8, &post, 1}, outside = {0, NULL, 0};
	struct audited what = {departments, 1, 7, AUDITED};
	ck_assert_uint_eq(conflicts_find(arena, &owner, &what, day_of(2026, 10, 1), YEAR, &list), 1);
	ck_assert_int_eq(list[0].kind, CONFLICT_ADMINISTERS);
	ck_assert_int_eq(list[0].department_id, AUDITED);
	ck_assert_uint_eq(conflicts_find(arena, &other, &what, day_of(2026, 10, 1), YEAR, &list), 0);
	what.owner_id = 0;
	ck_assert_uint_eq(conflicts_find(arena, &outside, &what, day_of(2026, 10, 1), YEAR, &list), 0);
}
END_TEST

Suite *independence_suite(void);
Suite *
independence_suite(void)
{
	Suite *s = suite_create("independence");
	TCase *t = tcase_create("independence");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_member_of_the_department_does_not_audit_it);
	tcase_add_test(t, who_left_does_not_for_twelve_months);
	tcase_add_test(t, months_end_where_the_shorter_month_ends);
	tcase_add_test(t, a_post_that_begins_later_and_one_elsewhere_are_none_of_its_concern);
	tcase_add_test(t, of_several_former_posts_the_latest_counts_once);
	tcase_add_test(t, who_administers_the_system_does_not_audit_it);
	suite_add_tcase(s, t);
	return s;
}
