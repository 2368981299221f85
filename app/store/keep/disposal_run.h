#ifndef STORE_KEEP_DISPOSAL_RUN_H
#define STORE_KEEP_DISPOSAL_RUN_H

/*
 * Carrying out an approved disposal, in small pieces for a job (work/disposal_job.h).
 * Whatever moment it is interrupted at, it goes on from where it was: what is gone is
 * counted in the piece in which it went, and only when nothing is left is it done.
 *
 *	disposal_begin → disposal_step until nothing is left → every file of
 *	disposal_file_next → db_settle → disposal_finish
 *
 * Results of jobs about the cycle, archives among them, hold copies of what goes:
 * they go with it.
 */

#include "store/files.h"
#include "store/keep/disposals.h"

/* Inside a piece. Looks once more whether everything may go; what has begun goes on. The answers were
 * held against the summaries before when there are sheets among it. */
bool disposal_begin(
	struct db *db, struct arena *a, int64_t id, int64_t account_id, instant_t now, struct err *e);

/* Inside a piece: at most so many rows of a table. *more false: none were left. */
bool disposal_step(struct db *db, struct arena *a, int64_t id, int most, bool *more, struct err *e);

/* A file that nothing names any more is to be dropped and settled. *found false: none is listed. */
bool disposal_file_next(
	struct db *db, struct arena *a, int64_t id, struct disposal_file *out, bool *found, struct err *e);
bool file_named(struct db *db, const char *digest, bool *out, struct err *e);
/* Inside a piece: state and size. */
bool disposal_file_settle(struct db *db, int64_t id, const struct disposal_file *f, struct err *e);

/* Inside a piece, when the journal is empty. */
bool disposal_finish(
	struct db *db, struct arena *a, int64_t id, int64_t account_id, instant_t now, struct err *e);

#endif
