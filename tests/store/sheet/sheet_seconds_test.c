/* How long a sheet was in hand, as far as that is known. */
#include "store/small.h"

static struct small small;
static struct arena *arena;
static struct err failure;
static instant_t opened;

enum { BY_ADMIN = 3 /* account */ };

#define DRAFT "{\"T101\":\"yes\"}"
#define WHOLE "{\"T101\":\"yes\",\"T103\":{\"c\":\"yes\",\"x\":\"2026-05-01\"}}"
#define OTHER "{\"T101\":\"yes\",\"T103\":{\"c\":\"yes\",\"x\":\"2026-05-02\"}}"

static void
setup(void)
{
	small_setup(&small);
	arena = small.body.arena;
	opened = instant_of_day(day_of(2026, 10, 1)) + NOON;
}

static void
teardown(void)
{
	small_teardown(&small);
}

static struct sheet
look(void)
{
	struct sheet s;
	ck_assert(sheet_find(small.db, arena, small_sheet_of(&small, CLERK_B), &s, &failure));
	return s;
}

static bool
change_work(struct db *db, struct piece *p, struct err *e)
{
	return sheet_change(db, p, p->with, e);
}

static void
change(const char *document, bool submit, int64_t proxy_by, instant_t shown, instant_t now)
{
	struct sheet_change c = {.sheet_id = small_sheet_of(&small, CLERK_B),
		.person_id = CLERK_B,
		.proxy_by = proxy_by,
		.shown = shown == 0 ? 0 : opened + shown,
		.kept = look().kept_at, /* the form was made after signing in again */
		.base_revision = look().revision,
		.submit = submit,
		.now = opened + now,
		.arena = arena};
	ck_assert_msg(answers_parse(arena, small.tiny, document, &c.answers, &failure), "%s", failure.text);
	ck_assert_msg(writer_run(store_writer(small.store), change_work, &c, &failure), "%s", failure.text);
	ck_assert_uint_eq(c.missing_count, 0);
}

static void
save(const char *document, instant_t shown, instant_t now)
{
	change(document, false, 0, shown, now);
}

START_TEST(savings_and_the_submission_add_up)
{
	save(DRAFT, 100, 160);
	ck_assert_int_eq(look().seconds, 60);
	save(WHOLE, 160, 190);
	ck_assert_int_eq(look().seconds, 90);
	change(OTHER, true, 0, 1000, 1020); /* opened again later */
	ck_assert_int_eq(look().seconds, 110);
	change(OTHER, true, 0, 1000, 1020); /* sent twice */
	ck_assert_int_eq(look().seconds, 110);
	change(WHOLE, true, 0, 2000, 2005); /* and revised */
	ck_assert_int_eq(look().seconds, 115);
}
END_TEST

START_TEST(two_windows_are_one_reader)
{
	save(DRAFT, 100, 400);
	save(WHOLE, 110, 405); /* the other window, open all the while */
	ck_assert_int_eq(look().seconds, 305);
}
END_TEST

START_TEST(a_form_left_open_for_a_day_was_in_hand_half_an_hour)
{
	save(DRAFT, 100, 100 + 86400);
	ck_assert_int_eq(look().seconds, 1800);
}
END_TEST

/* Without the script, what is sent may be what is stored already: it was read nevertheless. */
START_TEST(reading_counts_though_nothing_was_changed)
{
	save(DRAFT, 100, 110);
	save(DRAFT, 200, 260);
	ck_assert_int_eq(look().seconds, 70);
	ck_assert_int_eq(look().revision, 1);
}
END_TEST

START_TEST(a_form_that_does_not_say_adds_nothing)
{
	save(DRAFT, 0, 110);
	ck_assert_int_eq(look().seconds, 0);
}
END_TEST

/* However quickly the person mends one answer of it later. */
START_TEST(what_was_typed_in_from_paper_never_has_a_time)
{
	save(DRAFT, 100, 160);
	change(WHOLE, true, BY_ADMIN, 0, 500);
	ck_assert_int_eq(look().seconds, SHEET_SECONDS_UNKNOWN);
	change(OTHER, true, 0, 600, 603);
	ck_assert_int_eq(look().seconds, SHEET_SECONDS_UNKNOWN);
	ck_assert_int_eq(look().proxy_at, 0);
}
END_TEST

struct keeping {
	instant_t shown, now;
};

static bool
keep_work(struct db *db, struct piece *p, struct err *e)
{
	const struct keeping *k = p->with;
	return sheet_keep(
		db, small_sheet_of(&small, CLERK_B), CLERK_B, WHOLE, opened + k->shown, opened + k->now, e);
}

static void
keep(instant_t shown, instant_t now)
{
	struct keeping k = {shown, now};
	ck_assert_msg(writer_run(store_writer(small.store), keep_work, &k, &failure), "%s", failure.text);
}

/* After signing in again the form is complete; sending it takes no time at all. */
START_TEST(the_time_of_a_session_that_ended_is_kept_with_what_was_typed)
{
	save(DRAFT, 100, 160);
	keep(100, 400);
	keep(110, 410);                       /* from another window */
	ck_assert_int_eq(look().seconds, 60); /* nothing of the sheet changes */
	change(WHOLE, true, 0, 500, 502);
	ck_assert_int_eq(look().seconds, 60 + 240 + 10 + 2);
	change(OTHER, true, 0, 600, 603);
	ck_assert_int_eq(look().seconds, 315); /* once only */
}
END_TEST

Suite *sheet_seconds_suite(void);
Suite *
sheet_seconds_suite(void)
{
	Suite *s = suite_create("sheet_seconds");
	TCase *t = tcase_create("sheet_seconds");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, savings_and_the_submission_add_up);
	tcase_add_test(t, two_windows_are_one_reader);
	tcase_add_test(t, a_form_left_open_for_a_day_was_in_hand_half_an_hour);
	tcase_add_test(t, reading_counts_though_nothing_was_changed);
	tcase_add_test(t, a_form_that_does_not_say_adds_nothing);
	tcase_add_test(t, what_was_typed_in_from_paper_never_has_a_time);
	tcase_add_test(t, the_time_of_a_session_that_ended_is_kept_with_what_was_typed);
	suite_add_tcase(s, t);
	return s;
}
