#ifndef STORE_AUDIT_AUDIT_PAST_H
#define STORE_AUDIT_AUDIT_PAST_H

/* What is known of a department, or of one of its systems, from audits and findings; a department has those
 * of what it came out of. */

#include "base/day.h"
#include "db/db.h"
#include "domain/audit/engagement.h"

struct audit_past {
	int last_year; /* of the last audit whose report is fixed; 0: never */
	int64_t open, repeated;
	int risk; /* the greatest value of the last assessment; 0: nothing was assessed */
};
/* entry_id 0: the department as a whole, and all findings about it. */
bool audit_past(struct db *db, int64_t department_id, int64_t entry_id, int until_year, day_t today,
	struct audit_past *out, struct err *e);

/* The judgements of the department's last such audit, a row a clause; none when there was none. */
struct judged_clause {
	const char *clause;
	struct judged judged;
};
bool audit_judged(struct db *db, struct arena *a, int64_t department_id, int until_year,
	struct judged_clause **out, size_t *count, struct err *e);

#endif
