#include "store/audit/demo_audits.h"

#include "yaml/schema.h"

static const struct cyaml_schema_field request_fields[] = {
	YAML_LINE(struct demo_request, line),
	YAML_TEXT("text", YAML_MUST, struct demo_request, text),
	YAML_TEXT("item", YAML_MUST, struct demo_request, item),
	YAML_TEXT("handed", YAML_MUST, struct demo_request, handed),
	YAML_NUMBER("days", YAML_MUST, struct demo_request, days),
	YAML_END,
};
static const struct cyaml_schema_value demo_request_schema = YAML_RECORD(struct demo_request, request_fields);

static const struct cyaml_schema_field audit_fields[] = {
	YAML_LINE(struct demo_audit, line),
	YAML_TEXT("department", YAML_MUST, struct demo_audit, department),
	YAML_TEXT("system", YAML_MUST, struct demo_audit, system),
	YAML_TEXT("title", YAML_MUST, struct demo_audit, title),
	YAML_TEXT("purpose", YAML_MUST, struct demo_audit, purpose),
	YAML_TEXT("theme", YAML_MUST, struct demo_audit, theme),
	YAML_TEXT("excluded", YAML_MUST, struct demo_audit, excluded),
	YAML_TEXT("ordered_by", YAML_MUST, struct demo_audit, ordered_by),
	YAML_TEXT("order_reason", YAML_MUST, struct demo_audit, order_reason),
	YAML_TEXT("place", YAML_MUST, struct demo_audit, place),
	YAML_RECORDS("requests", YAML_MUST, struct demo_audit, requests, demo_request_schema),
	YAML_NUMBER("begins", YAML_MUST, struct demo_audit, begins),
	YAML_NUMBER("lasts", YAML_MUST, struct demo_audit, lasts),
	YAML_TEXT("reached", YAML_MUST, struct demo_audit, reached),
	YAML_END,
};
static const struct cyaml_schema_value demo_audit_schema = YAML_RECORD(struct demo_audit, audit_fields);

static const struct cyaml_schema_field audits_fields[] = {
	YAML_RECORDS("audits", YAML_MUST, struct demo_audits, audits, demo_audit_schema),
	YAML_END,
};
const struct cyaml_schema_value demo_audits_schema = YAML_ROOT(struct demo_audits, audits_fields);
