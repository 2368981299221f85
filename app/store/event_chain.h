#ifndef STORE_EVENT_CHAIN_H
#define STORE_EVENT_CHAIN_H

/*
 * The log as a chain: the digest of each event is made over the digest of the one
 * before it, so whoever holds the digest of the log up to some event can tell
 * whether anything in it was changed, taken out or put in since. Nothing is stored
 * with an event; a digest is worked out when it is asked for, and kept elsewhere: in
 * archives, which people write down the seals of. Where the beginning of the log was
 * disposed of, the chain starts from the digest kept with that disposal.
 */

#include "base/day.h"
#include "base/secret.h"
#include "db/db.h"

struct event_mark {
	int64_t last; /* the event up to which the log is meant; 0: the whole log */
	char digest[DIGEST_SIZE];
	bool known; /* false: there is no such event, or not any more */
};

/* Works out the digest at every mark, and how many events there are. */
bool event_chain_read(struct db *db, struct event_mark *marks, size_t count, int64_t *events, struct err *e);

/* The last event of the time before `before`, when no older one follows it: what may be cut off at the
 * beginning of the log. 0: none. */
bool event_chain_cut(struct db *db, instant_t before, int64_t *last, struct err *e);

#endif
