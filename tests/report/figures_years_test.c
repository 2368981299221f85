/* Figures over the years, and what a percentage was made of. */
#include "report/figured.h"

START_TEST(the_trend_follows_the_lineage_and_breaks_where_a_meaning_changed)
{
	close_now();
	const struct figures *f = gather("staff", "P");
	ck_assert_uint_eq(f->year_count, 2); /* nothing is known of 2024 */
	ck_assert_int_eq(f->years[0].year, 2025);
	ck_assert(f->years[0].present && !f->years[0].changed);
	/* O: done 5 + 0 + 5 of 15; points 1000 + 0 + 1500 of 1000 + 500 + 1500 */
	is(&f->years[0].done, 10, 15, 667);
	is(&f->years[0].points, 2500, 3000, 833);
	ck_assert(f->years[1].changed); /* S102 means something else now */
	for (size_t i = 0; i < f->set->count; i++)
		ck_assert_int_eq(f->changed[i], strcmp(f->set->items[i].id, "S102") == 0);
	is(&f->years[1].points, 2325, 3300, 705);
	/* without S102: 900 + 1125 of 1200 + 1800; before 1000 + 1500 of the same */
	is(&f->comparable_now, 2025, 3000, 675);
	is(&f->comparable_before, 2500, 2500, 1000);
	f = gather("staff", NULL);
	is(&f->comparable_now, 3225, 6000, 538); /* P and Q: 2025 + 1200 of 3000 + 3000 */
	f = gather("staff", "T");                /* had no predecessor */
	ck_assert_uint_eq(f->year_count, 1);
	ck_assert_ptr_null(f->changed);
	ck_assert(f->years[0].points.hidden);
	f = gather("office", "P"); /* asked last year, answered by nobody, and the same question */
	ck_assert_uint_eq(f->year_count, 2);
	ck_assert(!f->years[1].changed);
	ck_assert_str_eq(shown_of(&f->years[0].points).mark, "－");
}
END_TEST

/* Two years on P and Q are M: its past is that of both together, and O before it; the body's is that of all. */
START_TEST(the_trend_goes_on_through_a_split_and_a_merge)
{
	close_now();
	const struct figure body_then = gather("staff", NULL)->body.points;
	act((struct act){.work = work_merge, .at = instant_of_day(day_of(2027, 4, 1))});
	now = (struct cycle){.year = 2027,
		.title = "来年",
		.k = 5,
		.base_day = day_of(2027, 9, 1),
		.opens_day = day_of(2027, 10, 1),
		.due_day = day_of(2027, 10, 31)};
	act((struct act){.work = work_open, .cycle = &now, .at = instant_of_day(now.opens_day)});
	department_answer(&now, "staff", "M", 0, 13, (const char *[]){"yes", "no", "always", "k1"}, 4);
	close_now();
	const struct figures *f = gather("staff", "M");
	ck_assert_uint_eq(f->year_count, 3);
	is(&f->years[0].done, 10, 15, 667);
	is(&f->years[0].points, 2500, 3000, 833);
	ck_assert_str_eq(f->years[0].from, "O");
	/* Q: S101 yes, S102 no, S103 never, by six: 1200 of 1200 + 600 + 1800 beside P's 2325 of 3300;
	 * done 6 of 18 beside 9 of 15 */
	is(&f->years[1].points, 2325 + 1200, 3300 + 3600, 511);
	is(&f->years[1].done, 9 + 6, 15 + 18, 455);
	ck_assert_str_eq(f->years[1].from, "P、Q");
	ck_assert_int_eq(f->years[1].department_id, YEAR_OF_SEVERAL);
	ck_assert_str_eq(f->years[2].from, "");
	f = gather("staff", NULL);
	ck_assert_uint_eq(f->year_count, 3);
	is(&f->years[0].points, 2500, 3000, 833);
	ck_assert_int_eq(f->years[1].points.rate.numerator, body_then.rate.numerator);
	ck_assert_int_eq(f->years[1].points.rate.denominator, body_then.rate.denominator);
}
END_TEST

