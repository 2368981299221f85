#ifndef STORE_JOBS_H
#define STORE_JOBS_H

/*
 * Jobs (処理): what takes longer than a page, as it stands in the store. Whoever
 * wants one adds it in a piece of work of the writer and shows /jobs/ID; the
 * runner (work/runner.h) does it. queued → running → done, failed, cut (the server
 * ended meanwhile) or cancelled; nothing leaves those four, a new try is a new job.
 */

#include "base/arena.h"
#include "base/day.h"
#include "db/db.h"

enum job_state { JOB_QUEUED, JOB_RUNNING, JOB_DONE, JOB_FAILED, JOB_CUT, JOB_CANCELLED };

struct job {
	int64_t id;
	const char *kind;    /* a section of templates/job_word.tpl */
	const char *subject; /* what it is about, in words for people */
	const char
		*given; /* what its kind reads, in words of its own: "cycle=3 recipe=self-check-department" */
	const char *input; /* digest of a file it reads (store/files.h); NULL: none */
	enum job_state state;
	int64_t done, total;                           /* total 0: not known yet */
	bool held;                                     /* it holds the organisation */
	int64_t account_id;                            /* who asked for it; 0: the server itself */
	const char *who;                               /* that account's name */
	instant_t created_at, started_at, finished_at; /* 0: not yet */
	const char *message;                           /* what came of it, or why nothing did; "" */
	const char *digest, *filename;                 /* of the result; NULL: there is none */
};

const char *job_state_key(enum job_state s); /* "queued" … "cancelled" */

/* Inside a piece; of j counts what is asked for: kind, subject, given, input,
 * account_id, created_at. While the same is still under way for the same account
 * that one is meant: a button pressed twice starts nothing twice. */
bool job_add(struct db *db, const struct job *j, int64_t *id, struct err *e);
/* Inside a piece. ERR_CONFLICT when it is over already, or is being carried through (job_carried). */
bool job_cancel(struct db *db, int64_t id, int64_t account_id, instant_t now, struct err *e);

bool job_find(struct db *db, struct arena *a, int64_t id, struct job *out, struct err *e);
/* Newest first; account_id 0: everybody's. */
bool jobs_list(struct db *db, struct arena *a, int64_t account_id, int skip, int most, struct job **out,
	size_t *count, struct err *e);

/* ---- for the runner, inside pieces -------------------------------------------------- */

bool job_next(struct db *db, struct arena *a, struct job *out, struct err *e); /* ERR_ABSENT: none waits */
/* What was running when the server ended: queued again if again, else cut. */
bool jobs_left(struct db *db, struct arena *a, struct job **out, size_t *count, struct err *e);
bool job_leave(struct db *db, int64_t id, bool again, instant_t now, struct err *e);
/* ERR_CONFLICT for each of them when the job does not run any more: it was cancelled. */
bool job_start(struct db *db, int64_t id, instant_t now, struct err *e);
bool job_advance(struct db *db, int64_t id, int64_t done, int64_t total, struct err *e);
/* From here on nobody else changes the organisation until the job is over, whatever ends the server
 * meanwhile; and once something of it is done it is carried through, so that it is never left half done. */
bool job_hold(struct db *db, int64_t id, struct err *e);
bool job_carried(const struct job *j);
bool job_end(struct db *db, const struct job *j,
	struct err *e); /* state, message, digest, filename, finished_at */

/* Inside the pieces of whoever else would change the organisation, or count on it: ERR_BUSY while a
 * job holds it. */
bool organisation_free(struct db *db, struct err *e);

#endif
