#ifndef STORE_AUDIT_REQUESTS_H
#define STORE_AUDIT_REQUESTS_H

/*
 * Requests for documents (資料依頼) as they are remembered: asked by who audits, from the
 * announcement of the audit until its report is fixed, answered by who acts for the department,
 * in words and with files. Events, subject the request's number:
 *
 *	audit_requested audit_request_moved
 *	audit_file_added audit_file_removed audit_file_read	detail: the name
 */

#include "domain/answer/evidence.h"
#include "domain/audit/request.h"
#include "store/audit/engagements.h"

enum { REQUEST_TEXT_MOST = 1000 /* code points */, REQUEST_FILES_MOST = 20 };

struct audit_request {
	int64_t id, engagement_id;
	int serial;
	const char *text, *item; /* item "": none in particular */
	day_t due_day;
	enum request_state state;
	const char *answer, *answered_who;
	instant_t answered_at; /* 0: not yet */
	int revision;
	const char *who;
	instant_t asked_at;
};
const char *request_number(struct arena *a, const struct engagement *g, const struct audit_request *r);

bool requests_list(struct db *db, struct arena *a, int64_t engagement_id, struct audit_request **out,
	size_t *count, struct err *e);
bool request_find(struct db *db, struct arena *a, int64_t id, struct audit_request *out, struct err *e);

struct request_moved {
	instant_t at;
	const char *who, *words;
	enum request_state to;
};
bool request_moves_of(struct db *db, struct arena *a, int64_t request_id, struct request_moved **out,
	size_t *count, struct err *e); /* newest first */

struct request_file {
	int64_t id, request_id;
	const char *digest, *name, *kind;
	int64_t size;
	int secrecy;
	instant_t added_at, removed_at; /* removed_at 0: it counts */
};
bool request_files(struct db *db, struct arena *a, int64_t request_id, struct request_file **out,
	size_t *count, struct err *e); /* those that count */
bool request_file_find(struct db *db, struct arena *a, int64_t id, struct request_file *out, struct err *e);

/* Which of enum request_actor an account may act as (engagement_acting); whoever acts for the department is
 * not its auditor. */
bool request_actors(struct db *db, const struct engagement_act *x, const struct engagement *g, unsigned *out,
	struct err *e);

/* What waits for an account, in audits that run: to be handed in by it, or looked at by it. */
struct request_waiting {
	struct engagement audit;
	struct audit_request request;
};
bool requests_waiting(struct db *db, const struct engagement_act *x, struct request_waiting **out,
	size_t *count, struct err *e); /* by due day */

/* ---- acts: each in a piece, logged; x->revision is the request's ------------------------------ */

/* Sets id and serial. ERR_INPUT without words or a day to come. */
bool request_add(struct db *db, const struct engagement_act *x, struct audit_request *what, struct err *e);
/* words: the answer, or the reason. */
bool request_act_move(struct db *db, const struct engagement_act *x, int64_t request_id, const char *name,
	const char *words, struct err *e);

/* A file of whoever acts for the department, while the request waits for it. The same one twice is one. */
bool request_file_add(struct db *db, const struct engagement_act *x, const struct request_file *what,
	int64_t total_most, struct err *e);
bool request_file_remove(
	struct db *db, const struct engagement_act *x, const struct request_file *what, struct err *e);
bool request_file_note_read(
	struct db *db, const struct engagement_act *x, const struct request_file *what, struct err *e);

#endif
