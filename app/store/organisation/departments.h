#ifndef STORE_ORGANISATION_DEPARTMENTS_H
#define STORE_ORGANISATION_DEPARTMENTS_H

/*
 * Departments (部署) with their past. What a department is called, where it stands
 * and what it does are terms: each holds from a day on, and on a day the latest one
 * counts. A department that is renamed stays itself; one that is split or merged
 * ends, and lineage says what came of it, so that its figures have a history.
 *
 * Decisions are not made for days to come: today is the latest. A decision for an
 * earlier day leaves alone what was decided for later ones.
 */

#include "base/arena.h"
#include "base/day.h"
#include "db/db.h"
#include "domain/organisation/flag.h"

struct department {            /* as it was on a day */
	int64_t id, parent_id; /* parent_id 0: none */
	const char *key, *name, *kind;
	int ord;
	flags_t flags;
	const char *flags_approver, *flags_reason; /* of the flags, in whichever term they were decided */
	const char *approver, *reason;             /* of the term */
	day_t since;                               /* first day of the term */
	day_t valid_from, valid_to;                /* valid_to 0: still exists */
};

/* Joins the term of `department` (an expression) that counts on `day` (another) as `alias`. */
#define TERM_ON(alias, department, day)                                                                      \
	" JOIN department_term " alias " ON " alias ".department_id = " department " AND " alias             \
	".valid_from = (SELECT max(x.valid_from) FROM department_term x WHERE x.department_id = " department \
	" AND x.valid_from <= " day ")"
#define TERM_LATEST(alias, department) TERM_ON(alias, department, "2932896" /* 9999-12-31 */)

/* As it was on that day; before its first day as it began, after its last as it ended. */
bool department_find(
	struct db *db, struct arena *a, const char *key, day_t day, struct department *out, struct err *e);
bool department_at(
	struct db *db, struct arena *a, int64_t id, day_t day, struct department *out, struct err *e);
/* Those that existed on the day, in the official order. */
bool departments_list(
	struct db *db, struct arena *a, day_t day, struct department **out, size_t *count, struct err *e);
/* Those that had ended before the day, the latest first. */
bool departments_ended(
	struct db *db, struct arena *a, day_t day, struct department **out, size_t *count, struct err *e);

/* One row of a department's history. */
struct department_term {
	struct department was;
	const char *set_by; /* "" for the command line */
	instant_t set_at;   /* 0: not on record */
};
bool department_terms(struct db *db, struct arena *a, int64_t id, struct department_term **out, size_t *count,
	struct err *e); /* newest first */

struct kin { /* a department out of which another came, or that came out of it */
	struct department department;
	day_t day;
};
bool department_kin(struct db *db, struct arena *a, int64_t id, bool successors, struct kin **out,
	size_t *count, struct err *e);

/* ---- decisions ------------------------------------------------------------------------ */

struct decision {
	day_t day; /* from which it holds */
	const char *approver, *reason;
	int64_t account_id; /* 0: the command line */
	instant_t now;
};

/* A new department with its first term from d->valid_from; sets id. ERR_CONFLICT when the key is taken. */
bool department_add(struct db *db, struct department *d, const struct decision *by, struct err *e);
/* What d->id is from by->day on. */
bool department_term_add(struct db *db, const struct department *d, const struct decision *by, struct err *e);
bool department_set_flags(struct db *db, int64_t id, flags_t flags, const struct decision *by, struct err *e);
bool department_rename(struct db *db, int64_t id, const char *name, const struct decision *by, struct err *e);
/* Parent (0: none), kind and place in the official order. */
bool department_move(struct db *db, int64_t id, int64_t parent_id, const char *kind, int ord,
	const struct decision *by, struct err *e);
/* by->day is its last day. ERR_CONFLICT while somebody holds a post in it, or a department under it lives. */
bool department_end(struct db *db, int64_t id, const struct decision *by, struct err *e);

/* It ends the day before; `count` departments (key and name; ids are set) begin like it and succeed it.
 * The people and the entries of registers go to the first; who and what belongs to the others comes with the
 * next roster, the next file, or by hand. */
bool department_split(struct db *db, int64_t id, struct department *parts, size_t count,
	const struct decision *by, struct err *e);
/* They end the day before; `into` (key and name) begins like the first with the flags of all, or is one that
 * exists already, and succeeds them with their people and entries. */
bool department_merge(struct db *db, const int64_t *ids, size_t count, struct department *into,
	const struct decision *by, struct err *e);
/* Said afterwards: from by->day on it stands for the other as well, which lives on or has ended; then its
 * entries go over. ERR_INPUT when the other did not exist before that day or came out of this one. */
bool department_came_of(
	struct db *db, int64_t id, int64_t predecessor, const struct decision *by, struct err *e);
bool lineage_add(struct db *db, int64_t predecessor, int64_t successor, day_t day, struct err *e);

#endif
