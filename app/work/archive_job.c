#include "work/archive_job.h"

#include <stdio.h>

#include "base/words.h"
#include "domain/keep/manifest.h"
#include "draw/font.h"
#include "work/archive.h"
#include "work/runner.h"

struct job
archive_job(struct arena *a, const struct cycle *c, bool evidence, int64_t account_id, instant_t now)
{
	return (struct job){.kind = archive_kind.name,
		.subject = c->title,
		.given = arena_printf(a, "cycle=%lld evidence=%d", (long long)c->id, evidence),
		.account_id = account_id,
		.created_at = now};
}

static bool
tell(void *with, size_t done, size_t total, struct err *e)
{
	return job_progress(with, (int64_t)done, (int64_t)total, e);
}

struct recording {
	struct archive *archive;
	int64_t account_id;
};

static bool
record_work(struct db *db, struct piece *p, struct err *e)
{
	struct recording *w = p->with;
	return archive_record(db, w->archive, w->account_id, &w->archive->id, e);
}

/* The file is kept before its record names it. */
static bool
archive_keep(struct job_run *j, struct archived *out, struct err *e)
{
	struct archive *x = &out->record;
	char shown[SEAL_SHOWN_SIZE];
	if (!job_result(j, out->bytes.data, out->bytes.length, out->filename, e))
		return false;
	x->digest = j->job.digest;
	x->written_at = runner_now(j->runner);
	if (!job_write(j, record_work, &(struct recording){x, j->job.account_id}, e))
		return false;
	seal_show(x->seal, shown);
	job_say(j, _("%zu files; the seal: %s"), out->files, shown);
	return true;
}

static bool
archive_run(struct job_run *j, struct err *e)
{
	long long cycle;
	int evidence;
	struct archived out;
	struct archive_wish w = {.tell = tell, .with = j};
	if (sscanf(j->job.given, "cycle=%lld evidence=%d", &cycle, &evidence) != 2)
		return err_set(e, ERR_INPUT, _("this job lacks what it was to work on"));
	w.cycle_id = cycle;
	w.evidence = evidence != 0;
	if (!fonts_open(e) || !archive_write(j->store, j->arena, &w, &out, e))
		return false;
	bool ok = archive_keep(j, &out, e);
	buf_free(&out.bytes);
	return ok;
}

const struct job_kind archive_kind = {.name = "archive", .resumes = true, .run = archive_run};
