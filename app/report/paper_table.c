/*
 * Tables: cells wrap, rows are never parted, the header row stands on every page
 * the table reaches. Only a row deeper than a whole page is cut, between lines:
 * losing text would be worse.
 */
#include "report/paper.h"

#include "draw/lines.h"
#include "draw/palette.h"

#define PAD_X    3.5
#define PAD_Y    2.5
#define BARE_GAP 8

struct cell {
	struct line_run *lines;
	size_t count;
	enum align align;
	enum face face;
	bool tint;
};

struct row {
	const double *widths;
	size_t count;
	struct cell *cells;
	size_t from, most; /* lines of each cell that this strip shows */
};

static double
cell_anchor(const struct cell *cell, double x, double width, enum anchor *anchor)
{
	switch (cell->align) {
	case ALIGN_RIGHT:
		*anchor = ANCHOR_RIGHT;
		return x + width - PAD_X;
	case ALIGN_CENTRE:
		*anchor = ANCHOR_MIDDLE;
		return x + width / 2;
	default:
		*anchor = ANCHOR_LEFT;
		return x + PAD_X;
	}
}

static void
cell_draw(const struct row *r, const struct cell *cell, struct canvas *c, double x, double y, double width,
	double height)
{
	static const struct pen rule = {PALETTE_RULE, 0.5, 0};
	struct ink ink = {PALETTE_TINT, cell->tint ? PATTERN_SOLID : PATTERN_NONE};
	canvas_box(c, rule, ink, x, y, width, height);
	if (cell->count <= r->from)
		return;
	size_t shown = cell->count - r->from < r->most ? cell->count - r->from : r->most;
	enum anchor anchor;
	double at = cell_anchor(cell, x, width, &anchor);
	double top = y + (height - (double)shown * CELL_PITCH) / 2;
	for (size_t i = 0; i < shown; i++) {
		double baseline =
			top + (double)i * CELL_PITCH + (CELL_PITCH - CELL_SIZE) / 2 + CELL_SIZE * 0.88;
		canvas_text(c, cell->face, CELL_SIZE, PALETTE_BLACK, anchor, at, baseline,
			cell->lines[r->from + i].text);
	}
}

static void
row_draw(const struct strip *p, struct canvas *c, double y)
{
	const struct row *r = p->with;
	double x = PAPER_LEFT;
	for (size_t i = 0; i < r->count; i++) {
		cell_draw(r, &r->cells[i], c, x, y, r->widths[i], p->height);
		x += r->widths[i];
	}
}

static void
cell_fill(struct a4 *p, struct cell *cell, const char *text, double width)
{
	cell->count = lines_break(p->arena, cell->face, CELL_SIZE, width - 2 * PAD_X, 0,
		text == NULL ? "" : text, &cell->lines);
}

static size_t
row_lines(const struct row *r)
{
	size_t most = 1;
	for (size_t i = 0; i < r->count; i++)
		if (r->cells[i].count > most)
			most = r->cells[i].count;
	return most;
}

/* Usually one strip; several for a row that no page could hold. */
static void
row_add(struct a4 *p, const struct row *whole, const struct strip *head)
{
	double room = p->depth - (head == NULL ? 0 : head->height) - 2 * PAD_Y;
	size_t lines = row_lines(whole), most = (size_t)(room / CELL_PITCH);
	for (size_t from = 0; from < lines; from += most) {
		struct row *r = ARENA_NEW(p->arena, struct row);
		*r = *whole;
		r->from = from;
		r->most = lines - from < most ? lines - from : most;
		struct strip *strip = paper_add(p, 0, (double)r->most * CELL_PITCH + 2 * PAD_Y);
		strip->draw = row_draw;
		strip->with = r;
		strip->repeat = head;
	}
}

/* Shown in place of the strip where that opens a page. */
static void
row_open(struct a4 *p, struct strip *strip, const struct row *whole)
{
	struct row *r = ARENA_NEW(p->arena, struct row);
	struct strip *opens = ARENA_NEW(p->arena, struct strip);
	*r = *whole;
	r->most = row_lines(whole);
	*opens = *strip;
	opens->height = (double)r->most * CELL_PITCH + 2 * PAD_Y;
	opens->with = r;
	if (opens->height + (strip->repeat == NULL ? 0 : strip->repeat->height) <= p->depth)
		strip->opens = opens;
}

