#include <math.h>

#include "draw/chart.h"
#include "draw/label.h"
#include "draw/legend.h"
#include "draw/palette.h"
#include "draw/strips.h"

static const double SIZE = 9, PLOT = 150, PLOT_NARROW = 110, NARROW = 300, LEFT = 30, ABOVE = 14, FOOT = 16,
		    RIGHT = 6;
static const double CLEAR = 11; /* from the middle of one number to the next */
enum { FULL = 1000, SERIES_MOST = 4 };

struct trend {
	struct canvas *canvas;
	const struct series *series;
	size_t series_count, year_count;
	const bool *breaks;
	double left, right, top, bottom;
};

static double
year_x(const struct trend *t, size_t year)
{
	return t->left + (t->right - t->left) * ((double)year + 0.5) / (double)t->year_count;
}

static double
value_y(const struct trend *t, int tenths)
{
	return t->bottom - (t->bottom - t->top) * tenths / FULL;
}

static void
grid_draw(const struct trend *t, const char *unit, const char *const *years)
{
	struct canvas *c = t->canvas;
	for (int v = 0; v <= FULL; v += FULL / 5) {
		double y = value_y(t, v);
		canvas_segment(c, (struct pen){v == 0 ? PALETTE_FRAME : PALETTE_GRID, 0.6, 0}, t->left, y,
			t->right, y);
		label_line(c, FACE_GOTHIC, SIZE - 1, PALETTE_MUTED, ANCHOR_RIGHT, t->left - 4, y,
			arena_printf(c->arena, "%d%s", v / 10, v == FULL ? unit : ""));
	}
	double step = (t->right - t->left) / (double)t->year_count;
	for (size_t i = 0; i < t->year_count; i++) {
		struct label l = label_make(c->arena, FACE_GOTHIC, SIZE, step - 4, 1, years[i]);
		label_draw(c, &l, PALETTE_TEXT, ANCHOR_MIDDLE, year_x(t, i), t->bottom + FOOT / 2 + 3);
		if (i > 0 && t->breaks != NULL && t->breaks[i])
			canvas_segment(c, (struct pen){PALETTE_FRAME, 1, 3}, t->left + step * (double)i,
				t->top - ABOVE, t->left + step * (double)i, t->bottom);
	}
}

static void
line_draw(const struct trend *t, size_t series)
{
	const struct shown *values = t->series[series].values;
	for (size_t i = 1; i < t->year_count; i++) {
		bool broken = t->breaks != NULL && t->breaks[i];
		if (!broken && values[i - 1].known && values[i].known)
			canvas_segment(t->canvas, series_pen(series), year_x(t, i - 1),
				value_y(t, values[i - 1].tenths), year_x(t, i), value_y(t, values[i].tenths));
	}
	for (size_t i = 0; i < t->year_count; i++)
		if (values[i].known)
			series_marker(t->canvas, series, year_x(t, i), value_y(t, values[i].tenths));
}

static double
number_wish(const struct trend *t, const struct shown *s, bool above)
{
	double y = value_y(t, s->tenths);
	return above || y + 10 > t->bottom - CLEAR * 0.6 ? y - 9 : y + 10;
}

/* The series of one year, highest value first, those without one last. */
static void
series_order(const struct trend *t, size_t year, size_t order[SERIES_MOST])
{
	for (size_t s = 0; s < t->series_count; s++) {
		const struct shown *v = &t->series[s].values[year];
		size_t at = s;
		for (; at > 0 && v->known; at--) {
			const struct shown *before = &t->series[order[at - 1]].values[year];
			if (before->known && before->tenths >= v->tenths)
				break;
			order[at] = order[at - 1];
		}
		order[at] = s;
	}
}

/* The highest number stands over its point, the others under theirs, each clear
 * of the one above; marks without a value stand on the ground line. */
static void
numbers_draw(const struct trend *t, size_t year)
{
	size_t order[SERIES_MOST];
	double middles[SERIES_MOST], floor = t->bottom - CLEAR * 0.6, last = t->top - ABOVE - CLEAR;
	series_order(t, year, order);
	for (size_t i = 0; i < t->series_count; i++) {
		const struct shown *v = &t->series[order[i]].values[year];
		double wish = v->known ? number_wish(t, v, i == 0) : floor;
		middles[i] = fmax(wish, last + CLEAR);
		last = middles[i];
	}
	for (size_t i = t->series_count; i-- > 0; floor = middles[i] - CLEAR)
		middles[i] = fmin(middles[i], floor);
	for (size_t i = 0; i < t->series_count; i++)
		label_on_white(t->canvas, FACE_GOTHIC, SIZE, series_pen(order[i]).colour, year_x(t, year),
			middles[i], label_shown(t->canvas->arena, &t->series[order[i]].values[year]));
}

struct canvas *
chart_trend(struct arena *a, double width, const struct chart_words *w, const char *const *years,
	size_t year_count, const bool *breaks, const struct series *series, size_t series_count)
{
	struct canvas *c = canvas_create(a, width, 0);
	c->title = w->title;
	c->description = w->description;
	series_count = series_count > SERIES_MOST ? SERIES_MOST : series_count;
	double y = legend_series(c, series, series_count);
	if (year_count == 0 || series_count == 0) {
		strips_nothing(c, y);
		return c;
	}
	struct trend t = {.canvas = c,
		.series = series,
		.series_count = series_count,
		.year_count = year_count,
		.breaks = breaks,
		.left = LEFT,
		.right = width - RIGHT,
		.top = y + ABOVE,
		.bottom = y + ABOVE + (width < NARROW ? PLOT_NARROW : PLOT)};
	grid_draw(&t, w->unit, years);
	for (size_t s = series_count; s-- > 0;) /* the first on top */
		line_draw(&t, s);
	for (size_t i = 0; i < year_count; i++)
		numbers_draw(&t, i);
	c->height = t.bottom + FOOT + 4;
	return c;
}
