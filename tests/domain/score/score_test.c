/* Every expected value was worked out on paper; the sum stands beside it. */
#include <check.h>
#include <string.h>

#include "domain/score/score.h"

#define SCORED(code, points_, done_, partly_, slot_)                                                         \
	{                                                                                                    \
		code, code, code, CHOICE_SCORED, points_, done_, partly_, false, slot_                       \
	}
#define NA                                                                                                   \
	{                                                                                                    \
		"na", "na", "-", CHOICE_NA, 0, false, false, true, -1                                        \
	}
#define UNKNOWN                                                                                              \
	{                                                                                                    \
		"unknown", "unknown", "?", CHOICE_UNKNOWN, 0, false, false, false, -1                        \
	}

static struct choice q4[] = {SCORED("yes", 100, true, false, 0), SCORED("partly", 50, false, true, 1),
	SCORED("no", 0, false, false, 2), NA, UNKNOWN};
static struct choice fq[] = {SCORED("always", 100, true, false, 0), SCORED("mostly", 75, false, true, 1),
	SCORED("sometimes", 25, false, true, 2), SCORED("never", 0, false, false, 3)};
static struct choice m5[] = {SCORED("m1", 0, false, false, 0), SCORED("m2", 25, false, true, 1),
	SCORED("m3", 50, false, true, 2), SCORED("m4", 75, true, false, 3),
	SCORED("m5", 100, true, false, 4)};
static struct choice kq[] = {SCORED("k1", 0, false, false, 0), SCORED("k2", 100, true, false, 1),
	SCORED("k3", 0, false, false, 2)};

static const struct scale scale_q4 = {.key = "Q4", .choices = q4, .count = 5};
static const struct scale scale_fq = {.key = "FQ", .choices = fq, .count = 4};
static const struct scale scale_m5 = {.key = "M5", .choices = m5, .count = 5};
static const struct scale scale_kq = {.key = "KQ", .knowledge = true};
static const struct scale scale_text = {.key = "TXT", .text = true};

#define ITEM(s, c, w)                                                                                        \
	{                                                                                                    \
		.id = "X1", .scale = &(s), .choices = (c), .choice_count = sizeof(c) / sizeof *(c),          \
		.weight = (w)                                                                                \
	}
static const struct item of_q4 = ITEM(scale_q4, q4, 1), of_q4_heavy = ITEM(scale_q4, q4, 3),
			 of_fq = ITEM(scale_fq, fq, 2), of_m5 = ITEM(scale_m5, m5, 1),
			 of_kq = ITEM(scale_kq, kq, 3),
			 of_text = {.id = "T1", .scale = &scale_text, .weight = 1};

static struct score
score_of(const struct item *i, struct tally t)
{
	struct score s;
	score_zero(&s);
	score_item(&s, i, &t);
	return s;
}

static void
rate_is(struct rate r, int64_t numerator, int64_t denominator)
{
	ck_assert_int_eq(r.numerator, numerator);
	ck_assert_int_eq(r.denominator, denominator);
}

START_TEST(one_item_of_four_choices)
{
	/* ○ 5, △ 2, × 1, 該当なし 3, 分からない 2: 13 answered, 10 below the line.
	 * 実施率 5/10; with △ 7/10; points 5×100 + 2×50 = 600 of 10×100. */
	struct score s = score_of(&of_q4, (struct tally){{5, 2, 1}, 3, 2, {0}});
	rate_is(s.done, 5, 10);
	rate_is(s.done_or_partly, 7, 10);
	rate_is(s.points, 600, 1000);
	ck_assert_int_eq(rate_tenths(s.done), 500);
	ck_assert_int_eq(rate_tenths(s.done_or_partly), 700);
	ck_assert_int_eq(rate_tenths(s.points), 600);
	ck_assert_int_eq(s.done.na, 3);
	ck_assert_int_eq(s.done.unknown, 2);
	rate_is(s.knowledge, 0, 0);
}
END_TEST

START_TEST(not_knowing_stays_below_the_line_and_is_worth_nothing)
{
	/* ○ 1, 分からない 2: 1/3 = 33.33… → 33.3; points 100/300. */
	struct score s = score_of(&of_q4, (struct tally){{1}, 0, 2, {0}});
	ck_assert_int_eq(rate_tenths(s.done), 333);
	ck_assert_int_eq(rate_tenths(s.points), 333);
	/* Nobody knows: 0 of 2 is 0.0 %, not 「－」. */
	ck_assert_int_eq(rate_tenths(score_of(&of_q4, (struct tally){{0}, 0, 2, {0}}).done), 0);
}
END_TEST

