#include <pthread.h>
#include <stdatomic.h>

#include "store/body.h"
#include "store/writer.h"

static struct body body;
static struct writer *writer;

static void
setup(void)
{
	body_setup(&body);
	writer = writer_create(db_open(body.path, DB_WRITE, NULL));
}

static void
teardown(void)
{
	writer_destroy(writer);
	body_teardown(&body);
}

/* A piece that writes a setting, adds to two summaries, and may then fail. */
struct job {
	struct piece piece;
	char key[24];
	bool fails;
	_Atomic int *turn; /* counts the calls of done */
	_Atomic int told;
	int when;
};

static bool
job_work(struct db *db, struct piece *p, struct err *e)
{
	struct job *j = (struct job *)p;
	struct tally one = {.slots = {1}};
	batch_tally(p, 1, "staff", 7, "S611", &one);
	batch_progress(p, 1, "staff", 7, (struct progress_delta){.submitted = 1});
	static const char insert[] = "INSERT INTO setting (key, value) VALUES ($1, '')";
	if (!db_exec(db, e, insert, "s", j->key))
		return false;
	return !j->fails || err_set(e, ERR_INPUT, "this one fails");
}

static void
job_done(struct piece *p)
{
	struct job *j = (struct job *)p;
	j->told++;
	j->when = atomic_fetch_add(j->turn, 1);
}

static struct job
job(_Atomic int *turn, int n, bool fails)
{
	struct job j = {.piece = {.work = job_work, .done = job_done}, .fails = fails, .turn = turn};
	snprintf(j.key, sizeof j.key, "%06d", n);
	return j;
}

static int64_t
stored(const char *sql)
{
	struct db *reader = db_open(body.path, DB_READ, NULL);
	int64_t n = body_number(reader, sql);
	db_close(reader);
	return n;
}

static void
finish(void)
{
	writer_destroy(writer);
	writer = NULL;
}

/* Holds the writer's thread, so that what follows gathers into one batch. */
struct gate {
	struct piece piece;
	pthread_mutex_t lock;
};

static bool
gate_work(struct db *db, struct piece *p, struct err *e)
{
	struct gate *g = (struct gate *)p;
	(void)db, (void)e;
	pthread_mutex_lock(&g->lock);
	pthread_mutex_unlock(&g->lock);
	return true;
}

static void
gate_done(struct piece *p)
{
	(void)p;
}

START_TEST(a_failing_piece_is_undone_alone_with_its_deltas)
{
	_Atomic int turn = 0;
	struct gate gate = {
		.piece = {.work = gate_work, .done = gate_done}, .lock = PTHREAD_MUTEX_INITIALIZER};
	struct job jobs[] = {job(&turn, 1, false), job(&turn, 2, true), job(&turn, 3, false)};
	pthread_mutex_lock(&gate.lock);
	ck_assert(writer_add(writer, &gate.piece));
	for (int i = 0; i < 3; i++)
		ck_assert(writer_add(writer, &jobs[i].piece));
	pthread_mutex_unlock(&gate.lock);
	finish();
	ck_assert(jobs[0].piece.ok);
	ck_assert(!jobs[1].piece.ok);
	ck_assert_int_eq(jobs[1].piece.err.kind, ERR_INPUT);
	ck_assert_str_eq(jobs[1].piece.err.text, "this one fails");
	ck_assert(jobs[2].piece.ok);
	ck_assert_int_eq(stored("SELECT count(*) FROM setting"), 2);
	ck_assert_int_eq(stored("SELECT count(*) FROM setting WHERE key = '000002'"), 0);
	ck_assert_int_eq(stored("SELECT s0 FROM tally WHERE department_id = 7 AND item = 'S611'"), 2);
	ck_assert_int_eq(stored("SELECT submitted FROM progress WHERE department_id = 7"), 2);
}
END_TEST

START_TEST(pieces_are_told_in_the_order_they_came_and_once)
{
	enum { JOBS = 500 };
	_Atomic int turn = 0;
	struct job *jobs = calloc(JOBS, sizeof *jobs);
	for (int i = 0; i < JOBS; i++) {
		jobs[i] = job(&turn, i, i % 7 == 3);
		ck_assert(writer_add(writer, &jobs[i].piece));
	}
	finish(); /* while many still wait */
	for (int i = 0; i < JOBS; i++) {
		ck_assert_int_eq(jobs[i].told, 1);
		ck_assert_int_eq(jobs[i].when, i);
		ck_assert_int_eq(jobs[i].piece.ok, i % 7 != 3);
	}
	/* 3, 10, … 493, 500: of 0 … 499 those are 71 */
	ck_assert_int_eq(stored("SELECT count(*) FROM setting"), JOBS - 71);
	ck_assert_int_eq(stored("SELECT s0 FROM tally"), JOBS - 71);
	free(jobs);
}
END_TEST

enum { THREADS = 8, EACH = 100 };

struct sender {
	pthread_t thread;
	int number;
	struct job jobs[EACH];
};

static void *
sender_main(void *with)
{
	struct sender *s = with;
	for (int i = 0; i < EACH; i++)
		while (!writer_add(writer, &s->jobs[i].piece))
			sched_yield();
	return NULL;
}

