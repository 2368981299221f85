#ifndef YAML_YAML_H
#define YAML_YAML_H

/*
 * The door to libcyaml. A file is read into plain structs by a schema; every
 * record remembers the line it began on, so that a fault can be named by file
 * and line. cyaml/cyaml.h is included by yaml.c and by the files that declare a
 * schema (named *_schema.c), nowhere else.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Faults of files that people write are gathered, not thrown: all of them are
 * shown at once. */
struct fault {
	const char *file; /* as named by the caller */
	int line;	  /* 1…; 0 when the file as a whole is meant */
	const char *text; /* what is wrong and what to do */
};

struct faults {
	struct arena *arena;
	struct fault *items;
	size_t count;
};

void fault_add(struct faults *f, const char *file, int line, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

#endif
