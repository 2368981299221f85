#ifndef TESTS_DOMAIN_REFILL_H
#define TESTS_DOMAIN_REFILL_H

/* A workbook opened, filled in and saved again, as a spreadsheet program does: other
 * parts, other styles, the same cells. */

#include <check.h>
#include <string.h>

#include "domain/answer/answer_layout.h"
#include "xlsx/xlsx.h"

struct refill {
	size_t sheet;    /* 0: the guide, then the sheets in their order */
	const char *key; /* of the row */
	enum answer_column column;
	const char *text;
};

static inline const char *
refilled(const struct xlsx_cells *row, size_t sheet, size_t column, const struct refill *list, size_t count)
{
	for (size_t i = count; i-- > 0;)
		if (list[i].sheet == sheet && list[i].column == column &&
			strcmp(list[i].key, xlsx_cell(row, ANSWER_KEY)) == 0)
			return list[i].text;
	return xlsx_cell(row, column);
}

static inline void
refill(const struct buf *in, const struct refill *list, size_t count, struct buf *out)
{
	static const struct xlsx_column columns[ANSWER_COLUMNS] = {{.width = 10}};
	struct arena *a = arena_create();
	struct xlsx_book book;
	struct err e = {0};
	ck_assert_msg(xlsx_read(a, in->data, in->length, &book, &e), "%s", e.text);
	struct xlsx *x = xlsx_create("other", "program", 0, false);
	for (size_t s = 0; s < book.count; s++) {
		const struct xlsx_table *t = &book.sheets[s];
		xlsx_sheet(x, strcmp(t->name, "lists") == 0 ? "old lists" : t->name, columns, ANSWER_COLUMNS,
			t->hidden ? XLSX_HIDDEN : 0);
		int at = 0;
		for (size_t r = 0; r < t->count; r++) {
			while (at < t->rows[r].number) {
				xlsx_row(x);
				at++;
			}
			for (size_t c = 0; c < ANSWER_COLUMNS; c++)
				xlsx_text(x, c, refilled(&t->rows[r], s, c, list, count), 0);
		}
	}
	ck_assert_msg(xlsx_finish(x, out, &e), "%s", e.text);
	xlsx_destroy(x);
	arena_destroy(a);
}

#endif
