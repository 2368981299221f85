#ifndef STORE_SHEET_SHEET_LINES_H
#define STORE_SHEET_SHEET_LINES_H

/* The sheets of a cycle as lines of a list on paper: whose, and how far. No answers. */

#include "base/arena.h"
#include "base/day.h"
#include "db/db.h"

struct sheet_line {
	int64_t id, department_id;
	const char *set_key, *set_title, *unit_name;
	const char *number, *name, *kind; /* who answers; "" while nobody is named */
	bool mail;                        /* can be reminded by e-mail */
	bool draft, submitted, late, returned, excluded;
	instant_t submitted_at; /* first; 0: not yet */
};

/* By department in official order, set and staff number. department_id 0: all. */
bool sheet_lines(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id,
	struct sheet_line **out, size_t *count, struct err *e);

#endif
