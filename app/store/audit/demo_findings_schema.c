#include "store/audit/demo_findings.h"

#include "yaml/schema.h"

static const struct cyaml_schema_field demo_fields[] = {
	YAML_LINE(struct demo_finding, line),
	YAML_NUMBER("ago", YAML_MUST, struct demo_finding, ago),
	YAML_TEXT("department", YAML_MUST, struct demo_finding, department),
	YAML_TEXT("title", YAML_MUST, struct demo_finding, title),
	YAML_TEXT("severity", YAML_MUST, struct demo_finding, severity),
	YAML_TEXT("clause", YAML_MUST, struct demo_finding, clause),
	YAML_TEXT("threat", YAML_MUST, struct demo_finding, threat),
	YAML_TEXT("item", YAML_MUST, struct demo_finding, item),
	YAML_TEXT("facts", YAML_MUST, struct demo_finding, facts),
	YAML_TEXT("criterion", YAML_MUST, struct demo_finding, criterion),
	YAML_TEXT("cause", YAML_MUST, struct demo_finding, cause),
	YAML_TEXT("effect", YAML_MUST, struct demo_finding, effect),
	YAML_TEXT("proposal", YAML_MUST, struct demo_finding, proposal),
	YAML_TEXT("plan_cause", YAML_MUST, struct demo_finding, plan_cause),
	YAML_TEXT("measure", YAML_MUST, struct demo_finding, measure),
	YAML_NUMBER("plan_days", YAML_MUST, struct demo_finding, plan_days),
	YAML_TEXT("report", YAML_MUST, struct demo_finding, report),
	YAML_TEXT("report_effect", YAML_MUST, struct demo_finding, report_effect),
	YAML_TEXT("verdict", YAML_MUST, struct demo_finding, verdict),
	YAML_TEXT("reached", YAML_MUST, struct demo_finding, reached),
	YAML_TEXT("public_title", YAML_MUST, struct demo_finding, public_title),
	YAML_TEXT("public_measure", YAML_MUST, struct demo_finding, public_measure),
	YAML_NUMBER("again", YAML_MUST, struct demo_finding, again),
	YAML_END,
};
static const struct cyaml_schema_value demo_finding_schema = YAML_RECORD(struct demo_finding, demo_fields);

static const struct cyaml_schema_field findings_fields[] = {
	YAML_RECORDS("findings", YAML_MUST, struct demo_findings, findings, demo_finding_schema),
	YAML_END,
};
const struct cyaml_schema_value demo_findings_schema = YAML_ROOT(struct demo_findings, findings_fields);
