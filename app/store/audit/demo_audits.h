#ifndef STORE_AUDIT_DEMO_AUDITS_H
#define STORE_AUDIT_DEMO_AUDITS_H

/* The audits of the fictional body (questionnaires/demo/audits.yaml). */

#include "domain/questionnaire/questionnaire.h"
#include "store/demo/demo.h"

struct demo_request {
	const char *text, *item, *handed;
	int days, line;
};

struct demo_audit {
	const char *department, *system, *title, *purpose, *theme, *excluded, *place;
	struct demo_request *requests;
	unsigned requests_count;
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

/* Asked for by the auditor of the demonstration, after demo_papers. Inside a piece. */
bool demo_requests(struct db *db, struct arena *a, const struct bank *bank, instant_t now, struct err *e);

#endif
