/* The signals of sheets, added up per department just as they are shown. */
#include "store/figure/sheet_signals.h"
#include "store/figure/tallies.h"
#include "store/review.h"
#include "store/sheet/sheet_acts.h"

static struct review review;
static struct err failure;
static const int64_t departments[] = {LARGE, FIVE, THREE, TWO};
enum { DEPARTMENTS = 4 };

static void
setup(void)
{
	review_setup(&review);
}

static void
teardown(void)
{
	review_teardown(&review);
}

#define PLAIN    "{\"P1\":\"yes\",\"P2\":\"yes\",\"P3\":\"yes\"}"
#define AGAINST  "{\"P1\":\"yes\",\"P2\":{\"c\":\"no\",\"r\":\"理由\"},\"P3\":\"yes\"}"
#define REMARKED "{\"P1\":{\"c\":\"yes\",\"r\":\"一言\"},\"P2\":\"yes\",\"P3\":\"yes\"}"

static const struct signal_counts *
counted_of(const char *set_key, int64_t department)
{
	struct signal_counts *out;
	ck_assert_msg(sheet_signals_read(review.store, review.arena, &review.cycle,
			      review_set(&review, set_key), departments, DEPARTMENTS, &out, &failure),
		"%s", failure.text);
	return &out[department - LARGE];
}

static const struct signal_counts *
counted(int64_t department)
{
	return counted_of("people", department);
}

static void
pair_is(int64_t department, int64_t with, int64_t of)
{
	const struct signal_counts *c = counted(department);
	ck_assert_int_eq(c->of[SIGNAL_CONTRADICTED].with, with);
	ck_assert_int_eq(c->of[SIGNAL_CONTRADICTED].of, of);
}

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static void
script(const char *sql)
{
	review_write(&review, script_work, (void *)(uintptr_t)sql);
}

static bool
exclude_work(struct db *db, struct piece *p, struct err *e)
{
	return sheet_exclude(db, p, p->with, e);
}

static bool
include_work(struct db *db, struct piece *p, struct err *e)
{
	return sheet_include(db, p, p->with, e);
}

static struct sheet_act
act_on(int64_t person)
{
	return (struct sheet_act){.sheet_id = review_sheet(&review, "people", person),
		.account_id = ADMIN_ACCOUNT,
		.now = review.now,
		.arena = review.arena,
		.questionnaire = review_set(&review, "people"),
		.reason = "absent",
		.text = ""};
}

static void
exclude(int64_t person)
{
	struct sheet_act x = act_on(person);
	review_write(&review, exclude_work, &x);
}

/* k is 5. Who looks before and after the one revision must see no difference. */
START_TEST(while_the_cycle_is_live_counts_move_in_steps)
{
	for (int i = 1; i <= 4; i++)
		review_submit(&review, "people", 20 + i, PLAIN);
	pair_is(FIVE, 0, 0);
	review_submit(&review, "people", 25, AGAINST);
	pair_is(FIVE, 1, 5);
	review_submit(&review, "people", 21, AGAINST);
	review_submit(&review, "people", 25, PLAIN);
	review_submit(&review, "people", 22, REMARKED);
	pair_is(FIVE, 1, 5);
	ck_assert_int_eq(counted(FIVE)->comments[0], 0);
	review_submit(&review, "people", 22, AGAINST);
	review_submit(&review, "people", 23, AGAINST);
	pair_is(FIVE, 1, 5);
	review_submit(&review, "people", 24, REMARKED);
	pair_is(FIVE, 3, 5);
	ck_assert_int_eq(counted(FIVE)->comments[0], 1);
}
END_TEST

START_TEST(whoever_is_left_out_counts_until_the_next_step)
{
	review_submit_all(&review, LARGE, AGAINST);
	pair_is(LARGE, 6, 6);
	exclude(11);
	pair_is(LARGE, 6, 6);
	for (int i = 2; i <= 5; i++)
		review_submit(&review, "people", 10 + i, PLAIN);
	pair_is(LARGE, 1, 5); /* five have changed: the one left out, and four more */
}
END_TEST

/* The counts of answers are of the very sheets that the shown tallies hold, whatever happened. */
static void
same_as_shown(void)
{
	struct tally *t;
	const struct questionnaire *q = review_set(&review, "people");
	ck_assert(tallies_read(
		review.db, review.arena, review.cycle.id, q, true, departments, DEPARTMENTS, &t, &failure));
	for (int d = 0; d < DEPARTMENTS; d++)
		for (size_t i = 0; i < q->count; i++)
			ck_assert_int_eq(counted(departments[d])->answered[i],
				tally_answered(&t[(size_t)d * q->count + i]));
}

START_TEST(counts_and_shown_tallies_are_of_the_same_sheets)
{
	static const char *const documents[] = {PLAIN, AGAINST, REMARKED};
	unsigned random = 20261001;
	script("INSERT INTO sheet_department SELECT id, 2 FROM sheet WHERE set_key = 'people' AND person_id "
	       "= "
	       "12");
	bool left_out[70] = {false};
	for (int n = 0; n < 100; n++) {
		random = random * 1664525 + 1013904223;
		int department = 1 + (int)(random >> 28) % DEPARTMENTS;
		int person = department * 10 + 1 + (int)(random >> 20) % review_sizes[department];
		struct sheet_act x = act_on(person);
		if (left_out[person] || (random >> 12) % 8 == 0) {
			review_write(&review, left_out[person] ? include_work : exclude_work, &x);
			left_out[person] = !left_out[person];
		} else {
			review_submit(&review, "people", person, documents[(random >> 8) % 3]);
		}
		same_as_shown();
	}
}
END_TEST

