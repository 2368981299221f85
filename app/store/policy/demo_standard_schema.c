#include "store/policy/demo_standard.h"

#include "yaml/schema.h"

static const struct cyaml_schema_field demo_fields[] = {
	YAML_LINE(struct demo_standard, line),
	YAML_TEXT("title", YAML_MUST, struct demo_standard, title),
	YAML_TEXT("edition", YAML_MUST, struct demo_standard, edition),
	YAML_TEXT("approved_by", YAML_MUST, struct demo_standard, approved_by),
	YAML_TEXT("change", YAML_MUST, struct demo_standard, change),
	YAML_TEXT("file", YAML_MUST, struct demo_standard, file),
	YAML_END,
};
const struct cyaml_schema_value demo_standard_schema = YAML_ROOT(struct demo_standard, demo_fields);
