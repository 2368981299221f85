/* Days and rules as they are set before a cycle opens, moved while it is open, and given up. */
#include "store/cycle/cycle_prepare.h"

#include "store/event.h"
#include "store/small.h"

/* The small body's cycle: 1 to 31 October 2026, without days of grace. */

static struct small small;
static struct arena *arena;
static struct err failure;
static instant_t now;

enum { ADMIN = 3 };
#define COMPLETE "{\"T101\":\"yes\",\"T102\":\"always\",\"T103\":{\"c\":\"yes\",\"x\":\"2026-05-01\"}}"

static void
begin(bool open)
{
	static const int sets[] = {SMALL_TINY, SMALL_OFFICE};
	ck_assert_msg(small_begin(&small, sets, 2, open, &failure), "%s", failure.text);
	arena = small.body.arena;
	now = instant_of_day(day_of(2026, 10, 1)) + NOON + 60;
}

static void
say(void *with, const char *line)
{
	(void)with;
	ck_abort_msg("%s", line);
}

/* Whoever became late or in time: every counter is what counting again gives. */
static void
teardown(void)
{
	struct verify_result r;
	ck_assert_msg(tallies_verify(small.store, say, NULL, &r, &failure), "%s", failure.text);
	small_teardown(&small);
}

static bool
run(bool (*work)(struct db *, struct piece *, struct err *), void *with)
{
	err_clear(&failure);
	return writer_run(store_writer(small.store), work, with, &failure);
}

static struct cycle
stored(void)
{
	struct cycle c;
	ck_assert_msg(cycle_find(small.db, arena, small.cycle.id, &c, &failure), "%s", failure.text);
	return c;
}

static int64_t
number(const char *sql)
{
	return body_number(small.db, sql);
}

static bool
change_work(struct db *db, struct piece *p, struct err *e)
{
	return cycle_change(db, p, p->with, e);
}

static bool
changes(struct cycle c, const char *reason)
{
	struct cycle_change x = {
		.cycle = c, .reason = reason, .account_id = ADMIN, .now = now, .arena = arena};
	return run(change_work, &x);
}

struct move {
	const char *name, *reason;
};

static bool
move_work(struct db *db, struct piece *p, struct err *e)
{
	const struct move *m = p->with;
	return cycle_move_make(
		db, p, store_bank(small.store), small.cycle.id, m->name, m->reason, ADMIN, now, e);
}

static bool
moves(const char *name, const char *reason)
{
	struct move m = {name, reason};
	return run(move_work, &m);
}

static bool
submit_work(struct db *db, struct piece *p, struct err *e)
{
	return sheet_change(db, p, p->with, e);
}

static void
submits(int64_t person, day_t day)
{
	struct sheet s;
	struct sheet_change c = {.sheet_id = small_sheet_of(&small, person),
		.person_id = person,
		.submit = true,
		.now = instant_of_day(day) + NOON,
		.arena = arena};
	const struct questionnaire *tiny =
		store_cycle_set(small.store, small.cycle.id, "tiny", &failure);
	ck_assert(sheet_find(small.db, arena, c.sheet_id, &s, &failure));
	c.base_revision = s.revision;
	ck_assert(answers_parse(arena, tiny, COMPLETE, &c.answers, &failure));
	ck_assert_msg(run(submit_work, &c), "%s", failure.text);
	ck_assert_int_eq(c.missing_count, 0);
}

START_TEST(everything_is_set_in_preparation_and_only_the_days_once_approved)
{
	begin(false);
	struct cycle c = stored();
	c.title = "改めた名";
	c.adhoc = c.individual = c.automatic = true;
	c.year = 2027;
	c.base_day = day_of(2026, 7, 1);
	c.opens_day = day_of(2026, 10, 5);
	c.due_day = day_of(2026, 10, 30);
	c.grace_day = day_of(2026, 11, 6);
	ck_assert_msg(changes(c, ""), "%s", failure.text);
	c = stored();
	ck_assert_str_eq(c.title, "改めた名");
	ck_assert(c.adhoc && c.individual && c.automatic);
	ck_assert_int_eq(c.year, 2027);
	ck_assert_int_eq(c.grace_day, day_of(2026, 11, 6));
	ck_assert(moves("approve", ""));
	c = stored();
	c.year = 2030;
	c.individual = false;
	c.grace_day = 0;
	ck_assert(changes(c, ""));
	c = stored();
	ck_assert_int_eq(c.year, 2027); /* was approved */
	ck_assert(c.individual);
	ck_assert_int_eq(c.grace_day, 0);
}
END_TEST

