#include "yaml/schema.h"

#include "store/keep/retention_file.h"

static const cyaml_strval_t scopes[] = {
	{"cycle", RETENTION_OF_CYCLE}, {"year", RETENTION_OF_YEAR}, {"none", RETENTION_OF_NONE}};
static const cyaml_strval_t classes[] = {{"1", 1}, {"3", 3}, {"5", 5}, {"10", 10}, {"30", 30},
	{"ever", RETENTION_EVER}, {"use", RETENTION_IN_USE}};

static const struct cyaml_schema_field kind_fields[] = {YAML_LINE(struct raw_retention_kind, line),
	YAML_TEXT("key", YAML_MUST, struct raw_retention_kind, key),
	YAML_TEXT("title", YAML_MUST, struct raw_retention_kind, title),
	YAML_TEXT("help", YAML_MUST, struct raw_retention_kind, help),
	YAML_WORD("of", YAML_MUST, struct raw_retention_kind, scope, scopes),
	YAML_TEXT("with", YAML_MAY, struct raw_retention_kind, with),
	YAML_WORD("class", YAML_MUST, struct raw_retention_kind, years, classes), YAML_END};

static const struct cyaml_schema_value kind_record = YAML_RECORD(struct raw_retention_kind, kind_fields);

static const struct cyaml_schema_field file_fields[] = {
	YAML_RECORDS("kinds", YAML_MUST, struct raw_retention, kinds, kind_record), YAML_END};

const struct cyaml_schema_value retention_schema = YAML_ROOT(struct raw_retention, file_fields);
