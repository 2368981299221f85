#include "domain/answer/answer_sheet.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/answer/answer_layout.h"
#include "xlsx/xlsx.h"

void
answer_fault_add(struct answer_faults *f, const char *worksheet, const char *cell, const char *format, ...)
{
	char text[512];
	va_list ap;
	va_start(ap, format);
	vsnprintf(text, sizeof text, format, ap);
	va_end(ap);
	f->items = ARENA_PUSH(f->arena, f->items, f->count);
	f->items[f->count++] = (struct answer_fault){worksheet, cell, arena_strdup(f->arena, text)};
}

/* ---- the hidden worksheet ---- */

static bool
sheet_row(struct arena *a, const struct xlsx_cells *row, struct answer_book_read *out)
{
	struct answer_read s = {
		.code = xlsx_cell(row, 1), .set_key = xlsx_cell(row, 3), .digest = xlsx_cell(row, 4)};
	int64_t revision;
	if (!number_parse(xlsx_cell(row, 2), 1, INT64_MAX, &s.sheet_id) ||
		!number_parse(xlsx_cell(row, 5), 0, INT32_MAX, &revision))
		return false;
	s.revision = (int)revision;
	struct answer_read *list = (struct answer_read *)out->sheets;
	list = ARENA_PUSH(a, list, out->count);
	list[out->count++] = s;
	out->sheets = list;
	return true;
}

static void
sum_add(struct buf *sum, const struct xlsx_cells *row)
{
	for (size_t i = 0; i < row->count; i++)
		buf_addf(sum, "%s\n", row->cells[i].text);
}

static bool
version_rows(struct arena *a, const struct xlsx_table *t, struct answer_book_read *out)
{
	struct buf sum = BUF_INIT;
	char digest[DIGEST_SIZE];
	bool ok = t->count >= 3, closed = false;
	for (size_t i = 0; ok && i < t->count; i++) {
		const struct xlsx_cells *row = &t->rows[i];
		const char *key = xlsx_cell(row, 0);
		if (i + 1 == t->count) {
			digest_of(sum.data, sum.length, digest);
			closed = strcmp(key, VERSION_CHECKSUM) == 0 && strcmp(xlsx_cell(row, 1), digest) == 0;
		} else if (i == 1)
			ok = strcmp(key, VERSION_CYCLE) == 0 &&
			     number_parse(xlsx_cell(row, 1), 1, INT64_MAX, &out->cycle_id) &&
			     number_parse(xlsx_cell(row, 2), 0, INT64_MAX, &out->opened);
		else if (i > 1)
			ok = strcmp(key, VERSION_SHEET) == 0 && sheet_row(a, row, out);
		sum_add(&sum, row);
	}
	buf_free(&sum);
	return ok && closed;
}

/* By what it says, for worksheets are renamed. */
static const struct xlsx_table *
version_find(const struct xlsx_book *book)
{
	for (size_t i = 0; i < book->count; i++) {
		const struct xlsx_table *t = &book->sheets[i];
		if (t->count > 0 && strcmp(xlsx_cell(&t->rows[0], 0), ANSWER_FORMAT) == 0)
			return t;
	}
	return NULL;
}

static bool
version_read(struct arena *a, const struct xlsx_table *t, struct answer_book_read *out, struct err *e)
{
	if (t == NULL)
		return err_set(e, ERR_INPUT, _("this is no workbook of answer sheets handed out here"));
	return version_rows(a, t, out) ||
	       err_set(e, ERR_INPUT,
		       _("the hidden worksheet that says what the workbook was made from has been changed; "
			 "hand the workbook out anew"));
}

/* ---- which worksheet is which sheet ---- */

static struct answer_read *
sheet_of_code(struct answer_book_read *b, const char *code)
{
	struct answer_read *list = (struct answer_read *)b->sheets;
	for (size_t i = 0; i < b->count; i++)
		if (strcmp(list[i].code, code) == 0)
			return &list[i];
	return NULL;
}

/* The guide, and the lists behind the choices, which are hidden, are none. */
static bool
is_beside(const struct xlsx_table *t)
{
	return t->count == 0 || t->hidden || strcmp(xlsx_cell(&t->rows[0], 1), ANSWER_GUIDE) == 0;
}

/* The sheet whose code stands near the top; whole: in its place, as it does until rows or columns are moved. */
static struct answer_read *
sheet_of_table(struct answer_book_read *b, const struct xlsx_table *t, bool *whole)
{
	enum { TOP = 10 };
	for (size_t i = 0; i < t->count && t->rows[i].number <= TOP; i++)
		for (size_t column = 0; column < t->rows[i].count; column++) {
			struct answer_read *s = sheet_of_code(b, t->rows[i].cells[column].text);
			*whole = t->rows[i].number == 1 && column == ANSWER_KEY;
			if (s != NULL)
				return s;
		}
	return NULL;
}

/* A worksheet with a code is read though it has been hidden: somebody's answers are in it. */
static void
table_place(struct answer_book_read *b, const struct xlsx_table *t, struct answer_faults *f)
{
	bool whole;
	struct answer_read *s = sheet_of_table(b, t, &whole);
	if (s == NULL && !is_beside(t))
		answer_fault_add(f, t->name, "", _("this worksheet is none of the sheets handed out"));
	else if (s != NULL && !whole)
		answer_fault_add(f, t->name, "",
			_("rows or columns of this worksheet have been moved or deleted, so nothing of it was "
			  "read"));
	else if (s != NULL && s->table != NULL)
		answer_fault_add(f, t->name, "", _("this worksheet is a copy of \"%s\"; it was not read"),
			s->worksheet);
	else if (s != NULL) {
		s->table = t;
		s->worksheet = t->name;
	}
}

/* Sheets whose worksheet has been deleted are not in it any more. */
static void
present_keep(struct answer_book_read *b)
{
	struct answer_read *list = (struct answer_read *)b->sheets;
	size_t kept = 0;
	for (size_t i = 0; i < b->count; i++)
		if (list[i].table != NULL)
			list[kept++] = list[i];
	b->count = kept;
}

bool
answer_book_read(struct arena *a, const void *data, size_t length, struct answer_book_read *out,
	struct answer_faults *f, struct err *e)
{
	struct xlsx_book *book = ARENA_NEW(a, struct xlsx_book);
	*out = (struct answer_book_read){0};
	if (!xlsx_read(a, data, length, book, e))
		return false;
	const struct xlsx_table *version = version_find(book);
	if (!version_read(a, version, out, e))
		return false;
	for (size_t i = 0; i < book->count; i++)
		if (&book->sheets[i] != version)
			table_place(out, &book->sheets[i], f);
	present_keep(out);
	return true;
}
