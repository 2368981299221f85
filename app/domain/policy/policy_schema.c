#include "domain/policy/policy_schema.h"

#include "yaml/schema.h"

static const cyaml_strval_t kinds[] = {
	{"purpose", CLAUSE_PURPOSE},
	{"definition", CLAUSE_DEFINITION},
	{"threat", CLAUSE_THREAT},
	{"scope", CLAUSE_SCOPE},
	{"duty", CLAUSE_DUTY},
};

static const struct cyaml_schema_field clause_fields[] = {
	YAML_LINE(struct raw_clause, line),
	YAML_TEXT("key", YAML_MUST, struct raw_clause, key),
	YAML_TEXT("title", YAML_MUST, struct raw_clause, title),
	YAML_TEXT("summary", YAML_MUST, struct raw_clause, summary),
	YAML_TEXT("display", YAML_MAY, struct raw_clause, display),
	YAML_TEXT("parent", YAML_MAY, struct raw_clause, parent),
	YAML_TEXT("measure", YAML_MAY, struct raw_clause, measure),
	YAML_WORD("kind", YAML_MUST, struct raw_clause, kind, kinds),
	YAML_BIT("numbered", YAML_MUST, struct raw_clause, numbered),
	YAML_TEXTS("refs", YAML_MAY, struct raw_clause, refs),
	YAML_END,
};
static const struct cyaml_schema_value clause_schema = YAML_RECORD(struct raw_clause, clause_fields);

static const struct cyaml_schema_field coverage_fields[] = {
	YAML_LINE(struct raw_coverage, line),
	YAML_TEXT("threat", YAML_MUST, struct raw_coverage, threat),
	YAML_TEXTS("strong", YAML_MAY, struct raw_coverage, strong),
	YAML_TEXTS("weak", YAML_MAY, struct raw_coverage, weak),
	YAML_END,
};
static const struct cyaml_schema_value coverage_schema = YAML_RECORD(struct raw_coverage, coverage_fields);

static const struct cyaml_schema_field policy_fields[] = {
	YAML_LINE(struct raw_policy, line),
	YAML_TEXT("title", YAML_MUST, struct raw_policy, title),
	YAML_TEXT("edition", YAML_MUST, struct raw_policy, edition),
	YAML_TEXT("body", YAML_MUST, struct raw_policy, body),
	YAML_RECORDS("clauses", YAML_MUST, struct raw_policy, clauses, clause_schema),
	YAML_RECORDS("coverage", YAML_MAY, struct raw_policy, coverage, coverage_schema),
	YAML_END,
};
const struct cyaml_schema_value policy_schema = YAML_ROOT(struct raw_policy, policy_fields);
