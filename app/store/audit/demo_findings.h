#ifndef STORE_AUDIT_DEMO_FINDINGS_H
#define STORE_AUDIT_DEMO_FINDINGS_H

/* What the auditors of the fictional body have found (questionnaires/demo/findings.yaml). */

#include "domain/questionnaire/questionnaire.h"
#include "store/demo/demo.h"

struct demo_finding {
	const char *department, *title, *severity, *clause, *threat, *item;
	const char *facts, *criterion, *cause, *effect, *proposal;
	const char *plan_cause, *measure, *report, *report_effect, *verdict, *reached;
	const char *public_title, *public_measure; /* "" where nothing is written for everybody */
	int ago, plan_days, again, line;
};

struct demo_findings {
	struct demo_finding *findings;
	unsigned findings_count;
};

extern const struct cyaml_schema_value demo_findings_schema; /* struct demo_findings */

/* Raised by the auditor of the demonstration, and brought as far as they have come. Inside a piece. */
bool demo_findings(struct db *db, struct arena *a, const struct bank *bank, instant_t now, struct err *e);

#endif
