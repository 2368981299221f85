#ifndef STORE_AUDIT_DEMO_AUDITS_H
#define STORE_AUDIT_DEMO_AUDITS_H

/* The audits of the fictional body (questionnaires/demo/audits.yaml). */

#include "domain/questionnaire/questionnaire.h"
#include "store/demo/demo.h"

struct demo_audit {
	const char *department, *system, *title, *purpose, *theme, *excluded, *place;
	const char *ordered_by, *order_reason; /* "": it was planned */
	const char *reached;
	int begins, lasts, line;
};

struct demo_audits {
	struct demo_audit *audits;
	unsigned audits_count;
};

extern const struct cyaml_schema_value demo_audits_schema; /* struct demo_audits */

/* Planned by the lead of the demonstration, and brought as far as they have come. Inside a piece. */
bool demo_audits(struct db *db, struct arena *a, const struct bank *bank, instant_t now, struct err *e);

#endif
