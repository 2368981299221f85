#include "work/remind.h"

#include <unistd.h>

#include "domain/cycle/fiscal.h"
#include "store/remind/ladder.h"
#include "store/setting.h"
#include "store/small.h"
#include "work/runner.h"

/* The cycle is due on Saturday 31 October 2026: the week's rung falls on Saturday the
 * 24th and moves to Friday the 23rd; the eve's is Friday the 30th; those of two days
 * after on Monday 2 November; the head's of seven days on Monday the 9th. */

static struct small small;
static instant_t now;

static void
change(bool (*work)(struct db *, struct piece *, struct err *), void *with)
{
	struct err e = {0};
	ck_assert_msg(writer_run(store_writer(small.store), work, with, &e), "%s", e.text);
}

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static void
setup(void)
{
	small_setup(&small);
	now = instant_of_day(day_of(2026, 10, 1)) + NOON;
}

static void
teardown(void)
{
	small_teardown(&small);
}

static void
tick(int month, int day, int hour)
{
	struct err e = {0};
	now = instant_of_day(day_of(2026, month, day)) + hour * 3600;
	ck_assert_msg(remind_tick(small.store, now, &e), "%s", e.text);
}

static int64_t
number(const char *sql)
{
	return body_number(small.db, sql);
}

static instant_t
clock_of_test(void)
{
	return now;
}

/* Lets a runner do what is queued. */
static void
run_jobs(const struct mail_server *server)
{
	struct runner_config c = {.clock = clock_of_test, .remind = {server, "desk@water.example"}};
	struct runner *r = runner_create(small.store, &c);
	for (int i = 0;
		i < 2000 && number("SELECT count(*) FROM job WHERE state IN ('queued', 'running')") > 0; i++)
		usleep(5000);
	runner_destroy(r);
}

