#ifndef DOMAIN_AUDIT_INDEPENDENCE_H
#define DOMAIN_AUDIT_INDEPENDENCE_H

/*
 * What stands against someone auditing a department (監査人の独立性): belonging to it, or
 * having left it less than some months ago. Nothing sets a conflict aside; someone else audits.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"

enum conflict_kind {
	CONFLICT_BELONGS, /* has a post in the department now */
	CONFLICT_LEFT,    /* had one until less than the months ago */
};

struct held_post {
	int64_t department_id;
	day_t from, to; /* to: the last day; 0 while it is held */
};

/* What is audited: departments, those under them and those they came out of included. */
struct audited {
	const int64_t *departments;
	size_t department_count;
};

struct conflict {
	enum conflict_kind kind;
	int64_t department_id;
	day_t until; /* CONFLICT_LEFT: the day from which nothing stands against it any more */
};

/*
 * Every conflict that a person's posts make, one a kind and department, in the order of the kinds.
 * day: of the audit's beginning. months: how long a former post counts; 0: not at all.
 */
size_t conflicts_find(struct arena *a, const struct held_post *posts, size_t post_count,
	const struct audited *what, day_t day, int months, struct conflict **out);

#endif
