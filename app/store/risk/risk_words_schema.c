#include "yaml/schema.h"

#include "store/risk/risk_words.h"

static const struct cyaml_schema_field fields[] = {
	YAML_TEXTS("likelihood", YAML_MUST, struct risk_words, likelihood),
	YAML_TEXTS("loss", YAML_MUST, struct risk_words, loss),
	YAML_TEXTS("bands", YAML_MUST, struct risk_words, bands),
	YAML_TEXTS("treatments", YAML_MUST, struct risk_words, treatments),
	YAML_END,
};
const struct cyaml_schema_value risk_words_schema = YAML_ROOT(struct risk_words, fields);
