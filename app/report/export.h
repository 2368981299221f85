#ifndef REPORT_EXPORT_H
#define REPORT_EXPORT_H

/*
 * Tables for spreadsheet programs: a workbook with one sheet a table, or CSV, several
 * tables as one ZIP archive. Those behind a report are the very tables of its pages,
 * so what is withheld there is withheld here; numbers become numbers, their unit goes
 * into the title of the column, and a numerator and its denominator get a column each.
 */

#include "base/buf.h"
#include "report/report.h"

enum export_form {
	EXPORT_XLSX,
	EXPORT_CSV, /* UTF-8 */
	EXPORT_CSV_GUARDED,
	EXPORT_CP932,
	EXPORT_CP932_GUARDED,
	EXPORT_FORMS
};

const char *export_form_name(enum export_form form); /* "xlsx", "csv", "csv-guarded" … */
bool export_form_parse(const char *name, enum export_form *out);

struct export_column {
	const char *title;
	double width; /* in digits; 0: 12 */
	bool number;  /* cells that are numbers (-12.5) become such */
};

struct export_table {
	const char *name;
	const char *const *lines; /* above the table in a workbook */
	size_t line_count;
	const struct export_column *columns;
	size_t column_count;
	const char *const *cells; /* row by row */
	size_t row_count;
	const char *note; /* below it in a workbook; NULL: none */
};

struct export
{
	const char *title, *author;
	instant_t issued; /* the files' time: the same tables with the same time give the same bytes */
	const struct export_table *tables;
	size_t count;
};

/* A character CP932 has in another form or not at all; row 1 is the titles'. */
struct export_change {
	const char *table;
	size_t row, column;
	const char *from, *to;
};

struct exported {
	struct buf bytes;
	const char *type;   /* of the content */
	const char *suffix; /* ".xlsx", ".csv" or ".zip" */
	const struct export_change *changes;
	size_t change_count;
};

/* What a report's tables hold. ERR_ABSENT when it has none. */
bool export_of_report(struct arena *a, const struct report *r, struct export *out, struct err *e);

/* bundled: CSV as a ZIP archive also when there is one table only. An archive holds the
 * list of changes too, where there are any. The bytes are the caller's to free, also
 * after a failure. */
bool export_write(struct arena *a, const struct export *x, enum export_form form, bool bundled,
	struct exported *out, struct err *e);

#endif
