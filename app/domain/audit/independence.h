#ifndef DOMAIN_AUDIT_INDEPENDENCE_H
#define DOMAIN_AUDIT_INDEPENDENCE_H

/*
 * What stands against someone auditing something (監査人の独立性): belonging to the
 * department, having left it less than some months ago, running its system, being
 * responsible for its contract or account, managing it. Each is a conflict that only a
 * waiver with a reason and an approver sets aside, and the waiver is printed.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"

enum conflict_kind {
	CONFLICT_BELONGS,  /* has a post in the department now */
	CONFLICT_LEFT,     /* had one until less than the months ago */
	CONFLICT_OWNS,     /* answers for the system, contract, account, facility or asset audited */
	CONFLICT_ANSWERED, /* answered for the office audited in this year's self-check */
	CONFLICTS          /* how many */
};
const char *conflict_key(enum conflict_kind k); /* "belongs" … */

struct held_post {
	int64_t department_id;
	day_t from, to; /* to: the last day; 0 while it is held */
};

/* What is audited. */
struct audited {
	const int64_t *departments; /* those audited, those under them and those they came out of included */
	size_t department_count;
	const int64_t *owners; /* persons who answer for what is audited */
	size_t owner_count;
	const int64_t *answerers; /* persons who answered for an office of it this year */
	size_t answerer_count;
};

struct conflict {
	enum conflict_kind kind;
	int64_t department_id; /* 0 where it is not about one */
	day_t until;           /* CONFLICT_LEFT: the day from which nothing stands against it any more */
};

/*
 * Every conflict of a person, one a kind and department, in the order of the kinds.
 * day: of the audit's beginning. months: how long a former post counts; 0: not at all.
 */
size_t conflicts_find(struct arena *a, int64_t person_id, const struct held_post *posts, size_t post_count,
	const struct audited *what, day_t day, int months, struct conflict **out);

#endif
