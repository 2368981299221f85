#ifndef STORE_REMIND_LADDER_FILE_H
#define STORE_REMIND_LADDER_FILE_H

/* reports/reminders.yaml as it is read. */

#include "domain/remind/ladder.h"

struct raw_rung {
	int line, days, to;
	const char *key, *subject, *text;
};

struct raw_ladder {
	struct raw_rung *rungs;
	unsigned rungs_count;
};

extern const struct cyaml_schema_value ladder_schema;

#endif
