#include "domain/questionnaire/item_review.h"

#include <check.h>

static const struct review_bounds bounds = {
	.percent = {[REVIEW_NA] = 20,
		[REVIEW_UNKNOWN] = 10,
		[REVIEW_COMMENTS] = 5,
		[REVIEW_CONTRADICTED] = 5,
		[REVIEW_SAME] = 98},
	.least = 10,
};

enum {
	NA = 1U << REVIEW_NA,
	UNKNOWN = 1U << REVIEW_UNKNOWN,
	COMMENTS = 1U << REVIEW_COMMENTS,
	CONTRADICTED = 1U << REVIEW_CONTRADICTED,
	SAME = 1U << REVIEW_SAME
};

/* ○, ×, 該当なし and 分からない of one question, with so many comments. */
static struct item_record
record(int64_t yes, int64_t no, int64_t na, int64_t unknown, int64_t comments)
{
	struct tally t = {.slots = {yes, 0, no}, .na = na, .unknown = unknown};
	return item_record_of(&t, comments, tally_answered(&t));
}

static unsigned
alone(struct item_record now)
{
	return item_reasons(&bounds, &now, NULL);
}

START_TEST(each_rate_has_its_own_denominator)
{
	struct item_record r = record(60, 10, 20, 10, 5);
	ck_assert_int_eq(r.answered, 100);
	ck_assert_int_eq(rate_tenths(r.na), 200);      /* 20 of 100 */
	ck_assert_int_eq(rate_tenths(r.unknown), 125); /* 10 of 80 whom it concerns */
	ck_assert_int_eq(rate_tenths(r.comments), 50); /* 5 of 100 */
	ck_assert_int_eq(rate_tenths(r.same), 750);    /* 60 of 80 */
	struct item_record none = record(0, 0, 0, 0, 0);
	ck_assert_int_eq(rate_tenths(none.na), RATE_NONE);
	ck_assert_int_eq(rate_tenths(none.same), RATE_NONE);
}
END_TEST

START_TEST(a_bound_is_exceeded_when_the_rate_lies_above_it)
{
	ck_assert_uint_eq(alone(record(70, 10, 20, 0, 0)), 0); /* 20.0 % is not over 20 % */
	ck_assert_uint_eq(alone(record(69, 10, 21, 0, 0)), NA);
	ck_assert_uint_eq(alone(record(80, 10, 0, 10, 0)), 0); /* 10.0 % */
	ck_assert_uint_eq(alone(record(79, 10, 0, 11, 0)), UNKNOWN);
	ck_assert_uint_eq(alone(record(50, 50, 0, 0, 5)), 0);
	ck_assert_uint_eq(alone(record(50, 50, 0, 0, 6)), COMMENTS);
	ck_assert_uint_eq(alone(record(30, 20, 30, 20, 9)), NA | UNKNOWN | COMMENTS);
}
END_TEST

START_TEST(the_same_answer_must_be_the_same_for_two_years)
{
	struct item_record all = record(98, 2, 0, 0, 0), most = record(97, 3, 0, 0, 0),
			   never = record(0, 100, 0, 0, 0);
	ck_assert_uint_eq(alone(all), 0); /* one year: the measure may just have taken hold */
	ck_assert_uint_eq(item_reasons(&bounds, &all, &all), SAME);
	ck_assert_uint_eq(item_reasons(&bounds, &all, &never), SAME); /* it told no two people apart */
	ck_assert_uint_eq(item_reasons(&bounds, &all, &most), 0);
	ck_assert_uint_eq(item_reasons(&bounds, &most, &all), 0);
}
END_TEST

START_TEST(few_answers_are_chance)
{
	ck_assert_uint_eq(alone(record(0, 0, 9, 0, 9)), 0);
	ck_assert_uint_eq(alone(record(0, 0, 10, 0, 0)), NA);
	ck_assert_uint_eq(alone(record(0, 0, 11, 9, 0)), NA); /* nine whom it concerns */
}
END_TEST

START_TEST(a_pair_is_judged_like_a_question)
{
	struct rate r = {.numerator = 5, .denominator = 100};
	ck_assert(!review_exceeds(&bounds, REVIEW_CONTRADICTED, &r));
	r.numerator = 6;
	ck_assert(review_exceeds(&bounds, REVIEW_CONTRADICTED, &r));
	r = (struct rate){.numerator = 9, .denominator = 9};
	ck_assert(!review_exceeds(&bounds, REVIEW_CONTRADICTED, &r));
}
END_TEST

START_TEST(reasons_say_what_to_do)
{
	ck_assert(reasons_reword(UNKNOWN) && reasons_reword(COMMENTS) && reasons_reword(CONTRADICTED));
	ck_assert(!reasons_retire(UNKNOWN | COMMENTS | CONTRADICTED));
	ck_assert(reasons_retire(NA) && reasons_retire(SAME));
	ck_assert(!reasons_reword(NA | SAME));
	ck_assert(!reasons_reword(0) && !reasons_retire(0));
}
END_TEST

Suite *item_review_suite(void);
Suite *
item_review_suite(void)
{
	Suite *s = suite_create("item_review");
	TCase *t = tcase_create("item_review");
	tcase_add_test(t, each_rate_has_its_own_denominator);
	tcase_add_test(t, a_bound_is_exceeded_when_the_rate_lies_above_it);
	tcase_add_test(t, the_same_answer_must_be_the_same_for_two_years);
	tcase_add_test(t, few_answers_are_chance);
	tcase_add_test(t, a_pair_is_judged_like_a_question);
	tcase_add_test(t, reasons_say_what_to_do);
	suite_add_tcase(s, t);
	return s;
}
