#ifndef BASE_FITS_H
#define BASE_FITS_H

/* Whether what was typed can be kept: ERR_INPUT, with the name of the field. what: that name, translated; most:
 * code points; must: it may not be left out. */

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

bool line_fits(const char *text, const char *what, size_t most, bool must, struct err *e); /* in one line */
bool lines_fit(const char *text, const char *what, size_t most, bool must, struct err *e);

#endif
