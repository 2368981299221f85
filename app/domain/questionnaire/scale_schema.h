#ifndef DOMAIN_QUESTIONNAIRE_SCALE_SCHEMA_H
#define DOMAIN_QUESTIONNAIRE_SCALE_SCHEMA_H

/* scales.yaml as it is written. Known to scale.c only. */

#include "domain/questionnaire/scale.h"

enum scale_kind { SCALE_CHOICE, SCALE_KNOWLEDGE, SCALE_TEXT };

struct raw_choice {
	const char *code, *label, *mark;
	enum choice_role role;
	int points;
	bool done, partly, reason;
	int line;
};

struct raw_scale {
	const char *key, *title;
	enum scale_kind kind;
	struct raw_choice *choices;
	size_t choices_count;
	int line;
};

struct raw_scales {
	struct raw_scale *scales;
	size_t scales_count;
	struct method *methods;
	size_t methods_count;
};

extern const struct cyaml_schema_value scales_schema; /* struct raw_scales */

#endif
