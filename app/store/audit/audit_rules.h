#ifndef STORE_AUDIT_AUDIT_RULES_H
#define STORE_AUDIT_AUDIT_RULES_H

/* The rules by which a plan of audits is proposed: reports/audit-rules.yaml, which belongs to the program and
 * is read once. What a rule says is printed beside what it gave. */

#include "base/err.h"
#include "domain/audit/audit_risk.h"

struct audit_rules {
	int targets; /* how many an annual plan takes up */
	struct audit_rule rules[FACTORS];
	const char *titles[FACTORS], *texts[FACTORS];
};
const struct audit_rules *audit_rules(struct err *e); /* NULL: ERR_SYSTEM, the file is faulty */

#endif
