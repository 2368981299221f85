#include "domain/organisation/register_schema.h"

#include "yaml/schema.h"

static const cyaml_strval_t types[] = {
	{"text", REGISTER_TEXT},
	{"number", REGISTER_NUMBER},
	{"day", REGISTER_DAY},
	{"choice", REGISTER_CHOICE},
	{"person", REGISTER_PERSON},
	{"department", REGISTER_DEPARTMENT},
	{"entry", REGISTER_ENTRY},
};
static const cyaml_strval_t needs[] = {{"may", NEED_MAY}, {"wanted", NEED_WANTED}, {"must", NEED_MUST}};
static const cyaml_strval_t units[] = {
	{"system", UNIT_SYSTEM + 1},
	{"contract", UNIT_CONTRACT + 1},
	{"account", UNIT_ACCOUNT + 1},
	{"facility", UNIT_FACILITY + 1},
};

static const struct cyaml_schema_field choice_fields[] = {
	YAML_LINE(struct raw_register_choice, line),
	YAML_TEXT("word", YAML_MUST, struct raw_register_choice, word),
	YAML_TEXT("flags", YAML_MAY, struct raw_register_choice, flags),
	YAML_END,
};
static const struct cyaml_schema_value choice_schema = YAML_RECORD(struct raw_register_choice, choice_fields);

static const struct cyaml_schema_field field_fields[] = {
	YAML_LINE(struct raw_register_field, line),
	YAML_TEXT("key", YAML_MUST, struct raw_register_field, key),
	YAML_TEXT("title", YAML_MUST, struct raw_register_field, title),
	YAML_WORD("type", YAML_MUST, struct raw_register_field, type, types),
	YAML_WORD("need", YAML_MAY, struct raw_register_field, need, needs),
	YAML_NUMBER("most", YAML_MAY, struct raw_register_field, most),
	YAML_TEXT("of", YAML_MAY, struct raw_register_field, of),
	YAML_TEXT("help", YAML_MAY, struct raw_register_field, help),
	YAML_RECORDS("choices", YAML_MAY, struct raw_register_field, choices, choice_schema),
	YAML_END,
};
static const struct cyaml_schema_value field_schema = YAML_RECORD(struct raw_register_field, field_fields);

static const struct cyaml_schema_field kind_fields[] = {
	YAML_LINE(struct raw_register, line),
	YAML_TEXT("key", YAML_MUST, struct raw_register, key),
	YAML_TEXT("title", YAML_MUST, struct raw_register, title),
	YAML_WORD("unit", YAML_MAY, struct raw_register, unit, units),
	YAML_NUMBER("confidential", YAML_MAY, struct raw_register, confidential),
	YAML_TEXT("flags", YAML_MAY, struct raw_register, flags),
	YAML_TEXT("counter", YAML_MUST, struct raw_register, counter),
	YAML_TEXT("name", YAML_MUST, struct raw_register, name),
	YAML_TEXT("owner", YAML_MUST, struct raw_register, owner),
	YAML_WORD("owner_need", YAML_MAY, struct raw_register, owner_need, needs),
	YAML_TEXT("help", YAML_MUST, struct raw_register, help),
	YAML_RECORDS("fields", YAML_MUST, struct raw_register, fields, field_schema),
	YAML_END,
};
static const struct cyaml_schema_value kind_schema = YAML_RECORD(struct raw_register, kind_fields);

static const struct cyaml_schema_field column_fields[] = {
	YAML_TEXT("key", YAML_MUST, struct raw_columns, key),
	YAML_TEXT("name", YAML_MUST, struct raw_columns, name),
	YAML_TEXT("department", YAML_MUST, struct raw_columns, department),
	YAML_TEXT("department_name", YAML_MUST, struct raw_columns, department_name),
	YAML_TEXT("owner", YAML_MUST, struct raw_columns, owner),
	YAML_TEXT("owner_name", YAML_MUST, struct raw_columns, owner_name),
	YAML_TEXT("from", YAML_MUST, struct raw_columns, from),
	YAML_TEXT("until", YAML_MUST, struct raw_columns, until),
	YAML_END,
};

static const struct cyaml_schema_field registers_fields[] = {
	YAML_LINE(struct raw_registers, line),
	CYAML_FIELD_MAPPING("columns", CYAML_FLAG_DEFAULT, struct raw_registers, columns, column_fields),
	YAML_RECORDS("kinds", YAML_MUST, struct raw_registers, kinds, kind_schema),
	YAML_END,
};
const struct cyaml_schema_value registers_schema = YAML_ROOT(struct raw_registers, registers_fields);
