#ifndef STORE_AUDIT_DEMO_PAPERS_H
#define STORE_AUDIT_DEMO_PAPERS_H

/* What was found in the audits of the fictional body (questionnaires/demo/papers.yaml). */

#include "domain/questionnaire/questionnaire.h"
#include "store/demo/demo.h"

struct demo_paper {
	const char *item, *judgement, *mark, *used, *place, *met, *done;
	const char *facts, *difference, *cause, *effect, *proposal, *reason;
	const char *evidence, *edition, *where, *confirmed, *objection;
	int reviewed, line;
};

struct demo_checklist {
	const char *audit, *clauses, *added, *added_reason, *reached, *rest;
	struct demo_paper *papers;
	unsigned papers_count;
	int line;
};

struct demo_papers {
	struct demo_checklist *checklists;
	unsigned checklists_count;
};

extern const struct cyaml_schema_value demo_papers_schema; /* struct demo_papers */

/* Written by the auditor of the demonstration, reviewed by its lead, and the audits brought as far as they
 * have come; after demo_findings and demo_audits. Inside a piece. */
bool demo_papers(struct db *db, struct arena *a, const struct bank *bank, instant_t now, struct err *e);

#endif
