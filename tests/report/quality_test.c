/* What the quality of answers is told of, and what is withheld. */
#include "report/reviewed.h"

/* ---- what is withheld ---------------------------------------------------------------------- */

START_TEST(sums_are_of_the_departments_that_are_shown)
{
	review_submit_all(&review, LARGE, PLAIN);
	review_submit(&review, "people", 11, AGAINST);
	review_submit(&review, "people", 12, AGAINST);
	review_submit_all(&review, FIVE, REMARKED);
	review_submit(&review, "people", 21, AGAINST);
	submit_small();
	finish();
	struct quality q = look("people");
	ck_assert_uint_eq(q.row_count, 4);
	is(&q.rows[0].of[SIGNAL_CONTRADICTED], 2, 6);
	is(&q.rows[1].of[SIGNAL_CONTRADICTED], 1, 5);
	for (size_t row = 2; row < 4; row++) {
		ck_assert(q.rows[row].withheld);
		ck_assert_int_eq(q.rows[row].counted, 0);
		for (int i = 0; i < SIGNALS; i++)
			hidden(&q.rows[row].of[i]);
	}
	is(&q.body.of[SIGNAL_CONTRADICTED], 3, 11); /* 2 of 6 and 1 of 5, and nobody else */
	ck_assert_int_eq(q.body.counted, 11);
	ck_assert(q.leaves_out);
	ck_assert_uint_eq(q.pair_count, 1);
	is(&q.pairs[0].figure, 3, 11);
	ck_assert_uint_eq(q.item_count, 3); /* P4 is free text */
	ck_assert_int_eq(q.items[0].now.answered, 11);
	ck_assert_int_eq(q.items[0].now.comments.numerator, 4);
	ck_assert_int_eq(q.items[0].now.comments.denominator, 11);
	ck_assert_int_eq(q.items[1].now.comments.numerator, 0); /* its reasons were asked for */
	is(&q.body.of[SIGNAL_STRAIGHT], 0, 0);                  /* three questions say nothing of it */
}
END_TEST

/* The others know their own and see all that is shown: it must be the same whatever these four said. */
static const char *
seen_with_four(const char *document)
{
	review_submit_all(&review, LARGE, PLAIN);
	review_submit(&review, "people", 11, AGAINST);
	for (int i = 1; i <= 4; i++)
		review_submit(&review, "people", 20 + i, i == 1 ? PLAIN : document);
	review_submit_all(&review, THREE, AGAINST);
	review_submit_all(&review, TWO, PLAIN);
	finish();
	ck_assert(look("people").rows[1].withheld);
	return everything();
}

START_TEST(a_department_of_four_cannot_be_told_from_anything_else)
{
	const char *one = seen_with_four(AGAINST);
	ck_assert_ptr_nonnull(strstr(one, "\"第2課\",\"※\",\"※\",\"※\",\"※\""));
	struct arena *kept = arena_create();
	char *before = arena_strdup(kept, one);
	review_teardown(&review);
	setup();
	ck_assert_str_eq(seen_with_four(MIRRORED), before);
	arena_destroy(kept);
}
END_TEST

START_TEST(a_signal_that_too_few_could_show_is_withheld_alone)
{
	review_submit_all(&review, LARGE, PLAIN);
	review_submit_all(&review, FIVE, PLAIN);
	script("UPDATE sheet SET seconds = 1 WHERE set_key = 'people' AND person_id IN (11, 12, 13, 14);"
	       "UPDATE sheet SET seconds = 900 WHERE set_key = 'people' AND person_id > 20 AND person_id < "
	       "26");
	finish();
	struct quality q = look("people");
	hidden(&q.rows[0].of[SIGNAL_FAST]); /* four of six: the others handed in paper */
	is(&q.rows[0].of[SIGNAL_CONTRADICTED], 0, 6);
	is(&q.rows[1].of[SIGNAL_FAST], 0, 5);
	is(&q.body.of[SIGNAL_FAST], 0, 5); /* the four are not in it */
	is(&q.body.of[SIGNAL_CONTRADICTED], 0, 11);
	ck_assert(q.leaves_out);
}
END_TEST

START_TEST(when_everyone_is_withheld_so_are_the_sums)
{
	review_submit_all(&review, THREE, AGAINST);
	finish();
	struct quality q = look("people");
	hidden(&q.body.of[SIGNAL_CONTRADICTED]);
	hidden(&q.pairs[0].figure);
	ck_assert(q.items[0].hidden);
	ck_assert_int_eq(q.items[0].now.answered, 0);
	ck_assert_uint_eq(q.candidate_count, 0);
}
END_TEST

