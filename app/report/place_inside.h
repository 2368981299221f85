#ifndef REPORT_PLACE_INSIDE_H
#define REPORT_PLACE_INSIDE_H

/* What place.c knows of the files that hold the places. */

#include "report/place.h"

struct place {
	const char *name;
	const char *(*value)(struct composer *c);
	unsigned about; /* with which it can be used */
};

struct places {
	const struct place *list;
	size_t count;
};
extern const struct places places_usual, places_of_cycle, places_of_audits;

#endif
