#ifndef REPORT_CELL_VALUE_H
#define REPORT_CELL_VALUE_H

/* What the text of a cell says, read back: a page, a paper and a workbook then cannot
 * differ. */

#include "base/arena.h"
#include "report/lexicon.h"

enum value_kind {
	VALUE_TEXT,     /* with digits, but no value: "2026 edition" */
	VALUE_MARK,     /* no digits: withheld, none, or words */
	VALUE_PLAIN,    /* "1,234", "+1.2", "−3.4" */
	VALUE_PERCENT,  /* "78.4%" */
	VALUE_FRACTION, /* "12 / 18" */
};

struct cell_value {
	enum value_kind kind;
	const char *number; /* "-3.4"; a fraction's numerator */
	const char *below;  /* its denominator */
};

void cell_value(struct arena *a, const struct lexicon *words, const char *text, struct cell_value *out);

/* Without the places where paper may break a line. */
const char *text_on_one_line(struct arena *a, const char *text);
/* Of a cell that has several things to say, one a line: apart by blanks. */
const char *lines_on_one_line(struct arena *a, const char *text);

#endif
