#include "domain/questionnaire/questionnaire_schema.h"

#include "yaml/schema.h"

static const cyaml_strval_t changes[] = {{"wording", CHANGE_WORDING}, {"meaning", CHANGE_MEANING}};
static const cyaml_strval_t kinds[] = {{"personal", SET_PERSONAL}, {"duty", SET_DUTY}};
static const cyaml_strval_t concurrents[] = {{"main", CONCURRENT_MAIN}, {"each", CONCURRENT_EACH}};
static const cyaml_strval_t extras[] = {{"date", EXTRA_DATE}, {"number", EXTRA_NUMBER}};
static const cyaml_strval_t units[] = {
	{"person", UNIT_PERSON + 1},
	{"department", UNIT_DEPARTMENT + 1},
	{"system", UNIT_SYSTEM + 1},
	{"contract", UNIT_CONTRACT + 1},
	{"account", UNIT_ACCOUNT + 1},
	{"facility", UNIT_FACILITY + 1},
	{"body", UNIT_BODY + 1},
	{"engagement", UNIT_ENGAGEMENT + 1},
};

static const struct cyaml_schema_field former_fields[] = {
	YAML_LINE(struct raw_former, line),
	YAML_NUMBER("until", YAML_MUST, struct raw_former, until),
	YAML_WORD("change", YAML_MUST, struct raw_former, change, changes),
	YAML_TEXT("text", YAML_MUST, struct raw_former, text),
	YAML_TEXT("scale", YAML_MAY, struct raw_former, scale),
	YAML_END,
};
static const struct cyaml_schema_value former_schema = YAML_RECORD(struct raw_former, former_fields);

static const struct cyaml_schema_field item_fields[] = {
	YAML_LINE(struct raw_item, line),
	YAML_TEXT("id", YAML_MUST, struct raw_item, id),
	YAML_TEXT("clause", YAML_MAY, struct raw_item, clause),
	YAML_TEXT("audience", YAML_MAY, struct raw_item, audience),
	YAML_TEXT("text", YAML_MAY, struct raw_item, text),
	YAML_TEXT("scale", YAML_MAY, struct raw_item, scale),
	YAML_NUMBER("weight", YAML_MAY, struct raw_item, weight),
	YAML_BIT("priority", YAML_MAY, struct raw_item, priority),
	YAML_TEXT("when", YAML_MAY, struct raw_item, when),
	YAML_TEXTS("threats", YAML_MAY, struct raw_item, threats),
	YAML_TEXT("cia", YAML_MAY, struct raw_item, cia),
	YAML_WORD("extra", YAML_MAY, struct raw_item, extra, extras),
	YAML_TEXT("help", YAML_MAY, struct raw_item, help),
	YAML_TEXTS("evidence", YAML_MAY, struct raw_item, evidence),
	YAML_NUMBER("evidence_files", YAML_MAY, struct raw_item, evidence_files),
	YAML_TEXT("advice", YAML_MAY, struct raw_item, advice),
	YAML_TEXT("methods", YAML_MAY, struct raw_item, methods),
	YAML_TEXTS("choices", YAML_MAY, struct raw_item, choices),
	YAML_NUMBER("answer", YAML_MAY, struct raw_item, answer),
	YAML_TEXT("explanation", YAML_MAY, struct raw_item, explanation),
	YAML_RECORDS("former", YAML_MAY, struct raw_item, former, former_schema),
	YAML_END,
};
static const struct cyaml_schema_value item_schema = YAML_RECORD(struct raw_item, item_fields);

static const struct cyaml_schema_field pair_fields[] = {
	YAML_LINE(struct raw_pair, line),
	YAML_TEXT("item", YAML_MUST, struct raw_pair, item),
	YAML_TEXTS("answers", YAML_MUST, struct raw_pair, answers),
	YAML_TEXT("other", YAML_MUST, struct raw_pair, other),
	YAML_TEXTS("against", YAML_MUST, struct raw_pair, against),
	YAML_TEXT("why", YAML_MUST, struct raw_pair, why),
	YAML_END,
};
static const struct cyaml_schema_value pair_schema = YAML_RECORD(struct raw_pair, pair_fields);

static const struct cyaml_schema_field set_fields[] = {
	YAML_LINE(struct raw_set, line),
	YAML_TEXT("key", YAML_MAY, struct raw_set, key),
	YAML_TEXT("title", YAML_MAY, struct raw_set, title),
	YAML_TEXT("edition", YAML_MAY, struct raw_set, edition),
	YAML_TEXT("audience", YAML_MAY, struct raw_set, audience),
	YAML_WORD("unit", YAML_MAY, struct raw_set, unit, units),
	YAML_WORD("kind", YAML_MAY, struct raw_set, kind, kinds),
	YAML_WORD("concurrent", YAML_MAY, struct raw_set, concurrent, concurrents),
	YAML_BIT("extension", YAML_MAY, struct raw_set, extension),
	YAML_TEXT("label", YAML_MAY, struct raw_set, label),
	YAML_NUMBER("minutes", YAML_MAY, struct raw_set, minutes),
	YAML_TEXT("when", YAML_MAY, struct raw_set, when),
	YAML_TEXT("purpose", YAML_MAY, struct raw_set, purpose),
	YAML_RECORDS("items", YAML_MAY, struct raw_set, items, item_schema),
	YAML_RECORDS("pairs", YAML_MAY, struct raw_set, pairs, pair_schema),
	YAML_END,
};
const struct cyaml_schema_value questionnaire_schema = YAML_ROOT(struct raw_set, set_fields);
