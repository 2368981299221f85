#include "work/disposal_job.h"

#include <unistd.h>

#include "store/ended.h"
#include "store/figure/tallies.h"
#include "work/archive_job.h"
#include "work/runner.h"

static struct ended x;
static struct err e;
static int64_t disposal;

static day_t
over(void)
{
	return day_of(2030, 4, 1);
}

static instant_t
clock_fake(void)
{
	return instant_of_day(over()) + 3600;
}

static void
setup(void)
{
	ended_setup(&x);
	e = (struct err){0};
	disposal = ended_approved(&x, ended_personal, 4, over());
}

static void
teardown(void)
{
	ended_teardown(&x);
}

static bool
add_work(struct db *db, struct piece *p, struct err *err)
{
	struct disposal d;
	int64_t *id = p->with;
	if (!disposal_find(db, x.review.arena, disposal, &d, err))
		return false;
	struct job j = disposal_job(x.review.arena, &d, MANAGEMENT_ACCOUNT, clock_fake());
	return job_add(db, &j, id, err);
}

static int64_t
add(void)
{
	int64_t id;
	review_write(&x.review, add_work, &id);
	return id;
}

static struct runner *
start(void)
{
	return runner_create(x.review.store, &(struct runner_config){.clock = clock_fake});
}

static struct job
look(int64_t id)
{
	struct job j;
	ck_assert_msg(job_find(x.review.db, x.review.arena, id, &j, &e), "%s", e.text);
	return j;
}

static struct job
wait_for(int64_t id, enum job_state state)
{
	struct job j = look(id);
	for (int i = 0; j.state != state && i < 4000; i++, j = look(id))
		usleep(5000);
	ck_assert_msg(j.state == state, "%s: %s", job_state_key(j.state), j.message);
	return j;
}

static enum disposal_state
state(void)
{
	struct disposal d;
	ck_assert(disposal_find(x.review.db, x.review.arena, disposal, &d, &e));
	return d.state;
}

static void
wait_until_running(void)
{
	for (int i = 0; i < 4000 &&
			(state() != DISPOSAL_RUNNING || ended_number(&x, "SELECT count(*) FROM sheet") > 0);
		i++)
		usleep(5000);
	ck_assert_int_eq(state(), DISPOSAL_RUNNING);
}

static void
say(void *with, const char *line)
{
	(void)with;
	ck_abort_msg("%s", line);
}

static void
sound(void)
{
	struct verify_result r;
	ck_assert_msg(tallies_verify(x.review.store, say, NULL, &r, &e), "%s", e.text);
}

START_TEST(what_was_approved_is_carried_out_and_written_down)
{
	struct disposal d;
	int64_t id = add();
	struct runner *r = start();
	struct job j = wait_for(id, JOB_DONE);
	runner_destroy(r);
	ck_assert_str_eq(j.subject, "令和8年度 (個票, 証跡, 紙の回答の記録, 研修の記録)");
	ck_assert(disposal_find(x.review.db, x.review.arena, disposal, &d, &e));
	ck_assert_int_eq(d.state, DISPOSAL_DONE);
	ck_assert_str_eq(d.executor, "lead"); /* whose wish the job was */
	ck_assert_int_eq(d.done_at, clock_fake());
	ck_assert_int_eq(ended_number(&x, "SELECT count(*) FROM sheet"), 0);
	ck_assert_int_eq(d.files, 1);
	sound();
}
END_TEST

/* A reader of an older state keeps the journal from beginning anew: the job waits for it. */
static struct db *
hold_back(struct rows *rows)
{
	static const char sql[] = "SELECT id FROM sheet";
	struct db *db = db_open(x.review.body.path, DB_READ, &e);
	ck_assert(db != NULL && db_begin(db, &e) && db_query(db, rows, &e, sql, "") && rows_next(rows));
	return db;
}

static void
let_go(struct db *db, struct rows *rows)
{
	ck_assert(rows_end(rows, &e));
	db_close(db);
}

START_TEST(a_server_that_ends_meanwhile_goes_on_with_it_later)
{
	struct rows rows;
	struct db *holder = hold_back(&rows);
	int64_t id = add();
	struct runner *r = start();
	wait_until_running();
	runner_destroy(r);
	ck_assert_int_eq(look(id).state, JOB_QUEUED);
	ck_assert_int_eq(state(), DISPOSAL_RUNNING); /* it is not said to be done */
	sound();
	let_go(holder, &rows);
	r = start();
	wait_for(id, JOB_DONE);
	runner_destroy(r);
	ck_assert_int_eq(state(), DISPOSAL_DONE);
	ck_assert_int_eq(ended_number(&x, "SELECT rows FROM disposal_count WHERE what = 'sheet'"), 20);
	sound();
}
END_TEST

