#include "report/demo_plans.h"

#include "yaml/schema.h"

static const struct cyaml_schema_field plan_fields[] = {
	YAML_LINE(struct demo_plan, line),
	YAML_NUMBER("years", YAML_MUST, struct demo_plan, years),
	YAML_TEXT("title", YAML_MUST, struct demo_plan, title),
	YAML_TEXT("aims", YAML_MUST, struct demo_plan, aims),
	YAML_TEXT("first", YAML_MUST, struct demo_plan, first),
	YAML_TEXT("reason", YAML_MUST, struct demo_plan, reason),
	YAML_END,
};
static const struct cyaml_schema_value plan_record = YAML_RECORD(struct demo_plan, plan_fields);

static const struct cyaml_schema_field plans_fields[] = {
	YAML_RECORDS("plans", YAML_MUST, struct demo_plans, plans, plan_record),
	YAML_END,
};
const struct cyaml_schema_value demo_plans_schema = YAML_ROOT(struct demo_plans, plans_fields);