START_TEST(viewpoint_01_nothing_below_the_line_has_no_value)
{
	struct score s = score_of(&of_q4, (struct tally){{0}, 4, 0, {0}});
	ck_assert_int_eq(rate_tenths(s.done), RATE_NONE);
	ck_assert_int_eq(rate_tenths(s.points), RATE_NONE);
	ck_assert_int_eq(s.done.na, 4);
	ck_assert_int_eq(grade_of(RATE_NONE, false, &(struct grading){{900, 750, 600}}), 0);
}
END_TEST

START_TEST(frequency_counts_always_only)
{
	/* いつも 3, ほとんど 2, ときどき 1, しない 1, weight 2:
	 * 実施 3/7 = 42.857 → 42.9; points 2×(300 + 150 + 25) = 950 of 2×700 = 1400: 67.857 → 67.9. */
	struct score s = score_of(&of_fq, (struct tally){{3, 2, 1, 1}, 0, 0, {0}});
	rate_is(s.done, 3, 7);
	rate_is(s.done_or_partly, 6, 7);
	rate_is(s.points, 950, 1400);
	ck_assert_int_eq(rate_tenths(s.done), 429);
	ck_assert_int_eq(rate_tenths(s.points), 679);
}
END_TEST

START_TEST(maturity_counts_from_the_fourth_step)
{
	/* one of each: 実施 2/5; points 0 + 25 + 50 + 75 + 100 = 250 of 500. */
	struct score s = score_of(&of_m5, (struct tally){{1, 1, 1, 1, 1}, 0, 0, {0}});
	rate_is(s.done, 2, 5);
	rate_is(s.points, 250, 500);
}
END_TEST

START_TEST(weights_count_in_the_score_but_not_in_what_is_done)
{
	/* weight 1: ○ 1 × 1; weight 3: ○ 3 × 1.
	 * 実施 (1 + 3)/(2 + 4) = 4/6 → 66.7; points 100 + 3×300 = 1000 of 200 + 1200 = 1400 → 71.43 → 71.4.
	 */
	struct score s = score_of(&of_q4, (struct tally){{1, 0, 1}, 0, 0, {0}});
	struct score heavy = score_of(&of_q4_heavy, (struct tally){{3, 0, 1}, 0, 0, {0}});
	score_add(&s, &heavy);
	rate_is(s.done, 4, 6);
	rate_is(s.points, 1000, 1400);
	ck_assert_int_eq(rate_tenths(s.done), 667);
	ck_assert_int_eq(rate_tenths(s.points), 714);
}
END_TEST

START_TEST(answers_are_pooled_and_persons_not_averaged)
{
	/* One person: ○ to item 1, 該当なし to item 2: alone 100 %.
	 * Another: × and ×: alone 0 %. The mean of persons would be 50 %; pooled it is 1 of 3. */
	struct tally item1 = {0}, item2 = {0};
	tally_answer(&item1, &(struct answer){.choice = &q4[0]}, 1);
	tally_answer(&item2, &(struct answer){.choice = &q4[3]}, 1);
	tally_answer(&item1, &(struct answer){.choice = &q4[2]}, 1);
	tally_answer(&item2, &(struct answer){.choice = &q4[2]}, 1);
	struct score s = score_of(&of_q4, item1), second = score_of(&of_q4, item2);
	score_add(&s, &second);
	rate_is(s.done, 1, 3);
	ck_assert_int_eq(rate_tenths(s.done), 333);
}
END_TEST

START_TEST(knowledge_stands_apart_and_free_text_nowhere)
{
	/* right 4 of 6, weight 3: 理解度 4/6 without the weight; the others untouched. */
	struct score s = score_of(&of_kq, (struct tally){{1, 4, 1}, 0, 0, {0}});
	rate_is(s.knowledge, 4, 6);
	rate_is(s.done, 0, 0);
	rate_is(s.points, 0, 0);
	s = score_of(&of_text, (struct tally){{0}, 0, 0, {0}});
	rate_is(s.done, 0, 0);
	rate_is(s.knowledge, 0, 0);
}
END_TEST

