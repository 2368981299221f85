#ifndef STORE_RISK_DEMO_RISKS_H
#define STORE_RISK_DEMO_RISKS_H

/* What the fictional body has assessed (questionnaires/demo/risks.yaml). */

#include "domain/organisation/register.h"
#include "domain/policy/policy.h"
#include "store/event.h"

struct demo_risk {
	const char *entry, *threat, *treatment, *grounds, *measure;
	int likelihood, loss, accepted, line;
};

struct demo_review {
	const char *cause, *occasion, *weighed, *decision, *decided_by;
	int revise, ago, line;
};

struct demo_settled {
	const char *approved_by;
	int line;
};

struct demo_risks {
	struct demo_risk *risks;
	unsigned risks_count;
	struct demo_settled *settled;
	unsigned settled_count;
	struct demo_review *reviews;
	unsigned reviews_count;
};

extern const struct cyaml_schema_value demo_risks_schema; /* struct demo_risks */

/* Judged by its secretariat, accepted by its management; and what was considered of the policy then. Inside a
 * piece. */
bool demo_risks(struct db *db, struct arena *a, const struct policy *policy,
	const struct registers *registers, instant_t now, struct err *e);

#endif
