#include "report/record.h"

#include "base/fields.h"
#include "base/words.h"
#include "draw/keep.h"

bool
record_of_report(struct arena *a, const struct report *r, struct record *out, struct err *e)
{
	struct pdf_outline *outline;
	struct err none = {0};
	*out = (struct record){.title = report_full_title(a, r),
		.author = r->issued_by,
		.subject = r->subject,
		.issued = r->issued};
	out->page_count = report_pages(a, r, &out->pages, &outline, &out->outline_count);
	out->outline = outline;
	if (r->pages > 0 && out->page_count != r->pages)
		return err_set(e, ERR_CONFLICT,
			_("%s must have %zu pages and has %zu: shorten what is written for it in the "
			  "settings"),
			r->title, r->pages, out->page_count);
	if (!export_of_report(a, r, &out->tables, &none))
		out->tables = (struct export){0};
	return true;
}

bool
record_pdf(const struct record *r, enum glyph_gate gate, struct buf *out, struct err *e)
{
	struct pdf_info info = {
		.title = r->title, .author = r->author, .subject = r->subject, .fingerprint = r->fingerprint,
		.issued = r->issued};
	return pdf_write(r->pages, r->page_count, r->outline, r->outline_count, &info, gate, out, e);
}

/* ---- writing ---------------------------------------------------------------------------------- */

static void
outline_write(const struct record *r, struct buf *out)
{
	for (size_t i = 0; i < r->outline_count; i++) {
		fields_begin(out, "outline");
		fields_text(out, r->outline[i].title);
		fields_whole(out, r->outline[i].level);
		fields_whole(out, (long long)r->outline[i].page);
		fields_number(out, r->outline[i].y);
		fields_end(out);
	}
}

static void
texts_write(const char *name, const char *const *texts, size_t count, struct buf *out)
{
	fields_begin(out, name);
	for (size_t i = 0; i < count; i++)
		fields_text(out, texts[i]);
	fields_end(out);
}

static void
table_write(const struct export_table *t, struct buf *out)
{
	fields_begin(out, "table");
	fields_whole(out, (long long)t->column_count);
	fields_whole(out, (long long)t->row_count);
	fields_text(out, t->name);
	fields_text(out, t->note);
	fields_end(out);
	texts_write("lines", t->lines, t->line_count, out);
	for (size_t i = 0; i < t->column_count; i++) {
		fields_begin(out, "column");
		fields_text(out, t->columns[i].title);
		fields_number(out, t->columns[i].width);
		fields_whole(out, t->columns[i].number);
		fields_end(out);
	}
	for (size_t i = 0; i < t->row_count; i++)
		texts_write("row", t->cells + i * t->column_count, t->column_count, out);
}

void
record_write(const struct record *r, struct buf *out)
{
	fields_begin(out, "record");
	fields_text(out, r->title);
	fields_text(out, r->author);
	fields_text(out, r->subject);
	fields_whole(out, r->issued);
	fields_whole(out, (long long)r->page_count);
	fields_whole(out, (long long)r->outline_count);
	fields_whole(out, (long long)r->tables.count);
	fields_end(out);
	for (size_t i = 0; i < r->page_count; i++)
		canvas_keep(r->pages[i], out);
	outline_write(r, out);
	for (size_t i = 0; i < r->tables.count; i++)
		table_write(&r->tables.tables[i], out);
}

/* ---- reading ---------------------------------------------------------------------------------- */

struct reading {
	struct arena *arena;
	const char *at, *end;
	struct fields line;
};

/* The next line, of this name with so many fields. */
static bool
next_is(struct reading *r, const char *name, size_t count)
{
	return fields_next(r->arena, &r->at, r->end, &r->line) && fields_are(&r->line, name, count);
}

/* A count of lines that are still to come, not more than there can be. */
static bool
count_at(const struct reading *r, size_t n, size_t *count)
{
	long long v = fields_whole_at(&r->line, n);
	*count = v < 0 ? 0 : (size_t)v;
	return v >= 0 && *count <= (size_t)(r->end - r->at);
}

static bool
pages_read(struct reading *r, struct record *out)
{
	out->pages = ARENA_ARRAY(r->arena, struct canvas *, out->page_count);
	for (size_t i = 0; i < out->page_count; i++)
		if ((out->pages[i] = canvas_kept(r->arena, &r->at, r->end)) == NULL)
			return false;
	return true;
}

static bool
outline_read(struct reading *r, struct record *out)
{
	struct pdf_outline *outline = ARENA_ARRAY(r->arena, struct pdf_outline, out->outline_count);
	for (size_t i = 0; i < out->outline_count; i++) {
		size_t page;
		if (!next_is(r, "outline", 4) || !count_at(r, 2, &page) || page >= out->page_count)
			return false;
		outline[i] = (struct pdf_outline){.title = r->line.texts[1],
			.level = (int)fields_whole_at(&r->line, 1),
			.page = page,
			.y = fields_number_at(&r->line, 3)};
	}
	out->outline = outline;
	return true;
}

static bool
columns_read(struct reading *r, struct export_table *t)
{
	struct export_column *columns = ARENA_ARRAY(r->arena, struct export_column, t->column_count);
	for (size_t i = 0; i < t->column_count; i++) {
		if (!next_is(r, "column", 3))
			return false;
		columns[i] = (struct export_column){
			r->line.texts[1], fields_number_at(&r->line, 1), fields_whole_at(&r->line, 2) != 0};
	}
	t->columns = columns;
	return true;
}

static bool
table_read(struct reading *r, struct export_table *t)
{
	if (!next_is(r, "table", 4) || !count_at(r, 0, &t->column_count) || !count_at(r, 1, &t->row_count))
		return false;
	t->name = r->line.texts[3];
	t->note = r->line.texts[4];
	if (!fields_next(r->arena, &r->at, r->end, &r->line) ||
		!fields_are(&r->line, "lines", r->line.count - 1))
		return false;
	t->lines = r->line.texts + 1;
	t->line_count = r->line.count - 1;
	if (!columns_read(r, t))
		return false;
	const char **cells = ARENA_ARRAY(r->arena, const char *, t->row_count * t->column_count);
	for (size_t row = 0; row < t->row_count; row++) {
		if (!next_is(r, "row", t->column_count))
			return false;
		for (size_t i = 0; i < t->column_count; i++)
			cells[row * t->column_count + i] = r->line.texts[i + 1];
	}
	t->cells = cells;
	return true;
}

static bool
tables_read(struct reading *r, struct record *out, size_t count)
{
	struct export_table *tables = ARENA_ARRAY(r->arena, struct export_table, count);
	for (size_t i = 0; i < count; i++)
		if (!table_read(r, &tables[i]))
			return false;
	out->tables = (struct export){out->title, out->author, out->issued, tables, count};
	return r->at == r->end;
}

bool
record_read(struct arena *a, const char *data, size_t length, struct record *out, struct err *e)
{
	struct reading r = {.arena = a, .at = data, .end = data + length};
	size_t tables = 0;
	*out = (struct record){0};
	bool ok = next_is(&r, "record", 7) && count_at(&r, 4, &out->page_count) &&
		  count_at(&r, 5, &out->outline_count) && count_at(&r, 6, &tables);
	if (ok) {
		out->title = r.line.texts[1];
		out->author = r.line.texts[2];
		out->subject = r.line.texts[3];
		out->issued = fields_whole_at(&r.line, 3);
	}
	return (ok && pages_read(&r, out) && outline_read(&r, out) && tables_read(&r, out, tables)) ||
	       err_set(e, ERR_SYSTEM, _("what was kept of this document cannot be read"));
}
