#include "store/jobs.h"

#include <string.h>

#include "base/words.h"
#include "store/event.h"

static const char *const state_keys[] = {
	[JOB_QUEUED] = "queued",
	[JOB_RUNNING] = "running",
	[JOB_DONE] = "done",
	[JOB_FAILED] = "failed",
	[JOB_CUT] = "cut",
	[JOB_CANCELLED] = "cancelled",
};

const char *
job_state_key(enum job_state s)
{
	return state_keys[s];
}

static enum job_state
job_state_of(const char *key)
{
	enum job_state s = JOB_CANCELLED;
	while (s > JOB_QUEUED && strcmp(state_keys[s], key) != 0)
		s--;
	return s;
}

/* ---- asking for one ------------------------------------------------------------------- */

SQL(same_job, "SELECT id FROM job WHERE state IN ('queued', 'running') AND kind = $1 AND given = $2"
	      " AND coalesce(input, '') = coalesce($3, '') AND coalesce(account_id, 0) = $4");
SQL(insert_job, "INSERT INTO job (kind, subject, given, input, account_id, created_at)"
		" VALUES ($1, $2, $3, $4, nullif($5, 0), $6) RETURNING id");

static bool
job_under_way(struct db *db, const struct job *j, int64_t *id, struct err *e)
{
	struct rows r;
	*id = 0;
	if (!db_query(db, &r, e, same_job, "sssi", j->kind, j->given, j->input, j->account_id))
		return false;
	if (rows_next(&r))
		*id = row_int(&r, 0);
	return rows_end(&r, e);
}

bool
job_add(struct db *db, const struct job *j, int64_t *id, struct err *e)
{
	struct rows r;
	if (!job_under_way(db, j, id, e))
		return false;
	if (*id != 0)
		return true;
	if (!db_query(db, &r, e, insert_job, "ssssii", j->kind, j->subject, j->given, j->input, j->account_id,
		    j->created_at))
		return false;
	if (rows_next(&r))
		*id = row_int(&r, 0);
	return rows_end(&r, e) &&
	       event_add(db, j->created_at, j->account_id, "job_added", j->kind, j->subject, e);
}

SQL(cancel_job, "UPDATE job SET state = 'cancelled', finished_at = $2 WHERE id = $1"
		" AND state IN ('queued', 'running') AND (held = 0 OR done = 0) RETURNING kind, subject");

bool
job_cancel(struct db *db, int64_t id, int64_t account_id, instant_t now, struct err *e)
{
	struct rows r;
	struct arena *a = arena_create();
	const char *kind = NULL, *subject = NULL;
	bool ok = db_query(db, &r, e, cancel_job, "ii", id, now);
	if (ok && rows_next(&r)) {
		kind = row_text(&r, 0, a);
		subject = row_text(&r, 1, a);
	}
	ok = ok && rows_end(&r, e) &&
	     (kind != NULL ||
		     err_set(e, ERR_CONFLICT, _("this job is over, or so far that it is carried through"))) &&
	     event_add(db, now, account_id, "job_cancelled", kind, subject, e);
	arena_destroy(a);
	return ok;
}

/* ---- looking ---------------------------------------------------------------------------- */

#define JOB_COLUMNS                                                                                          \
	"SELECT j.id, j.kind, j.subject, j.given, j.input, j.state, j.done, j.total, j.held, j.account_id,"  \
	" coalesce(p.name, a.login, ''), j.created_at, j.started_at, j.finished_at, j.message, j.digest,"    \
	" j.filename FROM job j LEFT JOIN account a ON a.id = j.account_id"                                  \
	" LEFT JOIN person p ON p.id = a.person_id"

SQL(find_job, JOB_COLUMNS " WHERE j.id = $1");
SQL(list_jobs, JOB_COLUMNS " WHERE $1 = 0 OR j.account_id = $1 ORDER BY j.id DESC LIMIT $3 OFFSET $2");
SQL(next_job, JOB_COLUMNS " WHERE j.state = 'queued' ORDER BY j.id LIMIT 1");
SQL(running_jobs, JOB_COLUMNS " WHERE j.state = 'running' ORDER BY j.id");