START_TEST(the_sets_are_chosen_again_until_they_are_approved)
{
	begin(false);
	int64_t one[] = {2};
	struct cycle_set *sets;
	size_t count;
	struct cycle_change x = {.cycle = stored(),
		.question_set_ids = one,
		.count = 1,
		.reason = "",
		.now = now,
		.arena = arena};
	ck_assert_msg(run(change_work, &x), "%s", failure.text);
	ck_assert(cycle_sets(small.db, arena, small.cycle.id, &sets, &count, &failure));
	ck_assert_int_eq(count, 1);
	ck_assert_str_eq(sets[0].set_key, "office");
}
END_TEST

START_TEST(days_out_of_order_change_nothing)
{
	begin(false);
	struct cycle c = stored();
	c.due_day = c.opens_day - 1;
	ck_assert(!changes(c, ""));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	c = stored();
	c.grace_day = c.due_day;
	ck_assert(!changes(c, ""));
	ck_assert_int_eq(stored().grace_day, 0);
	ck_assert_int_eq(number("SELECT count(*) FROM event WHERE what = 'cycle_changed'"), 0);
}
END_TEST

START_TEST(who_has_seen_it_in_an_earlier_state_changes_nothing)
{
	begin(false);
	struct cycle c = stored();
	ck_assert(moves("approve", ""));
	c.title = "遅れた変更";
	ck_assert(!changes(c, ""));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert_str_eq(stored().title, "試行");
}
END_TEST

START_TEST(the_due_day_of_an_open_cycle_moves_with_a_reason_and_is_told)
{
	begin(true);
	struct cycle c = stored();
	struct cycle_moved *list;
	size_t count;
	c.due_day = day_of(2026, 11, 6);
	ck_assert(!changes(c, " "));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	ck_assert_msg(changes(c, "台風のため"), "%s", failure.text);
	ck_assert_int_eq(stored().due_day, day_of(2026, 11, 6));
	ck_assert(cycle_moves_list(small.db, arena, small.cycle.id, &list, &count, &failure));
	ck_assert_int_eq(list[count - 1].from, CYCLE_OPEN);
	ck_assert_int_eq(list[count - 1].to, CYCLE_OPEN);
	ck_assert_str_eq(list[count - 1].reason, "due day R8.10.31 → R8.11.6\n台風のため");
	ck_assert_str_eq(list[count - 1].who, "山﨑");
	now = instant_of_day(day_of(2026, 11, 3));
	c = stored();
	c.due_day = day_of(2026, 11, 2);
	ck_assert(!changes(c, "早める"));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
}
END_TEST

START_TEST(who_was_late_is_in_time_by_a_later_day_and_late_again_by_an_earlier)
{
	begin(true);
	submits(HEAD_A, day_of(2026, 10, 31));
	submits(CLERK_A, day_of(2026, 11, 1));
	submits(HEAD_B, day_of(2026, 11, 5));
	ck_assert_int_eq(number("SELECT sum(late) FROM progress WHERE set_key = 'tiny'"), 2);
	struct cycle c = stored();
	c.due_day = day_of(2026, 11, 4);
	now = instant_of_day(day_of(2026, 11, 3));
	ck_assert(changes(c, "延ばす"));
	ck_assert_int_eq(number("SELECT sum(late) FROM progress WHERE set_key = 'tiny'"), 1);
	ck_assert_int_eq(number("SELECT person_id FROM sheet WHERE late = 1"), HEAD_B);
	c = stored();
	c.due_day = day_of(2026, 11, 3);
	ck_assert(changes(c, "戻す"));
	ck_assert_int_eq(number("SELECT sum(late) FROM progress WHERE set_key = 'tiny'"), 1);
}
END_TEST

