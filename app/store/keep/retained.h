#ifndef STORE_KEEP_RETAINED_H
#define STORE_KEEP_RETAINED_H

/*
 * How the records of one cycle, or of one fiscal year, stand: of each kind how many
 * there are, from when they count and until when they must be kept, and what is on
 * its way with them. Sheets are kept as long as anything that belongs to them.
 */

#include "domain/keep/disposal.h"
#include "store/cycle/cycles.h"
#include "store/keep/retention.h"

/* Whose records: a cycle's, or what is kept by fiscal year. */
struct record_subject {
	int64_t cycle_id; /* 0: of the fiscal year */
	int year;
};

enum retained_state {
	RETAINED_NONE,     /* there are no such records */
	RETAINED_OPEN,     /* not completed: not counted yet */
	RETAINED_KEPT,     /* until 満了日, or for ever */
	RETAINED_HELD,     /* 保留: not to be disposed of for now */
	RETAINED_EXPIRED,  /* 満了: may be proposed */
	RETAINED_PROPOSED, /* from here on as of the disposal */
	RETAINED_APPROVED,
	RETAINED_RUNNING,
	RETAINED_DISPOSED, /* by a disposal, and none are left */
	RETAINED_STATES    /* how many */
};
const char *retained_state_key(enum retained_state s); /* "none" … "disposed" */

struct retained {
	const struct retention_kind *kind;
	enum retained_state state;
	struct retention span;
	int64_t count;
	int64_t disposal_id;   /* of the last four states; 0: none */
	instant_t disposed_at; /* 0: not */
	const char *held_for;  /* why, of those held; "" */
};

/* The kinds of the subject's scope in the order of the file. except: a disposal that does not count. */
bool retained_list(struct db *db, struct arena *a, struct record_subject subject, day_t today, int64_t except,
	struct retained **out, size_t *count, struct err *e);
const struct retained *retained_find(const struct retained *list, size_t count, const char *kind);

/* ERR_CONFLICT with the reason when these may not be disposed of now. */
bool retained_may_go(const struct retained *r, struct err *e);

/* The fiscal years that are over and have records, newest first. */
bool record_years(struct db *db, struct arena *a, day_t today, int **out, size_t *count, struct err *e);

/* Whether a disposal of such records has begun: then they are not to be read as a whole any more. */
bool records_disposed(struct db *db, int64_t cycle_id, const char *kind, bool *out, struct err *e);
/* ERR_GONE, with a sentence that says since when, when it has. */
bool records_there(struct db *db, struct arena *a, int64_t cycle_id, const char *kind, struct err *e);

#endif
