/* The tables of a report, their cells made values. */
#include "report/export.h"

#include <string.h>

#include "base/words.h"
#include "report/cell_value.h"
#include "report/fill.h"
#include "report/lexicon.h"

enum { SHEET_WIDTH = 110, WIDTH_LEAST = 9 };

/* What a column's cells are, as far as they are values at all; marks (※ －) are not. */
enum column_kind { COLUMN_TEXT, COLUMN_PLAIN, COLUMN_PERCENT, COLUMN_FRACTION };

struct plan {
	enum column_kind kind;
	const char *title, *below; /* below: of a fraction's denominator */
};

struct making {
	struct arena *arena;
	const struct lexicon *words;
	const struct table *from;
	struct plan *plans;
	struct export_column *columns;
	size_t column_count;
	const char **cells;
	size_t cell_count;
};

static enum column_kind
kind_of_cells(struct making *m, size_t column)
{
	const struct table *t = m->from;
	enum column_kind kind = COLUMN_TEXT;
	for (size_t row = 0; row < t->row_count; row++) {
		struct cell_value v;
		cell_value(m->arena, m->words, t->cells[row * t->column_count + column].text, &v);
		if (v.kind == VALUE_MARK)
			continue;
		enum column_kind own = v.kind == VALUE_FRACTION  ? COLUMN_FRACTION
				       : v.kind == VALUE_PERCENT ? COLUMN_PERCENT
				       : v.kind == VALUE_PLAIN   ? COLUMN_PLAIN
								 : COLUMN_TEXT;
		if (own == COLUMN_TEXT || (kind != COLUMN_TEXT && own != kind))
			return COLUMN_TEXT;
		kind = own;
	}
	return kind;
}

/* "done / all" names both parts of a fraction; a title that does not leaves it a text. */
static void
title_split(struct making *m, struct plan *p)
{
	static const char slash[] = "\uFF0F";
	const char *at = strstr(p->title, slash);
	if (at == NULL) {
		p->kind = COLUMN_TEXT;
		return;
	}
	p->below = at + strlen(slash);
	p->title = arena_strndup(m->arena, p->title, (size_t)(at - p->title));
}

static struct plan
column_plan(struct making *m, size_t column)
{
	const struct table *t = m->from;
	struct plan p = {.title = text_on_one_line(m->arena, t->columns[column].title)};
	if (t->columns[column].align == ALIGN_LEFT || (column == 0 && t->row_headers))
		return p;
	p.kind = kind_of_cells(m, column);
	if (p.kind == COLUMN_FRACTION)
		title_split(m, &p);
	if (p.kind == COLUMN_PERCENT) {
		const struct filling f[] = {
			{"title", p.title}, {"unit", lexicon_text(m->words, WORD_PERCENT)}};
		p.title = text_fill(m->arena, lexicon_text(m->words, WORD_TITLE_UNIT), f, 2);
	}
	return p;
}

static void
column_add(struct making *m, const char *title, double share, bool number)
{
	double width = share * SHEET_WIDTH;
	m->columns = ARENA_PUSH(m->arena, m->columns, m->column_count);
	m->columns[m->column_count++] =
		(struct export_column){title, width < WIDTH_LEAST ? WIDTH_LEAST : width, number};
}

static void
cell_add(struct making *m, const char *text)
{
	m->cells = ARENA_PUSH(m->arena, m->cells, m->cell_count);
	m->cells[m->cell_count++] = text;
}

static void
columns_make(struct making *m)
{
	const struct table *t = m->from;
	m->plans = ARENA_ARRAY(m->arena, struct plan, t->column_count);
	for (size_t i = 0; i < t->column_count; i++) {
		struct plan *p = &m->plans[i];
		*p = column_plan(m, i);
		double share = p->kind == COLUMN_FRACTION ? t->columns[i].share / 2 : t->columns[i].share;
		column_add(m, p->title, share, p->kind != COLUMN_TEXT);
		if (p->kind == COLUMN_FRACTION)
			column_add(m, p->below, share, true);
	}
}

static void
cell_make(struct making *m, const struct plan *p, const char *text)
{
	struct cell_value v;
	cell_value(m->arena, m->words, text, &v);
	bool value = p->kind != COLUMN_TEXT && v.kind != VALUE_MARK;
	cell_add(m, value ? v.number : lines_on_one_line(m->arena, text));
	if (p->kind == COLUMN_FRACTION)
		cell_add(m, value ? v.below : text);
}

/* Rows may be sorted, so none says "as above". */
static const char *
cell_text(const struct table_cell *cell)
{
	const char *text = cell->whole != NULL ? cell->whole : cell->text;
	return text != NULL ? text : "";
}

static struct export_table
table_make(struct arena *a, const struct report *r, const struct table *from)
{
	struct making m = {.arena = a, .words = r->lexicon, .from = from};
	columns_make(&m);
	for (size_t i = 0; i < from->row_count * from->column_count; i++)
		cell_make(&m, &m.plans[i % from->column_count], cell_text(&from->cells[i]));
	return (struct export_table){.columns = m.columns,
		.column_count = m.column_count,
		.cells = m.cells,
		.row_count = from->row_count};
}

/* The report and the table, so that a sheet alone says what it is. */
static void
lines_make(struct arena *a, const struct report *r, struct export_table *t)
{
	const char **lines = ARENA_ARRAY(a, const char *, 3);
	lines[0] = report_full_title(a, r);
	lines[1] = arena_printf(a, "%s%s%s", r->subject, lexicon_text(r->lexicon, WORD_SPACE), r->label);
	lines[2] = t->name;
	t->lines = lines;
	t->line_count = 3;
}

/* The notes under a chart and its table stand with the last of a section's parts. */
static const char *
note_of(const struct report *r, size_t section)
{
	const struct section *s = &r->sections[section];
	bool continued = section + 1 < r->section_count && r->sections[section + 1].heading == NULL &&
			 r->sections[section + 1].table == NULL && r->sections[section + 1].chart == NULL;
	return s->note == NULL && continued ? r->sections[section + 1].note : s->note;
}

/* Frames to be filled in by hand on paper are none. */
static bool
table_says_something(const struct table *t)
{
	for (size_t i = 0; i < t->row_count * t->column_count; i++)
		if (t->cells[i].text != NULL && t->cells[i].text[0] != '\0')
			return true;
	return false;
}

bool
export_of_report(struct arena *a, const struct report *r, struct export *out, struct err *e)
{
	struct export_table *tables = ARENA_ARRAY(a, struct export_table, r->section_count + 1);
	const char *heading = r->title;
	size_t count = 0;
	for (size_t i = 0; i < r->section_count; i++) {
		const struct section *s = &r->sections[i];
		if (s->heading != NULL)
			heading = s->heading;
		if (s->table == NULL || !table_says_something(s->table))
			continue;
		struct export_table *t = &tables[count++];
		*t = table_make(a, r, s->table);
		t->name = s->table->caption != NULL ? s->table->caption : heading;
		t->note = note_of(r, i);
		lines_make(a, r, t);
	}
	*out = (struct export){r->title, r->issued_by, r->issued, tables, count};
	return count > 0 || err_set(e, ERR_ABSENT, _("%s has no tables"), r->title);
}
