#ifndef STORE_DEMO_DEMO_REGISTERS_H
#define STORE_DEMO_DEMO_REGISTERS_H

/* What the fictional body has in its registers (questionnaires/demo/registers.yaml). */

#include "domain/organisation/register.h"
#include "store/demo/demo.h"

struct demo_entry {
	const char *kind, *key, *name, *department, *from;
	const char *later;   /* whose it is from the last year on; NULL: as before */
	const char *until;   /* or NULL */
	const char **values; /* "field=text" */
	unsigned values_count;
	int place, line; /* place: which of the department's people owns it, from 1 */
};

struct demo_entries {
	struct demo_entry *entries;
	unsigned entries_count;
};

extern const struct cyaml_schema_value demo_entries_schema; /* struct demo_entries */

/* first: all of them as they were at the beginning; else what has changed hands since. */
bool demo_registers(struct db *db, struct arena *a, const struct registers *all, bool first, instant_t now,
	struct err *e);

#endif
