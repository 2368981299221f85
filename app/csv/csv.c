#include "csv/csv.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "base/words.h"

struct reading {
	struct arena *arena;
	struct csv_rows *out;
	struct csv_row row; /* being gathered */
	bool open;          /* the row goes on in the next line */
	int line;
};

static void
on_field(void *text, size_t length, void *with)
{
	struct reading *r = with;
	r->row.fields = ARENA_PUSH(r->arena, r->row.fields, r->row.count);
	r->row.fields[r->row.count++] =
		(struct csv_field){length == 0 ? "" : arena_strndup(r->arena, text, length), length};
}

static void
on_row(int end, void *with)
{
	(void)end;
	struct reading *r = with;
	r->out->items = ARENA_PUSH(r->arena, r->out->items, r->out->count);
	r->out->items[r->out->count++] = r->row;
	r->row = (struct csv_row){0};
	r->open = false;
}

/* Past the line end: LF, CRLF or, from old machines, CR alone. */
static size_t
line_length(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n')))
			return i + 1;
	}
	return length;
}

static bool
line_blank(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r' && text[i] != '\n')
			return false;
	return true;
}

/* One line at a time, for libcsv does not count them. */
static bool
read_lines(struct csv_parser *p, struct reading *r, const char *text, size_t length)
{
	for (r->line = 1; length > 0; r->line++) {
		size_t n = line_length(text, length);
		if (r->open || !line_blank(text, n)) {
			if (!r->open)
				r->row.line = r->line;
			r->open = true;
			if (csv_parse(p, text, n, on_field, on_row, r) != n)
				return false;
		}
		text += n;
		length -= n;
	}
	return true;
}

bool
csv_read(struct arena *a, const char *text, size_t length, struct csv_rows *out, int *line, struct err *e)
{
	*out = (struct csv_rows){0};
	struct reading r = {.arena = a, .out = out};
	struct csv_parser p;
	if (csv_init(&p, CSV_STRICT | CSV_STRICT_FINI) != 0)
		abort();
	bool whole = read_lines(&p, &r, text, length);
	bool closed = whole && csv_fini(&p, on_field, on_row, &r) == 0;
	if (!closed && csv_error(&p) == CSV_ENOMEM)
		abort();
	csv_free(&p);
	if (closed)
		return true;
	*line = whole ? r.row.line : r.line;
	if (whole)
		return err_set(e, ERR_INPUT, _("a quotation mark opened in this row is never closed"));
	return err_set(e, ERR_INPUT,
		_("a quotation mark stands inside a field; put the whole field in quotation marks and double "
		  "those within"));
}
