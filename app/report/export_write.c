/* Tables as a workbook or as CSV. */
#include "report/export.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "csv/csv_write.h"
#include "xlsx/xlsx.h"
#include "zip/zip.h"

static const char *const form_names[EXPORT_FORMS] = {
	[EXPORT_XLSX] = "xlsx",
	[EXPORT_CSV] = "csv",
	[EXPORT_CSV_GUARDED] = "csv-guarded",
	[EXPORT_CP932] = "sjis",
	[EXPORT_CP932_GUARDED] = "sjis-guarded",
};

const char *
export_form_name(enum export_form form)
{
	return form_names[form];
}

bool
export_form_parse(const char *name, enum export_form *out)
{
	for (int i = 0; i < EXPORT_FORMS; i++)
		if (strcmp(form_names[i], name) == 0) {
			*out = (enum export_form)i;
			return true;
		}
	return false;
}

/* ---- a workbook ---- */

enum { WIDTH_USUAL = 12, WIDTH_PORTRAIT = 90 };

static const struct xlsx_column *
sheet_columns(struct arena *a, const struct export_table *t, double *width)
{
	struct xlsx_column *out = ARENA_ARRAY(a, struct xlsx_column, t->column_count);
	*width = 0;
	for (size_t i = 0; i < t->column_count; i++) {
		const struct export_column *c = &t->columns[i];
		out[i] = (struct xlsx_column){.title = c->title,
			.width = c->width > 0 ? c->width : WIDTH_USUAL,
			.align = c->number ? XLSX_RIGHT : XLSX_LEFT};
		*width += out[i].width;
	}
	return out;
}

static void
cell_write(struct xlsx *x, size_t column, const char *text, bool number)
{
	if (!number || !csv_number(text)) {
		xlsx_text(x, column, text, 0);
		return;
	}
	const char *point = strchr(text, '.');
	xlsx_number(x, column, strtod(text, NULL), point != NULL ? (int)strlen(point + 1) : 0, 0);
}

static void
sheet_write(struct arena *a, struct xlsx *x, const struct export_table *t)
{
	double width;
	const struct xlsx_column *columns = sheet_columns(a, t, &width);
	xlsx_sheet(x, t->name, columns, t->column_count, width > WIDTH_PORTRAIT ? XLSX_LANDSCAPE : 0);
	for (size_t i = 0; i < t->line_count; i++)
		xlsx_line(x, t->lines[i], i == 0 ? XLSX_STRONG : 0);
	xlsx_header(x);
	for (size_t row = 0; row < t->row_count; row++) {
		xlsx_row(x);
		for (size_t i = 0; i < t->column_count; i++)
			cell_write(x, i, t->cells[row * t->column_count + i], t->columns[i].number);
	}
	char *note = arena_strdup(a, t->note != NULL ? t->note : "");
	for (char *line; (line = strsep(&note, "\n")) != NULL;)
		if (*line != '\0')
			xlsx_line(x, line, XLSX_MUTED);
}

static bool
workbook_write(struct arena *a, const struct export *e, struct exported *out, struct err *err)
{
	enum { LARGE = 20000 };
	size_t rows = 0;
	for (size_t i = 0; i < e->count; i++)
		rows += e->tables[i].row_count;
	struct xlsx *x = xlsx_create(e->title, e->author, e->issued, rows > LARGE);
	for (size_t i = 0; i < e->count; i++)
		sheet_write(a, x, &e->tables[i]);
	bool ok = xlsx_finish(x, &out->bytes, err);
	xlsx_destroy(x);
	out->type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
	out->suffix = ".xlsx";
	return ok;
}

/* ---- CSV ---- */

struct csv_work {
	struct arena *arena;
	struct csv_style style;
	struct export_change *changes;
	size_t change_count;
};

