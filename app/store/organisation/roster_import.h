#ifndef STORE_ORGANISATION_ROSTER_IMPORT_H
#define STORE_ORGANISATION_ROSTER_IMPORT_H

/* A roster that was compared and is now wanted: applied only to the people it was compared with. */

#include "base/secret.h"
#include "store/organisation/people.h"
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

/* What it does to the departments themselves, besides to their people. */
struct roster_department {
	enum {
		ROSTER_DEPARTMENT_NEW,
		ROSTER_DEPARTMENT_RENAMED,
		ROSTER_DEPARTMENT_BACK,  /* had ended, and is there again */
		ROSTER_DEPARTMENT_ENDED, /* has lost its last person */
	} change;
	const char *key, *name;
	const char *was; /* its name before; "" for new and ended ones */
};
bool roster_departments(struct db *db, struct arena *a, const struct roster *before,
	const struct roster *after, day_t day, struct roster_department **out, size_t *count, struct err *e);

void roster_digest(struct arena *a, const struct roster *present, char out[DIGEST_SIZE]);

/* Inside a piece: all of it or nothing. ERR_CONFLICT when the people have changed since;
 * what is applied already is fine. */
bool roster_import_apply(struct db *db, const struct roster_import *w, struct err *e);

/* ---- the same for a large one, most of it outside the piece ----------------------------- */

struct roster_changes;

/* On a reader, while nobody else changes the organisation (job_hold). The roster is tried on a copy; what
 * it would change comes out, in w's arena. begun: some of it has been written before; it is found what is
 * left, and the people are no more those it was compared with. */
bool roster_changes_find(struct db *db, const struct roster_import *w, bool begun,
	const struct roster_changes **out, struct err *e);
size_t roster_changes_people(const struct roster_changes *c); /* whom they are about */

/* Inside a piece, short: writes the next few people from *at on, which moves; with the last ones the record. */
struct roster_place {
	size_t row, people; /* written */
	bool over;
};
bool roster_changes_write(struct db *db, const struct roster_import *w, const struct roster_changes *c,
	struct roster_place *at, struct err *e);

/* What both ways share: whether there is anything to do, with the refusal above; and the record of it. */
bool roster_import_wanted(struct db *db, const struct roster_import *w, bool *any, struct err *e);
bool roster_import_record(struct db *db, const struct roster_import *w, struct err *e);

#endif
