#ifndef STORE_KEEP_STANDING_H
#define STORE_KEEP_STANDING_H

/*
 * What documents are about, and how it stands: whether what a document shows of it is
 * settled, and in which edition.
 *
 *	cycle	実施回		its figures are final
 *	audit	監査		it has come to a state of domain/audit/engagement.h
 *	year	監査年度		every audit of the fiscal year has, but those that were cancelled
 *	plan	監査計画	it is approved, and not being changed again
 *	revision 改正		"imported": the edition of the policy was, and not withdrawn
 *	risks	リスク評価	"settled": the assessment of the fiscal year was, and nothing was decided since
 *	finding	指摘		"planned": its plan was approved; "reported": its measures are
 *				being verified, or were; "closed"
 */

#include "base/arena.h"
#include "base/day.h"
#include "db/db.h"

struct topic {
	const char *about; /* of the list above */
	int64_t id;        /* of a year and of risks the fiscal year */
};

bool topic_known(const char *about);
bool topic_settles(const char *about, const char *settles); /* it is one of its states */
bool topic_is_cycle(const struct topic *t);
struct topic topic_cycle(int64_t cycle_id);

struct standing {
	bool settled;
	int edition; /* 版: raised when something settled was reopened */
	int version; /* changes whenever what a document shows may; of most things the edition */
	bool gone;   /* part of what it shows was disposed of: what was issued stays, and no other is made */
};
/* settles: from which state on; NULL for a cycle. ERR_ABSENT: there is no such thing. */
bool topic_standing(struct db *db, struct arena *a, const struct topic *t, const char *settles,
	struct standing *out, struct err *e);
/* Why it was reopened first after that version, of which a document was issued then; "" when nobody said. */
bool topic_reopened(struct db *db, struct arena *a, const struct topic *t, int version, instant_t issued_at,
	const char **reason, struct err *e);

#endif
