#ifndef STORE_PEOPLE_H
#define STORE_PEOPLE_H

/* Departments, persons and the roster as they stand today. */

#include "base/arena.h"
#include "base/day.h"
#include "db/db.h"
#include "domain/flag.h"
#include "domain/roster.h"

struct department {
	int64_t id;
	const char *key, *name, *kind;
	int ord;
	flags_t flags;
	day_t valid_from, valid_to; /* valid_to 0: still exists */
};

bool department_find(struct db *db, struct arena *a, const char *key, struct department *out, struct err *e);
bool departments_list(struct db *db, struct arena *a, struct department **out, size_t *count, struct err *e);
bool department_save(struct db *db, struct department *d, struct err *e); /* by key; sets id */
bool department_set_flags(struct db *db, int64_t id, flags_t flags, struct err *e);
bool lineage_add(struct db *db, int64_t predecessor, int64_t successor, day_t day, struct err *e);

/* The people of today as a roster, for comparing. */
bool roster_current(struct db *db, struct arena *a, struct roster *out, struct err *e);

/* Applies a whole roster: new departments (in file order), new people with their
 * accounts, changes, leavers (made inactive, never deleted). Runs inside a piece. */
bool roster_apply(struct db *db, struct arena *a, const struct roster *r, instant_t now, struct err *e);

#endif