static bool
cancel_work(struct db *db, struct piece *p, struct err *err)
{
	return job_cancel(db, *(int64_t *)p->with, ADMIN_ACCOUNT, clock_fake(), err);
}

START_TEST(a_job_that_was_cancelled_leaves_it_to_be_gone_on_with)
{
	struct rows rows;
	struct db *holder = hold_back(&rows);
	int64_t id = add();
	struct runner *r = start();
	wait_until_running();
	review_write(&x.review, cancel_work, &id);
	let_go(holder, &rows);
	ck_assert(ended_decide(&x, disposal, DISPOSAL_GO_ON, ADMIN_ACCOUNT, ROLE_ADMIN, "", over(), &e));
	int64_t again = add();
	ck_assert_int_ne(again, id);
	wait_for(again, JOB_DONE);
	runner_destroy(r);
	ck_assert_int_eq(state(), DISPOSAL_DONE);
}
END_TEST

START_TEST(answers_that_do_not_bear_their_summaries_out_are_kept)
{
	ended_script(&x, "UPDATE tally SET s0 = s0 + 1 WHERE item = 'P1' AND department_id = 1");
	int64_t id = add();
	struct runner *r = start();
	struct job j = wait_for(id, JOB_FAILED);
	runner_destroy(r);
	ck_assert(strstr(j.message, "differ") != NULL);
	ck_assert_int_eq(state(), DISPOSAL_APPROVED);
	ck_assert_int_eq(ended_number(&x, "SELECT count(*) FROM sheet"), 20);
}
END_TEST

START_TEST(a_hold_that_came_after_the_approval_stops_the_job)
{
	ck_assert(ended_hold(&x, "sheets", "情報公開請求のため", &e));
	int64_t id = add();
	struct runner *r = start();
	struct job j = wait_for(id, JOB_FAILED);
	runner_destroy(r);
	ck_assert(strstr(j.message, "情報公開請求のため") != NULL);
	ck_assert_int_eq(ended_number(&x, "SELECT count(*) FROM sheet"), 20);
}
END_TEST

static bool
archive_add_work(struct db *db, struct piece *p, struct err *err)
{
	struct job j = archive_job(x.review.arena, &x.review.cycle, true, ADMIN_ACCOUNT, clock_fake());
	return job_add(db, &j, p->with, err);
}

/* Jobs go one after the other: what is written out before goes with what it holds, and what is
 * written out after holds none of it. */
START_TEST(an_archive_in_the_way_goes_with_what_it_holds)
{
	int64_t before, after;
	review_look(&x.review);
	review_write(&x.review, archive_add_work, &before);
	int64_t id = add();
	review_write(&x.review, archive_add_work, &after);
	ck_assert_int_eq(after, before); /* asked for twice it is one */
	struct runner *r = start();
	wait_for(id, JOB_DONE);
	runner_destroy(r);
	review_write(&x.review, archive_add_work, &after);
	r = start();
	wait_for(after, JOB_DONE);
	runner_destroy(r);
	ck_assert_int_eq(look(before).state, JOB_DONE);
	ck_assert_ptr_null(look(before).digest);
	ck_assert_ptr_nonnull(look(after).digest);
	ck_assert_int_eq(
		ended_number(&x, "SELECT count(*) FROM archive WHERE sheets = 1 AND digest IS NULL"), 1);
	ck_assert_int_eq(
		ended_number(&x, "SELECT count(*) FROM archive WHERE sheets = 0 AND digest IS NOT NULL"), 1);
	sound();
}
END_TEST

Suite *disposal_job_suite(void);
Suite *
disposal_job_suite(void)
{
	Suite *s = suite_create("disposal_job");
	TCase *t = tcase_create("disposal_job");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, what_was_approved_is_carried_out_and_written_down);
	tcase_add_test(t, a_server_that_ends_meanwhile_goes_on_with_it_later);
	tcase_add_test(t, a_job_that_was_cancelled_leaves_it_to_be_gone_on_with);
	tcase_add_test(t, answers_that_do_not_bear_their_summaries_out_are_kept);
	tcase_add_test(t, a_hold_that_came_after_the_approval_stops_the_job);
	tcase_add_test(t, an_archive_in_the_way_goes_with_what_it_holds);
	suite_add_tcase(s, t);
	return s;
}
