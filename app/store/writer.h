#ifndef STORE_WRITER_H
#define STORE_WRITER_H

/*
 * The one hand that writes. A thread takes every piece of work that waits, begins
 * one transaction, runs each piece in a savepoint of its own, lets the batch add
 * up its summary deltas, commits once, and only then tells each piece how it
 * went. While one batch syncs to disk the next one gathers; there is no timer.
 * What fails is undone alone. A piece told "ok" is on disk.
 *
 * Invariant: `done` is called exactly once per piece that was taken, on the
 * writer's thread, after COMMIT (or after the failure), also during writer_destroy.
 */

#include <stdbool.h>
#include <stddef.h>

#include "db/db.h"
#include "domain/score/tally.h"

struct writer;

struct piece {
	bool (*work)(struct db *db, struct piece *p, struct err *e); /* on the writer's thread */
	void (*done)(struct piece *p);                               /* ok and err say how it went */
	void *with;
	bool ok;
	struct err err;
	struct piece *next;  /* the writer's */
	struct batch *batch; /* during work: where summary deltas go */
};

/* Takes the connection over. */
struct writer *writer_create(struct db *db);
void writer_destroy(struct writer *w);

/* Takes a piece; the caller keeps the memory until done. False when the queue is full (ERR_BUSY). */
bool writer_add(struct writer *w, struct piece *p);

/* What was stored so far, and in how many commits: how well pieces share them. */
struct writer_counts {
	size_t pieces, commits;
};
struct writer_counts writer_counts(struct writer *w);

/* Runs one piece and waits: for the command line and tests, never on a request thread. */
bool writer_run(
	struct writer *w, bool (*work)(struct db *, struct piece *, struct err *), void *with, struct err *e);

/* Deltas of a batch, added up in memory and applied once inside the same commit.
 * A piece that is undone takes its deltas back with it. */
void batch_tally(struct piece *p, int64_t cycle_id, const char *set_key, int64_t department_id,
	const char *item, const struct tally *delta);

struct progress_delta {
	int asked, drafts, submitted, late, returned, confirmed, excluded;
	int changed; /* sheets whose part in the tallies changed: what is shown may be due (shown.h) */
};
void progress_add(struct progress_delta *sum, const struct progress_delta *d, int sign);
void batch_progress(struct piece *p, int64_t cycle_id, const char *set_key, int64_t department_id,
	struct progress_delta delta);

#endif