START_TEST(who_has_two_posts_counts_in_both)
{
	script("INSERT INTO sheet_department SELECT id, 2 FROM sheet WHERE set_key = 'people' AND person_id "
	       "= "
	       "11");
	review_submit_all(&review, LARGE, AGAINST);
	review_submit_all(&review, FIVE, PLAIN);
	review_move(&review, "confirm");
	pair_is(LARGE, 6, 6);
	pair_is(FIVE, 1, 6);
	ck_assert_int_eq(counted(FIVE)->answered[0], 6);
}
END_TEST

START_TEST(times_that_are_not_known_are_left_out)
{
	review_submit_all(&review, LARGE, PLAIN);
	script("UPDATE sheet SET seconds = 1 WHERE person_id IN (11, 12);"
	       "UPDATE sheet SET seconds = 600 WHERE person_id IN (13, 14);"
	       "UPDATE sheet SET seconds = 600, proxy_at = 1 WHERE person_id = 14;"
	       "UPDATE sheet SET seconds = -1 WHERE person_id = 15");
	const struct signal_counts *c = counted(LARGE);
	ck_assert_int_eq(c->of[SIGNAL_FAST].with, 2);
	ck_assert_int_eq(c->of[SIGNAL_FAST].of, 3); /* 11, 12 and 13 */
}
END_TEST

START_TEST(a_sheet_returned_counts_with_what_it_said)
{
	review_submit_all(&review, LARGE, AGAINST);
	script("UPDATE sheet SET returned_at = 1, returned_by = 1, return_comment = 'x' WHERE person_id = "
	       "11");
	pair_is(LARGE, 6, 6);
}
END_TEST

/* What was counted is remembered, but never beyond its time. */
START_TEST(a_new_edition_is_counted_anew)
{
	review_submit_all(&review, LARGE, AGAINST);
	review_submit(&review, "people", 31, AGAINST);
	review_move(&review, "confirm");
	review_move(&review, "finalise");
	pair_is(LARGE, 6, 6);
	pair_is(LARGE, 6, 6);
	pair_is(THREE, 1, 1);
	review_move(&review, "reopen");
	pair_is(LARGE, 6, 6);
	review_submit(&review, "people", 11, PLAIN);
	pair_is(LARGE, 6, 6);
	review_move(&review, "confirm");
	pair_is(LARGE, 5, 6);
	review_move(&review, "finalise");
	pair_is(LARGE, 5, 6);
}
END_TEST

START_TEST(what_is_answered_for_an_office_is_counted_at_once)
{
	review_submit(&review, "office", 11, "{\"O1\":{\"c\":\"yes\",\"r\":\"一言\"}}");
	ck_assert_int_eq(counted_of("office", LARGE)->comments[0], 1);
	review_submit(&review, "office", 11, "{\"O1\":\"yes\"}");
	ck_assert_int_eq(counted_of("office", LARGE)->comments[0], 0);
}
END_TEST

START_TEST(one_person_who_answers_for_several_is_one)
{
	int64_t all, timed;
	review_submit(&review, "office", 11, "{\"O1\":\"yes\"}");
	review_submit(&review, "office", 21, "{\"O1\":\"yes\"}");
	script("UPDATE sheet SET person_id = 11 WHERE set_key = 'office' AND person_id = 31;"
	       "UPDATE sheet SET seconds = 60 WHERE set_key = 'office' AND unit_id = 1");
	ck_assert(sheet_answerers(review.db, review.cycle.id, "office", &all, &timed, &failure));
	ck_assert_int_eq(all, 2);
	ck_assert_int_eq(timed, 1);
	script("UPDATE sheet SET submitted = '{}' WHERE set_key = 'office' AND unit_id = 3");
	ck_assert(sheet_answerers(review.db, review.cycle.id, "office", &all, &timed, &failure));
	ck_assert_int_eq(all, 2);
}
END_TEST

Suite *sheet_signals_suite(void);
Suite *
sheet_signals_suite(void)
{
	Suite *s = suite_create("sheet_signals");
	TCase *t = tcase_create("sheet_signals");
	tcase_set_timeout(t, 180);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, while_the_cycle_is_live_counts_move_in_steps);
	tcase_add_test(t, whoever_is_left_out_counts_until_the_next_step);
	tcase_add_test(t, counts_and_shown_tallies_are_of_the_same_sheets);
	tcase_add_test(t, who_has_two_posts_counts_in_both);
	tcase_add_test(t, times_that_are_not_known_are_left_out);
	tcase_add_test(t, a_sheet_returned_counts_with_what_it_said);
	tcase_add_test(t, a_new_edition_is_counted_anew);
	tcase_add_test(t, what_is_answered_for_an_office_is_counted_at_once);
	tcase_add_test(t, one_person_who_answers_for_several_is_one);
	suite_add_tcase(s, t);
	return s;
}
