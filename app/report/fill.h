#ifndef REPORT_FILL_H
#define REPORT_FILL_H

/* Texts of recipes with {places} in them. */

#include <stddef.h>

#include "base/arena.h"

struct filling {
	const char *name, *value;
};

/* Each {name} of the list replaced by its value; others stay as they are. */
const char *text_fill(struct arena *a, const char *text, const struct filling *list, size_t count);

/* The next {name} at or after *at, which moves past it; NULL when there is none. */
const char *text_place(struct arena *a, const char **at);

#endif