START_TEST(rungs_come_on_open_days_after_the_hour_and_once)
{
	tick(10, 22, 15);
	ck_assert_int_eq(number("SELECT count(*) FROM wave"), 0);
	tick(10, 23, 8);
	ck_assert_int_eq(number("SELECT count(*) FROM wave"), 0); /* before nine */
	tick(10, 23, 9);
	tick(10, 23, 10);
	ck_assert_int_eq(number("SELECT count(*) FROM wave WHERE rung = 'week' AND state = 'planning'"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM wave"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM job WHERE kind = 'remind'"), 1);
	run_jobs(NULL);
	tick(10, 24, 12); /* Saturday */
	ck_assert_int_eq(number("SELECT count(*) FROM wave"), 1);
	tick(11, 2, 12);
	ck_assert_int_eq(
		number("SELECT count(*) FROM wave WHERE rung = 'overdue' AND state = 'planning'"), 1);
	ck_assert_int_eq(
		number("SELECT count(*) FROM wave WHERE rung = 'manager' AND state = 'planning'"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM wave WHERE rung = 'eve' AND state = 'skipped'"), 1);
}
END_TEST

START_TEST(a_stopped_server_catches_up_with_one_message_on_the_next_open_day)
{
	tick(11, 7, 12); /* Saturday: not today */
	ck_assert_int_eq(number("SELECT count(*) FROM wave"), 0);
	tick(11, 9, 12);
	ck_assert_int_eq(
		number("SELECT count(*) FROM wave WHERE state = 'planning' AND recipient = 'person'"), 1);
	ck_assert_int_eq(
		number("SELECT count(*) FROM wave WHERE state = 'skipped' AND recipient = 'person'"), 2);
	ck_assert_int_eq(
		number("SELECT count(*) FROM wave WHERE state = 'planning'"), 3); /* manager and head too */
}
END_TEST

START_TEST(a_moved_due_day_is_reminded_of_anew)
{
	tick(10, 23, 9);
	run_jobs(NULL);
	change(script_work, "UPDATE cycle SET due_day = due_day + 14");
	tick(11, 6, 9); /* 14 November is a Saturday, a week before it the 7th: moved to the 6th */
	ck_assert_int_eq(number("SELECT count(*) FROM wave WHERE rung = 'week'"), 2);
}
END_TEST

START_TEST(without_a_mail_server_everybody_is_on_the_list)
{
	tick(10, 23, 9);
	run_jobs(NULL);
	int64_t people = number("SELECT count(DISTINCT person_id) FROM sheet");
	ck_assert_int_gt(people, 3);
	ck_assert_int_eq(number("SELECT count(*) FROM reminder WHERE state = 'by_hand'"), people);
	ck_assert_int_eq(number("SELECT count(*) FROM wave WHERE state = 'done'"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM job WHERE state = 'done'"), 1);
}
END_TEST

START_TEST(a_server_that_is_away_is_tried_again_later_and_given_up_in_the_end)
{
	const struct mail_server nobody = {.url = "smtp://127.0.0.1:1"};
	change(script_work, "UPDATE person SET mail = number || '@water.example'");
	tick(10, 23, 9);
	run_jobs(&nobody);
	ck_assert_int_eq(number("SELECT count(*) FROM reminder WHERE state <> 'planned'"), 0);
	ck_assert_int_eq(number("SELECT count(*) FROM job WHERE state = 'failed'"), 1);
	tick(10, 23, 9); /* at once: not yet */
	ck_assert_int_eq(number("SELECT count(*) FROM job"), 1);
	now += 600;
	struct err e = {0};
	ck_assert(remind_tick(small.store, now, &e));
	ck_assert_int_eq(number("SELECT count(*) FROM job"), 2);
	now = instant_of_day(day_of(2026, 10, 26)) + 10 * 3600; /* Monday: the weekend does not count */
	ck_assert(remind_tick(small.store, now, &e));
	run_jobs(&nobody);
	ck_assert_int_eq(number("SELECT count(*) FROM reminder WHERE state <> 'planned'"), 0);
	now += 86400;
	ck_assert(remind_tick(small.store, now, &e));
	run_jobs(&nobody);
	ck_assert_int_eq(number("SELECT count(*) FROM reminder WHERE state <> 'given_up'"), 0);
	ck_assert_int_eq(number("SELECT count(*) FROM wave WHERE state = 'done'"), 1);
}
END_TEST

START_TEST(what_was_in_flight_when_the_program_died_is_unknown_and_not_sent_again)
{
	const struct mail_server nobody = {.url = "smtp://127.0.0.1:1"};
	change(script_work, "UPDATE person SET mail = number || '@water.example'");
	tick(10, 23, 9);
	run_jobs(&nobody);
	change(script_work,
		"UPDATE reminder SET state = 'sending' WHERE id IN (SELECT min(id) FROM reminder)");
	now += 600;
	struct err e = {0};
	ck_assert(remind_tick(small.store, now, &e));
	run_jobs(&nobody);
	ck_assert_int_eq(number("SELECT count(*) FROM reminder WHERE state = 'unknown'"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM reminder WHERE state = 'sending'"), 0);
}
END_TEST

START_TEST(on_a_closed_day_nothing_goes_on_by_itself)
{
	struct err e = {0};
	const struct mail_server nobody = {.url = "smtp://127.0.0.1:1"};
	change(script_work, "UPDATE person SET mail = number || '@water.example'");
	tick(10, 23, 9);
	run_jobs(&nobody);
	int64_t jobs = number("SELECT count(*) FROM job");
	tick(10, 24, 12); /* Saturday */
	ck_assert_int_eq(number("SELECT count(*) FROM job"), jobs);
	change(script_work,
		"UPDATE job SET state = 'queued', finished_at = NULL"); /* left by a server that ended */
	run_jobs(NULL);
	ck_assert_int_eq(number("SELECT count(*) FROM reminder WHERE state <> 'planned'"), 0);
	ck_assert_int_eq(number("SELECT count(*) FROM wave WHERE state = 'sending' AND tries = 1"), 1);
	change(script_work, "UPDATE wave SET account_id = 3"); /* what somebody sends is sent at once */
	ck_assert(remind_tick(small.store, now, &e));
	ck_assert_int_eq(number("SELECT count(*) FROM job"), jobs + 1);
}
END_TEST

START_TEST(the_next_rung_takes_the_place_of_one_that_could_not_be_sent)
{
	const struct mail_server nobody = {.url = "smtp://127.0.0.1:1"};
	change(script_work, "UPDATE person SET mail = number || '@water.example'");
	tick(10, 29, 9); /* the week's, late; the eve's comes on the 30th */
	run_jobs(&nobody);
	tick(10, 30, 9);
	ck_assert_int_eq(number("SELECT count(*) FROM wave WHERE rung = 'week' AND state = 'done'"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM wave WHERE rung = 'eve' AND state = 'planning'"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM reminder WHERE state <> 'given_up'"), 0);
	ck_assert_int_gt(number("SELECT count(*) FROM reminder WHERE error <> ''"), 3);
}
END_TEST

START_TEST(what_has_become_useless_is_not_sent)
{
	static const char *const why[] = {
		"UPDATE cycle SET state = 'confirming'", "UPDATE cycle SET due_day = due_day + 14"};
	const struct mail_server nobody = {.url = "smtp://127.0.0.1:1"};
	change(script_work, "UPDATE person SET mail = number || '@water.example'");
	tick(10, 23, 9);
	run_jobs(&nobody);
	change(script_work, (char *)(uintptr_t)why[_i]);
	now += 3600;
	struct err e = {0};
	ck_assert(remind_tick(small.store, now, &e));
	run_jobs(&nobody);
	ck_assert_int_gt(number("SELECT count(*) FROM reminder WHERE state = 'unneeded'"), 3);
	ck_assert_int_eq(number("SELECT count(*) FROM reminder WHERE state <> 'unneeded'"), 0);
	ck_assert_int_eq(number("SELECT count(*) FROM wave WHERE state = 'done'"), 1);
}
END_TEST

START_TEST(in_the_days_of_grace_the_ladder_goes_on)
{
	change(script_work, "UPDATE cycle SET state = 'grace', grace_day = due_day + 10");
	tick(11, 2, 9);
	ck_assert_int_eq(
		number("SELECT count(*) FROM wave WHERE rung = 'overdue' AND state = 'planning'"), 1);
	change(script_work, "UPDATE cycle SET state = 'confirming'");
	tick(11, 9, 9); /* the head's day */
	ck_assert_int_eq(number("SELECT count(*) FROM wave WHERE rung = 'head'"), 0);
}
END_TEST

/* ---- what they say --------------------------------------------------------------------------- */

static struct wave
wave_of(const char *rung)
{
	struct err e = {0};
	struct wave *list;
	size_t count;
	ck_assert(waves_list(small.db, small.body.arena, small.cycle.id, &list, &count, &e));
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].rung, rung) == 0)
			return list[i];
	ck_abort_msg("no wave %s", rung);
	return list[0];
}

static const char *
said_to(const char *rung, int64_t person, bool *waits)
{
	struct err e = {0};
	struct rung_words words;
	struct wave w = wave_of(rung);
	ck_assert_msg(wave_words(small.db, small.body.arena, &w, person, &words, waits, &e), "%s", e.text);
	return arena_printf(small.body.arena, "%s\n%s", rung_fill(small.body.arena, w.subject, &words),
		rung_fill(small.body.arena, w.text, &words));
}

START_TEST(a_person_is_told_what_is_missing_and_nothing_that_was_answered)
{
	bool waits;
	change(script_work, "UPDATE sheet SET draft = '{\"T104\":\"SECRETWORD\"}', draft_at = 5");
	tick(10, 23, 9);
	const char *text = said_to("week", CLERK_B, &waits);
	ck_assert(waits);
	ck_assert_ptr_nonnull(strstr(text, "葛 様"));
	ck_assert_ptr_nonnull(strstr(text, "票tiny"));
	ck_assert_ptr_nonnull(strstr(text, wareki_day(small.body.arena, small.cycle.due_day)));
	ck_assert_ptr_null(strstr(text, "SECRETWORD"));
	ck_assert_ptr_null(strstr(text, "{"));
	change(script_work, "UPDATE sheet SET submitted = '{}', submitted_at = 5 WHERE person_id = 22");
	said_to("week", CLERK_B, &waits);
	ck_assert(!waits); /* so nothing is sent */
}
END_TEST

START_TEST(a_manager_is_told_the_names_of_the_own_section_only)
{
	bool waits;
	change(script_work, "UPDATE sheet SET draft = '{\"T104\":\"SECRETWORD\"}', draft_at = 5");
	tick(11, 2, 9);
	const char *text = said_to("manager", HEAD_B, &waits);
	ck_assert(waits);
	ck_assert_ptr_nonnull(strstr(text, "葛"));
	ck_assert_ptr_null(strstr(text, "林"));
	ck_assert_ptr_null(strstr(text, "SECRETWORD"));
	ck_assert_ptr_nonnull(strstr(text, "2人"));
	said_to("manager", CLERK_B, &waits); /* no manager */
	ck_assert(!waits);
}
END_TEST

START_TEST(the_head_is_the_manager_above_or_else_the_management)
{
	bool waits;
	tick(11, 9, 9);
	said_to("head", HEAD_A, &waits);
	ck_assert(!waits); /* nothing is below it yet, and nobody has the role of management */
	change(script_work, "UPDATE department_term SET parent_id = 1 WHERE department_id = 2");
	const char *text = said_to("head", HEAD_A, &waits);
	ck_assert(waits);
	ck_assert_ptr_nonnull(strstr(text, "業務課"));
	ck_assert_ptr_null(strstr(text, "監査委員事務局"));
	change(script_work, "UPDATE account SET roles = roles | 8 WHERE person_id = 22");
	text = said_to("head", CLERK_B, &waits);
	ck_assert(waits);
	ck_assert_ptr_nonnull(strstr(text, "監査委員事務局"));
	ck_assert_ptr_null(strstr(text, "業務課"));
}
END_TEST

/* ---- the ladder ---------------------------------------------------------------------------------- */

static bool
rung_work(struct db *db, struct piece *p, struct err *e)
{
	return rung_save(db, p->with, 0, 1000, e);
}

START_TEST(the_ladder_ships_with_texts_that_pass_and_can_be_changed)
{
	struct err e = {0};
	struct rung *list, changed;
	size_t count;
	ck_assert(ladder_load(small.db, small.body.arena, &list, &count, &e));
	ck_assert_int_eq(count, 5);
	for (size_t i = 0; i < count; i++) {
		ck_assert_msg(rung_check(&list[i], &e), "%s: %s", list[i].key, e.text);
		ck_assert(i == 0 || list[i - 1].days <= list[i].days);
	}
	ck_assert(rung_find(small.db, small.body.arena, "eve", &changed, &e));
	changed.used = false;
	change(rung_work, &changed);
	ck_assert(rung_find(small.db, small.body.arena, "eve", &changed, &e));
	ck_assert(!changed.used);
	const char *key;
	ck_assert(rung_key_make(small.db, small.body.arena, &key, &e));
	struct rung own = {key, true, 14, RUNG_HEAD, "件名", "本文 {names}"};
	change(rung_work, &own);
	ck_assert(ladder_load(small.db, small.body.arena, &list, &count, &e));
	ck_assert_int_eq(count, 6);
	ck_assert_str_eq(list[5].key, key);
	own.text = "{answers}";
	ck_assert(!writer_run(store_writer(small.store), rung_work, &own, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
}
END_TEST

Suite *remind_suite(void);

Suite *
remind_suite(void)
{
	Suite *s = suite_create("remind");
	TCase *t = tcase_create("reminders");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, rungs_come_on_open_days_after_the_hour_and_once);
	tcase_add_test(t, a_stopped_server_catches_up_with_one_message_on_the_next_open_day);
	tcase_add_test(t, a_moved_due_day_is_reminded_of_anew);
	tcase_add_test(t, without_a_mail_server_everybody_is_on_the_list);
	tcase_add_test(t, a_server_that_is_away_is_tried_again_later_and_given_up_in_the_end);
	tcase_add_test(t, what_was_in_flight_when_the_program_died_is_unknown_and_not_sent_again);
	tcase_add_test(t, on_a_closed_day_nothing_goes_on_by_itself);
	tcase_add_test(t, the_next_rung_takes_the_place_of_one_that_could_not_be_sent);
	tcase_add_loop_test(t, what_has_become_useless_is_not_sent, 0, 2);
	tcase_add_test(t, in_the_days_of_grace_the_ladder_goes_on);
	tcase_add_test(t, a_person_is_told_what_is_missing_and_nothing_that_was_answered);
	tcase_add_test(t, a_manager_is_told_the_names_of_the_own_section_only);
	tcase_add_test(t, the_head_is_the_manager_above_or_else_the_management);
	tcase_add_test(t, the_ladder_ships_with_texts_that_pass_and_can_be_changed);
	suite_add_tcase(s, t);
	return s;
}
