#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "xlsx/inside.h"

/* One worksheet. References of rows and cells may be left out: each then follows the
 * one before. */
struct table_taking {
	struct parts *parts;
	struct xlsx_table *table;
	struct xlsx_cells *rows;
	int row;
	size_t column;
	struct xlsx_cell *cells; /* of the row at work */
	size_t cell_count;
	/* of the cell at work */
	char type[12];
	size_t style;
	bool formula, in_value, in_string;
	struct buf value;
	struct text_taking string;
	struct err err;
};

static bool
column_parse(const char *reference, size_t *column)
{
	size_t n = 0;
	const char *c = reference;
	for (; *c >= 'A' && *c <= 'Z' && n <= 20000; c++)
		n = n * 26 + (size_t)(*c - 'A') + 1;
	*column = n - 1;
	return n > 0 && n <= 16384 && *c >= '1' && *c <= '9';
}

static void
row_start(struct table_taking *t, const char *const *attributes)
{
	const char *r = xml_attribute(attributes, "r");
	int64_t number = t->row + 1;
	if (r != NULL && (!number_parse(r, 1, 1048576, &number) || number <= t->row)) {
		err_set(&t->err, ERR_INPUT, _("the rows of sheet \"%s\" are not in order"), t->table->name);
		return;
	}
	t->row = (int)number;
	t->column = 0;
	t->cells = NULL;
	t->cell_count = 0;
}

static void
cell_start(struct table_taking *t, const char *const *attributes)
{
	const char *r = xml_attribute(attributes, "r");
	const char *type = xml_attribute(attributes, "t");
	const char *style = xml_attribute(attributes, "s");
	size_t column = t->column;
	if (r != NULL && (!column_parse(r, &column) || column < t->column)) {
		err_set(&t->err, ERR_INPUT, _("row %d of sheet \"%s\" has a cell that is out of place"),
			t->row, t->table->name);
		return;
	}
	t->column = column;
	int64_t s = 0;
	if (style != NULL)
		number_parse(style, 0, 1000000, &s);
	t->style = (size_t)s;
	strncpy(t->type, type != NULL ? type : "n", sizeof t->type - 1);
	t->formula = false;
	buf_clear(&t->value);
	t->string.phonetic = 0;
}

static void
on_start(void *with, const char *name, const char *const *attributes)
{
	struct table_taking *t = with;
	if (strcmp(name, "row") == 0)
		row_start(t, attributes);
	else if (strcmp(name, "c") == 0)
		cell_start(t, attributes);
	else if (strcmp(name, "v") == 0)
		t->in_value = true;
	else if (strcmp(name, "f") == 0)
		t->formula = true;
	else if (strcmp(name, "is") == 0)
		t->in_string = true;
	else if (t->in_string)
		text_start(&t->string, name);
}

static const char *
shared_string(struct table_taking *t, const char *value)
{
	const struct parts *p = t->parts;
	int64_t index;
	if (p->string_count > 0 && number_parse(value, 0, (int64_t)p->string_count - 1, &index))
		return p->strings[index];
	err_set(&t->err, ERR_INPUT, _("row %d of sheet \"%s\" points to a text the workbook does not have"),
		t->row, t->table->name);
	return "";
}

/* A day in a strict workbook is written out; its midnight says nothing. */
static const char *
day_text(struct arena *a, const char *value)
{
	const char *midnight = strstr(value, "T00:00:00");
	return arena_strndup(a, value, midnight != NULL ? (size_t)(midnight - value) : strlen(value));
}

static const char *
cell_text(struct table_taking *t)
{
	struct arena *a = t->parts->arena;
	const char *value = t->value.data != NULL ? t->value.data : "";
	if (strcmp(t->type, "inlineStr") == 0)
		return text_take(&t->string, a);
	if (*value == '\0')
		return "";
	if (strcmp(t->type, "s") == 0)
		return shared_string(t, value);
	if (strcmp(t->type, "b") == 0)
		return *value == '1' ? "TRUE" : "FALSE";
	if (strcmp(t->type, "d") == 0)
		return day_text(a, value);
	if (strcmp(t->type, "n") != 0)
		return arena_strdup(a, value);
	struct show show = t->style < t->parts->style_count ? t->parts->styles[t->style] : (struct show){0};
	return number_shown(a, value, show, t->parts->from_1904);
}

static void
cell_end(struct table_taking *t)
{
	struct parts *p = t->parts;
	if (!text_fits(t->value.length, &t->err) || !text_fits(t->string.text.length, &t->err))
		return;
	const char *text = cell_text(t);
	size_t column = t->column++;
	if (*text == '\0' && !t->formula)
		return;
	if (column >= XLSX_COLUMNS_MOST) {
		err_set(&t->err, ERR_INPUT, _("sheet \"%s\" has something beyond column %s"), t->table->name,
			xlsx_cell_name(p->arena, XLSX_COLUMNS_MOST - 1, 1));
		return;
	}
	while (t->cell_count <= column) {
		t->cells = ARENA_PUSH(p->arena, t->cells, t->cell_count);
		t->cells[t->cell_count++] = (struct xlsx_cell){.text = ""};
	}
	t->cells[column] = (struct xlsx_cell){text, t->formula};
}

static void
row_end(struct table_taking *t)
{
	struct parts *p = t->parts;
	if (t->cell_count == 0)
		return;
	p->rows++;
	p->cells += t->cell_count;
	if (p->rows > XLSX_ROWS_MOST || p->cells > XLSX_CELLS_MOST) {
		err_set(&t->err, ERR_INPUT, _("the workbook has more than %d rows or %d cells"),
			XLSX_ROWS_MOST, XLSX_CELLS_MOST);
		return;
	}
	t->rows = ARENA_PUSH(p->arena, t->rows, t->table->count);
	t->rows[t->table->count++] = (struct xlsx_cells){t->row, t->cells, t->cell_count};
}

static void
on_end(void *with, const char *name)
{
	struct table_taking *t = with;
	if (strcmp(name, "v") == 0)
		t->in_value = false;
	else if (strcmp(name, "is") == 0)
		t->in_string = false;
	else if (t->in_string)
		text_end(&t->string, name);
	else if (strcmp(name, "c") == 0)
		cell_end(t);
	else if (strcmp(name, "row") == 0)
		row_end(t);
}

static void
on_text(void *with, const char *text, size_t length)
{
	struct table_taking *t = with;
	if (t->in_value)
		buf_add(&t->value, text, length);
	else if (t->in_string)
		text_add(&t->string, text, length);
}

bool
table_read(struct parts *p, const char *path, struct xlsx_table *out, struct err *e)
{
	struct table_taking t = {.parts = p, .table = out};
	const struct xml handlers = {.start = on_start, .end = on_end, .text = on_text, .stop = &t.err};
	bool ok = part_read(p, path, &handlers, &t, e);
	out->rows = t.rows;
	buf_free(&t.value);
	buf_free(&t.string.text);
	return ok;
}