START_TEST(nothing_is_set_once_the_managers_confirm)
{
	begin(true);
	ck_assert(moves("confirm", "試行"));
	struct cycle c = stored();
	c.due_day += 7;
	ck_assert(!changes(c, "延ばす"));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
}
END_TEST

static bool
discard_work(struct db *db, struct piece *p, struct err *e)
{
	return cycle_discard(db, small.cycle.id, p->with, ADMIN, now, e);
}

START_TEST(one_that_never_opened_is_given_up_with_a_reason)
{
	begin(false);
	ck_assert(moves("approve", ""));
	ck_assert(!run(discard_work, " "));
	ck_assert_int_eq(failure.kind, ERR_INPUT);
	ck_assert_msg(run(discard_work, "作り直す"), "%s", failure.text);
	ck_assert_int_eq(number("SELECT count(*) FROM cycle"), 0);
	ck_assert_int_eq(number("SELECT count(*) FROM cycle_set"), 0);
	struct event *events;
	size_t count;
	ck_assert(events_list(small.db, arena, 0, 1, &events, &count, &failure));
	ck_assert_str_eq(events[0].what, "cycle_discarded");
	ck_assert_str_eq(events[0].detail, "作り直す");
}
END_TEST

START_TEST(one_that_has_been_opened_is_not_given_up)
{
	begin(true);
	ck_assert(!run(discard_work, "作り直す"));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert_int_eq(number("SELECT count(*) FROM cycle"), 1);
}
END_TEST

START_TEST(what_is_reopened_does_not_close_by_itself_any_more)
{
	begin(true);
	struct cycle c = stored();
	c.automatic = true;
	ck_assert(changes(c, "自動にする"));
	ck_assert(moves("confirm", "試行"));
	ck_assert(moves("reopen", "訂正"));
	ck_assert(!stored().automatic);
}
END_TEST

START_TEST(two_people_finalise_at_once_and_one_is_told_that_it_is_done)
{
	begin(true);
	ck_assert(moves("confirm", "試行"));
	ck_assert(moves("finalise", "試行"));
	ck_assert(!moves("finalise", "試行"));
	ck_assert_int_eq(failure.kind, ERR_CONFLICT);
	ck_assert_int_eq(number("SELECT count(*) FROM cycle_move WHERE to_state = 'final'"), 1);
	ck_assert_int_eq(stored().edition, 1);
}
END_TEST

Suite *cycle_prepare_suite(void);
Suite *
cycle_prepare_suite(void)
{
	Suite *s = suite_create("cycle_prepare");
	TCase *t = tcase_create("cycle_prepare");
	tcase_add_checked_fixture(t, NULL, teardown);
	tcase_add_test(t, everything_is_set_in_preparation_and_only_the_days_once_approved);
	tcase_add_test(t, the_sets_are_chosen_again_until_they_are_approved);
	tcase_add_test(t, days_out_of_order_change_nothing);
	tcase_add_test(t, who_has_seen_it_in_an_earlier_state_changes_nothing);
	tcase_add_test(t, the_due_day_of_an_open_cycle_moves_with_a_reason_and_is_told);
	tcase_add_test(t, who_was_late_is_in_time_by_a_later_day_and_late_again_by_an_earlier);
	tcase_add_test(t, nothing_is_set_once_the_managers_confirm);
	tcase_add_test(t, one_that_never_opened_is_given_up_with_a_reason);
	tcase_add_test(t, one_that_has_been_opened_is_not_given_up);
	tcase_add_test(t, what_is_reopened_does_not_close_by_itself_any_more);
	tcase_add_test(t, two_people_finalise_at_once_and_one_is_told_that_it_is_done);
	suite_add_tcase(s, t);
	return s;
}
