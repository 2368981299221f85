#include "domain/answer/table.h"

#include <string.h>

#include "base/charset.h"
#include "base/utf8.h"
#include "base/words.h"
#include "csv/csv.h"
#include "csv/csv_write.h"
#include "xlsx/xlsx.h"

enum { ABSENT = -1 };

struct reading {
	const char *name; /* of the file, for faults */
	struct faults *f;
	struct csv_rows rows;
	const struct table_column *columns;
	size_t count;
	int *places; /* where a column stands in the file, or ABSENT */
	struct table *table;
};

static void
header_fault(struct reading *r, size_t place)
{
	const struct csv_field *said = &r->rows.items[0].fields[place];
	int line = r->rows.items[0].line;
	const char **known = ARENA_ARRAY(r->f->arena, const char *, 2 * r->count);
	for (size_t i = 0; i < r->count; i++) {
		known[2 * i] = r->columns[i].japanese;
		known[2 * i + 1] = r->columns[i].english;
	}
	if (said->length == 0 || !utf8_plain(said->text, said->length))
		fault_add(r->f, r->name, line, _("column %zu of the first row has no readable name"),
			place + 1);
	else
		fault_unknown(r->f, r->name, line, "", _("column"), said->text, known, 2 * r->count);
}

static bool
column_named(const struct table_column *c, const char *said)
{
	return strcmp(c->japanese, said) == 0 || strcasecmp(c->english, said) == 0 ||
	       (c->also != NULL && strcmp(c->also, said) == 0);
}

/* A NUL must not shorten a name to one that is known. */
static size_t
column_find(const struct reading *r, const struct csv_field *said)
{
	size_t i = strlen(said->text) == said->length ? 0 : r->count;
	while (i < r->count && !column_named(&r->columns[i], said->text))
		i++;
	return i;
}

static bool
header_any(const struct reading *r, const struct csv_row *head)
{
	for (size_t i = 0; i < head->count; i++)
		if (column_find(r, &head->fields[i]) < r->count)
			return true;
	return false;
}

static void
header_missing(struct reading *r)
{
	for (size_t c = 0; c < r->count; c++)
		if (r->columns[c].must && r->places[c] == ABSENT)
			fault_add(r->f, r->name, r->rows.items[0].line,
				_("the column %s (%s) is missing from the first row"), r->columns[c].japanese,
				r->columns[c].english);
}

static bool
header_read(struct reading *r)
{
	const struct csv_row *head = &r->rows.items[0];
	size_t faults = r->f->count;
	if (!header_any(r, head)) {
		fault_add(r->f, r->name, head->line,
			_("the first row does not name the columns (%s, %s, ...)"), r->columns[0].japanese,
			r->columns[1].japanese);
		return false;
	}
	for (size_t c = 0; c < r->count; c++)
		r->places[c] = ABSENT;
	for (size_t i = 0; i < head->count; i++) {
		size_t c = column_find(r, &head->fields[i]);
		if (c == r->count)
			header_fault(r, i);
		else if (r->places[c] != ABSENT)
			fault_add(r->f, r->name, head->line, _("the column %s stands twice in the first row"),
				head->fields[i].text);
		else
			r->places[c] = (int)i;
	}
	header_missing(r);
	return r->f->count == faults;
}

bool
table_code_has_blank(const char *code)
{
	return strstr(code, "\u3000") != NULL || strpbrk(code, " \t") != NULL;
}

bool
table_code_breaks_address(const char *code)
{
	return strchr(code, '/') != NULL || strcmp(code, ".") == 0 || strcmp(code, "..") == 0;
}

static void
field_check(struct reading *r, const struct table_column *c, const struct csv_field *field, int line)
{
	const char *title = c->japanese;
	if (!utf8_plain(field->text, field->length) || strpbrk(field->text, "\t\r\n") != NULL)
		fault_add(r->f, r->name, line,
			_("%s holds a character that cannot be in a table (line end, tab or control "
			  "character)"),
			title);
	else if (utf8_count(field->text) > c->most)
		fault_add(r->f, r->name, line, _("%s has %zu characters; at most %zu are possible"), title,
			utf8_count(field->text), c->most);
	else if (c->must && utf8_blank(field->text))
		fault_add(r->f, r->name, line, _("%s is empty"), title);
	else if (c->code && table_code_has_blank(field->text))
		fault_add(r->f, r->name, line, _("%s \"%s\" has a blank in it"), title, field->text);
}

