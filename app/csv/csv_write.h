#ifndef CSV_CSV_WRITE_H
#define CSV_CSV_WRITE_H

/*
 * Comma separated files for spreadsheet programs: RFC 4180, every field in quotes,
 * CR LF. UTF-8 begins with a byte order mark, without which Excel takes it for
 * Shift_JIS.
 *
 * A field a spreadsheet would take for a formula (= + - @ at its start, their
 * full-width forms, a tab or line end) begins with an apostrophe: it is shown, but
 * every program leaves such a text alone, which holds of no other mark. Numbers stay
 * numbers, negative ones too. Excel still makes (1) a -1, 6-1 a day of June and 00123
 * a 123; whoever wants such values kept asks for guarded fields: every text with a
 * digit then is written as ="6-1", which Excel shows as 6-1 (and other programs as it
 * stands). Keys of clauses, 6(1), need neither.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

struct csv_style {
	bool cp932; /* else UTF-8 */
	bool guarded;
};

/* A character CP932 has in another form or not at all. */
struct csv_change {
	size_t row, column;    /* from 1; row 1 is the titles' */
	const char *from, *to; /* to is "" for one that was dropped */
};

struct csv_changes {
	const struct csv_change *items;
	size_t count;
};

/* fields: row by row, the titles first. changes may be NULL. ERR_SYSTEM when the system
 * cannot convert. */
bool csv_write_rows(struct arena *a, const char *const *fields, size_t rows, size_t columns,
	const struct csv_style *style, struct buf *out, struct csv_changes *changes, struct err *e);

/* Adds a row of a UTF-8 file, without the mark and not guarded. */
void csv_add(struct buf *out, const char *const *fields, size_t count);

/* The field without the apostrophe that made it no formula: what was written comes back. */
const char *csv_unguarded(const char *field);

/* -12.5 or 1200: what a spreadsheet keeps as it stands. Not 00123, nor more than 15 digits. */
bool csv_number(const char *field);

#endif
