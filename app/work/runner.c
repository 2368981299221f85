#include "work/runner.h"

#include <pthread.h>
#include <sched.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/words.h"
#include "store/files.h"
#include "work/chase.h"
#include "work/cycle_tick.h"

enum { LOOK_MS = 500, TELL_MS = 250, NICE_MOST = 19, TICK_MS = 60 * 1000, TICKS = 3 };

struct ticks {
	int64_t next;             /* when to look again */
	struct err failed[TICKS]; /* how each failed the last time */
};

struct runner {
	struct store *store;
	struct runner_config config;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t told;
	bool ending;
};

static int64_t
monotonic_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

instant_t
runner_now(const struct runner *r)
{
	return r->config.clock();
}

const struct remind_config *
runner_remind(const struct runner *r)
{
	return &r->config.remind;
}

bool
runner_ending(struct runner *r)
{
	pthread_mutex_lock(&r->lock);
	bool ending = r->ending;
	pthread_mutex_unlock(&r->lock);
	return ending;
}

/* Until there may be something to do; false when it is time to end. */
static bool
runner_wait(struct runner *r, int ms)
{
	struct timespec until;
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_nsec += (long)ms % 1000 * 1000000;
	until.tv_sec += ms / 1000 + until.tv_nsec / 1000000000;
	until.tv_nsec %= 1000000000;
	pthread_mutex_lock(&r->lock);
	if (!r->ending && ms > 0)
		pthread_cond_timedwait(&r->told, &r->lock, &until);
	bool on = !r->ending;
	pthread_mutex_unlock(&r->lock);
	return on;
}

/* ---- what a kind asks for ---------------------------------------------------------------- */

struct advance {
	int64_t id, done, total;
};

static bool
advance_work(struct db *db, struct piece *p, struct err *e)
{
	const struct advance *w = p->with;
	return job_advance(db, w->id, w->done, w->total, e);
}

bool
job_goes_on(struct job_run *j, int ms, struct err *e)
{
	return runner_wait(j->runner, ms) || err_set(e, ERR_BUSY, _("the server is ending"));
}

bool
job_progress(struct job_run *j, int64_t done, int64_t total, struct err *e)
{
	int64_t now = monotonic_ms();
	if (!job_goes_on(j, 0, e))
		return false;
	if (now - j->told < TELL_MS)
		return true;
	j->told = now;
	return job_write(j, advance_work, &(struct advance){j->job.id, done, total}, e);
}

bool
job_result(struct job_run *j, const void *bytes, size_t length, const char *filename, struct err *e)
{
	char digest[DIGEST_SIZE];
	if (!file_put(j->store, bytes, length, digest, e))
		return false;
	j->job.digest = arena_strdup(j->arena, digest);
	j->job.filename = arena_strdup(j->arena, filename);
	return true;
}

void
job_say(struct job_run *j, const char *format, ...)
{
	char text[1024];
	va_list ap;
	va_start(ap, format);
	vsnprintf(text, sizeof text, format, ap);
	va_end(ap);
	j->job.message = arena_strdup(j->arena, text);
}

bool
job_write(
	struct job_run *j, bool (*work)(struct db *, struct piece *, struct err *), void *with, struct err *e)
{
	return writer_run(store_writer(j->store), work, with, e);
}

/* ---- one job ------------------------------------------------------------------------------- */

static bool
start_work(struct db *db, struct piece *p, struct err *e)
{
	const struct job_run *j = p->with;
	return job_start(db, j->job.id, runner_now(j->runner), e);
}

static bool
end_work(struct db *db, struct piece *p, struct err *e)
{
	const struct job_run *j = p->with;
	return job_end(db, &j->job, e);
}

struct leaving {
	int64_t id;
	bool again;
	instant_t now;
};

static bool
leave_work(struct db *db, struct piece *p, struct err *e)
{
	const struct leaving *w = p->with;
	return job_leave(db, w->id, w->again, w->now, e);
}

static const struct job_kind *
kind_find(const struct runner *r, const char *name)
{
	for (const struct job_kind *const *k = r->config.kinds; *k != NULL; k++)
		if (strcmp((*k)->name, name) == 0)
			return *k;
	return NULL;
}

/* One that has come to an end while the server was told to end has still come to an end. */
static bool
job_settle(struct job_run *j, const struct job_kind *kind, bool ok, const struct err *failed, struct err *e)
{
	instant_t now = runner_now(j->runner);
	if (!ok && runner_ending(j->runner))
		return job_write(
			j, leave_work, &(struct leaving){j->job.id, kind != NULL && kind->resumes, now}, e);
	j->job.state = ok ? JOB_DONE : JOB_FAILED;
	j->job.finished_at = now;
	if (!ok) {
		j->job.message = failed->text;
		j->job.digest = j->job.filename = NULL;
	}
	if (!job_write(j, end_work, j, e))
		return e->kind == ERR_CONFLICT; /* it was cancelled */
	if (!ok)
		log_line("job %lld (%s): %s", (long long)j->job.id, j->job.kind, failed->text);
	return true;
}

