#ifndef STORE_KEEP_ARCHIVE_ROWS_H
#define STORE_KEEP_ARCHIVE_ROWS_H

/*
 * The database of an archive: a body's database with nothing in it but one ended
 * cycle. Its departments, questions, sheets, summaries, decisions, plans, reminders,
 * documents, what was disposed of, what the log says of it; and of people and
 * accounts only who is named in these, without passwords. A newer program brings it
 * up to date in memory like any other, so it can be verified as long as bodies can.
 */

#include "base/buf.h"
#include "store/cycle/cycles.h"

enum { ARCHIVE_APPLICATION_ID = 0x746e6b41 }; /* "tnkA": what such a file says it is */

/* Counts that stand in the manifest. */
struct archive_counts {
	int64_t sheets, submitted, departments, documents, evidence, events;
};

/* In the snapshot of db. The same rows give the same bytes. */
bool archive_rows_write(struct db *db, int64_t cycle_id, struct buf *out, struct err *e);
bool archive_rows_count(struct db *db, int64_t cycle_id, struct archive_counts *out, struct err *e);

/* The same of something else: rows of each query, whose only argument is `of`, go into its table. */
struct archive_taking {
	const char *table, *query;
};
bool archive_rows_take(struct db *db, int64_t of, const struct archive_taking *list, size_t count, struct buf *out,
	struct err *e);

/* A private copy of such a file, brought up to date. ERR_INPUT when it is none, holds what does not
 * belong into one, or comes from a newer program. */
struct db *archive_rows_open(const void *bytes, size_t length, struct err *e);

#endif
