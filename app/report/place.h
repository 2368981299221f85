#ifndef REPORT_PLACE_H
#define REPORT_PLACE_H

/* The {places} a recipe may use in its texts; placed (block.h) fills them in. */

#include "report/block.h"

/* Their names, for checking recipes. */
size_t place_names(struct arena *a, unsigned about, const char *const **names); /* for what can be about these */
bool place_known(const char *name, unsigned about);

#endif
