#ifndef STORE_POLICY_DEMO_STANDARD_H
#define STORE_POLICY_DEMO_STANDARD_H

/* The standards of the fictional body (questionnaires/demo/standards.yaml and the table it names). */

#include "store/store.h"

struct demo_standard {
	const char *title, *edition, *approved_by, *change, *file;
	int line;
};

extern const struct cyaml_schema_value demo_standard_schema; /* struct demo_standard */

/* Imported by its secretariat, approved a month before they came into force. Outside any piece. */
bool demo_standard(struct store *s, struct arena *a, instant_t now, struct err *e);

#endif
