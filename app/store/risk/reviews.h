#ifndef STORE_RISK_REVIEWS_H
#define STORE_RISK_REVIEWS_H

/*
 * 見直しの検討: the record of each time it was considered whether to revise the policy
 * (clause 8): what gave occasion to it, what was weighed, which findings, assessments and
 * editions were looked at, and what was decided. Such a record is never changed; a later
 * one says more.
 */

#include "store/event.h"

enum { REVIEW_TEXT_MOST = 2000, REVIEW_NAME_MOST = 100 /* code points */ };

enum review_cause {
	CAUSE_RESULTS,
	CAUSE_CHANGE,
	CAUSE_BOTH,
	REVIEW_CAUSES
}; /* 点検・監査の結果, 状況の変化 */
const char *review_cause_key(enum review_cause c);
enum review_cause review_cause_of(const char *key); /* REVIEW_CAUSES when unknown */

enum review_link { LINK_FINDING, LINK_RISK, LINK_EDITION, REVIEW_LINKS };

struct review {
	int64_t id;
	int year;
	enum review_cause cause;
	const char *occasion, *weighed, *decision, *decided_by, *who;
	bool revise;
	day_t decided_day;
	instant_t at;
	int64_t *links[REVIEW_LINKS]; /* ids; of review_find only */
	size_t link_counts[REVIEW_LINKS];
};

bool reviews_list(
	struct db *db, struct arena *a, struct review **out, size_t *count, struct err *e); /* newest first */
bool review_find(struct db *db, struct arena *a, int64_t id, struct review *out, struct err *e);

/* In a piece; logged. ERR_INPUT for what is missing or too long, a day to come, and a link to what is
 * not there. */
bool review_add(
	struct db *db, struct arena *a, struct review *r, int64_t account_id, instant_t now, struct err *e);

#endif
