#include "store/demo/demo_registers.h"

#include "yaml/schema.h"

static const struct cyaml_schema_field demo_fields[] = {
	YAML_LINE(struct demo_entry, line),
	YAML_TEXT("kind", YAML_MUST, struct demo_entry, kind),
	YAML_TEXT("key", YAML_MUST, struct demo_entry, key),
	YAML_TEXT("name", YAML_MUST, struct demo_entry, name),
	YAML_TEXT("department", YAML_MUST, struct demo_entry, department),
	YAML_TEXT("later", YAML_MAY, struct demo_entry, later),
	YAML_NUMBER("place", YAML_MUST, struct demo_entry, place),
	YAML_TEXT("from", YAML_MUST, struct demo_entry, from),
	YAML_TEXT("until", YAML_MAY, struct demo_entry, until),
	YAML_TEXTS("values", YAML_MUST, struct demo_entry, values),
	YAML_END,
};
static const struct cyaml_schema_value demo_entry_schema = YAML_RECORD(struct demo_entry, demo_fields);

static const struct cyaml_schema_field entries_fields[] = {
	YAML_RECORDS("entries", YAML_MUST, struct demo_entries, entries, demo_entry_schema),
	YAML_END,
};
const struct cyaml_schema_value demo_entries_schema = YAML_ROOT(struct demo_entries, entries_fields);
