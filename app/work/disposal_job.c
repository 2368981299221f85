#include "work/disposal_job.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/words.h"
#include "store/figure/verify.h"
#include "store/keep/disposal_run.h"
#include "work/runner.h"

enum {
	ROWS_MOST = 200, /* of a table in one piece: nobody who answers waits for more */
	SETTLE_TRIES = 300,
	PAUSE = 100 * 1000, /* µs between two tries */
};

struct job
disposal_job(struct arena *a, const struct disposal *d, int64_t account_id, instant_t now)
{
	const char *titles = "";
	for (size_t i = 0; i < d->part_count; i++)
		titles = arena_printf(a, "%s%s%s", titles, i > 0 ? _(", ") : "", d->parts[i].title);
	return (struct job){.kind = disposal_kind.name,
		.subject = arena_printf(a, _("%s (%s)"), d->subject_name, titles),
		.given = arena_printf(a, "disposal=%lld", (long long)d->id),
		.account_id = account_id,
		.created_at = now};
}

struct carrying {
	struct job_run *job;
	struct disposal disposal;
	struct arena *arena; /* of one piece */
	struct disposal_file file;
	bool more;
	int64_t done; /* steps: what was begun, each round of rows, each file */
};

/* ---- the pieces -------------------------------------------------------------------------- */

static bool
begin_work(struct db *db, struct piece *p, struct err *e)
{
	struct carrying *w = p->with;
	return disposal_begin(
		db, w->arena, w->disposal.id, w->job->job.account_id, runner_now(w->job->runner), e);
}

static bool
step_work(struct db *db, struct piece *p, struct err *e)
{
	struct carrying *w = p->with;
	return disposal_step(db, w->arena, w->disposal.id, ROWS_MOST, &w->more, e);
}

static bool
settle_work(struct db *db, struct piece *p, struct err *e)
{
	struct carrying *w = p->with;
	return disposal_file_settle(db, w->disposal.id, &w->file, e);
}

static bool
finish_work(struct db *db, struct piece *p, struct err *e)
{
	struct carrying *w = p->with;
	return disposal_finish(
		db, w->arena, w->disposal.id, w->job->job.account_id, runner_now(w->job->runner), e);
}

/* ---- the answers are held against the summaries before they go ------------------------------ */

static void
say_nothing(void *with, const char *line)
{
	(void)with;
	(void)line;
}

static bool
recount(struct carrying *w, struct err *e)
{
	struct cycle c;
	struct verify_result result = {0};
	struct check check = {.db = w->job->db,
		.frozen = store_frozen(w->job->store),
		.say = say_nothing,
		.result = &result};
	bool sheets = false;
	for (size_t i = 0; i < w->disposal.part_count; i++)
		sheets = sheets || strcmp(w->disposal.parts[i].kind, "sheets") == 0;
	if (!sheets || w->disposal.state != DISPOSAL_APPROVED)
		return true;
	if (!cycle_find(w->job->db, w->arena, w->disposal.subject.cycle_id, &c, e) ||
		!cycle_verify(&check, &c, e))
		return false;
	return result.differences == 0 ||
	       err_set(e, ERR_CONFLICT,
		       _("the summaries and the answers of this cycle differ, so the answers are kept; "
			 "tenken verify shows where"));
}

/* ---- carrying out ------------------------------------------------------------------------------ */

static bool
rows_remove(struct carrying *w, struct err *e)
{
	for (w->more = true; w->more; arena_reset(w->arena)) {
		if (!job_progress(w->job, ++w->done, 0, e) || !job_write(w->job, step_work, w, e))
			return false;
	}
	return true;
}

/* Whoever put the same file just now is given time to name it. */
static bool
file_remove(struct carrying *w, struct err *e)
{
	struct job_run *j = w->job;
	bool named, dropped = false;
	while (!dropped) {
		if (!job_progress(j, ++w->done, 0, e) || !file_named(j->db, w->file.digest, &named, e))
			return false;
		w->file.state = named ? "shared" : "removed";
		if (named)
			break;
		if (!file_drop(j->store, w->file.digest, runner_now(j->runner), &w->file.size, &dropped, e))
			return false;
		if (!dropped)
			usleep(PAUSE);
	}
	return job_write(j, settle_work, w, e);
}

static bool
files_remove(struct carrying *w, struct err *e)
{
	for (;; arena_reset(w->arena)) {
		bool found;
		if (!disposal_file_next(w->job->db, w->arena, w->disposal.id, &w->file, &found, e))
			return false;
		if (!found)
			return true;
		if (!file_remove(w, e))
			return false;
	}
}

/* The journal holds what was overwritten in the file itself, until it begins anew. */
static bool
journal_empty(struct carrying *w, struct err *e)
{
	bool whole = false;
	for (int i = 0; !whole && i < SETTLE_TRIES; i++) {
		if (i > 0)
			usleep(PAUSE);
		if (!job_progress(w->job, ++w->done, 0, e) || !db_settle(w->job->db, &whole, e))
			return false;
	}
	return whole ||
	       err_set(e, ERR_BUSY,
		       _("the rows are gone, but another program holds an older state of the database "
			 "open; go on with the disposal when it has ended"));
}

static bool
carry_out(struct carrying *w, struct err *e)
{
	return recount(w, e) && job_write(w->job, begin_work, w, e) && rows_remove(w, e) &&
	       files_remove(w, e) && journal_empty(w, e) && job_write(w->job, finish_work, w, e);
}

static bool
disposal_run(struct job_run *j, struct err *e)
{
	long long id;
	struct carrying w = {.job = j};
	if (sscanf(j->job.given, "disposal=%lld", &id) != 1)
		return err_set(e, ERR_INPUT, _("this job lacks what it was to work on"));
	if (!disposal_find(j->db, j->arena, id, &w.disposal, e))
		return false;
	if (w.disposal.state == DISPOSAL_DONE)
		return true;
	w.arena = arena_create();
	bool ok = carry_out(&w, e);
	arena_destroy(w.arena);
	if (ok)
		job_say(j, _("disposed of and recorded"));
	return ok;
}

const struct job_kind disposal_kind = {.name = "disposal", .resumes = true, .run = disposal_run};