static struct cycle
occasion(int year, int64_t previous)
{
	struct cycle c = {.year = year,
		.title = "強化月間",
		.adhoc = true,
		.previous_id = previous,
		.k = 5,
		.base_day = day_of(year, 9, 1),
		.opens_day = day_of(year, 11, 1),
		.due_day = day_of(year, 11, 30)};
	act((struct act){.work = work_open, .cycle = &c, .at = instant_of_day(c.opens_day)});
	return c;
}

/* Younger than the yearly ones, and open beside them: neither is the other's past. */
START_TEST(cycles_of_an_occasion_stand_apart_from_the_yearly_ones)
{
	struct cycle first = occasion(2025, 0), second = occasion(2026, first.id), alone = occasion(2026, 0);
	struct figures f;
	ck_assert(figures_gather(store, arena, &alone, "staff", 0, 3, &f, &e));
	ck_assert_int_eq(f.year_count, 1);
	ck_assert_ptr_null(f.changed);
	ck_assert(figures_gather(store, arena, &second, "staff", 0, 3, &f, &e));
	ck_assert_int_eq(f.year_count, 2);
	ck_assert_int_eq(f.years[0].cycle_id, first.id);
	const struct figures *yearly = gather("staff", "P");
	ck_assert_int_eq(yearly->years[0].cycle_id, before.id);
	struct cycle next = {.year = 2027,
		.title = "来年",
		.k = 5,
		.base_day = day_of(2027, 9, 1),
		.opens_day = day_of(2027, 10, 1),
		.due_day = day_of(2027, 10, 29)};
	act((struct act){.work = work_open, .cycle = &next, .at = instant_of_day(next.opens_day)});
	ck_assert(figures_gather(store, arena, &next, "staff", 0, 3, &f, &e));
	ck_assert_int_eq(f.year_count, 3);
	ck_assert_int_eq(f.years[0].cycle_id, before.id);
	ck_assert_int_eq(f.years[1].cycle_id, now.id);
	ck_assert_str_eq(cycle_mark(arena, &now), "2026");
	ck_assert_str_eq(cycle_mark(arena, &second),
		arena_printf(arena, "2026-adhoc-%lld", (long long)second.id));
}
END_TEST

static bool
work_merge_small(struct act *x, struct db *d, struct piece *p, struct err *why)
{
	(void)p;
	struct department q, r, into = {.key = "M", .name = "M"};
	struct decision by = {.day = day_of_instant(x->at), .approver = "CISO", .reason = "R9", .now = x->at};
	return department_find(d, arena, "Q", by.day, &q, why) &&
	       department_find(d, arena, "R", by.day, &r, why) &&
	       department_merge(d, (const int64_t[]){q.id, r.id}, 2, &into, &by, why);
}

/* R was one person: M's past less Q's, which was shown, would be that person's. */
START_TEST(the_past_of_a_merge_with_a_withheld_department_is_withheld)
{
	close_now();
	act((struct act){.work = work_merge_small, .at = instant_of_day(day_of(2027, 4, 1))});
	now = (struct cycle){.year = 2027,
		.title = "来年",
		.k = 5,
		.base_day = day_of(2027, 9, 1),
		.opens_day = day_of(2027, 10, 1),
		.due_day = day_of(2027, 10, 31)};
	act((struct act){.work = work_open, .cycle = &now, .at = instant_of_day(now.opens_day)});
	department_answer(&now, "staff", "M", 0, 8, (const char *[]){"yes", "no", "always", "k1"}, 4);
	close_now();
	const struct figures *f = gather("staff", "M");
	ck_assert_str_eq(f->years[1].from, "Q、R");
	ck_assert(f->years[1].points.hidden);
	ck_assert(f->years[1].done.hidden);
	ck_assert(f->comparable_before.hidden);
	ck_assert_str_eq(shown_of(&f->years[1].points).mark, "※");
	is(&f->years[0].points, 2500, 3000, 833); /* Q's predecessor's, which R had none of */
}
END_TEST

