#include "store/figure/shown.h"

#include "store/small.h"

/* Department A has three people and k is 2 here. */

static struct small small;
static struct err failure;

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static void
setup(void)
{
	small_setup(&small);
	ck_assert(writer_run(store_writer(small.store), script_work,
		(void *)(uintptr_t) "UPDATE cycle SET k = 2", &failure));
}

static void
teardown(void)
{
	small_teardown(&small);
}

static bool
change_work(struct db *db, struct piece *p, struct err *e)
{
	return sheet_change(db, p, p->with, e);
}

static void
submit(int64_t person, const char *habit)
{
	static instant_t now = 1790900000;
	struct sheet_change c = {.sheet_id = small_sheet_of(&small, person),
		.person_id = person,
		.base_revision = 99,
		.submit = true,
		.now = now++,
		.arena = small.body.arena};
	const char *document = arena_printf(small.body.arena,
		"{\"T101\":\"yes\",\"T102\":\"%s\",\"T103\":{\"c\":\"yes\",\"x\":"
		"\"2026-05-01\"}}",
		habit);
	ck_assert(answers_parse(small.body.arena, small.tiny, document, &c.answers, &failure));
	ck_assert_msg(writer_run(store_writer(small.store), change_work, &c, &failure), "%s", failure.text);
	ck_assert_uint_eq(c.missing_count, 0);
}

/* Of T102: how many of the shown sheets say いつも, and how many sheets are shown. */
static void
shown_is(int64_t always, int64_t sheets)
{
	int64_t department = DEPARTMENT_A, respondents = 0;
	struct tally *t;
	ck_assert(tallies_read(
		small.db, small.body.arena, small.cycle.id, small.tiny, true, &department, 1, &t, &failure));
	ck_assert(
		shown_respondents(small.db, small.cycle.id, "tiny", &department, 1, &respondents, &failure));
	ck_assert_int_eq(t[1].slots[0], always);
	ck_assert_int_eq(respondents, sheets);
}

/* Departments of which too few have changed to make the figures final quietly. */
static int64_t
few(void)
{
	struct cycle_hindrance *list;
	size_t count;
	ck_assert(cycle_hindrances(
		small.db, small.body.arena, store_bank(small.store), small.cycle.id, "finalise", &list, &count, &failure));
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].key, "few_changed") == 0)
			return list[i].count;
	return 0;
}

START_TEST(figures_wait_until_nobody_can_be_told_from_them)
{
	submit(HEAD_A, "always");
	shown_is(0, 0);
	submit(HEAD_A, "mostly"); /* the same sheet again is no second person */
	shown_is(0, 0);
	submit(CLERK_A, "always");
	shown_is(0, 0); /* two have, but the third would stand alone before the end */
	submit(OTHER_A, "always");
	shown_is(2, 3);
}
END_TEST

START_TEST(a_single_revision_does_not_move_what_is_shown)
{
	submit(HEAD_A, "always");
	submit(CLERK_A, "always");
	submit(OTHER_A, "always");
	shown_is(3, 3);
	ck_assert_int_eq(few(), 0);
	submit(HEAD_A, "mostly");
	shown_is(3, 3);
	ck_assert_int_eq(few(), 1); /* making that final now would tell it */
	submit(CLERK_A, "mostly");
	shown_is(1, 3);
	ck_assert_int_eq(few(), 0);
}
END_TEST

static bool
all_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return shown_all(db, small.cycle.id, e);
}

static bool
forget_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return shown_forget(db, small.cycle.id, e);
}

START_TEST(a_reopened_cycle_begins_with_what_everyone_has_seen)
{
	submit(HEAD_A, "always");
	ck_assert(writer_run(store_writer(small.store), forget_work, NULL, &failure)); /* final */
	ck_assert(writer_run(store_writer(small.store), all_work, NULL, &failure));    /* open again */
	shown_is(1, 1);
	ck_assert(writer_run(store_writer(small.store), forget_work, NULL, &failure));
	shown_is(0, 0);
	ck_assert_int_eq(body_number(small.db, "SELECT count(*) FROM unshown"), 0);
}
END_TEST

Suite *shown_suite(void);
Suite *
shown_suite(void)
{
	Suite *s = suite_create("shown");
	TCase *t = tcase_create("shown");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, figures_wait_until_nobody_can_be_told_from_them);
	tcase_add_test(t, a_single_revision_does_not_move_what_is_shown);
	tcase_add_test(t, a_reopened_cycle_begins_with_what_everyone_has_seen);
	suite_add_tcase(s, t);
	return s;
}
