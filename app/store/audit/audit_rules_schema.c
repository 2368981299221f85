#include "yaml/schema.h"

#include "store/audit/audit_rules_file.h"

static const struct cyaml_schema_field rule_fields[] = {
	YAML_LINE(struct raw_audit_rule, line),
	YAML_TEXT("key", YAML_MUST, struct raw_audit_rule, key),
	YAML_TEXT("title", YAML_MUST, struct raw_audit_rule, title),
	YAML_TEXT("text", YAML_MUST, struct raw_audit_rule, text),
	YAML_NUMBER("from", YAML_MUST, struct raw_audit_rule, from),
	YAML_NUMBER("per", YAML_MUST, struct raw_audit_rule, per),
	YAML_NUMBER("points", YAML_MUST, struct raw_audit_rule, points),
	YAML_NUMBER("most", YAML_MUST, struct raw_audit_rule, most),
	YAML_NUMBER("none", YAML_MUST, struct raw_audit_rule, none),
	YAML_END,
};
static const struct cyaml_schema_value rule_record = YAML_RECORD(struct raw_audit_rule, rule_fields);

static const struct cyaml_schema_field file_fields[] = {
	YAML_NUMBER("targets", YAML_MUST, struct raw_audit_rules, targets),
	YAML_RECORDS("rules", YAML_MUST, struct raw_audit_rules, rules, rule_record),
	YAML_END,
};
const struct cyaml_schema_value audit_rules_schema = YAML_ROOT(struct raw_audit_rules, file_fields);
