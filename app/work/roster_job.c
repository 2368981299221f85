#include "work/roster_job.h"

#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "base/words.h"
#include "store/files.h"
#include "work/runner.h"

enum { WAIT_MS = 500, BREATH_MS = 20 }; /* a breath: the writer is theirs who answer */

struct job
roster_job(struct arena *a, const struct roster_import *w, const char *digest)
{
	return (struct job){.kind = roster_kind.name,
		.subject = w->name,
		.given = arena_printf(a, "day=%d people=%s", (int)w->day, w->people),
		.input = digest,
		.account_id = w->account_id,
		.created_at = w->now};
}

/* ---- what is written -------------------------------------------------------------------- */

static bool
hold_work(struct db *db, struct piece *p, struct err *e)
{
	const struct job_run *j = p->with;
	return job_hold(db, j->job.id, e);
}

struct taking_over {
	struct job_run *job;
	const struct roster_import *import;
	const struct roster_changes *changes;
	struct roster_place at, next; /* next: where it stands when this piece is committed */
	int64_t done, total;          /* people, with those of an earlier run */
};

static bool
portion_work(struct db *db, struct piece *p, struct err *e)
{
	struct taking_over *w = p->with;
	w->next = w->at;
	return roster_changes_write(db, w->import, w->changes, &w->next, e) &&
	       job_advance(db, w->job->job.id, w->done + (int64_t)w->next.people, w->total, e);
}

/* What nobody can have brought about while the organisation was held. */
static bool
left_halfway(const struct taking_over *w, struct err *e)
{
	struct err why = *e;
	return err_set(e, ERR_CONFLICT,
		_("%lld of %lld people were taken over, then: %s; import the file again"),
		(long long)(w->done + (int64_t)w->at.people), (long long)w->total, why.text);
}

/* Once something is written it is carried through: what the disk does not take now is tried again. */
static bool
portions_write(struct taking_over *w, struct err *e)
{
	while (!w->at.over) {
		bool ok = job_write(w->job, portion_work, w, e);
		if (ok)
			w->at = w->next;
		else if (w->done + (int64_t)w->at.people == 0)
			return false;
		else if (e->kind == ERR_CONFLICT)
			return left_halfway(w, e);
		else
			log_line("job %lld (roster): %s", (long long)w->job->job.id, e->text);
		if (!job_goes_on(w->job, ok ? BREATH_MS : WAIT_MS, e))
			return false;
	}
	return true;
}

static bool
take_over(struct job_run *j, const struct roster_import *import, struct err *e)
{
	struct taking_over w = {.job = j, .import = import};
	bool begun = job_carried(&j->job);
	if (!job_write(j, hold_work, j, e) || !roster_changes_find(j->db, import, begun, &w.changes, e))
		return false;
	w.done = begun ? j->job.done : 0;
	w.total = w.done + (int64_t)roster_changes_people(w.changes);
	return portions_write(&w, e);
}

static bool
roster_run(struct job_run *j, struct err *e)
{
	int day;
	char people[DIGEST_SIZE], *data;
	size_t length;
	struct faults f = {.arena = j->arena};
	if (sscanf(j->job.given, "day=%d people=%64s", &day, people) != 2 || j->job.input == NULL)
		return err_set(e, ERR_INPUT, _("this job lacks what it was to work on"));
	if (!file_get(j->store, j->arena, j->job.input, &data, &length, e))
		return false;
	const struct roster *r = roster_parse(data, length, j->job.subject, &f);
	if (r == NULL || f.count > 0)
		return err_set(e, ERR_INPUT, "%s", f.count > 0 ? f.items[0].text : j->job.subject);
	struct roster_import w = {.arena = j->arena,
		.roster = r,
		.name = j->job.subject,
		.people = people,
		.day = (day_t)day,
		.account_id = j->job.account_id,
		.now = runner_now(j->runner)};
	if (!take_over(j, &w, e))
		return false;
	job_say(j, _("%zu people were taken over"), r->count);
	return true;
}

/* What has been written is not written again: it goes on with what is left. */
const struct job_kind roster_kind = {.name = "roster", .resumes = true, .run = roster_run};
