#ifndef STORE_ORGANISATION_MANAGED_H
#define STORE_ORGANISATION_MANAGED_H

/*
 * Which departments an account manages (所属長). It has the role of a manager and
 *
 *	its main post in the department; several may, so a deputy is made by giving the role;
 *	a further post (兼務) in one that has no manager with a main post of its own;
 *	or one stands below what it manages: it looks into that, and acts there only while
 *	nobody else manages it.
 *
 * All this is as it is today; a cycle has the departments of its base date, so each is
 * followed back to what it came out of: whoever leads a merged one looks after all of them.
 */

#include "domain/organisation/role.h"
#include "store/cycle/cycles.h"
#include "store/organisation/people.h"

struct managed {
	struct cycle_department department;
	bool acts; /* confirms, returns, plans; else only looks */
};

/* The own department first, then further ones, then those below; each once. */
bool managed_departments(struct db *db, struct arena *a, int64_t cycle_id, int64_t account_id,
	struct managed **out, size_t *count, struct err *e);

/* Whether the account acts for that department of the cycle. */
bool manages(struct db *db, struct arena *a, int64_t cycle_id, int64_t account_id, int64_t department_id,
	bool *acts, struct err *e);

/* The same as of today, whatever the cycle: whether the account manages that department, or one that came
 * out of it; acts as above. */
bool manages_today(
	struct db *db, int64_t account_id, int64_t department_id, bool *looks, bool *acts, struct err *e);

/* As common tables of a statement: `chief(account_id, person_id, department_id, main)`, and of it
 * `manager(account_id, person_id, department_id, main)`: one further post does not make a second manager. */
#define CHIEFS                                                                                               \
	" chief(account_id, person_id, department_id, main) AS (SELECT a.id, a.person_id, o.department_id,"  \
	" 1 FROM account a" LATEST_POST("o", "a.person_id", "ot") " WHERE a.active = 1 AND a.roles & 2 <> 0" \
	" AND o.department_id IS NOT NULL UNION SELECT a.id, a.person_id, f.department_id, 0 FROM account a" \
	" JOIN post f ON f.person_id = a.person_id AND f.main = 0 AND f.valid_to IS NULL"                    \
	" WHERE a.active = 1 AND a.roles & 2 <> 0),"                                                         \
	" manager(account_id, person_id, department_id, main) AS (SELECT c.account_id, c.person_id,"         \
	" c.department_id, c.main FROM chief c WHERE c.main = 1 OR NOT EXISTS (SELECT 1 FROM chief o"        \
	" WHERE o.department_id = c.department_id AND o.main = 1))"

/* And after it `led(department_id, rank, acts)`: what one account manages today. Rank 0 the own department, 1
 * a further one, 2 and more so many steps below. In a recursive WITH. */
#define LED(account)                                                                                         \
	CHIEFS ", below(department_id, rank) AS (SELECT department_id, 1 - main FROM manager"                \
	       " WHERE account_id = " account " UNION SELECT t.department_id, CASE WHEN below.rank < 2"      \
	       " THEN 2 ELSE below.rank + 1 END FROM below JOIN department_term t"                           \
	       " ON t.parent_id = below.department_id WHERE below.rank < 20 AND t.valid_from ="              \
	       " (SELECT max(x.valid_from) FROM department_term x WHERE x.department_id = "                  \
	       "t.department_id)),"                                                                          \
	       " led(department_id, rank, acts) AS (SELECT b.department_id, min(b.rank), CASE WHEN"          \
	       " min(b.rank) < 2 OR NOT EXISTS (SELECT 1 FROM manager m WHERE m.department_id ="             \
	       " b.department_id) THEN 1 ELSE 0 END FROM below b GROUP BY b.department_id)"

_Static_assert(ROLE_MANAGER == 2, "the tables above name its bit");

#endif
