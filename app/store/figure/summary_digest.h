#ifndef STORE_FIGURE_SUMMARY_DIGEST_H
#define STORE_FIGURE_SUMMARY_DIGEST_H

/* One digest over all summaries of a cycle, so that they can be told to be the same when the answers
 * they were counted in are gone. */

#include "base/secret.h"
#include "db/db.h"

bool summary_digest(struct db *db, int64_t cycle_id, char out[DIGEST_SIZE], struct err *e);

#endif