START_TEST(viewpoint_21_many_threads_lose_nothing)
{
	_Atomic int turn = 0;
	struct sender *senders = calloc(THREADS, sizeof *senders);
	for (int t = 0; t < THREADS; t++) {
		for (int i = 0; i < EACH; i++)
			senders[t].jobs[i] = job(&turn, t * EACH + i, false);
		ck_assert_int_eq(pthread_create(&senders[t].thread, NULL, sender_main, &senders[t]), 0);
	}
	for (int t = 0; t < THREADS; t++)
		pthread_join(senders[t].thread, NULL);
	finish();
	for (int t = 0; t < THREADS; t++)
		for (int i = 0; i < EACH; i++) {
			ck_assert_int_eq(senders[t].jobs[i].told, 1);
			ck_assert(senders[t].jobs[i].piece.ok);
		}
	ck_assert_int_eq(stored("SELECT count(*) FROM setting"), THREADS * EACH);
	ck_assert_int_eq(stored("SELECT submitted FROM progress"), THREADS * EACH);
	free(senders);
}
END_TEST

/* What done() sees is on disk: another connection finds it. */
static void
look_done(struct piece *p)
{
	struct job *j = (struct job *)p;
	j->when = (int)stored("SELECT count(*) FROM setting");
	j->told++;
}

START_TEST(a_piece_is_told_after_its_commit)
{
	_Atomic int turn = 0;
	struct job j = job(&turn, 1, false);
	j.piece.done = look_done;
	ck_assert(writer_add(writer, &j.piece));
	finish();
	ck_assert_int_eq(j.told, 1);
	ck_assert_int_eq(j.when, 1);
}
END_TEST

/* Ends the transaction behind the writer's back, as a full disk does. */
static bool
wrecking_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	db_rollback(db);
	return err_set(e, ERR_SYSTEM, "the disk is full");
}

START_TEST(a_lost_transaction_fails_every_piece_of_its_batch)
{
	_Atomic int turn = 0;
	struct gate gate = {
		.piece = {.work = gate_work, .done = gate_done}, .lock = PTHREAD_MUTEX_INITIALIZER};
	struct job jobs[] = {job(&turn, 1, false), job(&turn, 2, false), job(&turn, 3, false)};
	jobs[1].piece.work = wrecking_work;
	pthread_mutex_lock(&gate.lock);
	ck_assert(writer_add(writer, &gate.piece));
	sched_yield();
	for (int i = 0; i < 3; i++)
		ck_assert(writer_add(writer, &jobs[i].piece));
	pthread_mutex_unlock(&gate.lock);
	struct job later = job(&turn, 4, false);
	while (jobs[2].told == 0)
		sched_yield();
	ck_assert(writer_add(writer, &later.piece));
	finish();
	for (int i = 0; i < 3; i++) {
		ck_assert(!jobs[i].piece.ok);
		ck_assert_str_eq(jobs[i].piece.err.text, "the disk is full");
	}
	ck_assert(later.piece.ok); /* the next batch is none the worse */
	ck_assert_int_eq(stored("SELECT count(*) FROM setting"), 1);
	ck_assert_int_eq(stored("SELECT s0 FROM tally"), 1);
}
END_TEST

START_TEST(a_full_queue_says_so)
{
	enum { MORE = 9000 }; /* one batch may be in the making, one queue full behind it */
	_Atomic int turn = 0;
	struct gate gate = {
		.piece = {.work = gate_work, .done = gate_done}, .lock = PTHREAD_MUTEX_INITIALIZER};
	struct job *jobs = calloc(MORE, sizeof *jobs);
	pthread_mutex_lock(&gate.lock);
	ck_assert(writer_add(writer, &gate.piece));
	int taken = 0;
	for (int i = 0; i < MORE; i++) {
		jobs[i] = job(&turn, i, false);
		taken += writer_add(writer, &jobs[i].piece);
	}
	ck_assert_int_lt(taken, MORE);
	ck_assert(!writer_run(writer, job_work, NULL, NULL));
	pthread_mutex_unlock(&gate.lock);
	finish();
	ck_assert_int_eq(turn, taken);
	ck_assert_int_eq(stored("SELECT count(*) FROM setting"), taken);
	free(jobs);
}
END_TEST

static bool
number_work(struct db *db, struct piece *p, struct err *e)
{
	(void)db;
	return *(int *)p->with == 1 || err_set(e, ERR_CONFLICT, "not one");
}

START_TEST(one_piece_can_be_waited_for)
{
	struct err e = {0};
	int one = 1, two = 2;
	ck_assert(writer_run(writer, number_work, &one, &e));
	ck_assert(!writer_run(writer, number_work, &two, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
}
END_TEST

Suite *writer_suite(void);
Suite *
writer_suite(void)
{
	Suite *s = suite_create("writer");
	TCase *t = tcase_create("writer");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_failing_piece_is_undone_alone_with_its_deltas);
	tcase_add_test(t, pieces_are_told_in_the_order_they_came_and_once);
	tcase_add_test(t, viewpoint_21_many_threads_lose_nothing);
	tcase_add_test(t, a_piece_is_told_after_its_commit);
	tcase_add_test(t, a_lost_transaction_fails_every_piece_of_its_batch);
	tcase_add_test(t, a_full_queue_says_so);
	tcase_add_test(t, one_piece_can_be_waited_for);
	suite_add_tcase(s, t);
	return s;
}
