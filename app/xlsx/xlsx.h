#ifndef XLSX_XLSX_H
#define XLSX_XLSX_H

/*
 * Workbooks (.xlsx): written through libxlsxwriter, read as what they are, an
 * archive of XML, through zip/zip.h and expat.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"

/*
 * Writing. Sheets and rows are written in their order; what goes wrong is kept until
 * xlsx_finish tells it, so that nothing between needs a check. Text is always written
 * as text: a formula in it stays letters. The same calls with the same `created` give
 * the same bytes.
 */

struct xlsx;

enum xlsx_align { XLSX_LEFT, XLSX_CENTRE, XLSX_RIGHT };

struct xlsx_column {
	const char *title;
	double width; /* in digits of the font */
	enum xlsx_align align;
	bool hidden;
};

enum xlsx_sheet_flag {
	XLSX_LANDSCAPE = 1 << 0,
	XLSX_PROTECTED = 1 << 1, /* only XLSX_INPUT cells can be changed; there is no password */
	XLSX_HIDDEN = 1 << 2,    /* never the first sheet */
};

enum xlsx_cell_flag {
	XLSX_STRONG = 1 << 0,
	XLSX_INPUT = 1 << 1, /* to be filled in: tinted, and free on a protected sheet */
	XLSX_MUTED = 1 << 2, /* a note: grey */
};

/* large: rows go to disk as they come, for tables of tens of thousands. */
struct xlsx *xlsx_create(const char *title, const char *author, instant_t created, bool large);
void xlsx_destroy(struct xlsx *x); /* NULL accepted */

/* Begins a sheet, printed on A4 as wide as the page. A name Excel would not take (over 31
 * characters, []:*?/\, taken already, nothing) is mended. */
void xlsx_sheet(
	struct xlsx *x, const char *name, const struct xlsx_column *columns, size_t count, unsigned flags);
/* A line of text above the table (or all of a sheet without one), across the columns. */
void xlsx_line(struct xlsx *x, const char *text, unsigned flags);
/* The columns' titles: stay in view, and head every printed page. */
void xlsx_header(struct xlsx *x);

/* Begins the next row; the others write into it. */
void xlsx_row(struct xlsx *x);
void xlsx_text(struct xlsx *x, size_t column, const char *text, unsigned flags);
void xlsx_number(struct xlsx *x, size_t column, double value, int decimals, unsigned flags);
/* An input cell filled from a list: text is what is chosen already, "" for nothing yet.
 * Anything else is refused with the sentence. A sheet has at most 255 of them, those of
 * the same list one under the other counting as one. */
struct xlsx_choice {
	const char *const *choices;
	size_t count;
	const char *refusal; /* at most 225 characters; must live until xlsx_finish */
};
void xlsx_choose(struct xlsx *x, size_t column, const char *text, const struct xlsx_choice *from);

/* Appends the workbook. ERR_INPUT for a text longer than a cell holds (32,767) and for
 * more rows or columns than a sheet has. */
bool xlsx_finish(struct xlsx *x, struct buf *out, struct err *e);

/*
 * Reading. Everything lives in the arena. A cell is the text a reader sees: shared and
 * inline strings with their runs joined and their furigana left out, TRUE and FALSE,
 * numbers with 15 digits, without separators of thousands, zeros before them and % where
 * the format shows them; days as 2026-10-16, times as 14:03 or 14:03:21; of a formula
 * the value that was last worked out. Merged cells have their text in the first.
 */

struct xlsx_cell {
	const char *text; /* "" for none */
	bool formula;
};

struct xlsx_cells {
	int number; /* of the row, as Excel counts: 1… */
	const struct xlsx_cell *cells;
	size_t count; /* up to the last that is not empty */
};

struct xlsx_table {
	const char *name;
	bool hidden;
	const struct xlsx_cells *rows; /* those that are not empty */
	size_t count;
};

struct xlsx_book {
	const struct xlsx_table *sheets;
	size_t count;
};

bool xlsx_read(struct arena *a, const void *data, size_t length, struct xlsx_book *out, struct err *e);

/* Whether the bytes begin like a workbook; false for CSV. */
bool xlsx_is(const void *data, size_t length);

const struct xlsx_table *xlsx_find(const struct xlsx_book *book, const char *name); /* NULL: none */
const char *xlsx_cell(const struct xlsx_cells *row, size_t column);                 /* "" beyond the last */
/* "B7" of column 1 and row 7: how people call a cell. */
const char *xlsx_cell_name(struct arena *a, size_t column, int row);

#endif
