#ifndef STORE_AUDIT_INDEPENDENCE_H
#define STORE_AUDIT_INDEPENDENCE_H

/*
 * Whether an account may audit something, worked out from posts and registers: for findings and
 * for audits alike (domain/audit/independence.h). An approved waiver of an audit sets aside what
 * it names, in that audit and its findings.
 */

#include "db/db.h"
#include "domain/audit/independence.h"

struct audit_target {
	int64_t department_id;
	int64_t entry_id;      /* the system; 0: none */
	int64_t engagement_id; /* whose waivers count; 0: none do */
	day_t begins;          /* 0: today */
};

/* What stands against it, on the first day and today, waived or not. */
bool auditor_conflicts(struct db *db, struct arena *a, int64_t account_id, const struct audit_target *what,
	day_t today, struct conflict **out, size_t *count, struct err *e);

/* What of it no waiver sets aside. */
bool auditor_unwaived(struct db *db, struct arena *a, int64_t account_id, const struct audit_target *what,
	day_t today, struct conflict **out, size_t *count, struct err *e);

#endif
