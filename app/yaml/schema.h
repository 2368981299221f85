#ifndef YAML_SCHEMA_H
#define YAML_SCHEMA_H

/*
 * The vocabulary of schemas, over libcyaml's own macros. Included by files named
 * *_schema.c only, for it brings cyaml.h with it:
 *
 *	static const struct cyaml_schema_field fields[] = {
 *		YAML_LINE(struct raw_item, line),
 *		YAML_TEXT("id", YAML_MUST, struct raw_item, id),
 *		YAML_TEXTS("evidence", YAML_MAY, struct raw_item, evidence),
 *		YAML_END};
 *	static const struct cyaml_schema_value item = YAML_RECORD(struct raw_item, fields);
 *
 * Lists have a count beside them: member evidence_count. There is no boolean:
 * libcyaml reads `maybe` as true, so YAML_BIT takes 0 or 1. What is left out is
 * NULL or 0.
 */

#include <cyaml/cyaml.h>

enum { YAML_MUST = CYAML_FLAG_DEFAULT, YAML_MAY = CYAML_FLAG_OPTIONAL };

#define YAML_LINE_KEY "(line)" /* no file may say it; filled by the door */

#define YAML_LINE(type, member) CYAML_FIELD_INT(YAML_LINE_KEY, CYAML_FLAG_OPTIONAL, type, member)
#define YAML_TEXT(key, need, type, member)                                                                   \
	CYAML_FIELD_STRING_PTR(key, (need) | CYAML_FLAG_POINTER, type, member, 0, CYAML_UNLIMITED)
#define YAML_NUMBER(key, need, type, member) CYAML_FIELD_INT(key, need, type, member)
/* words: an array of cyaml_strval_t. */
#define YAML_WORD(key, need, type, member, words)                                                            \
	CYAML_FIELD_ENUM(key, (need) | CYAML_FLAG_STRICT, type, member, words, CYAML_ARRAY_LEN(words))
#define YAML_BIT(key, need, type, member)                                                                    \
	CYAML_FIELD_ENUM(key, (need) | CYAML_FLAG_STRICT, type, member, yaml_bits, 2)
#define YAML_TEXTS(key, need, type, member)                                                                  \
	CYAML_FIELD_SEQUENCE(key, (need) | CYAML_FLAG_POINTER, type, member, &yaml_text, 0, CYAML_UNLIMITED)
/* record: a YAML_RECORD. */
#define YAML_RECORDS(key, need, type, member, record)                                                        \
	CYAML_FIELD_SEQUENCE(key, (need) | CYAML_FLAG_POINTER, type, member, &(record), 0, CYAML_UNLIMITED)
#define YAML_END CYAML_FIELD_END

#define YAML_RECORD(type, fields)                                                                            \
	{                                                                                                    \
		CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, type, fields)                                        \
	}
#define YAML_ROOT(type, fields)                                                                              \
	{                                                                                                    \
		CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, type, fields)                                        \
	}

extern const struct cyaml_schema_value yaml_text;
extern const cyaml_strval_t yaml_bits[2];

#endif
