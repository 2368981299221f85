#include "store/audit/demo_papers.h"

#include "yaml/schema.h"

static const struct cyaml_schema_field paper_rows[] = {
	YAML_LINE(struct demo_paper, line),
	YAML_TEXT("item", YAML_MUST, struct demo_paper, item),
	YAML_TEXT("judgement", YAML_MUST, struct demo_paper, judgement),
	YAML_TEXT("mark", YAML_MAY, struct demo_paper, mark),
	YAML_TEXT("used", YAML_MAY, struct demo_paper, used),
	YAML_TEXT("place", YAML_MAY, struct demo_paper, place),
	YAML_TEXT("met", YAML_MAY, struct demo_paper, met),
	YAML_TEXT("done", YAML_MAY, struct demo_paper, done),
	YAML_TEXT("facts", YAML_MAY, struct demo_paper, facts),
	YAML_TEXT("difference", YAML_MAY, struct demo_paper, difference),
	YAML_TEXT("cause", YAML_MAY, struct demo_paper, cause),
	YAML_TEXT("effect", YAML_MAY, struct demo_paper, effect),
	YAML_TEXT("proposal", YAML_MAY, struct demo_paper, proposal),
	YAML_TEXT("reason", YAML_MAY, struct demo_paper, reason),
	YAML_TEXT("evidence", YAML_MAY, struct demo_paper, evidence),
	YAML_TEXT("edition", YAML_MAY, struct demo_paper, edition),
	YAML_TEXT("where", YAML_MAY, struct demo_paper, where),
	YAML_TEXT("confirmed", YAML_MAY, struct demo_paper, confirmed),
	YAML_TEXT("objection", YAML_MAY, struct demo_paper, objection),
	YAML_BIT("reviewed", YAML_MAY, struct demo_paper, reviewed),
	YAML_END,
};
static const struct cyaml_schema_value demo_paper_schema = YAML_RECORD(struct demo_paper, paper_rows);

static const struct cyaml_schema_field checklist_rows[] = {
	YAML_LINE(struct demo_checklist, line),
	YAML_TEXT("audit", YAML_MUST, struct demo_checklist, audit),
	YAML_TEXT("clauses", YAML_MUST, struct demo_checklist, clauses),
	YAML_TEXT("added", YAML_MAY, struct demo_checklist, added),
	YAML_TEXT("added_reason", YAML_MAY, struct demo_checklist, added_reason),
	YAML_TEXT("reached", YAML_MUST, struct demo_checklist, reached),
	YAML_TEXT("rest", YAML_MAY, struct demo_checklist, rest),
	YAML_RECORDS("papers", YAML_MUST, struct demo_checklist, papers, demo_paper_schema),
	YAML_END,
};
static const struct cyaml_schema_value demo_checklist_schema =
	YAML_RECORD(struct demo_checklist, checklist_rows);

static const struct cyaml_schema_field papers_rows[] = {
	YAML_RECORDS("checklists", YAML_MUST, struct demo_papers, checklists, demo_checklist_schema),
	YAML_END,
};
const struct cyaml_schema_value demo_papers_schema = YAML_ROOT(struct demo_papers, papers_rows);
