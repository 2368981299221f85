#include "yaml/schema.h"

#include "report/recipe.h"
#include "report/recipe_schema.h"

static const struct cyaml_schema_field block_fields[] = {YAML_LINE(struct recipe_block, line),
	YAML_TEXT("block", YAML_MUST, struct recipe_block, block),
	YAML_TEXT("heading", YAML_MAY, struct recipe_block, heading),
	YAML_TEXT("title", YAML_MAY, struct recipe_block, title),
	YAML_TEXT("note", YAML_MAY, struct recipe_block, note),
	YAML_TEXTS("paragraphs", YAML_MAY, struct recipe_block, paragraphs),
	YAML_TEXTS("items", YAML_MAY, struct recipe_block, items),
	YAML_TEXT("setting", YAML_MAY, struct recipe_block, setting),
	YAML_TEXT("audited", YAML_MAY, struct recipe_block, audited),
	YAML_NUMBER("level", YAML_MAY, struct recipe_block, level),
	YAML_NUMBER("count", YAML_MAY, struct recipe_block, count),
	YAML_BIT("half", YAML_MAY, struct recipe_block, half),
	YAML_BIT("brief", YAML_MAY, struct recipe_block, brief),
	YAML_BIT("beside", YAML_MAY, struct recipe_block, beside),
	YAML_BIT("to_body", YAML_MAY, struct recipe_block, to_body),
	YAML_TEXT("sender", YAML_MAY, struct recipe_block, sender),
	YAML_TEXT("addressee", YAML_MAY, struct recipe_block, addressee),
	YAML_BIT("new_page", YAML_MAY, struct recipe_block, new_page), YAML_END};
static const struct cyaml_schema_value block = YAML_RECORD(struct recipe_block, block_fields);

static const struct cyaml_schema_field fields[] = {YAML_TEXT("title", YAML_MUST, struct recipe, title),
	YAML_TEXT("heading", YAML_MUST, struct recipe, heading),
	YAML_TEXT("set", YAML_MAY, struct recipe, set), YAML_BIT("paper", YAML_MUST, struct recipe, paper),
	YAML_BIT("page", YAML_MUST, struct recipe, page),
	YAML_BIT("department", YAML_MUST, struct recipe, department),
	YAML_BIT("body", YAML_MUST, struct recipe, body),
	YAML_BIT("numbered", YAML_MAY, struct recipe, numbered),
	YAML_BIT("sheet", YAML_MAY, struct recipe, sheet),
	YAML_BIT("filled", YAML_MAY, struct recipe, filled), YAML_TEXT("foot", YAML_MAY, struct recipe, foot),
	YAML_BIT("guarded", YAML_MAY, struct recipe, guarded),
	YAML_BIT("told", YAML_MAY, struct recipe, told),
	YAML_BIT("landscape", YAML_MAY, struct recipe, landscape),
	YAML_TEXT("about", YAML_MAY, struct recipe, about),
	YAML_TEXT("settles", YAML_MAY, struct recipe, settles),
	YAML_TEXTS("readers", YAML_MAY, struct recipe, readers),
	YAML_NUMBER("pages", YAML_MAY, struct recipe, pages),
	YAML_RECORDS("blocks", YAML_MUST, struct recipe, blocks, block), YAML_END};

const struct cyaml_schema_value recipe_schema = YAML_ROOT(struct recipe, fields);