START_TEST(nobody_who_answered_is_nothing_to_withhold)
{
	finish();
	struct quality q = look("people");
	is(&q.body.of[SIGNAL_CONTRADICTED], 0, 0);
	ck_assert(!q.leaves_out);
	ck_assert_str_eq(quality_percent(review.arena, &q.body.of[SIGNAL_CONTRADICTED]), "－");
}
END_TEST

/* ---- two looks ---------------------------------------------------------------------------------- */

START_TEST(one_answer_between_two_looks_changes_nothing)
{
	review_submit_all(&review, LARGE, PLAIN);
	for (int i = 1; i <= 3; i++)
		review_submit(&review, "people", 20 + i, AGAINST);
	script("UPDATE sheet SET seconds = 1 WHERE set_key = 'people'");
	struct quality q = look("people");
	is(&q.rows[0].of[SIGNAL_CONTRADICTED], 0, 6);
	ck_assert(q.rows[1].withheld);      /* they wait */
	hidden(&q.rows[0].of[SIGNAL_FAST]); /* who answered on paper is known */
	hidden(&q.body.of[SIGNAL_FAST]);
	const char *before = everything();
	review_submit(&review, "people", 11, AGAINST);
	ck_assert_str_eq(everything(), before);
	review_submit(&review, "people", 24, PLAIN);
	ck_assert_str_eq(everything(), before);
	for (int i = 2; i <= 5; i++)
		review_submit(&review, "people", 10 + i, REMARKED);
	q = look("people");
	is(&q.rows[0].of[SIGNAL_CONTRADICTED], 1, 6); /* five have changed */
	ck_assert_int_eq(q.items[0].now.comments.numerator, 4);
}
END_TEST

START_TEST(times_are_told_once_it_is_final)
{
	review_submit_all(&review, LARGE, PLAIN);
	script("UPDATE sheet SET seconds = 1 WHERE set_key = 'people'");
	finish();
	struct quality q = look("people");
	is(&q.rows[0].of[SIGNAL_FAST], 6, 6); /* 3 × 10 characters and 10 more at 25 a second: 2 seconds */
}
END_TEST

/* ---- what is answered for an office --------------------------------------------------------------- */

#define OFFICE "{\"O1\":{\"c\":\"yes\",\"r\":\"一言\"}}"

START_TEST(a_duty_set_waits_for_its_end_and_for_enough_people)
{
	script("UPDATE cycle SET k = 3");
	review_look(&review);
	review_submit(&review, "office", 11, OFFICE);
	review_submit(&review, "office", 21, OFFICE);
	review_submit(&review, "office", 31, OFFICE);
	struct quality q = look("office");
	ck_assert_uint_eq(q.row_count, 0); /* one manager a department */
	ck_assert(q.items[0].hidden);
	finish();
	q = look("office");
	ck_assert_int_eq(q.body.counted, 3);
	ck_assert_int_eq(q.items[0].now.answered, 3);
	ck_assert_int_eq(q.items[0].now.comments.numerator, 3);
	script("UPDATE sheet SET person_id = 11 WHERE set_key = 'office' AND person_id = 21");
	q = look("office");
	ck_assert(q.items[0].hidden); /* two people, whatever the number of sheets */
	hidden(&q.body.of[SIGNAL_FAST]);
}
END_TEST

Suite *quality_suite(void);
Suite *
quality_suite(void)
{
	Suite *s = suite_create("quality");
	TCase *t = tcase_create("quality");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, sums_are_of_the_departments_that_are_shown);
	tcase_add_test(t, a_department_of_four_cannot_be_told_from_anything_else);
	tcase_add_test(t, a_signal_that_too_few_could_show_is_withheld_alone);
	tcase_add_test(t, when_everyone_is_withheld_so_are_the_sums);
	tcase_add_test(t, nobody_who_answered_is_nothing_to_withhold);
	tcase_add_test(t, one_answer_between_two_looks_changes_nothing);
	tcase_add_test(t, times_are_told_once_it_is_final);
	tcase_add_test(t, a_duty_set_waits_for_its_end_and_for_enough_people);
	suite_add_tcase(s, t);
	return s;
}
