#include "web/organisation/table_file.h"

#include <string.h>

#include "csv/csv_write.h"
#include "web/pages.h"
#include "xlsx/xlsx.h"

static bool
workbook_write(struct call *c, const char *title, const char *const *fields, size_t rows, size_t columns,
	struct buf *out, struct err *e)
{
	enum { WIDTH = 16 };
	struct xlsx_column *head = ARENA_ARRAY(c->arena, struct xlsx_column, columns);
	for (size_t i = 0; i < columns; i++)
		head[i] = (struct xlsx_column){.title = fields[i], .width = WIDTH};
	struct xlsx *x = xlsx_create(title, "tenken", c->now, false);
	xlsx_sheet(x, title, head, columns, XLSX_LANDSCAPE);
	xlsx_header(x);
	for (size_t r = 1; r < rows; r++) {
		xlsx_row(x);
		for (size_t i = 0; i < columns; i++)
			xlsx_text(x, i, fields[r * columns + i], 0);
	}
	bool written = xlsx_finish(x, out, e);
	xlsx_destroy(x);
	return written;
}

void
page_table_file(struct call *c, const char *title, const char *const *fields, size_t rows, size_t columns)
{
	static const struct csv_style plain = {0};
	struct err e = {0};
	struct buf out = BUF_INIT;
	const char *as = http_query(c->http, "as");
	bool book = as != NULL && strcmp(as, "xlsx") == 0;
	bool ok = book ? workbook_write(c, title, fields, rows, columns, &out, &e)
		       : csv_write_rows(c->arena, fields, rows, columns, &plain, &out, NULL, &e);
	const char *name = arena_printf(c->arena, "%s.%s", title, book ? "xlsx" : "csv");
	if (ok)
		page_file(c, file_type(name), name, &out);
	else
		page_error(c, &e);
	buf_free(&out);
}
