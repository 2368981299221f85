#include "draw/chart.h"
#include "draw/font.h"
#include "draw/label.h"
#include "draw/legend.h"
#include "draw/palette.h"
#include "draw/strips.h"

static const double SIZE = 8, BELOW = 10, PADDING = 4;

/* One part of one row's bar, and where its count stands. */
struct piece {
	const struct part *part;
	unsigned value;
	double x, width;
	double count_width, count_x; /* count_x: the middle */
	const char *count;
	bool inside;
};

static size_t
pieces_cut(struct canvas *c, const struct part *parts, size_t part_count, const struct bar *bar, double x,
	double width, struct piece *pieces)
{
	unsigned total = 0, before = 0;
	size_t count = 0;
	for (size_t i = 0; i < part_count; i++)
		total += bar->parts[i];
	for (size_t i = 0; i < part_count; i++) {
		if (bar->parts[i] == 0)
			continue;
		struct piece p = {.part = &parts[i], .value = bar->parts[i]};
		p.x = x + width * before / total;
		p.width = width * p.value / total;
		p.count = arena_printf(c->arena, "%u", p.value);
		p.count_width = text_width(FACE_GOTHIC, SIZE, p.count);
		p.count_x = p.x + p.width / 2;
		p.inside = p.count_width + PADDING <= p.width;
		pieces[count++] = p;
		before += p.value;
	}
	return count;
}

/* Counts that do not fit into their part stand under it, moved aside until none
 * touches another: first to the right, then back from the right edge. */
static bool
counts_part(struct piece *pieces, size_t count, double left, double right)
{
	bool any = false;
	double edge = left;
	for (size_t i = 0; i < count; i++) {
		struct piece *p = &pieces[i];
		if (p->inside)
			continue;
		any = true;
		if (p->count_x - p->count_width / 2 < edge)
			p->count_x = edge + p->count_width / 2;
		edge = p->count_x + p->count_width / 2 + PADDING;
	}
	edge = right;
	for (size_t i = count; i-- > 0;) {
		struct piece *p = &pieces[i];
		if (p->inside)
			continue;
		if (p->count_x + p->count_width / 2 > edge)
			p->count_x = edge - p->count_width / 2;
		edge = p->count_x - p->count_width / 2 - PADDING;
	}
	return any;
}

static void
piece_draw(struct canvas *c, const struct piece *p, const struct strip *at)
{
	canvas_box(c, (struct pen){PALETTE_FRAME, 0.6, 0}, p->part->ink, p->x, at->y, p->width, at->height);
	if (!p->inside)
		label_line(c, FACE_GOTHIC, SIZE, PALETTE_TEXT, ANCHOR_MIDDLE, p->count_x,
			at->y + at->height + BELOW / 2, p->count);
	else if (p->part->ink.pattern == PATTERN_SOLID)
		label_line(c, FACE_GOTHIC, SIZE, palette_text_on(p->part->ink.colour), ANCHOR_MIDDLE,
			p->count_x, at->middle, p->count);
	else
		label_on_white(c, FACE_GOTHIC, SIZE, PALETTE_TEXT, p->count_x, at->middle, p->count);
}

static void
bar_draw(struct strips *r, const struct part *parts, size_t part_count, const struct bar *bar)
{
	struct canvas *c = r->canvas;
	struct piece *pieces = ARENA_ARRAY(c->arena, struct piece, part_count);
	size_t count = 0;
	if (bar->mark == NULL)
		count = pieces_cut(c, parts, part_count, bar, r->bar_x, r->bar_width, pieces);
	bool below = counts_part(pieces, count, r->bar_x, r->bar_x + r->bar_width);
	struct strip at = strips_next(r, bar->label, bar->note, below ? BELOW : 0);
	if (bar->mark != NULL) {
		label_line(c, FACE_GOTHIC, SIZE + 1, PALETTE_TEXT, ANCHOR_LEFT, at.x, at.middle, bar->mark);
		return;
	}
	if (count == 0)
		canvas_box(c, (struct pen){PALETTE_FRAME, 0.6, 2}, (struct ink){0, PATTERN_NONE}, at.x, at.y,
			at.width, at.height);
	for (size_t i = 0; i < count; i++)
		piece_draw(c, &pieces[i], &at);
}

struct canvas *
chart_bars(struct arena *a, double width, const struct chart_words *w, const struct part *parts,
	size_t part_count, const struct bar *bars, size_t bar_count)
{
	struct canvas *c = canvas_create(a, width, 0);
	c->title = w->title;
	c->description = w->description;
	double y = legend_parts(c, parts, part_count);
	if (bar_count == 0) {
		strips_nothing(c, y);
		return c;
	}
	double widest = 0;
	for (size_t i = 0; i < bar_count; i++)
		widest = note_measure(widest, bars[i].note);
	struct strips r = strips_begin(c, y, widest);
	for (size_t i = 0; i < bar_count; i++) {
		canvas_cut(c, r.y);
		bar_draw(&r, parts, part_count, &bars[i]);
	}
	c->height = r.y;
	return c;
}
