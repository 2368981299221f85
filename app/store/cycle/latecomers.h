#ifndef STORE_CYCLE_LATECOMERS_H
#define STORE_CYCLE_LATECOMERS_H

/* Who comes after a cycle has opened stands outside its base date (基準日) and is asked nothing; the
 * secretariat may ask such a person nevertheless. */

#include "base/day.h"
#include "db/db.h"
#include "domain/questionnaire/questionnaire.h"

/* Makes the sheets of a person's own that are missing in the cycles taking answers, in the department of
 * the main post held on that day, counted in those of further posts as the set says. Each is logged
 * (sheet_given). ERR_CONFLICT when there is none to make. */
struct latecomer {
	int64_t person_id, account_id; /* who is asked, by whom */
	instant_t now;
	const struct bank *bank;
};
bool latecomer_ask(struct db *db, struct arena *a, const struct latecomer *x, struct err *e);

#endif
