#ifndef REPORT_LEXICON_SCHEMA_H
#define REPORT_LEXICON_SCHEMA_H

#include <stddef.h>

struct raw_word {
	const char *key, *text;
	int line;
};

struct raw_words {
	struct raw_word *words;
	size_t words_count;
};

extern const struct cyaml_schema_value lexicon_schema;

#endif
