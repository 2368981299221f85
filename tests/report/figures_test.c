/* Figures of departments and of the body, and what is withheld of them. */
#include "report/figured.h"

START_TEST(a_department_has_its_pooled_figures)
{
	const struct figures *f = gather("staff", "P");
	const struct department_figures *p = f->subject;
	ck_assert_str_eq(p->key, "P");
	/* S101: yes 4, partly 1, no 1. S102: yes 3, na 3. S103: always 2, mostly 2, sometimes 1, never 1.
	 * done 4 + 3 + 2 of 6 + 3 + 6; with partly 5 + 3 + 5;
	 * points 2×450 + 1×300 + 3×(200 + 150 + 25) = 900 + 300 + 1125 of 1200 + 300 + 1800. */
	is(&p->done, 9, 15, 600);
	is(&p->done_or_partly, 13, 15, 867);
	is(&p->points, 2325, 3300, 705);
	is(&p->knowledge, 5, 6, 833);
	ck_assert_int_eq(p->done.rate.na, 3);
	is(&p->measures[measure(f, "6(1)")], 1200, 1500, 800);
	is(&p->measures_done[measure(f, "6(1)")], 7, 9, 778);
	is(&p->measures[measure(f, "6(2)")], 1125, 1800, 625); /* knowledge is not in it */
	is(&p->items[0], 4, 6, 667);
	is(&p->items[3], 5, 6, 833);
	ck_assert_str_eq(shown_of(&p->measures[measure(f, "6(3)")]).mark, "－");
}
END_TEST

START_TEST(who_has_not_answered_is_counted_beside)
{
	close_now();
	const struct figures *f = gather("staff", "Q");
	ck_assert_int_eq(f->subject->progress.asked, 7);
	ck_assert_int_eq(f->subject->progress.submitted, 6);
	is(&f->subject->done, 6, 18, 333);
	ck_assert_int_eq(f->subject->done.rate.unanswered, 3); /* one person, three questions */
	ck_assert_int_eq(f->subject->items[0].rate.unanswered, 1);
	is(&f->subject->knowledge, 0, 6, 0);
}
END_TEST

START_TEST(small_departments_are_withheld_whole)
{
	close_now();
	const struct figures *f = gather("staff", "R");
	ck_assert_uint_eq(f->withheld_count, 2); /* R of one and T of four: five together */
	ck_assert(f->subject->hidden && f->subject->done.hidden && f->subject->points.hidden);
	ck_assert_str_eq(shown_of(&f->subject->done).mark, "※");
	for (size_t i = 0; i < f->set->count; i++) {
		ck_assert(f->subject->items[i].hidden);
		ck_assert(tally_empty(&f->subject->tallies[i]));
		ck_assert_int_eq(f->subject->items[i].rate.denominator, 0);
	}
	for (size_t m = 0; m < f->measure_count; m++)
		ck_assert(f->subject->measures[m].hidden && f->subject->measures_done[m].hidden);
	ck_assert_int_eq(f->subject->progress.submitted, 1); /* who answered is no secret */
	const struct department_figures *u = &f->departments[f->department_count - 1];
	ck_assert_str_eq(u->key, "U");
	ck_assert(!u->asked && !u->hidden);
	ck_assert_str_eq(shown_of(&u->done).mark, "－");
}
END_TEST

/* R has one person: who looks before and after it submits must see no difference. */
START_TEST(while_a_cycle_is_open_the_body_leaves_the_withheld_out)
{
	const struct figures *f = gather("staff", NULL);
	/* P alone: all of it has submitted, while one of Q is still to come. */
	is(&f->body.done, 9, 15, 600);
	is(&f->body.points, 2325, 3300, 705);
	is(&f->body.knowledge, 5, 6, 833);
	is(&f->years[1].points, 2325, 3300, 705);
	ck_assert_int_eq(f->body.counted, 6);
	ck_assert_str_eq(shown_of(&f->departments[1].done).mark, "※");
	struct explanation x;
	ck_assert(explain(f, arena, 0, EXPLAIN_DONE, NULL, NULL, &x, &e));
	is(&x.figure, 9, 15, 600);
	ck_assert_uint_eq(x.left_out, 3);
	ck_assert_uint_eq(x.items_leave_out, 0);
	ck_assert_int_eq(f->body.progress.submitted, 17); /* who has answered is no secret */
	department_answer(&now, "staff", "R", 0, 1, (const char *[]){"yes", "no", "mostly", "k2"}, 4);
	f = gather("staff", NULL);
	is(&f->body.done, 9, 15, 600);
	is(&f->body.points, 2325, 3300, 705);
	department_answer(&now, "staff", "Q", 6, 1, (const char *[]){"yes", "no", "never", "k2"}, 4);
	f = gather("staff", NULL);
	/* P and Q: done 9 + 7 of 15 + 21; points 2325 + 1400 of 3300 + 4200; right 5 + 0 of 13 */
	is(&f->body.done, 16, 36, 444);
	is(&f->body.points, 3725, 7500, 497);
	is(&f->body.knowledge, 5, 13, 385);
	ck_assert_int_eq(f->body.counted, 13);
}
END_TEST

START_TEST(a_closed_body_counts_everyone_but_its_parts_only_who_is_shown)
{
	close_now();
	const struct figures *f = gather("staff", NULL);
	ck_assert_ptr_eq(f->subject, &f->body);
	/* done 9 + 6 + 0 + 10 of 15 + 18 + 3 + 12; points 2325 + 1200 + 0 + 2000 of 3300 + 3600 + 600 + 2400;
	 * T: 2 of 4 (two do not know), 4 of 4, 4 of 4; points 400 + 400 + 1200. Right 5 + 0 + 0 + 4 of 17. */
	is(&f->body.done, 25, 48, 521);
	is(&f->body.done_or_partly, 29, 48, 604);
	is(&f->body.points, 5525, 9900, 558);
	is(&f->body.knowledge, 9, 17, 529);
	is(&f->years[1].points, 5525, 9900, 558);
	ck_assert_int_eq(f->body.done.rate.unknown, 2);
	/* P and Q: 1200 + 1200 of 1500 + 1800; 1125 + 0 of 1800 + 1800 = 31.25 */
	is(&f->body.measures[measure(f, "6(1)")], 2400, 3300, 727);
	is(&f->body.measures[measure(f, "6(2)")], 1125, 3600, 313);
	is(&f->body.items[0], 10, 12, 833);
	ck_assert_int_eq(f->body.progress.asked, 18);
	ck_assert_int_eq(f->body.progress.submitted, 17);
}
END_TEST

START_TEST(sets_answered_for_an_office_are_never_withheld)
{
	const struct figures *f = gather("office", "R");
	ck_assert_uint_eq(f->withheld_count, 0);
	is(&f->subject->done, 1, 1, 1000);
	is(&f->body.items[0], 1, 3, 333);
}
END_TEST

Suite *figures_suite(void);
Suite *
figures_suite(void)
{
	Suite *s = suite_create("figures");
	TCase *t = tcase_create("figures");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, a_department_has_its_pooled_figures);
	tcase_add_test(t, who_has_not_answered_is_counted_beside);
	tcase_add_test(t, small_departments_are_withheld_whole);
	tcase_add_test(t, while_a_cycle_is_open_the_body_leaves_the_withheld_out);
	tcase_add_test(t, a_closed_body_counts_everyone_but_its_parts_only_who_is_shown);
	tcase_add_test(t, sets_answered_for_an_office_are_never_withheld);
	suite_add_tcase(s, t);
	return s;
}
