#ifndef YAML_YAML_H
#define YAML_YAML_H

/*
 * The door to libcyaml. A file is read into plain structs by a schema; every
 * record remembers the line it began on, so that a fault can be named by file
 * and line. Schemas stand in files of their own, named *_schema.c, which are the
 * only ones to include yaml/schema.h.
 *
 * Before libcyaml loads a file, libyaml walks it once: that gives the lines, and
 * finds every unknown, repeated or missing key and every value of a wrong shape,
 * where libcyaml would stop at the first.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Faults of files that people write are gathered, not thrown: all of them are
 * shown at once. */
struct fault {
	const char *file; /* as named by the caller */
	int line;         /* 1…; 0 when the file as a whole is meant */
	const char *text; /* what is wrong and what to do */
};

struct faults {
	struct arena *arena;
	struct fault *items;
	size_t count;
};

void fault_add(struct faults *f, const char *file, int line, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* A whole file in f->arena; NULL and a fault under `name` when it cannot be read. */
char *faults_read_file(struct faults *f, const char *path, const char *name, size_t *length);

/* Puts the faults that were added since there were `from` of them in the order of
 * their lines; those of one line stay as they came. */
void faults_sort(struct faults *f, size_t from);

/* A word that is not among the known ones: says which one may have been meant or,
 * when they are few, which there are. about: what the word belongs to ("S611");
 * what: the sort of word ("scale"), translated. */
void fault_unknown(struct faults *f, const char *file, int line, const char *about, const char *what,
	const char *said, const char *const *known, size_t count);

struct cyaml_schema_value; /* one of the YAML_ROOT of yaml/schema.h */

/* Reads a file, or a text, into the struct the schema describes, all of it in
 * f->arena. What is wrong is added to f under `name`; a record of a list that is
 * wrong in shape is then left out and unknown keys are passed over, so that the
 * rest can still be judged. NULL when nothing usable is left. */
void *yaml_load(
	const struct cyaml_schema_value *schema, const char *path, const char *name, struct faults *f);
void *yaml_parse(const struct cyaml_schema_value *schema, const char *text, size_t length, const char *name,
	struct faults *f);

enum { YAML_MOST = 1 << 20 }; /* bytes of one file */

#endif
