#include "xlsx/xlsx.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/file.h"
#include "base/utf8.h"
#include "base/words.h"
#include "xlsx/style.h"

enum {
	CELL_MOST = 32767,
	LINE_WRAPS = 60, /* a first column as wide as this holds a whole paragraph */
	CHOOSING_MOST = 255, /* of a sheet: the library counts them in a byte */
};

static const char lists_name[] = "lists";

/* What may be chosen stands in a column of a hidden sheet: a list written into the cell
 * itself ends at 255 characters and at its first comma. */
struct list {
	const char **choices;
	size_t count;
};

/* Cells of a column, one under the other, that are filled from the same list. */
struct choosing {
	size_t list;
	lxw_row_t first, last;
	const char *refusal; /* NULL: there are none */
};

struct xlsx {
	struct arena *arena;
	lxw_workbook *book;
	char path[32]; /* the library writes to a file only */
	struct style_set *styles;
	struct err err;
	struct list *lists;
	size_t list_count;
	const char **names; /* of the sheets so far */
	size_t name_count;
	/* of the sheet at work */
	lxw_worksheet *sheet;
	const struct xlsx_column *columns;
	size_t column_count;
	struct choosing *choosing; /* per column */
	lxw_row_t row, next_row;
};

static void
failed(struct xlsx *x, lxw_error code)
{
	if (code != LXW_NO_ERROR && x->err.kind == ERR_NONE)
		err_set(&x->err, code == LXW_ERROR_MEMORY_MALLOC_FAILED ? ERR_SYSTEM : ERR_INPUT,
			_("the workbook cannot be written: %s"), lxw_strerror(code));
}

struct xlsx *
xlsx_create(const char *title, const char *author, instant_t created, bool large)
{
	struct xlsx *x = calloc(1, sizeof *x);
	if (x == NULL)
		abort();
	x->arena = arena_create();
	strcpy(x->path, "/tmp/tenken-xlsx-XXXXXX");
	int fd = mkstemp(x->path);
	if (fd < 0) {
		err_set(&x->err, ERR_SYSTEM, _("there is no room for temporary files in /tmp"));
		return x;
	}
	close(fd);
	lxw_workbook_options options = {.constant_memory = large};
	x->book = workbook_new_opt(x->path, &options);
	if (x->book == NULL)
		abort();
	lxw_doc_properties p = {
		.title = arena_strdup(x->arena, title),
		.author = arena_strdup(x->arena, author),
		.created = (time_t)created,
	};
	workbook_set_properties(x->book, &p);
	x->styles = styles_create(x->arena, x->book);
	return x;
}

void
xlsx_destroy(struct xlsx *x)
{
	if (x == NULL)
		return;
	if (x->book != NULL)
		lxw_workbook_free(x->book);
	unlink(x->path);
	arena_destroy(x->arena);
	free(x);
}

/* Excel counts UTF-16: characters beyond U+FFFF are two. */
static size_t
utf16_length(const char *text)
{
	size_t n = 0;
	const char *end = text + strlen(text);
	while (text < end)
		n += utf8_next(&text, end) > 0xFFFF ? 2 : 1;
	return n;
}

/* Cut to `most` as Excel counts, what it forbids replaced by '_'. */
static char *
name_mended(struct arena *a, const char *name, size_t most)
{
	char *out = arena_strdup(a, name);
	for (char *c = out; *c != '\0'; c++)
		if (strchr("[]:*?/\\'", *c) != NULL || (unsigned char)*c < ' ')
			*c = '_';
	size_t n = 0;
	const char *end = out + strlen(out);
	for (const char *at = out; at < end;) {
		const char *from = at;
		n += utf8_next(&at, end) > 0xFFFF ? 2 : 1;
		if (n > most) {
			out[from - out] = '\0';
			break;
		}
	}
	return out;
}

static bool
name_taken(const struct xlsx *x, const char *name)
{
	for (size_t i = 0; i < x->name_count; i++)
		if (strcasecmp(x->names[i], name) == 0)
			return true;
	return strcasecmp(name, lists_name) == 0 || strcasecmp(name, "history") == 0;
}

static const char *
name_of_sheet(struct xlsx *x, const char *wanted)
{
	if (utf8_blank(wanted))
		wanted = "1";
	const char *name = name_mended(x->arena, wanted, LXW_SHEETNAME_MAX);
	for (int n = 2; name_taken(x, name); n++)
		name = arena_printf(x->arena, "%s (%d)", name_mended(x->arena, wanted, 24), n);
	x->names = ARENA_PUSH(x->arena, x->names, x->name_count);
	return x->names[x->name_count++] = name;
}