static bool
table_write(struct csv_work *w, const struct export_table *t, struct buf *out, struct err *e)
{
	size_t columns = t->column_count, cells = t->row_count * columns;
	const char **fields = ARENA_ARRAY(w->arena, const char *, columns + cells);
	for (size_t i = 0; i < columns; i++)
		fields[i] = t->columns[i].title;
	for (size_t i = 0; i < cells; i++)
		fields[columns + i] = t->cells[i];
	struct csv_changes changes;
	if (!csv_write_rows(w->arena, fields, t->row_count + 1, columns, &w->style, out, &changes, e))
		return false;
	for (size_t i = 0; i < changes.count; i++) {
		const struct csv_change *c = &changes.items[i];
		w->changes = ARENA_PUSH(w->arena, w->changes, w->change_count);
		w->changes[w->change_count++] =
			(struct export_change){t->name, c->row, c->column, c->from, c->to};
	}
	return true;
}

/* The list is of what CP932 cannot say, so it is not in CP932. */
static bool
changes_write(struct csv_work *w, struct buf *out, struct err *e)
{
	const struct export_column columns[] = {{.title = _("Table")}, {.title = _("Row")},
		{.title = _("Column")}, {.title = _("Character")}, {.title = _("Became")}};
	enum { COLUMNS = sizeof columns / sizeof *columns };
	const char **cells = ARENA_ARRAY(w->arena, const char *, w->change_count *COLUMNS);
	for (size_t i = 0; i < w->change_count; i++) {
		const struct export_change *c = &w->changes[i];
		const char **row = &cells[i * COLUMNS];
		row[0] = c->table;
		row[1] = arena_printf(w->arena, "%zu", c->row);
		row[2] = arena_printf(w->arena, "%zu", c->column);
		row[3] = c->from;
		row[4] = c->to;
	}
	struct csv_work plain = {.arena = w->arena};
	const struct export_table list = {
		.columns = columns, .column_count = COLUMNS, .cells = cells, .row_count = w->change_count};
	return table_write(&plain, &list, out, e);
}

/* Windows forbids these in names of files. */
static const char *
file_name(struct arena *a, size_t number, const char *name)
{
	char *out = arena_printf(a, "%02zu-%s.csv", number, name);
	for (char *c = out; *c != '\0'; c++)
		if (strchr("\\/:*?\"<>|", *c) != NULL || (unsigned char)*c < ' ')
			*c = '_';
	return out;
}

static bool
archive_write(struct csv_work *w, const struct export *x, struct exported *out, struct err *e)
{
	struct bundle *b = bundle_create(x->issued);
	struct buf *files = ARENA_ARRAY(w->arena, struct buf, x->count + 1);
	bool ok = true;
	for (size_t i = 0; i < x->count && ok; i++)
		ok = table_write(w, &x->tables[i], &files[i], e) &&
		     bundle_add(b, file_name(w->arena, i + 1, x->tables[i].name), files[i].data,
			     files[i].length, e);
	if (ok && w->change_count > 0)
		ok = changes_write(w, &files[x->count], e) &&
		     bundle_add(b, file_name(w->arena, 0, _("Substituted characters")), files[x->count].data,
			     files[x->count].length, e);
	ok = ok && bundle_finish(b, &out->bytes, e);
	bundle_destroy(b);
	for (size_t i = 0; i <= x->count; i++)
		buf_free(&files[i]);
	out->type = "application/zip";
	out->suffix = ".zip";
	return ok;
}

bool
export_write(struct arena *a, const struct export *x, enum export_form form, bool bundled,
	struct exported *out, struct err *e)
{
	*out = (struct exported){.bytes = BUF_INIT};
	if (form == EXPORT_XLSX)
		return workbook_write(a, x, out, e);
	struct csv_work w = {.arena = a,
		.style = {.cp932 = form == EXPORT_CP932 || form == EXPORT_CP932_GUARDED,
			.guarded = form == EXPORT_CSV_GUARDED || form == EXPORT_CP932_GUARDED}};
	bool ok;
	if (x->count == 1 && !bundled) {
		ok = table_write(&w, &x->tables[0], &out->bytes, e);
		out->type = w.style.cp932 ? "text/csv; charset=Shift_JIS" : "text/csv; charset=utf-8";
		out->suffix = ".csv";
	} else
		ok = archive_write(&w, x, out, e);
	out->changes = w.changes;
	out->change_count = w.change_count;
	return ok;
}
