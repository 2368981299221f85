#include <check.h>
#include <string.h>

#include "domain/score/suppress.h"

enum { ROWS_MOST = 4 };

struct body { /* one column of answers of yes or no, some of them 該当なし */
	size_t rows;
	int64_t people[ROWS_MOST];
	struct rate rates[ROWS_MOST];
	bool hidden[ROWS_MOST], total_hidden;
};

static void
body_suppress(struct body *b, int k)
{
	memset(b->hidden, 0, sizeof b->hidden);
	struct suppression s = {b->rows, 1, b->people, b->rates, b->hidden, &b->total_hidden};
	suppress(&s, k);
}

/* How many numerators each hidden row can have, given every shown row, the total
 * unless it is hidden, and even every denominator: all assignments are tried. */
static void
assignments(const struct body *b, size_t row, int64_t left, int64_t given[], bool seen[][8])
{
	if (row == b->rows) {
		if (left == 0 || b->total_hidden)
			for (size_t i = 0; i < b->rows; i++)
				seen[i][given[i]] = true;
		return;
	}
	int64_t least = b->hidden[row] ? 0 : b->rates[row].numerator;
	int64_t most = b->hidden[row] ? b->rates[row].denominator : b->rates[row].numerator;
	for (given[row] = least; given[row] <= most; given[row]++)
		assignments(b, row + 1, left - given[row], given, seen);
	given[row] = least;
}

/* Plain conditions: a hundred thousand bodies pass here and Check notes every assertion. */
static void
body_tells_nothing(struct body *b, int k)
{
	body_suppress(b, k);
	int64_t total = 0, given[ROWS_MOST];
	bool seen[ROWS_MOST][8] = {{false}}, small = false;
	for (size_t i = 0; i < b->rows; i++) {
		total += b->rates[i].numerator;
		small |= b->people[i] > 0 && b->people[i] < k;
	}
	assignments(b, 0, total, given, seen);
	if (!small && b->total_hidden)
		ck_abort_msg("the total is hidden without need");
	for (size_t i = 0; i < b->rows; i++) {
		int values = 0;
		for (int v = 0; v < 8; v++)
			values += seen[i][v];
		if (b->hidden[i] && b->rates[i].denominator > 0 && values < 2)
			ck_abort_msg("row %zu of %zu is told: %d of %d, k %d", i, b->rows,
				(int)b->rates[i].numerator, (int)b->rates[i].denominator, k);
		if (!b->hidden[i] && b->people[i] > 0 && b->people[i] < k)
			ck_abort_msg("a small row is shown");
		if (b->hidden[i] && (!small || b->people[i] == 0))
			ck_abort_msg("a row is hidden without need");
	}
}

/* Every body of so many rows: people up to most, denominators up to people,
 * numerators up to denominators; rows in any order are one body. */
static size_t
bodies_try(struct body *b, size_t row, int most, int k, int from)
{
	if (row == b->rows) {
		body_tells_nothing(b, k);
		return 1;
	}
	size_t tried = 0;
	int index = 0;
	for (int people = 0; people <= most; people++)
		for (int below = 0; below <= people; below++)
			for (int yes = 0; yes <= below; yes++, index++) {
				if (index < from)
					continue;
				b->people[row] = people;
				b->rates[row] = (struct rate){.numerator = yes, .denominator = below};
				tried += bodies_try(b, row + 1, most, k, index);
			}
	return tried;
}

START_TEST(no_hidden_figure_of_any_small_body_can_be_computed)
{
	/* states of a row with up to m people: Σ (r + 1)(r + 2)/2, so 35 for 4 and 84 for 6;
	 * bodies of n rows: that many choose n with repetition. */
	struct body b = {.rows = 2};
	ck_assert_uint_eq(bodies_try(&b, 0, 6, 5, 0), 84 * 85 / 2);
	b.rows = 3;
	ck_assert_uint_eq(bodies_try(&b, 0, 6, 5, 0), 84 * 85 * 86 / 6);
	ck_assert_uint_eq(bodies_try(&b, 0, 6, 3, 0), 84 * 85 * 86 / 6);
	b.rows = 4;
	ck_assert_uint_eq(bodies_try(&b, 0, 4, 3, 0), 35 * 36 * 37 * 38 / 24);
}
END_TEST