START_TEST(halves_go_up)
{
	static const struct {
		int64_t numerator, denominator;
		int tenths;
	} cases[] = {
		{1, 8, 125},       /* 12.5 exactly */
		{1, 16, 63},       /* 6.25 → 6.3; half to even would say 6.2 */
		{3, 16, 188},      /* 18.75 → 18.8 */
		{1569, 2000, 785}, /* 78.45 → 78.5; half to even would say 78.4 */
		{7844, 10000, 784},
		{78449, 100000, 784},
		{1, 3, 333},
		{2, 3, 667},
		{0, 5, 0},
		{5, 5, 1000},
		{1999, 2000, 1000}, /* 99.95 */
		{9994, 10000, 999},
		{-1, 16, -63}, /* a loss is as large as the gain the other way round */
		{-1, 3, -333},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_int_eq(tenths_of(cases[i].numerator, cases[i].denominator), cases[i].tenths);
	/* A million people with sixty heavy items: nothing overflows. */
	int64_t all = INT64_C(1000000) * 60 * 300;
	ck_assert_int_eq(tenths_of(all - all / 4, all), 750);
}
END_TEST

START_TEST(what_is_taken_back_is_gone)
{
	struct tally t = {0}, none = {0};
	for (size_t i = 0; i < 5; i++)
		tally_answer(&t, &(struct answer){.choice = &q4[i]}, 1);
	tally_answer(&t, &(struct answer){.choice = NULL}, 1);
	ck_assert_int_eq(tally_answered(&t), 5);
	struct tally twice = t;
	tally_add(&twice, &t);
	ck_assert_int_eq(tally_answered(&twice), 10);
	for (size_t i = 0; i < 5; i++)
		tally_answer(&t, &(struct answer){.choice = &q4[i]}, -1);
	ck_assert(tally_empty(&t));
	ck_assert(memcmp(&t, &none, sizeof t) == 0);
	tally_answer(&t, &(struct answer){.choice = &q4[3]}, 1);
	tally_answer(&t, &(struct answer){.choice = &q4[4]}, -1);
	ck_assert(!tally_empty(&t)); /* though they add up to nothing */
}
END_TEST

START_TEST(grades_begin_at_their_bounds_and_one_serious_lack_caps_them)
{
	const struct grading g = {{900, 750, 600}};
	ck_assert_int_eq(grade_of(1000, false, &g), 'A');
	ck_assert_int_eq(grade_of(900, false, &g), 'A');
	ck_assert_int_eq(grade_of(899, false, &g), 'B');
	ck_assert_int_eq(grade_of(750, false, &g), 'B');
	ck_assert_int_eq(grade_of(749, false, &g), 'C');
	ck_assert_int_eq(grade_of(600, false, &g), 'C');
	ck_assert_int_eq(grade_of(599, false, &g), 'D');
	ck_assert_int_eq(grade_of(0, false, &g), 'D');
	ck_assert_int_eq(grade_of(1000, true, &g), 'B');
	ck_assert_int_eq(grade_of(760, true, &g), 'B');
	ck_assert_int_eq(grade_of(599, true, &g), 'D');
}
END_TEST

Suite *score_suite(void);
Suite *
score_suite(void)
{
	Suite *s = suite_create("score");
	TCase *t = tcase_create("score");
	tcase_add_test(t, one_item_of_four_choices);
	tcase_add_test(t, not_knowing_stays_below_the_line_and_is_worth_nothing);
	tcase_add_test(t, viewpoint_01_nothing_below_the_line_has_no_value);
	tcase_add_test(t, frequency_counts_always_only);
	tcase_add_test(t, maturity_counts_from_the_fourth_step);
	tcase_add_test(t, weights_count_in_the_score_but_not_in_what_is_done);
	tcase_add_test(t, answers_are_pooled_and_persons_not_averaged);
	tcase_add_test(t, knowledge_stands_apart_and_free_text_nowhere);
	tcase_add_test(t, halves_go_up);
	tcase_add_test(t, what_is_taken_back_is_gone);
	tcase_add_test(t, grades_begin_at_their_bounds_and_one_serious_lack_caps_them);
	suite_add_tcase(s, t);
	return s;
}
