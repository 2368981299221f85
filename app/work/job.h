#ifndef WORK_JOB_H
#define WORK_JOB_H

/*
 * Kinds of jobs: what takes longer than a page, done one at a time by the runner
 * (work/runner.h) on a thread that yields to everybody who answers. A new kind is
 * a file with its `struct job_kind`, a row in kinds.c and its name in
 * templates/job_word.tpl. It is started by job_add (store/jobs.h) in a piece of the
 * writer and watched on /jobs/ID:
 *
 *	static bool
 *	count_run(struct job_run *j, struct err *e)
 *	{
 *		for (int i = 0; i < 200; i++)
 *			if (!work_on(i) || !job_progress(j, i + 1, 200, e))
 *				return false;
 *		return job_result(j, bytes, length, "counted.csv", e);
 *	}
 *
 * A kind changes what is stored in small pieces of the writer, so that nobody who
 * answers waits for it, and asks job_progress often: that is where it learns that it
 * was cancelled or that the server is to end.
 */

#include "store/jobs.h"
#include "store/store.h"

struct runner;

struct job_run {
	struct store *store;
	struct db *db; /* the runner's reader, without a snapshot: one that stays open holds up checkpoints,
			  so a kind takes it (db_begin … db_commit) around reads that must agree */
	struct arena *arena; /* until the job ends */
	struct job job;      /* what was asked for */
	struct runner *runner;
	int64_t told; /* the runner's: when progress was last written, in ms */
};

struct job_kind {
	const char *name;
	bool resumes; /* when the server ends meanwhile it is run again; else marked as cut off */
	bool (*run)(struct job_run *j, struct err *e);
};

extern const struct job_kind *const job_kinds[]; /* until NULL */

/* So much of total is done. Written at most four times a second; false when the job
 * was cancelled or the server is to end: the kind then returns false as well. */
bool job_progress(struct job_run *j, int64_t done, int64_t total, struct err *e);

/* Whether to go on, after waiting so long; false when the server is to end. */
bool job_goes_on(struct job_run *j, int ms, struct err *e);

/* What the job has made, for downloading; kept by its digest. The last one counts. */
bool job_result(struct job_run *j, const void *bytes, size_t length, const char *filename, struct err *e);

/* What came of it, in a sentence. */
void job_say(struct job_run *j, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Runs one piece on the writer and waits. */
bool job_write(struct job_run *j, bool (*work)(struct db *, struct piece *, struct err *), void *with,
	struct err *e);

#endif