static const double *
column_widths(struct a4 *p, const struct table *t)
{
	double *widths = ARENA_ARRAY(p->arena, double, t->column_count), whole = 0;
	for (size_t i = 0; i < t->column_count; i++)
		whole += t->columns[i].share;
	for (size_t i = 0; i < t->column_count; i++)
		widths[i] =
			p->width * (whole > 0 ? t->columns[i].share / whole : 1.0 / (double)t->column_count);
	return widths;
}

static const struct strip *
head_add(struct a4 *p, const struct table *t, const double *widths)
{
	struct row r = {.widths = widths,
		.count = t->column_count,
		.cells = ARENA_ARRAY(p->arena, struct cell, t->column_count)};
	for (size_t i = 0; i < t->column_count; i++) {
		r.cells[i] = (struct cell){.align = ALIGN_CENTRE, .face = FACE_GOTHIC_BOLD, .tint = true};
		cell_fill(p, &r.cells[i], t->columns[i].title, widths[i]);
	}
	row_add(p, &r, NULL);
	paper_keep_last(p);
	return p->strips[p->count - 1];
}

static struct row
row_of(struct a4 *p, const struct table *t, const double *widths, size_t row, bool opens)
{
	struct row r = {.widths = widths,
		.count = t->column_count,
		.cells = ARENA_ARRAY(p->arena, struct cell, t->column_count)};
	for (size_t i = 0; i < t->column_count; i++) {
		const struct table_cell *from = &t->cells[row * t->column_count + i];
		r.cells[i] = (struct cell){.align = t->columns[i].align,
			.face = from->strong ? FACE_GOTHIC_BOLD : FACE_GOTHIC,
			.tint = (i == 0 && t->row_headers) || from->heads};
		cell_fill(p, &r.cells[i], opens && from->whole != NULL ? from->whole : from->text, widths[i]);
	}
	return r;
}

static bool
row_has_whole(const struct table *t, size_t row)
{
	for (size_t i = 0; i < t->column_count; i++)
		if (t->cells[row * t->column_count + i].whole != NULL)
			return true;
	return false;
}

void
paper_table(struct a4 *p, const struct table *t)
{
	static const struct text_style caption = {
		.face = FACE_GOTHIC_BOLD, .size = CELL_SIZE, .pitch = 16, .gap = 6};
	if (t->caption != NULL && t->caption[0] != '\0') {
		size_t first = p->count;
		paper_text(p, &caption, t->caption);
		for (size_t i = first; i < p->count; i++)
			p->strips[i]->keep = true;
	}
	const double *widths = column_widths(p, t);
	const struct strip *head = t->bare ? NULL : head_add(p, t, widths);
	for (size_t row = 0; row < t->row_count; row++) {
		struct row r = row_of(p, t, widths, row, false);
		size_t first = p->count;
		row_add(p, &r, head);
		if (p->count == first + 1 && row_has_whole(t, row)) {
			struct row opens = row_of(p, t, widths, row, true);
			row_open(p, p->strips[first], &opens);
		}
		if (t->bare && row == 0)
			p->strips[first]->gap = BARE_GAP;
		/* neither the first row nor the last one alone on a page */
		if (t->row_count > 1 && (row == 0 || row + 2 == t->row_count))
			paper_keep_last(p);
	}
}

enum { PAIR_GAP = 10 };

static void
pair_draw(const struct strip *p, struct canvas *c, double y)
{
	const struct canvas *pair = p->with;
	canvas_place(c, pair, 0, y);
}

void
paper_pair(struct a4 *p, const struct canvas *chart, const struct table *t)
{
	struct a4 half = {.arena = p->arena,
		.report = p->report,
		.width = p->width - chart->width - PAIR_GAP,
		.depth = p->depth};
	paper_table(&half, t);
	double depth = 0, y = 0;
	for (size_t i = 0; i < half.count; i++)
		depth += (i > 0 ? half.strips[i]->gap : 0) + half.strips[i]->height;
	double whole = depth > chart->height ? depth : chart->height;
	struct canvas *beside = canvas_create(p->arena, p->sheet_width, depth);
	for (size_t i = 0; i < half.count; i++) {
		y += i > 0 ? half.strips[i]->gap : 0;
		half.strips[i]->draw(half.strips[i], beside, y);
		y += half.strips[i]->height;
	}
	struct canvas *pair = canvas_create(p->arena, p->sheet_width, whole);
	canvas_place(pair, chart, PAPER_LEFT, (whole - chart->height) / 2);
	canvas_place(pair, beside, chart->width + PAIR_GAP, (whole - depth) / 2);
	struct strip *strip = paper_add(p, 8, whole);
	strip->draw = pair_draw;
	strip->with = pair;
}
