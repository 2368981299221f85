#ifndef STORE_REMIND_LADDER_H
#define STORE_REMIND_LADDER_H

/* The ladder of reminders as it ships (reports/reminders.yaml), with what the body has
 * changed and added. */

#include "db/db.h"
#include "domain/remind/ladder.h"

enum { RUNGS_MOST = 30 };

bool ladder_load(
	struct db *db, struct arena *a, struct rung **out, size_t *count, struct err *e); /* by days */
bool rung_find(struct db *db, struct arena *a, const char *key, struct rung *out, struct err *e);
/* A key nothing has yet. */
bool rung_key_make(struct db *db, struct arena *a, const char **key, struct err *e);
/* Checked; writes an event. */
bool rung_save(struct db *db, const struct rung *r, int64_t account_id, instant_t now, struct err *e);

#endif
