#ifndef STORE_ROSTER_IMPORT_H
#define STORE_ROSTER_IMPORT_H

/* A roster that was compared and is now wanted: applied only to the people it was compared with. */

#include "base/secret.h"
#include "store/people.h"
#include "store/writer.h"

struct roster_import {
	struct arena *arena;
	const struct roster *roster;
	const char *name;   /* of the file */
	const char *people; /* roster_digest of whom it was compared with */
	day_t day;
	int64_t account_id;
	instant_t now;
};

void roster_digest(struct arena *a, const struct roster *present, char out[DIGEST_SIZE]);

/* Inside a piece: all of it or nothing. ERR_CONFLICT when the people have changed since;
 * what is applied already is fine. */
bool roster_import_apply(struct db *db, const struct roster_import *w, struct err *e);

#endif
