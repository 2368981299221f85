#ifndef STORE_KEEP_ARCHIVES_H
#define STORE_KEEP_ARCHIVES_H

/*
 * 保存ファイル: that an archive was written of an ended cycle, with its seal, by whom and
 * when. The record stays for ever; the file itself only as long as nothing it holds
 * was disposed of here. The same archive written again is the same row.
 */

#include "base/secret.h"
#include "store/cycle/cycles.h"

struct archive {
	int64_t id, cycle_id;
	const char *cycle_title;
	int year, edition; /* of the cycle */
	const char *seal;
	const char *digest; /* of the file (store/files.h); NULL: it is not kept here */
	int64_t size;
	bool sheets, evidence; /* what is in it */
	int64_t log_last;      /* the log when the cycle ended (store/event_chain.h); 0: not known */
	const char *log_head;
	instant_t written_at;
	const char *who; /* "" for the command line */
};

/* Inside a piece; *id of the record. */
bool archive_record(struct db *db, const struct archive *x, int64_t account_id, int64_t *id, struct err *e);
bool archive_find(struct db *db, struct arena *a, int64_t id, struct archive *out, struct err *e);
/* The latest first. */
bool archives_of_cycle(
	struct db *db, struct arena *a, int64_t cycle_id, struct archive **out, size_t *count, struct err *e);

/* The last event of the log when the cycle ended; 0 when it is not known any more. */
bool archive_log_last(struct db *db, const struct cycle *c, int64_t *out, struct err *e);

#endif
