/* Points that speak for an audit, worked out by hand. */
#include <check.h>

#include "domain/audit/audit_risk.h"

static const struct audit_rule years = {1, 1, 10, 40, 40}, gap = {100, 10, 1, 20, 0};

static int
of(const struct audit_rule *rule, enum factor_state state, int value)
{
	return audit_factor_points(rule, &(struct factor_value){state, value});
}

START_TEST(points_grow_by_steps_up_to_a_bound)
{
	ck_assert_int_eq(of(&years, FACTOR_KNOWN, 0), 0);
	ck_assert_int_eq(of(&years, FACTOR_KNOWN, 1), 0);
	ck_assert_int_eq(of(&years, FACTOR_KNOWN, 2), 10);
	ck_assert_int_eq(of(&years, FACTOR_KNOWN, 4), 30);
	ck_assert_int_eq(of(&years, FACTOR_KNOWN, 9), 40);
	ck_assert_int_eq(of(&gap, FACTOR_KNOWN, 109), 0);  /* 10.9 points above: no full one */
	ck_assert_int_eq(of(&gap, FACTOR_KNOWN, 155), 5);  /* 15.5 */
	ck_assert_int_eq(of(&gap, FACTOR_KNOWN, -200), 0); /* staff said less than was found */
	ck_assert_int_eq(of(&gap, FACTOR_KNOWN, 900), 20);
	const struct audit_rule risk = {9, 3, 5, 25, 0};
	ck_assert_int_eq(of(&risk, FACTOR_KNOWN, 9), 0);
	ck_assert_int_eq(of(&risk, FACTOR_KNOWN, 15), 10);
	ck_assert_int_eq(of(&risk, FACTOR_KNOWN, 25), 25); /* 16 above: five times */
}
END_TEST

START_TEST(what_was_never_audited_counts_and_what_is_withheld_does_not)
{
	ck_assert_int_eq(of(&years, FACTOR_NONE, 0), 40);
	ck_assert_int_eq(of(&years, FACTOR_HIDDEN, 9), 0);
	ck_assert_int_eq(of(&gap, FACTOR_HIDDEN, 900), 0); /* the order gives it not away */
	ck_assert_int_eq(of(&gap, FACTOR_APART, 900), 0);
}
END_TEST

START_TEST(most_points_come_first_and_then_the_official_order)
{
	struct audit_rule rules[FACTORS] = {
		[FACTOR_YEARS] = {1, 1, 10, 40, 40}, [FACTOR_OPEN] = {0, 1, 5, 20, 0}};
	for (size_t f = FACTOR_REPEATED; f < FACTORS; f++)
		rules[f] = (struct audit_rule){0, 1, 0, 0, 0};
	struct audit_candidate a = {.place = 1}, b = {.place = 2}, c = {.place = 3};
	a.values[FACTOR_YEARS] = (struct factor_value){FACTOR_KNOWN, 2};
	b.values[FACTOR_YEARS] = (struct factor_value){FACTOR_NONE, 0};
	c.values[FACTOR_OPEN] = (struct factor_value){FACTOR_KNOWN, 2};
	struct audit_candidate *list[] = {&c, &a, &b};
	audit_candidates_rank(rules, list, 3);
	ck_assert_ptr_eq(list[0], &b); /* 40 */
	ck_assert_ptr_eq(list[1], &a); /* 10 */
	ck_assert_ptr_eq(list[2], &c); /* 10, later in the order */
	ck_assert_int_eq(b.total, 40);
	ck_assert_int_eq(c.points[FACTOR_OPEN], 10);
}
END_TEST

Suite *audit_risk_suite(void);
Suite *
audit_risk_suite(void)
{
	Suite *s = suite_create("audit_risk");
	TCase *t = tcase_create("audit_risk");
	tcase_add_test(t, points_grow_by_steps_up_to_a_bound);
	tcase_add_test(t, what_was_never_audited_counts_and_what_is_withheld_does_not);
	tcase_add_test(t, most_points_come_first_and_then_the_official_order);
	suite_add_tcase(s, t);
	return s;
}
