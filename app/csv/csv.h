#ifndef CSV_CSV_H
#define CSV_CSV_H

/*
 * The door to libcsv: a comma separated file (RFC 4180) as rows of fields. The
 * text is UTF-8 already and has no byte order mark (base/charset.h). Reading is
 * strict: a quote in the middle of a field or one that is never closed is an
 * error. Lines of nothing but blanks are passed over; a quoted field may hold
 * commas, quotes and line ends, so each row remembers the line it began on.
 * Blanks around a field that is not quoted do not belong to it.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

struct csv_field {
	const char *text; /* NUL after the last byte; a NUL within makes length the larger */
	size_t length;
};

struct csv_row {
	struct csv_field *fields;
	size_t count;
	int line; /* 1… */
};

struct csv_rows {
	struct csv_row *items;
	size_t count;
};

/* On failure *line is where, and out holds the rows before. */
bool csv_read(
	struct arena *a, const char *text, size_t length, struct csv_rows *out, int *line, struct err *e);

#endif
