#ifndef DOMAIN_ANSWER_TABLE_H
#define DOMAIN_ANSWER_TABLE_H

/*
 * A table that people keep in a spreadsheet and hand over as CSV or as a workbook
 * (its first sheet that is not hidden). The first row names the columns, in Japanese
 * or in English, in any order; columns may be left out unless they must be there, and
 * unknown ones are a fault. Texts stay as they came, 髙 﨑 𠮷 and variants of kanji
 * included, but for the apostrophe our own CSV files put before what looks like a
 * formula. Blank lines and rows of nothing but commas are passed over.
 */

#include <stdbool.h>
#include <stddef.h>

#include "yaml/yaml.h"

struct table_column {
	const char *english, *japanese;
	const char *also; /* another name other programs write; NULL: none */
	size_t most;      /* code points */
	bool must;        /* the column must be there and no row may leave it empty */
	bool code;        /* an identifier: no blanks within */
};

struct table_row {
	const char **texts; /* one a column; NULL: the file does not have that column */
	int line;
};

struct table {
	const char *charset; /* "UTF-8", "CP932" or "XLSX" */
	struct table_row *rows;
	size_t count;
};

/* Every fault goes to f, in the order in which it was found. Rows with a faulty
 * field are there too, for what shows only when rows are laid side by side; NULL
 * when the first row does not name the columns. */
const struct table *table_parse(const char *data, size_t length, const char *name,
	const struct table_column *columns, size_t count, struct faults *f);

/* Codes that stand in addresses between slashes, where "." and ".." mean other places. */
bool table_code_breaks_address(const char *code);

/* Whether the text has a blank, U+3000 of Japanese keyboards included. */
bool table_code_has_blank(const char *code);

#endif
