#ifndef STORE_CYCLE_CLOSINGS_H
#define STORE_CYCLE_CLOSINGS_H

/* The office calendar as the body has it: its settings and its own closing days. */

#include "base/arena.h"
#include "db/db.h"
#include "domain/cycle/calendar.h"

struct closing_row {
	int64_t id;
	struct closing days;
};

bool calendar_load(struct db *db, struct arena *a, struct calendar *out, struct err *e);
bool closings_list(
	struct db *db, struct arena *a, struct closing_row **out, size_t *count, struct err *e); /* by day */
/* Checks the days and the name; both write an event. */
bool closing_add(struct db *db, const struct closing *c, int64_t account_id, instant_t now, struct err *e);
bool closing_remove(struct db *db, int64_t id, int64_t account_id, instant_t now, struct err *e);

enum { CLOSING_DAYS_MOST = 60, CLOSING_NAME_MOST = 40 };

#endif