static void
hides(struct body b, int k, const char *expected)
{
	body_suppress(&b, k);
	char got[ROWS_MOST + 2] = "";
	for (size_t i = 0; i < b.rows; i++)
		got[i] = b.hidden[i] ? 'x' : '.';
	got[b.rows] = b.total_hidden ? 'T' : '\0';
	ck_assert_str_eq(got, expected);
}

#define RATE(n, d)                                                                                           \
	{                                                                                                    \
		.numerator = (n), .denominator = (d)                                                         \
	}

START_TEST(large_departments_hide_nothing)
{
	/* not even when all or none of them did it */
	hides((struct body){.rows = 3, .people = {5, 9, 40}, .rates = {RATE(5, 5), RATE(0, 9), RATE(20, 40)}},
		5, "...");
	hides((struct body){.rows = 2, .people = {5, 5}, .rates = {RATE(5, 5), RATE(5, 5)}}, 5, "..");
	hides((struct body){.rows = 2, .people = {1, 1}, .rates = {RATE(1, 1), RATE(0, 1)}}, 1, "..");
}
END_TEST

START_TEST(a_single_small_department_takes_the_next_smallest_along)
{
	hides((struct body){.rows = 4,
		      .people = {12, 1, 7, 9},
		      .rates = {RATE(6, 12), RATE(1, 1), RATE(3, 7), RATE(5, 9)}},
		5, ".xx.");
	/* two small ones that are five together are enough … */
	hides((struct body){.rows = 3, .people = {12, 2, 3}, .rates = {RATE(6, 12), RATE(1, 2), RATE(1, 3)}},
		5, ".xx");
	/* … and four together are not */
	hides((struct body){.rows = 4,
		      .people = {12, 2, 2, 8},
		      .rates = {RATE(6, 12), RATE(1, 2), RATE(1, 2), RATE(4, 8)}},
		5, ".xxx");
}
END_TEST

START_TEST(all_or_nothing_takes_further_departments_along)
{
	/* 2 of 2 and 3 of 3 are 5 of 5: the next, 9 of 9, does not help, the one after does */
	hides((struct body){.rows = 4,
		      .people = {12, 2, 3, 9},
		      .rates = {RATE(6, 12), RATE(2, 2), RATE(3, 3), RATE(9, 9)}},
		5, "xxxx");
	hides((struct body){.rows = 4,
		      .people = {12, 2, 3, 9},
		      .rates = {RATE(6, 12), RATE(0, 2), RATE(0, 3), RATE(4, 9)}},
		5, ".xxx");
}
END_TEST

START_TEST(when_all_said_the_same_the_total_goes_and_large_departments_stay)
{
	hides((struct body){.rows = 3, .people = {12, 2, 3}, .rates = {RATE(12, 12), RATE(2, 2), RATE(3, 3)}},
		5, ".xxT");
	/* nobody else has a value: one department alone is the total */
	hides((struct body){.rows = 2, .people = {12, 2}, .rates = {RATE(0, 0), RATE(1, 2)}}, 5, ".xT");
}
END_TEST

START_TEST(a_department_of_nothing_but_na_protects_nobody)
{
	/* The row of 3 has no value, so the row of 2 would be the difference: the row of 8 goes too. */
	hides((struct body){.rows = 4,
		      .people = {12, 2, 3, 8},
		      .rates = {RATE(6, 12), RATE(1, 2), RATE(0, 0), RATE(4, 8)}},
		5, ".xxx");
}
END_TEST

START_TEST(departments_without_respondents_are_not_withheld)
{
	hides((struct body){.rows = 3, .people = {0, 6, 7}, .rates = {RATE(0, 0), RATE(2, 6), RATE(3, 7)}}, 5,
		"...");
}
END_TEST

Suite *suppress_suite(void);
Suite *
suppress_suite(void)
{
	Suite *s = suite_create("suppress");
	TCase *t = tcase_create("suppress");
	tcase_set_timeout(t, 60);
	tcase_add_test(t, no_hidden_figure_of_any_small_body_can_be_computed);
	tcase_add_test(t, large_departments_hide_nothing);
	tcase_add_test(t, a_single_small_department_takes_the_next_smallest_along);
	tcase_add_test(t, all_or_nothing_takes_further_departments_along);
	tcase_add_test(t, when_all_said_the_same_the_total_goes_and_large_departments_stay);
	tcase_add_test(t, a_department_of_nothing_but_na_protects_nobody);
	tcase_add_test(t, departments_without_respondents_are_not_withheld);
	suite_add_tcase(s, t);
	return s;
}
