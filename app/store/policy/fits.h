#ifndef STORE_POLICY_FITS_H
#define STORE_POLICY_FITS_H

/* Whether what was typed can be kept. what: names the field, translated; most: code points. */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

bool line_fits(
	const char *text, const char *what, size_t most, struct err *e); /* must be there, in one line */
bool lines_fit(const char *text, const char *what, size_t most, bool must, struct err *e);

#endif