static void
row_read(struct reading *r, const struct csv_row *row)
{
	size_t expected = r->rows.items[0].count;
	if (row->count != expected) {
		fault_add(r->f, r->name, row->line, _("this row has %zu fields where the first row has %zu"),
			row->count, expected);
		return;
	}
	const char **texts = ARENA_ARRAY(r->f->arena, const char *, r->count);
	for (size_t c = 0; c < r->count; c++) {
		if (r->places[c] == ABSENT)
			continue;
		const struct csv_field *field = &row->fields[r->places[c]];
		field_check(r, &r->columns[c], field, row->line);
		texts[c] = csv_unguarded(field->text);
	}
	struct table *t = r->table; /* also a faulty row: another may repeat its number */
	t->rows = ARENA_PUSH(r->f->arena, t->rows, t->count);
	t->rows[t->count++] = (struct table_row){texts, row->line};
}

/* Spreadsheets write rows of nothing but commas. */
static bool
row_empty(const struct csv_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (row->fields[i].length > 0)
			return false;
	return true;
}

static void
rows_read(struct reading *r)
{
	bool any = false;
	for (size_t i = 1; i < r->rows.count; i++) {
		if (row_empty(&r->rows.items[i]))
			continue;
		row_read(r, &r->rows.items[i]);
		any = true;
	}
	if (!any)
		fault_add(r->f, r->name, 0, _("below the first row there is nothing"));
}

/* ---- where rows come from ---- */

static bool
csv_open(struct reading *r, const char *data, size_t length)
{
	struct err e = {0};
	size_t size;
	char *text;
	int line = 0;
	if (!charset_to_utf8(r->f->arena, data, length, &text, &size, &r->table->charset, &e)) {
		fault_add(r->f, r->name, 0, "%s", e.text);
		return false;
	}
	bool whole = csv_read(r->f->arena, text, size, &r->rows, &line, &e);
	if (!whole)
		fault_add(r->f, r->name, line, "%s", e.text);
	return whole;
}

static struct csv_row
row_of_cells(struct arena *a, const struct xlsx_cells *cells, size_t width)
{
	size_t count = cells->count > width ? cells->count : width;
	struct csv_row row = {ARENA_ARRAY(a, struct csv_field, count), count, cells->number};
	for (size_t i = 0; i < count; i++) {
		const char *text = xlsx_cell(cells, i);
		row.fields[i] = (struct csv_field){text, strlen(text)};
	}
	return row;
}

/* The first sheet that is shown. Its rows have no cells after the last that is filled in. */
static bool
xlsx_open(struct reading *r, const char *data, size_t length)
{
	struct err e = {0};
	struct xlsx_book book;
	if (!xlsx_read(r->f->arena, data, length, &book, &e)) {
		fault_add(r->f, r->name, 0, "%s", e.text);
		return false;
	}
	size_t shown = 0;
	while (shown < book.count && book.sheets[shown].hidden)
		shown++;
	const struct xlsx_table *sheet = shown < book.count ? &book.sheets[shown] : NULL;
	size_t count = sheet != NULL ? sheet->count : 0;
	r->table->charset = "XLSX";
	r->rows.items = ARENA_ARRAY(r->f->arena, struct csv_row, count + 1);
	for (; r->rows.count < count; r->rows.count++)
		r->rows.items[r->rows.count] =
			row_of_cells(r->f->arena, &sheet->rows[r->rows.count], sheet->rows[0].count);
	return true;
}

const struct table *
table_parse(const char *data, size_t length, const char *name, const struct table_column *columns,
	size_t count, struct faults *f)
{
	struct reading r = {.name = name,
		.f = f,
		.columns = columns,
		.count = count,
		.places = ARENA_ARRAY(f->arena, int, count),
		.table = ARENA_NEW(f->arena, struct table)};
	bool whole = xlsx_is(data, length) ? xlsx_open(&r, data, length) : csv_open(&r, data, length);
	bool named = r.rows.count > 0 && header_read(&r);
	if (named)
		rows_read(&r);
	else if (whole && r.rows.count == 0)
		fault_add(f, name, 0, _("the file is empty; its first row must name the columns"));
	return named ? r.table : NULL;
}
