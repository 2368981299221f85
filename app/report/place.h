#ifndef REPORT_PLACE_H
#define REPORT_PLACE_H

/* The {places} a recipe may use in its texts. */

#include "report/block.h"

/* Their names, for checking recipes. */
size_t place_names(struct arena *a, unsigned about, const char *const **names); /* for what can be about these */
bool place_known(const char *name, unsigned about);

/* All of them with the values of what c is composing. */
void places_fill(struct composer *c);

#endif
