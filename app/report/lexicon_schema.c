#include "yaml/schema.h"

#include "report/lexicon_schema.h"

static const struct cyaml_schema_field word_fields[] = {YAML_LINE(struct raw_word, line),
	YAML_TEXT("key", YAML_MUST, struct raw_word, key),
	YAML_TEXT("text", YAML_MUST, struct raw_word, text), YAML_END};
static const struct cyaml_schema_value word = YAML_RECORD(struct raw_word, word_fields);

static const struct cyaml_schema_field fields[] = {
	YAML_RECORDS("words", YAML_MUST, struct raw_words, words, word), YAML_END};

const struct cyaml_schema_value lexicon_schema = YAML_ROOT(struct raw_words, fields);
