#ifndef STORE_ORGANISATION_UNSETTLED_H
#define STORE_ORGANISATION_UNSETTLED_H

/* What transfers and reorganisations have left to be mended in the organisation. */

#include "store/organisation/departments.h"

struct department_need {
	int64_t department_id;
	bool nobody;       /* no post in it is held, and no department stands under it */
	bool unmanaged;    /* people, but nobody who manages it */
	bool undecided;    /* people, and nobody has said yet what work it does (flags) */
	bool parent_ended; /* the department above it is there no more */
};

/* Those of that day that need something, in the official order. */
bool department_needs(struct db *db, struct arena *a, day_t day, struct department_need **out, size_t *count,
	struct err *e);

#endif
