#include <math.h>
#include <string.h>

#include "draw/chart.h"
#include "draw/font.h"
#include "draw/label.h"
#include "draw/palette.h"
#include "draw/strips.h"

static const double SIZE = 9, PADDING = 3, AIR = 4, ROW = 20, LEGEND = 22, ALARM = 1.8;
enum { HEAD_LINES = 6, LABEL_LINES = 4, FULL = 1000 };

struct heat {
	struct canvas *canvas;
	size_t column_count;
	double label_width, cell_width, head_height;
	double number_size;
	int alarm;
};

static struct ink
heat_ink(const struct shown *s)
{
	if (!s->known)
		return (struct ink){PALETTE_WHITE, PATTERN_SOLID};
	int step = s->tenths * HEAT_STEPS / FULL;
	step = step < 0 ? 0 : step >= HEAT_STEPS ? HEAT_STEPS - 1 : step;
	return (struct ink){palette_heat[step], PATTERN_SOLID};
}

static void
cell_draw(const struct heat *h, const struct shown *s, double x, double y, double height)
{
	struct canvas *c = h->canvas;
	canvas_box(c, (struct pen){PALETTE_FRAME, 0.5, 0}, heat_ink(s), x, y, h->cell_width, height);
	if (s->known && s->tenths < h->alarm) { /* inside the cell, so that neighbours keep theirs apart */
		double inset = ALARM / 2 + 0.8;
		canvas_box(c, (struct pen){PALETTE_TEXT, ALARM, 0}, (struct ink){0, PATTERN_NONE}, x + inset,
			y + inset, h->cell_width - 2 * inset, height - 2 * inset);
	}
	label_line(c, FACE_GOTHIC, h->number_size, PALETTE_TEXT, ANCHOR_MIDDLE, x + h->cell_width / 2,
		y + height / 2, label_shown(c->arena, s));
}

static double
row_draw(const struct heat *h, const char *name, const struct shown *cells, double y)
{
	struct canvas *c = h->canvas;
	struct label l = label_make(c->arena, FACE_GOTHIC, SIZE, h->label_width - PADDING, LABEL_LINES, name);
	double height = l.height + 2 * PADDING > ROW ? l.height + 2 * PADDING : ROW;
	label_draw(c, &l, PALETTE_TEXT, ANCHOR_LEFT, 0, y + height / 2);
	for (size_t i = 0; i < h->column_count; i++)
		cell_draw(h, &cells[i], h->label_width + (double)i * h->cell_width, y, height);
	return height;
}

static double
head_draw(const struct heat *h, const char *const *columns, double y)
{
	struct canvas *c = h->canvas;
	struct label *labels = ARENA_ARRAY(c->arena, struct label, h->column_count);
	double height = 0;
	for (size_t i = 0; i < h->column_count; i++) {
		labels[i] =
			label_make(c->arena, FACE_GOTHIC, SIZE, h->cell_width - 2, HEAD_LINES, columns[i]);
		height = labels[i].height > height ? labels[i].height : height;
	}
	for (size_t i = 0; i < h->column_count; i++) /* every head stands on its column */
		label_draw(c, &labels[i], PALETTE_TEXT, ANCHOR_MIDDLE,
			h->label_width + ((double)i + 0.5) * h->cell_width,
			y + height - labels[i].height / 2);
	return height + PADDING;
}

/* The scale: five shades with their lower ends, and the frame of the alarm. */
static double
legend_draw(const struct heat *h, const char *unit)
{
	static const double SHADE = 34, BOX = 10;
	struct canvas *c = h->canvas;
	for (int i = 0; i < HEAT_STEPS; i++) {
		double x = i * SHADE;
		canvas_box(c, (struct pen){PALETTE_FRAME, 0.5, 0},
			(struct ink){palette_heat[i], PATTERN_SOLID}, x, 0, SHADE, BOX + 2);
		label_line(c, FACE_GOTHIC, SIZE - 1, PALETTE_TEXT, ANCHOR_MIDDLE, x + SHADE / 2, BOX / 2 + 1,
			arena_printf(c->arena, "%d-", i * 100 / HEAT_STEPS));
	}
	double x = HEAT_STEPS * SHADE + PADDING;
	label_line(c, FACE_GOTHIC, SIZE, PALETTE_TEXT, ANCHOR_LEFT, x, BOX / 2 + 1, unit);
	if (h->alarm <= 0)
		return LEGEND;
	x += text_width(FACE_GOTHIC, SIZE, unit) + 4 * PADDING;
	canvas_box(
		c, (struct pen){PALETTE_TEXT, ALARM, 0}, (struct ink){0, PATTERN_NONE}, x, 1, 2 * BOX, BOX);
	label_line(c, FACE_GOTHIC, SIZE, PALETTE_TEXT, ANCHOR_LEFT, x + 2 * BOX + 2 * PADDING, BOX / 2 + 1,
		arena_printf(c->arena, "< %d.%d%s", h->alarm / 10, h->alarm % 10, unit));
	return LEGEND;
}

struct canvas *
chart_heat(struct arena *a, double width, const struct chart_words *w, const char *const *rows,
	size_t row_count, const char *const *columns, size_t column_count, const struct shown *cells,
	int alarm)
{
	struct canvas *c = canvas_create(a, width, 0);
	c->title = w->title;
	c->description = w->description;
	struct heat h = {.canvas = c, .column_count = column_count, .alarm = alarm};
	if (row_count == 0 || column_count == 0) {
		strips_nothing(c, 0);
		return c;
	}
	double widest = 0;
	for (size_t i = 0; i < row_count; i++)
		widest = note_measure(widest, rows[i]);
	double most = width * 0.28;
	h.cell_width = floor((width - fmin(widest + 2 * PADDING, most) - 0.5) / (double)column_count);
	h.label_width =
		floor(width - 0.5 -
			h.cell_width * (double)column_count); /* whole points: hundreds of cells stay short */
	h.number_size = fmin(SIZE, floor(10 * SIZE * (h.cell_width - AIR) / text_width(FACE_GOTHIC, SIZE, "100.0")) / 10);
	double y = legend_draw(&h, w->unit);
	y += head_draw(&h, columns, y);
	for (size_t i = 0; i < row_count; i++) {
		canvas_cut(c, y);
		y += row_draw(&h, rows[i], cells + i * column_count, y);
	}
	c->height = y + 1;
	return c;
}
