#ifndef REPORT_DEMO_PLANS_H
#define REPORT_DEMO_PLANS_H

/* Plans of audits of the fictional body (questionnaires/demo/plans.yaml), proposed from its figures and
 * approved; after demo_fill. */

#include "store/store.h"

struct demo_plan {
	const char *title, *aims, *first, *reason;
	int years, line; /* years: 1 an annual plan of this fiscal year; 3 or 5 a mid-term plan from last year
			    on */
};

struct demo_plans {
	struct demo_plan *plans;
	unsigned plans_count;
};

extern const struct cyaml_schema_value demo_plans_schema; /* struct demo_plans */

bool demo_plans(struct store *s, instant_t now, struct err *e);

#endif
