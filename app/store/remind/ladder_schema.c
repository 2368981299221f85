#include "yaml/schema.h"

#include "store/remind/ladder_file.h"

static const cyaml_strval_t recipients[] = {
	{"person", RUNG_PERSON}, {"manager", RUNG_MANAGER}, {"head", RUNG_HEAD}};

static const struct cyaml_schema_field rung_fields[] = {YAML_LINE(struct raw_rung, line),
	YAML_TEXT("key", YAML_MUST, struct raw_rung, key),
	YAML_NUMBER("days", YAML_MUST, struct raw_rung, days),
	YAML_WORD("to", YAML_MUST, struct raw_rung, to, recipients),
	YAML_TEXT("subject", YAML_MUST, struct raw_rung, subject),
	YAML_TEXT("text", YAML_MUST, struct raw_rung, text), YAML_END};

static const struct cyaml_schema_value rung_record = YAML_RECORD(struct raw_rung, rung_fields);

static const struct cyaml_schema_field file_fields[] = {
	YAML_RECORDS("rungs", YAML_MUST, struct raw_ladder, rungs, rung_record), YAML_END};

const struct cyaml_schema_value ladder_schema = YAML_ROOT(struct raw_ladder, file_fields);
