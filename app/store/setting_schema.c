#include "yaml/schema.h"

#include "store/setting_file.h"

static const cyaml_strval_t kinds[] = {{"text", SETTING_TEXT}, {"number", SETTING_NUMBER},
	{"list", SETTING_LIST}, {"choice", SETTING_CHOICE}};

static const struct cyaml_schema_field choice_fields[] = {
	YAML_TEXT("key", YAML_MUST, struct setting_choice, key),
	YAML_TEXT("title", YAML_MUST, struct setting_choice, title), YAML_END};
static const struct cyaml_schema_value choice_record = YAML_RECORD(struct setting_choice, choice_fields);

static const struct cyaml_schema_field setting_fields[] = {YAML_LINE(struct raw_setting, line),
	YAML_TEXT("key", YAML_MUST, struct raw_setting, key),
	YAML_TEXT("title", YAML_MUST, struct raw_setting, title),
	YAML_TEXT("help", YAML_MUST, struct raw_setting, help),
	YAML_WORD("kind", YAML_MUST, struct raw_setting, kind, kinds),
	YAML_TEXT("value", YAML_MUST, struct raw_setting, value),
	YAML_RECORDS("choices", YAML_MAY, struct raw_setting, choices, choice_record),
	YAML_NUMBER("least", YAML_MAY, struct raw_setting, least),
	YAML_NUMBER("most", YAML_MAY, struct raw_setting, most), YAML_END};

static const struct cyaml_schema_value setting_record = YAML_RECORD(struct raw_setting, setting_fields);

static const struct cyaml_schema_field file_fields[] = {
	YAML_RECORDS("settings", YAML_MUST, struct raw_settings, settings, setting_record), YAML_END};

const struct cyaml_schema_value setting_schema = YAML_ROOT(struct raw_settings, file_fields);
