#ifndef DOMAIN_AUDIT_INDEPENDENCE_H
#define DOMAIN_AUDIT_INDEPENDENCE_H

/*
 * What stands against someone auditing a department or a system (監査人の独立性): belonging to
 * the department, having left it less than some months ago, administering the system
 * (情報システム管理者). In an audit it can be waived (独立性の特例, store/audit/waivers.h).
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"

enum conflict_kind {
	CONFLICT_BELONGS,     /* has a post in the department now */
	CONFLICT_LEFT,        /* had one until less than the months ago */
	CONFLICT_ADMINISTERS, /* is responsible for the system */
	CONFLICTS
};
const char *conflict_key(enum conflict_kind k);  /* "belongs" "left" "administers" */
enum conflict_kind conflict_of(const char *key); /* CONFLICTS when unknown */
/* In words, of somebody else. */
const char *conflict_sentence(enum conflict_kind k);

struct held_post {
	int64_t department_id;
	day_t from, to; /* to: the last day; 0 while it is held */
};

struct auditor {
	int64_t person_id; /* 0: outside the roster, so that only posts could stand against it */
	const struct held_post *posts;
	size_t post_count;
};

/* What is audited: departments, those under them and those they came out of included; and who administers
 * the system, of which department. */
struct audited {
	const int64_t *departments;
	size_t department_count;
	int64_t owner_id; /* 0: no system, or nobody */
	int64_t owner_department_id;
};

struct conflict {
	enum conflict_kind kind;
	int64_t department_id;
	day_t until; /* CONFLICT_LEFT: the day from which nothing stands against it any more */
};

/*
 * Every conflict of a person, one a kind and department, in the order of the kinds.
 * day: of the audit's beginning. months: how long a former post counts; 0: not at all.
 */
size_t conflicts_find(struct arena *a, const struct auditor *who, const struct audited *what, day_t day,
	int months, struct conflict **out);

#endif