static bool
job_do(struct job_run *j, struct err *e)
{
	struct err failed = {0};
	const struct job_kind *kind = kind_find(j->runner, j->job.kind);
	if (!job_write(j, start_work, j, e))
		return e->kind == ERR_CONFLICT;
	bool ok = kind != NULL ? kind->run(j, &failed)
			       : err_set(&failed, ERR_ABSENT, _("this program does not know such jobs"));
	while (!job_settle(
		j, kind, ok, &failed, e)) { /* the disk is full, say: it has to be told some time */
		log_line("job %lld: %s", (long long)j->job.id, e->text);
		if (!runner_wait(j->runner, LOOK_MS))
			return false;
	}
	return true;
}

/* ---- the thread ------------------------------------------------------------------------------ */

static bool
leftovers_settle(struct runner *r, struct arena *a, struct err *e)
{
	struct job *list;
	size_t count;
	struct db *db = store_reader(r->store, e);
	if (db == NULL || !jobs_left(db, a, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct job_kind *kind = kind_find(r, list[i].kind);
		struct leaving w = {list[i].id, kind != NULL && kind->resumes, runner_now(r)};
		if (!writer_run(store_writer(r->store), leave_work, &w, e))
			return false;
	}
	return true;
}

/* What has come due, once a minute and at the start: cycles first, since nobody is reminded
 * of what has just closed. What goes on failing is told once. */
static void
ticks_look(struct runner *r, struct ticks *t)
{
	static const struct {
		const char *name;
		bool (*tick)(struct store *s, instant_t now, struct err *e);
	} ticks[TICKS] = {{"cycles", cycles_tick}, {"reminders", remind_tick}, {"audits", chase_tick}};
	if (monotonic_ms() < t->next)
		return;
	t->next = monotonic_ms() + TICK_MS;
	for (size_t i = 0; i < TICKS; i++) {
		struct err e = {0};
		if (!ticks[i].tick(r->store, runner_now(r), &e) && strcmp(e.text, t->failed[i].text) != 0)
			log_line("%s: %s", ticks[i].name, e.text);
		t->failed[i] = e;
	}
}

/* False when there was nothing to do, or it could not be begun. */
static bool
one_job(struct runner *r, struct arena *a, struct err *e)
{
	struct job_run j = {.store = r->store, .db = store_reader(r->store, e), .arena = a, .runner = r};
	if (j.db == NULL || !job_next(j.db, a, &j.job, e))
		return false;
	return job_do(&j, e);
}

static void *
runner_main(void *with)
{
	struct runner *r = with;
	struct arena *a = arena_create();
	struct sched_param lowest = {0};
	struct err e = {0};
	pthread_setname_np(pthread_self(), "jobs");
	pthread_setschedparam(pthread_self(), SCHED_BATCH, &lowest);
	setpriority(PRIO_PROCESS, (id_t)gettid(), NICE_MOST);
	bool on = true;
	struct ticks ticks = {0};
	while (on && !leftovers_settle(r, a, &e)) {
		log_line("jobs: %s", e.text);
		on = runner_wait(r, LOOK_MS);
	}
	for (bool did = false; on; on = runner_wait(r, did ? 0 : LOOK_MS)) {
		arena_reset(a);
		ticks_look(r, &ticks);
		err_clear(&e);
		did = one_job(r, a, &e);
		if (!did && e.kind != ERR_ABSENT)
			log_line("jobs: %s", e.text);
	}
	arena_destroy(a);
	return NULL;
}

struct runner *
runner_create(struct store *s, const struct runner_config *c)
{
	struct runner *r = calloc(1, sizeof *r);
	if (r == NULL)
		abort();
	r->store = s;
	r->config = *c;
	if (r->config.kinds == NULL)
		r->config.kinds = job_kinds;
	if (r->config.clock == NULL)
		r->config.clock = clock_now;
	pthread_condattr_t monotonic;
	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_mutex_init(&r->lock, NULL);
	pthread_cond_init(&r->told, &monotonic);
	pthread_condattr_destroy(&monotonic);
	if (pthread_create(&r->thread, NULL, runner_main, r) != 0)
		abort();
	return r;
}

void
runner_destroy(struct runner *r)
{
	if (r == NULL)
		return;
	pthread_mutex_lock(&r->lock);
	r->ending = true;
	pthread_cond_signal(&r->told);
	pthread_mutex_unlock(&r->lock);
	pthread_join(r->thread, NULL);
	pthread_mutex_destroy(&r->lock);
	pthread_cond_destroy(&r->told);
	free(r);
}