START_TEST(what_is_not_there_is_said)
{
	struct figures f;
	ck_assert(!figures_gather(store, arena, &now, "nothing", 0, 3, &f, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
	ck_assert(!figures_gather(store, arena, &now, "staff", 999, 3, &f, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
	ck_assert(!figures_gather(store, arena, &now, "staff", department_id("O"), 3, &f, &e)); /* ended */
	ck_assert_int_eq(e.kind, ERR_ABSENT);
}
END_TEST

START_TEST(a_percentage_opens_to_its_parts)
{
	const struct figures *f = gather("staff", "P");
	struct explanation x;
	int64_t p = department_id("P");
	ck_assert(explain(f, arena, p, EXPLAIN_POINTS, "6(1)", NULL, &x, &e));
	is(&x.figure, 1200, 1500, 800);
	ck_assert_int_eq(x.figure.rate.na, 3);
	ck_assert_uint_eq(x.item_count, 2);
	is(&x.items[0].figure, 900, 1200, 750);
	is(&x.items[1].figure, 300, 300, 1000);
	ck_assert_int_eq(x.items[1].tally.na, 3);
	ck_assert(explain(f, arena, p, EXPLAIN_DONE_OR_PARTLY, NULL, "S103", &x, &e));
	is(&x.figure, 5, 6, 833);
	ck_assert_uint_eq(x.item_count, 1);
	ck_assert(explain(f, arena, p, EXPLAIN_KNOWLEDGE, NULL, NULL, &x, &e));
	is(&x.figure, 5, 6, 833);
	ck_assert_uint_eq(x.item_count, 1);
	ck_assert(explain(f, arena, department_id("Q"), EXPLAIN_RESPONSE, NULL, NULL, &x, &e));
	is(&x.figure, 6, 7, 857);
	ck_assert_int_eq(x.figure.rate.unanswered, 1);
	close_now();
	f = gather("staff", NULL);
	ck_assert(explain(f, arena, 0, EXPLAIN_DONE, NULL, NULL, &x, &e));
	is(&x.figure, 25, 48, 521);
	ck_assert_uint_eq(x.items_leave_out, 2);
	ck_assert_uint_eq(x.left_out, 0);
	ck_assert(explain(f, arena, 0, EXPLAIN_DONE, "6(1)", NULL, &x, &e));
	ck_assert_uint_eq(x.left_out, 2);
}
END_TEST

START_TEST(what_is_withheld_stays_withheld_when_opened)
{
	const struct figures *f = gather("staff", "P");
	struct explanation x;
	int64_t r = department_id("R");
	static const char *const measures[] = {NULL, "6(1)"};
	for (int i = 0; i < 2; i++) {
		ck_assert(explain(f, arena, r, EXPLAIN_POINTS, measures[i], NULL, &x, &e));
		ck_assert(x.figure.hidden);
		ck_assert_int_eq(x.figure.rate.denominator, 0);
		for (size_t j = 0; j < x.item_count; j++)
			ck_assert(x.items[j].figure.hidden && tally_empty(&x.items[j].tally));
	}
	ck_assert(!explain(f, arena, 999, EXPLAIN_DONE, NULL, NULL, &x, &e));
	ck_assert(!explain(f, arena, r, EXPLAIN_DONE, "3(1)", NULL, &x, &e));
	ck_assert(!explain(f, arena, r, EXPLAIN_DONE, NULL, "S104", &x, &e));      /* a knowledge question */
	ck_assert(!explain(f, arena, r, EXPLAIN_KNOWLEDGE, "6(1)", NULL, &x, &e)); /* has none */
	ck_assert_int_eq(e.kind, ERR_ABSENT);
}
END_TEST

Suite *figures_years_suite(void);
Suite *
figures_years_suite(void)
{
	Suite *s = suite_create("figures_years");
	TCase *t = tcase_create("figures_years");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, the_trend_follows_the_lineage_and_breaks_where_a_meaning_changed);
	tcase_add_test(t, the_trend_goes_on_through_a_split_and_a_merge);
	tcase_add_test(t, cycles_of_an_occasion_stand_apart_from_the_yearly_ones);
	tcase_add_test(t, the_past_of_a_merge_with_a_withheld_department_is_withheld);
	tcase_add_test(t, what_is_not_there_is_said);
	tcase_add_test(t, a_percentage_opens_to_its_parts);
	tcase_add_test(t, what_is_withheld_stays_withheld_when_opened);
	suite_add_tcase(s, t);
	return s;
}
