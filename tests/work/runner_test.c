#include "work/runner.h"

#include <stdatomic.h>
#include <unistd.h>

#include "store/body.h"
#include "store/files.h"

static struct body body;
static struct store *store;
static struct db *db;
static _Atomic int begun;
static _Atomic bool held; /* a job of the kind "long" goes on until then */

static void
setup(void)
{
	struct err e = {0};
	body_setup(&body);
	store = store_open(body.directory, &e);
	ck_assert_msg(store != NULL, "%s", e.text);
	db = store_reader(store, &e);
	begun = 0;
	held = true;
}

static void
teardown(void)
{
	store_close(store);
	body_teardown(&body);
}

/* ---- kinds to try with ------------------------------------------------------------------- */

static bool
count_run(struct job_run *j, struct err *e)
{
	begun++;
	for (int i = 1; i <= 3; i++)
		if (!job_progress(j, i, 3, e))
			return false;
	job_say(j, "counted to %d", 3);
	return job_result(j, "1,2,3", 5, "counted.csv", e);
}

static bool
broken_run(struct job_run *j, struct err *e)
{
	return job_result(j, "half", 4, "half.csv", e) && err_set(e, ERR_INPUT, "it is broken");
}

static bool
long_run(struct job_run *j, struct err *e)
{
	for (begun++; held; usleep(5000))
		if (!job_progress(j, 1, 2, e))
			return false;
	return true;
}

static const struct job_kind count_kind = {.name = "count", .run = count_run};
static const struct job_kind broken_kind = {.name = "broken", .run = broken_run};
static const struct job_kind long_kind = {.name = "long", .run = long_run};
static const struct job_kind patient_kind = {.name = "patient", .resumes = true, .run = long_run};
static const struct job_kind *const kinds[] = {&count_kind, &broken_kind, &long_kind, &patient_kind, NULL};

static struct runner *
start(void)
{
	return runner_create(store, &(struct runner_config){.kinds = kinds});
}

static bool
add_work(struct db *d, struct piece *p, struct err *e)
{
	struct job *j = p->with;
	return job_add(d, j, &j->id, e);
}

static int64_t
add(const char *kind)
{
	struct err e = {0};
	struct job j = {.kind = kind, .subject = "試行", .given = "", .created_at = 1000};
	ck_assert_msg(writer_run(store_writer(store), add_work, &j, &e), "%s", e.text);
	return j.id;
}

static bool
cancel_work(struct db *d, struct piece *p, struct err *e)
{
	return job_cancel(d, *(int64_t *)p->with, 0, 2000, e);
}

static struct job
look(int64_t id)
{
	struct err e = {0};
	struct job j;
	ck_assert_msg(job_find(db, body.arena, id, &j, &e), "%s", e.text);
	return j;
}

static struct job
wait_for(int64_t id, enum job_state state)
{
	struct job j = look(id);
	for (int i = 0; j.state != state && i < 2000; i++, j = look(id))
		usleep(5000);
	ck_assert_str_eq(job_state_key(j.state), job_state_key(state));
	return j;
}

static void
wait_until_begun(int times)
{
	for (int i = 0; begun < times && i < 2000; i++)
		usleep(5000);
	ck_assert_int_eq(begun, times);
}

/* ---- what must hold -------------------------------------------------------------------------- */

START_TEST(a_job_is_done_and_its_result_kept)
{
	char *data;
	size_t length;
	struct err e = {0};
	struct runner *r = start();
	struct job j = wait_for(add("count"), JOB_DONE);
	runner_destroy(r);
	ck_assert_str_eq(j.message, "counted to 3");
	ck_assert_str_eq(j.filename, "counted.csv");
	ck_assert_int_eq(j.done, j.total);
	ck_assert(j.started_at > 0 && j.finished_at >= j.started_at);
	ck_assert_msg(file_get(store, body.arena, j.digest, &data, &length, &e), "%s", e.text);
	ck_assert_str_eq(data, "1,2,3");
}
END_TEST

