#ifndef STORE_ONCE_H
#define STORE_ONCE_H

/* Forms that were sent, each by its mark: what is sent twice (二重送信) is done once. A mark is remembered
 * for a week, longer than a page stays open to be sent again. */

#include "base/day.h"
#include "db/db.h"

bool once_find(struct db *db, const char *mark, bool *found, int64_t *result, struct err *e);
/* In the piece that does the work. */
bool once_add(
	struct db *db, const char *mark, int64_t account_id, int64_t result, instant_t now, struct err *e);

#endif
