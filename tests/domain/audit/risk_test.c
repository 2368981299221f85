/* Bands as printed in the tables: 1–4, 5–9, 10–15, 16–25. */
#include <check.h>

#include "domain/audit/risk.h"

START_TEST(bands_follow_the_product)
{
	static const enum risk_band expected[RISK_MOST][RISK_MOST] = {
		{RISK_LOW, RISK_LOW, RISK_LOW, RISK_LOW, RISK_MIDDLE},
		{RISK_LOW, RISK_LOW, RISK_MIDDLE, RISK_MIDDLE, RISK_HIGH},
		{RISK_LOW, RISK_MIDDLE, RISK_MIDDLE, RISK_HIGH, RISK_HIGH},
		{RISK_LOW, RISK_MIDDLE, RISK_HIGH, RISK_EXTREME, RISK_EXTREME},
		{RISK_MIDDLE, RISK_HIGH, RISK_HIGH, RISK_EXTREME, RISK_EXTREME},
	};
	for (int l = RISK_LEAST; l <= RISK_MOST; l++)
		for (int m = RISK_LEAST; m <= RISK_MOST; m++)
			ck_assert_int_eq(risk_band_of(l, m), expected[l - 1][m - 1]);
}
END_TEST

START_TEST(weak_results_propose_a_higher_likelihood)
{
	static const struct {
		struct risk_evidence x;
		int from, expected;
	} rows[] = {
		{{.points = 900, .alarm = 600}, 2, 2},
		{{.points = 599, .alarm = 600}, 2, 3},
		{{.points = 600, .alarm = 600}, 2, 2},
		{{.points = -1, .alarm = 600}, 2, 2}, /* withheld: nothing is known */
		{{.points = -1, .minor = 1}, 2, 2},
		{{.points = -1, .minor = 2}, 2, 3},
		{{.points = -1, .major = 1}, 2, 3},
		{{.points = 100, .alarm = 600, .major = 3, .repeated = true}, 2, 4}, /* two steps at most */
		{{.points = 100, .alarm = 600, .major = 3}, 4, 5},
		{{.points = 900, .alarm = 600, .repeated = true}, 5, 5},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_assert_int_eq(risk_propose(rows[i].from, &rows[i].x), rows[i].expected);
}
END_TEST

Suite *risk_suite(void);
Suite *
risk_suite(void)
{
	Suite *s = suite_create("risk");
	TCase *t = tcase_create("risk");
	tcase_add_test(t, bands_follow_the_product);
	tcase_add_test(t, weak_results_propose_a_higher_likelihood);
	suite_add_tcase(s, t);
	return s;
}
