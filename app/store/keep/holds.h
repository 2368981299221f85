#ifndef STORE_KEEP_HOLDS_H
#define STORE_KEEP_HOLDS_H

/*
 * 保留: records that are not to be disposed of for now although their time is over: a
 * request for disclosure, an audit that goes on. Set and lifted by the secretariat
 * with a reason, both recorded. A hold stops what is proposed and what is approved,
 * but not what has begun.
 */

#include "store/keep/retained.h"

struct hold {
	int64_t id;
	const char *kind, *title; /* "": every kind */
	const char *reason, *who;
	instant_t at;
	instant_t lifted_at; /* 0: it holds */
	const char *lifted_by, *lifted_reason;
};

/* Inside a piece. kind "": every kind. ERR_INPUT: no such kind for the subject, or no reason. */
bool hold_add(struct db *db, struct record_subject subject, const char *kind, const char *reason,
	int64_t account_id, instant_t now, struct err *e);
/* ERR_ABSENT: not of that subject. ERR_CONFLICT: lifted already. ERR_INPUT: no reason. */
bool hold_lift(struct db *db, struct record_subject subject, int64_t id, const char *reason,
	int64_t account_id, instant_t now, struct err *e);
/* The latest first. */
bool holds_list(struct db *db, struct arena *a, struct record_subject subject, struct hold **out,
	size_t *count, struct err *e);

/* How a subject is called in the log: the title of the cycle, or the fiscal year. */
bool record_subject_name(
	struct db *db, struct arena *a, struct record_subject subject, const char **out, struct err *e);

#endif
