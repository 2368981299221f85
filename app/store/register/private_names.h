#ifndef STORE_REGISTER_PRIVATE_NAMES_H
#define STORE_REGISTER_PRIVATE_NAMES_H

/*
 * Names that words written for everybody (概要版) do not hold: people's in full, and those of
 * what stands in a register that is confidential (非公開, clause 10) or lists systems or
 * places. Spaces within a name and within the text do not matter; names of one or two
 * characters are everyday words and are not looked for.
 */

#include "base/arena.h"
#include "db/db.h"
#include "domain/organisation/register.h"

struct private_names {
	const char **list;
	size_t count;
};
bool private_names_load(struct db *db, struct arena *a, const struct registers *registers,
	struct private_names *out, struct err *e);

/* ERR_INPUT when the text holds one. */
bool names_nobody(struct db *db, struct arena *a, const struct registers *registers, const char *text,
	struct err *e);

/* The first of them that stands in the text, as it is looked for; NULL: none does. */
const char *private_name_in(const struct private_names *names, struct arena *a, const char *text);

#endif
