#include "yaml/schema.h"

#include "store/demo/demo_words.h"

static const struct cyaml_schema_field name_fields[] = {YAML_TEXT("name", YAML_MUST, struct demo_name, name),
	YAML_TEXT("kana", YAML_MUST, struct demo_name, kana), YAML_END};
static const struct cyaml_schema_value name_record = YAML_RECORD(struct demo_name, name_fields);

static const struct cyaml_schema_field department_fields[] = {
	YAML_TEXT("key", YAML_MUST, struct demo_department, key),
	YAML_TEXT("name", YAML_MUST, struct demo_department, name),
	YAML_TEXT("kind", YAML_MUST, struct demo_department, kind),
	YAML_TEXT("flags", YAML_MUST, struct demo_department, flags),
	YAML_TEXT("after", YAML_MAY, struct demo_department, after),
	YAML_NUMBER("regular", YAML_MUST, struct demo_department, regular),
	YAML_NUMBER("temporary", YAML_MUST, struct demo_department, temporary),
	YAML_NUMBER("from", YAML_MAY, struct demo_department, from),
	YAML_NUMBER("until", YAML_MAY, struct demo_department, until), YAML_END};
static const struct cyaml_schema_value department_record =
	YAML_RECORD(struct demo_department, department_fields);

static const struct cyaml_schema_field named_fields[] = {
	YAML_TEXT("login", YAML_MUST, struct demo_named, login),
	YAML_TEXT("department", YAML_MUST, struct demo_named, department),
	YAML_NUMBER("place", YAML_MUST, struct demo_named, place),
	YAML_TEXTS("roles", YAML_MUST, struct demo_named, roles), YAML_END};
static const struct cyaml_schema_value named_record = YAML_RECORD(struct demo_named, named_fields);

static const struct cyaml_schema_field further_fields[] = {
	YAML_TEXT("prefix", YAML_MUST, struct demo_further, prefix),
	YAML_TEXT("suffix", YAML_MUST, struct demo_further, suffix),
	YAML_TEXT("flags", YAML_MUST, struct demo_further, flags), YAML_END};

static const struct cyaml_schema_field na_fields[] = {YAML_TEXT("key", YAML_MUST, struct demo_na, key),
	YAML_TEXT("text", YAML_MUST, struct demo_na, text), YAML_END};
static const struct cyaml_schema_value na_record = YAML_RECORD(struct demo_na, na_fields);

static const struct cyaml_schema_field reason_fields[] = {
	YAML_TEXTS("no", YAML_MUST, struct demo_reasons, no),
	YAML_TEXTS("partly", YAML_MUST, struct demo_reasons, partly),
	YAML_RECORDS("na", YAML_MUST, struct demo_reasons, na, na_record), YAML_END};

static const struct cyaml_schema_field habit_fields[] = {
	YAML_TEXT("id", YAML_MUST, struct demo_habit, id), YAML_NUMBER("na", YAML_MAY, struct demo_habit, na),
	YAML_NUMBER("unknown", YAML_MAY, struct demo_habit, unknown),
	YAML_NUMBER("best", YAML_MAY, struct demo_habit, best),
	YAML_NUMBER("comment", YAML_MAY, struct demo_habit, comment),
	YAML_NUMBER("until", YAML_MAY, struct demo_habit, until), YAML_END};
static const struct cyaml_schema_value habit_record = YAML_RECORD(struct demo_habit, habit_fields);

static const struct cyaml_schema_field habits_fields[] = {
	YAML_NUMBER("alike", YAML_MUST, struct demo_habits, alike),
	YAML_NUMBER("hurried", YAML_MUST, struct demo_habits, hurried),
	YAML_NUMBER("seconds", YAML_MUST, struct demo_habits, seconds),
	YAML_TEXTS("unasked", YAML_MUST, struct demo_habits, unasked),
	YAML_RECORDS("items", YAML_MUST, struct demo_habits, items, habit_record), YAML_END};

static const struct cyaml_schema_field body_fields[] = {
	YAML_TEXT("title", YAML_MUST, struct demo_words, title),
	YAML_TEXT("edition", YAML_MUST, struct demo_words, edition),
	YAML_TEXT("approver", YAML_MUST, struct demo_words, approver),
	YAML_TEXT("left_open", YAML_MUST, struct demo_words, left_open),
	YAML_TEXTS("sets", YAML_MUST, struct demo_words, sets),
	YAML_TEXTS("kinds", YAML_MUST, struct demo_words, kinds),
	YAML_TEXTS("remarks", YAML_MUST, struct demo_words, remarks),
	YAML_RECORDS("departments", YAML_MUST, struct demo_words, departments, department_record),
	CYAML_FIELD_MAPPING("further", CYAML_FLAG_DEFAULT, struct demo_words, further, further_fields),
	YAML_RECORDS("accounts", YAML_MUST, struct demo_words, accounts, named_record),
	CYAML_FIELD_MAPPING("reasons", CYAML_FLAG_DEFAULT, struct demo_words, reasons, reason_fields),
	CYAML_FIELD_MAPPING("habits", CYAML_FLAG_DEFAULT, struct demo_words, habits, habits_fields),
	YAML_RECORDS("surnames", YAML_MUST, struct demo_words, surnames, name_record),
	YAML_RECORDS("given", YAML_MUST, struct demo_words, given, name_record), YAML_END};

const struct cyaml_schema_value demo_schema = YAML_ROOT(struct demo_words, body_fields);