START_TEST(a_job_that_fails_says_why_and_leaves_no_result)
{
	struct runner *r = start();
	struct job broken = wait_for(add("broken"), JOB_FAILED);
	struct job unknown = wait_for(add("no-such-kind"), JOB_FAILED);
	struct job after = wait_for(add("count"), JOB_DONE); /* the next ones are done all the same */
	runner_destroy(r);
	ck_assert_str_eq(broken.message, "it is broken");
	ck_assert_ptr_null(broken.digest);
	ck_assert_ptr_null(broken.filename);
	ck_assert_str_ne(unknown.message, "");
	ck_assert_ptr_nonnull(after.digest);
}
END_TEST

START_TEST(jobs_are_done_one_at_a_time_in_their_order)
{
	struct runner *r = start();
	int64_t first = add("long"), second = add("patient");
	wait_until_begun(1);
	ck_assert_int_eq(look(second).state, JOB_QUEUED);
	held = false;
	wait_for(first, JOB_DONE);
	wait_for(second, JOB_DONE);
	runner_destroy(r);
	ck_assert_int_eq(begun, 2);
}
END_TEST

START_TEST(the_same_job_asked_for_twice_is_one)
{
	int64_t first = add("long");
	ck_assert_int_eq(add("long"), first);
	ck_assert_int_ne(add("count"), first);
	held = false;
	struct runner *r = start();
	wait_for(first, JOB_DONE);
	ck_assert_int_ne(add("long"), first); /* once it is over it may be wanted again */
	runner_destroy(r);
}
END_TEST

START_TEST(a_cancelled_job_stops_and_stays_cancelled)
{
	struct err e = {0};
	struct runner *r = start();
	int64_t id = add("long");
	int64_t waiting = add("patient");
	wait_until_begun(1);
	ck_assert(writer_run(store_writer(store), cancel_work, &waiting, &e));
	ck_assert(writer_run(store_writer(store), cancel_work, &id, &e));
	wait_for(add("count"), JOB_DONE); /* so the long one has ended */
	runner_destroy(r);
	ck_assert_int_eq(look(id).state, JOB_CANCELLED);
	ck_assert_int_eq(look(waiting).state, JOB_CANCELLED);
	ck_assert_int_eq(begun, 2); /* the one that waited never began */
	ck_assert(!writer_run(store_writer(store), cancel_work, &id, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
}
END_TEST

START_TEST(a_stopped_server_goes_on_with_what_resumes_and_marks_the_rest)
{
	struct runner *r = start();
	int64_t cut = add("long");
	wait_until_begun(1);
	runner_destroy(r);
	ck_assert_int_eq(look(cut).state, JOB_CUT);

	r = start();
	int64_t resumed = add("patient");
	wait_until_begun(2);
	runner_destroy(r);
	ck_assert_int_eq(look(resumed).state, JOB_QUEUED);
	held = false;
	r = start();
	wait_for(resumed, JOB_DONE);
	runner_destroy(r);
	ck_assert_int_eq(begun, 3);
}
END_TEST

static bool
running_work(struct db *d, struct piece *p, struct err *e)
{
	return job_start(d, *(int64_t *)p->with, 1500, e);
}

START_TEST(what_ran_when_the_server_was_killed_is_settled_at_the_next_start)
{
	struct err e = {0};
	int64_t cut = add("long"), resumed = add("patient");
	ck_assert(writer_run(store_writer(store), running_work, &cut, &e));
	ck_assert(writer_run(store_writer(store), running_work, &resumed, &e));
	held = false;
	struct runner *r = start();
	wait_for(resumed, JOB_DONE);
	runner_destroy(r);
	ck_assert_int_eq(look(cut).state, JOB_CUT);
	ck_assert_int_eq(begun, 1);
}
END_TEST

Suite *runner_suite(void);

Suite *
runner_suite(void)
{
	Suite *s = suite_create("runner");
	TCase *t = tcase_create("jobs");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 30);
	tcase_add_test(t, a_job_is_done_and_its_result_kept);
	tcase_add_test(t, a_job_that_fails_says_why_and_leaves_no_result);
	tcase_add_test(t, jobs_are_done_one_at_a_time_in_their_order);
	tcase_add_test(t, the_same_job_asked_for_twice_is_one);
	tcase_add_test(t, a_cancelled_job_stops_and_stays_cancelled);
	tcase_add_test(t, a_stopped_server_goes_on_with_what_resumes_and_marks_the_rest);
	tcase_add_test(t, what_ran_when_the_server_was_killed_is_settled_at_the_next_start);
	suite_add_tcase(s, t);
	return s;
}
