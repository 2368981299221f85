#ifndef DOMAIN_QUESTIONNAIRE_WORDING_H
#define DOMAIN_QUESTIONNAIRE_WORDING_H

/*
 * What is asked of every text in a file that people write: it is there, says
 * something, fits its place, and stands on one line where one line is shown.
 */

#include "yaml/yaml.h"

/* Where a fault is: about names the record ("S611"), line is where it begins. */
struct place {
	struct faults *faults;
	const char *file;
	int line;
	const char *about;
};

void place_fault(const struct place *p, const char *format, ...) __attribute__((format(printf, 2, 3)));

struct wording {
	const char *key; /* as the file calls it */
	const char *text;
	size_t most; /* code points */
	bool must;   /* may not be left out */
	bool lines;  /* may have line breaks */
};

void wordings_check(const struct place *p, const struct wording *rows, size_t count);

#endif
