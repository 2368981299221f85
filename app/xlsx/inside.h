#ifndef XLSX_INSIDE_H
#define XLSX_INSIDE_H

/* What the readers of a workbook's parts share. */

#include "xlsx/xlsx.h"
#include "xlsx/xml.h"
#include "zip/zip.h"

enum {
	XLSX_ROWS_MOST = 100000, /* with something in them, in all sheets together */
	XLSX_COLUMNS_MOST = 256,
	XLSX_CELLS_MOST = 2000000,
	XLSX_TEXT_MOST = 32767 * 4, /* bytes of a cell's text; Excel takes so many characters */
	XLSX_STYLES_MOST = 65536,   /* of cells; Excel makes no more than 64,000 */
	XLSX_FORMATS_MOST = 1000,   /* of numbers, made by people; each style looks through them */
	XLSX_SHEETS_MOST = 2000,
};

/* How a style shows its numbers. */
enum show_kind { SHOW_PLAIN, SHOW_ZEROS, SHOW_PERCENT, SHOW_DAY, SHOW_TIME, SHOW_INSTANT };

struct show {
	enum show_kind kind;
	int digits; /* ZEROS: at least so many; PERCENT: so many decimals */
};

struct show show_of_format(const char *code); /* a number format as Excel writes it */
struct show show_of_built_in(int number);     /* of those that need no code */
const char *number_shown(struct arena *a, const char *value, struct show show, bool from_1904);

struct parts {
	struct arena *arena, *scratch; /* scratch: of the part at work */
	struct unbundle *zip;
	const char **strings; /* shared */
	size_t string_count;
	struct show *styles; /* by the cell's s */
	size_t style_count;
	bool from_1904;
	size_t rows, cells; /* read so far */
};

/* Hands one part over, unpacked for as long as that takes. */
bool part_read(struct parts *p, const char *path, const struct xml *handlers, void *with, struct err *e);

bool strings_read(struct parts *p, const char *path, struct err *e);
bool styles_read(struct parts *p, const char *path, struct err *e);
bool table_read(struct parts *p, const char *path, struct xlsx_table *out, struct err *e);

/* Gathers the text of a string's <t>, those of <rPh> (furigana) left out. */
struct text_taking {
	struct buf text;
	int phonetic; /* how deep in one */
	bool open;    /* in a <t> that counts */
};
void text_start(struct text_taking *t, const char *name);
void text_end(struct text_taking *t, const char *name);
void text_add(struct text_taking *t, const char *text, size_t length);
/* What was gathered, _x000D_ and its like undone; begins anew. */
const char *text_take(struct text_taking *t, struct arena *a);
/* Rows may point to one text a hundred thousand times, and readers copy it. */
bool text_fits(size_t length, struct err *e);

#endif
