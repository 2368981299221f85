#ifndef STORE_KEEP_DISPOSALS_H
#define STORE_KEEP_DISPOSALS_H

/*
 * Disposals (廃棄) as they stand in the store: proposed by the secretariat for kinds of
 * records whose time is over, approved or declined by somebody else, carried out by
 * a job (store/keep/disposal_run.h), and kept for ever as the record of what is gone.
 * Each step is an event as well:
 *
 *	disposal_proposed disposal_withdrawn disposal_approved disposal_declined
 *	disposal_begun disposal_done	subject: whose records; detail: the kinds and why
 */

#include "store/keep/retained.h"

struct disposal_part {
	const char *kind, *title, *class;
	day_t starts, expires;
};

struct disposal_rows {
	const char *kind, *what; /* what: the table */
	int64_t rows;
};

struct disposal {
	int64_t id;
	struct record_subject subject;
	const char *subject_name;
	enum disposal_state state;
	const char *reason, *comment;
	int64_t proposed_by, executed_by;
	const char *proposer, *decider, *executor; /* names at the time; "" */
	instant_t proposed_at, decided_at, begun_at, done_at;
	const char *figures, *log_head; /* see the schema; "" */
	int64_t log_last;
	int64_t files, file_bytes; /* that were removed */
	struct disposal_part *parts;
	size_t part_count;
};

struct disposal_wish {
	struct record_subject subject;
	const char *const *kinds;
	size_t count;
	const char *reason;
	int64_t account_id;
	unsigned roles;
	instant_t now;
};

/* Inside a piece; *id of the new one. What belongs to sheets goes before them or with them. */
bool disposal_propose(
	struct db *db, struct arena *a, const struct disposal_wish *w, int64_t *id, struct err *e);

struct disposal_decision {
	int64_t id, account_id;
	unsigned roles;
	enum disposal_act act;
	const char *comment; /* must be given to decline */
	instant_t now;
};
/* Inside a piece. Approving looks once more whether everything may go. */
bool disposal_decide(struct db *db, struct arena *a, const struct disposal_decision *d, struct err *e);

bool disposal_find(struct db *db, struct arena *a, int64_t id, struct disposal *out, struct err *e);
/* Newest first; state DISPOSAL_STATES: of any. */
bool disposals_list(struct db *db, struct arena *a, enum disposal_state state, struct disposal **out,
	size_t *count, struct err *e);
/* What is gone, by kind and table. */
bool disposal_rows_list(
	struct db *db, struct arena *a, int64_t id, struct disposal_rows **out, size_t *count, struct err *e);

struct disposal_file {
	const char *digest, *state; /* "listed" "removed" "shared" */
	int64_t size;
};
bool disposal_files_list(struct db *db, struct arena *a, int64_t id, int skip, int most,
	struct disposal_file **out, size_t *count, struct err *e); /* by digest */

/* Whether a file with these bytes went with something, and when; *at 0 while it goes. */
bool disposed_file(struct db *db, const char *digest, bool *found, instant_t *at, struct err *e);

/* Whether everything of it may go now. */
bool disposal_fits(struct db *db, struct arena *a, const struct disposal *d, day_t today, struct err *e);
/* ERR_CONFLICT: the cycle has a disposal that is approved, begun or done, so it stays as it ended. */
bool cycle_undisposed(struct db *db, int64_t cycle_id, struct err *e);
bool disposal_log(struct db *db, struct arena *a, int64_t id, const char *what, int64_t account_id,
	instant_t now, struct err *e);

#endif
