#ifndef STORE_KEEP_RETENTION_FILE_H
#define STORE_KEEP_RETENTION_FILE_H

/* reports/retention.yaml as it is read. */

#include "store/keep/retention.h"

struct raw_retention_kind {
	int line, scope, years;
	const char *key, *title, *help, *with;
};

struct raw_retention {
	struct raw_retention_kind *kinds;
	unsigned kinds_count;
};

extern const struct cyaml_schema_value retention_schema;

#endif
