#ifndef REPORT_ABOUT_H
#define REPORT_ABOUT_H

/*
 * What a recipe is about (its key `about`): a cycle unless it says otherwise, or one
 * sheet of it. What a recipe may name — blocks, places — depends on it. To add one: a
 * row in about.c, and one in store/keep/standing.c, which knows when it is settled.
 */

#include "report/block.h"

struct about_kind {
	const char *about;
	enum about bit;
	bool department; /* can be made for one department, or for the body */
	/* What the blocks work with; figures have a subject, and a cycle at least with a year. */
	bool (*load)(struct composer *c, struct err *e);
	/* For names of files: R08, R08-A02, R08-003. */
	bool (*mark)(struct db *db, struct arena *a, int64_t id, const char **out, struct err *e);
	/* Which one a person means: R08-A02, 2026, R08-003; NULL: a cycle is asked for otherwise. */
	bool (*named)(struct db *db, struct arena *a, const char *name, int64_t *id, struct err *e);
};
const struct about_kind *about_find(const char *about); /* NULL when unknown */
size_t about_names(struct arena *a, const char *const **names);

enum about recipe_about(const struct recipe *r);
struct topic request_topic(const struct recipe *r, const struct report_request *rq);

/* The set a recipe is about in a cycle: its own, or the cycle's first where it has not that one. */
bool about_set(struct db *db, struct arena *a, const struct recipe *r, int64_t cycle_id, const char **set,
	struct err *e);

#endif
