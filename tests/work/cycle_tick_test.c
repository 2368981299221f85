/* Cycles that open and close by themselves, at the midnight of their days. */
#include "work/cycle_tick.h"

#include "store/cycle/cycle_prepare.h"
#include "store/small.h"

static struct small small;
static struct err failure;

static bool
run(bool (*work)(struct db *, struct piece *, struct err *), void *with)
{
	err_clear(&failure);
	return writer_run(store_writer(small.store), work, with, &failure);
}

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static bool
approve_work(struct db *db, struct piece *p, struct err *e)
{
	return cycle_move_make(
		db, p, store_bank(small.store), small.cycle.id, "approve", "", 0, (instant_t)1790000000, e);
}

/* Opens on 1 October, is due on the 31st. */
static void
setup(void)
{
	static const int sets[] = {SMALL_TINY};
	ck_assert_msg(small_begin(&small, sets, 1, false, &failure), "%s", failure.text);
	ck_assert(run(script_work, "UPDATE cycle SET automatic = 1, grace_day = 20763")); /* 6 November */
	ck_assert_int_eq(day_of(2026, 11, 6), 20763);
	ck_assert(run(approve_work, NULL));
}

static void
teardown(void)
{
	small_teardown(&small);
}

static const char *
state_at(instant_t at)
{
	struct cycle c;
	err_clear(&failure);
	ck_assert_msg(cycles_tick(small.store, at, &failure), "%s", failure.text);
	ck_assert(cycle_find(small.db, small.body.arena, small.cycle.id, &c, &failure));
	return cycle_state_key(c.state);
}

START_TEST(nobody_has_to_press_anything_at_midnight)
{
	instant_t opens = instant_of_day(day_of(2026, 10, 1)), over = instant_of_day(day_of(2026, 11, 1));
	ck_assert_str_eq(state_at(opens - 1), "approved");
	ck_assert_str_eq(state_at(opens), "open");
	ck_assert_int_gt(body_number(small.db, "SELECT count(*) FROM sheet"), 0);
	ck_assert_str_eq(state_at(over - 1), "open"); /* 23:59:59 */
	ck_assert_str_eq(state_at(over), "grace");
	ck_assert_str_eq(state_at(instant_of_day(day_of(2026, 11, 6))), "grace");
	ck_assert_str_eq(state_at(instant_of_day(day_of(2026, 11, 7))), "confirming");
	ck_assert_str_eq(state_at(instant_of_day(day_of(2027, 11, 7))), "confirming");
	struct cycle_moved *list;
	size_t count;
	ck_assert(cycle_moves_list(
		small.db, small.body.arena, small.cycle.id, &list, &count, &failure));
	ck_assert_int_eq(count, 4);
	ck_assert(!list[0].by_itself); /* the approval is somebody's */
	for (size_t i = 1; i < count; i++)
		ck_assert(list[i].by_itself);
}
END_TEST

START_TEST(a_server_that_stood_still_catches_up)
{
	ck_assert_str_eq(state_at(instant_of_day(day_of(2026, 12, 1))), "confirming");
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM cycle_move WHERE by_itself = 1"), 3);
}
END_TEST

START_TEST(one_that_is_moved_by_hand_is_left_alone)
{
	ck_assert(run(script_work, "UPDATE cycle SET automatic = 0"));
	ck_assert_str_eq(state_at(instant_of_day(day_of(2026, 12, 1))), "approved");
}
END_TEST

START_TEST(what_cannot_be_opened_is_said_and_tried_again)
{
	struct cycle c;
	ck_assert(run(script_work, "UPDATE cycle SET base_day = -1")); /* before there was any department */
	ck_assert(!cycles_tick(small.store, instant_of_day(day_of(2026, 10, 1)), &failure));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert(cycle_find(small.db, small.body.arena, small.cycle.id, &c, &failure));
	ck_assert_int_eq(c.state, CYCLE_APPROVED);
	ck_assert(run(script_work, "UPDATE cycle SET base_day = 20000"));
	ck_assert_str_eq(state_at(instant_of_day(day_of(2026, 10, 2))), "open");
}
END_TEST

Suite *cycle_tick_suite(void);
Suite *
cycle_tick_suite(void)
{
	Suite *s = suite_create("cycle_tick");
	TCase *t = tcase_create("cycle_tick");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, nobody_has_to_press_anything_at_midnight);
	tcase_add_test(t, a_server_that_stood_still_catches_up);
	tcase_add_test(t, one_that_is_moved_by_hand_is_left_alone);
	tcase_add_test(t, what_cannot_be_opened_is_said_and_tried_again);
	suite_add_tcase(s, t);
	return s;
}