static void
page_setup(lxw_worksheet *s, unsigned flags)
{
	enum { PAPER_A4 = 9 };
	worksheet_set_paper(s, PAPER_A4);
	if (flags & XLSX_LANDSCAPE)
		worksheet_set_landscape(s);
	worksheet_fit_to_pages(s, 1, 0);
	worksheet_set_footer(s, "&L&A&R&P / &N");
	worksheet_ignore_errors(s, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
	if (flags & XLSX_HIDDEN)
		worksheet_hide(s);
	if (flags & XLSX_PROTECTED) {
		lxw_protection allowed = {.format_columns = LXW_TRUE, .format_rows = LXW_TRUE};
		worksheet_protect(s, NULL, &allowed);
	}
}

static void
validation_to_list(lxw_worksheet *sheet)
{
	lxw_data_val_obj *v = STAILQ_FIRST(sheet->data_validations);
	while (STAILQ_NEXT(v, list_pointers) != NULL)
		v = STAILQ_NEXT(v, list_pointers);
	v->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
}

/* A list is asked for as a custom formula and made a list afterwards: asked for as such,
 * the library loses the formula's memory (1.1.4). */
static void
choosing_end(struct xlsx *x, size_t column)
{
	struct choosing *c = &x->choosing[column];
	if (c->refusal == NULL || x->sheet == NULL)
		return;
	char name[LXW_MAX_COL_NAME_LENGTH];
	lxw_col_to_name(name, (lxw_col_t)c->list, 1);
	lxw_data_validation v = {
		.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA,
		.value_formula = arena_printf(
			x->arena, "=%s!%s$1:%s$%zu", lists_name, name, name, x->lists[c->list].count),
		.error_message = (char *)c->refusal,
	};
	lxw_error code = LXW_ERROR_PARAMETER_VALIDATION;
	if (x->sheet->num_validations < CHOOSING_MOST)
		code = worksheet_data_validation_range(
			x->sheet, c->first, (lxw_col_t)column, c->last, (lxw_col_t)column, &v);
	failed(x, code);
	if (code == LXW_NO_ERROR)
		validation_to_list(x->sheet);
	c->refusal = NULL;
}

static void
choosing_end_all(struct xlsx *x)
{
	for (size_t i = 0; i < x->column_count; i++)
		choosing_end(x, i);
}

void
xlsx_sheet(struct xlsx *x, const char *name, const struct xlsx_column *columns, size_t count, unsigned flags)
{
	if (x->book == NULL)
		return;
	choosing_end_all(x);
	x->sheet = workbook_add_worksheet(x->book, name_of_sheet(x, name));
	x->columns = columns;
	x->column_count = count;
	x->next_row = 0;
	x->choosing = ARENA_ARRAY(x->arena, struct choosing, count);
	if (x->sheet == NULL) {
		failed(x, LXW_ERROR_SHEETNAME_ALREADY_USED);
		return;
	}
	page_setup(x->sheet, flags);
	for (size_t i = 0; i < count; i++) {
		lxw_row_col_options o = {.hidden = columns[i].hidden};
		failed(x, worksheet_set_column_opt(
				  x->sheet, (lxw_col_t)i, (lxw_col_t)i, columns[i].width, NULL, &o));
	}
}

void
xlsx_row(struct xlsx *x)
{
	x->row = x->next_row++;
}

/* Excel reads _x0041_ in a text as an escaped character: an underscore that begins such
 * a thing is itself escaped. */
static const char *
text_escaped(struct arena *a, const char *text)
{
	if (strstr(text, "_x") == NULL)
		return text;
	struct buf b = BUF_INIT;
	for (const char *c = text; *c != '\0'; c++)
		if (c[0] == '_' && c[1] == 'x' && strspn(c + 2, "0123456789abcdefABCDEF") >= 4 && c[6] == '_')
			buf_adds(&b, "_x005F_");
		else
			buf_addc(&b, *c);
	const char *out = arena_strndup(a, b.data, b.length);
	buf_free(&b);
	return out;
}

static void
text_write(struct xlsx *x, size_t column, const char *text, lxw_format *style)
{
	if (x->sheet == NULL)
		return;
	if (utf16_length(text) > CELL_MOST && x->err.kind == ERR_NONE)
		err_set(&x->err, ERR_INPUT, _("a text of row %u is longer than a cell of a workbook holds"),
			(unsigned)x->row + 1);
	const char *escaped = text_escaped(x->arena, text);
	failed(x, *text == '\0'
			  ? worksheet_write_blank(x->sheet, x->row, (lxw_col_t)column, style)
			  : worksheet_write_string(x->sheet, x->row, (lxw_col_t)column, escaped, style));
}

void
xlsx_line(struct xlsx *x, const char *text, unsigned flags)
{
	xlsx_row(x);
	if (x->book != NULL)
		text_write(x, 0, text, style_line(x->styles, flags, x->columns[0].width > LINE_WRAPS));
}

void
xlsx_header(struct xlsx *x)
{
	xlsx_row(x);
	if (x->sheet == NULL)
		return;
	for (size_t i = 0; i < x->column_count; i++)
		text_write(x, i, x->columns[i].title, style_header(x->styles));
	worksheet_freeze_panes(x->sheet, x->row + 1, 0);
	worksheet_repeat_rows(x->sheet, x->row, x->row);
}

static enum xlsx_align
align_of(const struct xlsx *x, size_t column)
{
	return column < x->column_count ? x->columns[column].align : XLSX_LEFT;
}

void
xlsx_text(struct xlsx *x, size_t column, const char *text, unsigned flags)
{
	if (x->book != NULL)
		text_write(x, column, text, style_cell(x->styles, align_of(x, column), flags, STYLE_TEXT));
}

void
xlsx_number(struct xlsx *x, size_t column, double value, int decimals, unsigned flags)
{
	if (x->sheet != NULL)
		failed(x, worksheet_write_number(x->sheet, x->row, (lxw_col_t)column, value,
				  style_cell(x->styles, XLSX_RIGHT, flags, decimals)));
}

static bool
list_same(const struct list *l, const struct xlsx_choice *c)
{
	if (l->count != c->count)
		return false;
	for (size_t i = 0; i < l->count; i++)
		if (strcmp(l->choices[i], c->choices[i]) != 0)
			return false;
	return true;
}

static size_t
list_index(struct xlsx *x, const struct xlsx_choice *c)
{
	for (size_t i = 0; i < x->list_count; i++)
		if (list_same(&x->lists[i], c))
			return i;
	struct list l = {ARENA_ARRAY(x->arena, const char *, c->count), c->count};
	for (size_t i = 0; i < c->count; i++)
		l.choices[i] = arena_strdup(x->arena, c->choices[i]);
	x->lists = ARENA_PUSH(x->arena, x->lists, x->list_count);
	x->lists[x->list_count] = l;
	return x->list_count++;
}

void
xlsx_choose(struct xlsx *x, size_t column, const char *text, const struct xlsx_choice *from)
{
	assert(column < x->column_count);
	xlsx_text(x, column, text, XLSX_INPUT);
	size_t list = list_index(x, from);
	struct choosing *c = &x->choosing[column];
	if (c->refusal != NULL && c->list == list && c->last + 1 == x->row && c->refusal == from->refusal) {
		c->last = x->row;
		return;
	}
	choosing_end(x, column);
	*c = (struct choosing){list, x->row, x->row, from->refusal};
}

/* Row by row, for a large workbook's rows cannot be gone back to. */
static void
lists_write(struct xlsx *x)
{
	if (x->list_count == 0)
		return;
	lxw_worksheet *s = workbook_add_worksheet(x->book, lists_name);
	if (s == NULL)
		abort();
	worksheet_hide(s);
	worksheet_protect(s, NULL, NULL);
	bool more = true;
	for (size_t row = 0; more; row++) {
		more = false;
		for (size_t i = 0; i < x->list_count; i++) {
			if (row >= x->lists[i].count)
				continue;
			more = true;
			failed(x, worksheet_write_string(s, (lxw_row_t)row, (lxw_col_t)i,
					  text_escaped(x->arena, x->lists[i].choices[row]), NULL));
		}
	}
}

bool
xlsx_finish(struct xlsx *x, struct buf *out, struct err *e)
{
	if (x->book != NULL) {
		choosing_end_all(x);
		lists_write(x);
		lxw_workbook *book = x->book;
		x->book = NULL;
		x->sheet = NULL;
		failed(x, workbook_close(book));
	}
	if (x->err.kind != ERR_NONE) {
		*e = x->err;
		return false;
	}
	char *data;
	size_t length;
	if (!file_read(x->arena, x->path, &data, &length, e))
		return false;
	buf_add(out, data, length);
	return true;
}
