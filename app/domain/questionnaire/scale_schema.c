#include "domain/questionnaire/scale_schema.h"

#include "yaml/schema.h"

static const cyaml_strval_t roles[] = {
	{"scored", CHOICE_SCORED}, {"na", CHOICE_NA}, {"unknown", CHOICE_UNKNOWN}};
static const cyaml_strval_t kinds[] = {
	{"choice", SCALE_CHOICE}, {"knowledge", SCALE_KNOWLEDGE}, {"text", SCALE_TEXT}};

static const struct cyaml_schema_field choice_fields[] = {
	YAML_LINE(struct raw_choice, line),
	YAML_TEXT("code", YAML_MUST, struct raw_choice, code),
	YAML_TEXT("label", YAML_MUST, struct raw_choice, label),
	YAML_TEXT("mark", YAML_MUST, struct raw_choice, mark),
	YAML_WORD("role", YAML_MUST, struct raw_choice, role, roles),
	YAML_NUMBER("points", YAML_MUST, struct raw_choice, points),
	YAML_BIT("done", YAML_MUST, struct raw_choice, done),
	YAML_BIT("partly", YAML_MUST, struct raw_choice, partly),
	YAML_BIT("reason", YAML_MUST, struct raw_choice, reason),
	YAML_END,
};
static const struct cyaml_schema_value choice_schema = YAML_RECORD(struct raw_choice, choice_fields);

static const struct cyaml_schema_field scale_fields[] = {
	YAML_LINE(struct raw_scale, line),
	YAML_TEXT("key", YAML_MUST, struct raw_scale, key),
	YAML_TEXT("title", YAML_MUST, struct raw_scale, title),
	YAML_WORD("kind", YAML_MUST, struct raw_scale, kind, kinds),
	YAML_RECORDS("choices", YAML_MAY, struct raw_scale, choices, choice_schema),
	YAML_END,
};
static const struct cyaml_schema_value scale_schema = YAML_RECORD(struct raw_scale, scale_fields);

static const struct cyaml_schema_field method_fields[] = {
	YAML_TEXT("key", YAML_MUST, struct method, key),
	YAML_TEXT("title", YAML_MUST, struct method, title),
	YAML_END,
};
static const struct cyaml_schema_value method_schema = YAML_RECORD(struct method, method_fields);

static const struct cyaml_schema_field scales_fields[] = {
	YAML_RECORDS("scales", YAML_MUST, struct raw_scales, scales, scale_schema),
	YAML_RECORDS("methods", YAML_MAY, struct raw_scales, methods, method_schema),
	YAML_END,
};
const struct cyaml_schema_value scales_schema = YAML_ROOT(struct raw_scales, scales_fields);
