#include "work/roster_job.h"

#include <stdio.h>
#include <string.h>

#include "base/words.h"
#include "store/files.h"
#include "work/runner.h"

enum { READ = 1, FOUND, APPLIED, STEPS = APPLIED, TRIES_MOST = 5 };

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

struct taking_over {
	const struct roster_import *import;
	const struct roster_changes *changes;
	bool moved;
};

static bool
apply_work(struct db *db, struct piece *p, struct err *e)
{
	struct taking_over *w = p->with;
	return roster_changes_apply(db, w->import, w->changes, &w->moved, e);
}

/* Whoever edits the organisation meanwhile is not overwritten: what is to change is found again. */
static bool
take_over(struct job_run *j, const struct roster_import *import, struct err *e)
{
	struct taking_over w = {.import = import};
	for (int tries = 0; tries < TRIES_MOST; tries++) {
		if (!roster_changes_find(j->db, import, &w.changes, e))
			return false;
		j->told = 0; /* the last moment to be cancelled */
		if (!job_progress(j, FOUND, STEPS, e) || !job_write(j, apply_work, &w, e))
			return false;
		if (!w.moved)
			return true;
	}
	return err_set(e, ERR_BUSY, _("the organisation is being edited; try again shortly"));
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
	if (!job_progress(j, 0, STEPS, e) || !file_get(j->store, j->arena, j->job.input, &data, &length, e))
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
	j->told = 0;
	if (!job_progress(j, READ, STEPS, e) || !take_over(j, &w, e))
		return false;
	job_say(j, _("%zu people were taken over"), r->count);
	return true;
}

/* Applying twice changes nothing, so it may be done again. */
const struct job_kind roster_kind = {.name = "roster", .resumes = true, .run = roster_run};