static struct job
job_row(struct rows *r, struct arena *a)
{
	return (struct job){.id = row_int(r, 0),
		.kind = row_text(r, 1, a),
		.subject = row_text(r, 2, a),
		.given = row_text(r, 3, a),
		.input = row_text(r, 4, a),
		.state = job_state_of(row_text(r, 5, a)),
		.done = row_int(r, 6),
		.total = row_int(r, 7),
		.held = row_int(r, 8) != 0,
		.account_id = row_int(r, 9),
		.who = row_text(r, 10, a),
		.created_at = row_int(r, 11),
		.started_at = row_int(r, 12),
		.finished_at = row_int(r, 13),
		.message = row_text(r, 14, a),
		.digest = row_text(r, 15, a),
		.filename = row_text(r, 16, a)};
}

static bool
job_one(struct rows *r, struct arena *a, struct job *out, struct err *e)
{
	bool found = rows_next(r);
	if (found)
		*out = job_row(r, a);
	return rows_end(r, e) && (found || err_set(e, ERR_ABSENT, _("there is no such job")));
}

bool
job_find(struct db *db, struct arena *a, int64_t id, struct job *out, struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, find_job, "i", id) && job_one(&r, a, out, e);
}

bool
job_next(struct db *db, struct arena *a, struct job *out, struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, next_job, "") && job_one(&r, a, out, e);
}

static bool
jobs_take(struct rows *r, struct arena *a, struct job **out, size_t *count, struct err *e)
{
	struct job *list = NULL;
	size_t n = 0;
	while (rows_next(r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = job_row(r, a);
	}
	*out = list;
	*count = n;
	return rows_end(r, e);
}

bool
jobs_list(struct db *db, struct arena *a, int64_t account_id, int skip, int most, struct job **out,
	size_t *count, struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, list_jobs, "iii", account_id, (int64_t)skip, (int64_t)most) &&
	       jobs_take(&r, a, out, count, e);
}

bool
jobs_left(struct db *db, struct arena *a, struct job **out, size_t *count, struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, running_jobs, "") && jobs_take(&r, a, out, count, e);
}

/* ---- its way ------------------------------------------------------------------------------- */

static bool
still_runs(struct db *db, struct err *e)
{
	return db_changes(db) == 1 || err_set(e, ERR_CONFLICT, _("the job was cancelled"));
}

SQL(start_job,
	"UPDATE job SET state = 'running', started_at = $2, done = CASE WHEN held = 1 THEN done ELSE 0 END"
	" WHERE id = $1 AND state = 'queued'");

bool
job_start(struct db *db, int64_t id, instant_t now, struct err *e)
{
	return db_exec(db, e, start_job, "ii", id, now) && still_runs(db, e);
}

SQL(advance_job, "UPDATE job SET done = $2, total = $3 WHERE id = $1 AND state = 'running'");

bool
job_advance(struct db *db, int64_t id, int64_t done, int64_t total, struct err *e)
{
	return db_exec(db, e, advance_job, "iii", id, done, total) && still_runs(db, e);
}

SQL(hold_job, "UPDATE job SET held = 1 WHERE id = $1 AND state = 'running'");

bool
job_hold(struct db *db, int64_t id, struct err *e)
{
	return db_exec(db, e, hold_job, "i", id) && still_runs(db, e);
}

bool
job_carried(const struct job *j)
{
	return j->held && j->done > 0;
}

SQL(any_holds, "SELECT EXISTS (SELECT 1 FROM job WHERE state IN ('queued', 'running') AND held = 1)");

bool
organisation_free(struct db *db, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, any_holds, ""))
		return false;
	bool held = rows_next(&r) && row_int(&r, 0) != 0;
	return rows_end(&r, e) &&
	       (!held || err_set(e, ERR_BUSY, _("a large roster is being taken over; try again shortly")));
}

SQL(end_job, "UPDATE job SET state = $2, message = $3, digest = $4, filename = $5, finished_at = $6,"
	     " done = CASE WHEN $2 = 'done' THEN total ELSE done END WHERE id = $1 AND state = 'running'");

bool
job_end(struct db *db, const struct job *j, struct err *e)
{
	return db_exec(db, e, end_job, "issssi", j->id, job_state_key(j->state), j->message, j->digest,
		       j->filename, j->finished_at) &&
	       still_runs(db, e);
}

SQL(queue_job, "UPDATE job SET state = 'queued', started_at = NULL WHERE id = $1 AND state = 'running'");
SQL(cut_job, "UPDATE job SET state = 'cut', finished_at = $2 WHERE id = $1 AND state = 'running'");

bool
job_leave(struct db *db, int64_t id, bool again, instant_t now, struct err *e)
{
	return again ? db_exec(db, e, queue_job, "i", id) : db_exec(db, e, cut_job, "ii", id, now);
}
