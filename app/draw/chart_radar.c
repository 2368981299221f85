#include <assert.h>
#include <math.h>

#include "draw/chart.h"
#include "draw/font.h"
#include "draw/label.h"
#include "draw/legend.h"
#include "draw/palette.h"
#include "draw/strips.h"

static const double SIZE = 9, RING = 8, OUTSIDE = 20, NUMBER = 10, LARGEST = 150;
enum { FULL = 1000, RINGS = 5, LABEL_LINES = 3, AXES_MOST = 9, SERIES_MOST = 2 };

struct radar {
	struct canvas *canvas;
	size_t axis_count;
	double x, y, radius;
};

/* A place on an axis, at a distance from the centre; the first axis stands upright. */
static struct point
radar_point(const struct radar *r, double axis, double distance)
{
	double angle = 2 * M_PI * axis / (double)r->axis_count;
	return (struct point){r->x + distance * sin(angle), r->y - distance * cos(angle)};
}

static double
distance_of(const struct radar *r, const struct shown *s)
{
	return r->radius * s->tenths / FULL;
}

static void
web_draw(const struct radar *r)
{
	struct pen thin = {PALETTE_GRID, 0.6, 0};
	struct point ring[AXES_MOST];
	for (int k = 1; k <= RINGS; k++) {
		for (size_t i = 0; i < r->axis_count; i++)
			ring[i] = radar_point(r, (double)i, r->radius * k / RINGS);
		if (r->axis_count >= 3)
			canvas_shape(r->canvas, thin, (struct ink){0, PATTERN_NONE}, ring, r->axis_count);
	}
	for (size_t i = 0; i < r->axis_count; i++) {
		struct point end = radar_point(r, (double)i, r->radius);
		canvas_segment(r->canvas, thin, r->x, r->y, end.x, end.y);
	}
}

/* The scale stands between the first axis and the last, where no value does. */
static void
scale_draw(const struct radar *r)
{
	double lean = cos(M_PI / (double)r->axis_count);
	for (int k = 1; k <= RINGS; k++) {
		struct point at = radar_point(r, -0.5, r->radius * k / RINGS * lean);
		const char *text = arena_printf(r->canvas->arena, "%d", 100 * k / RINGS);
		label_line(r->canvas, FACE_GOTHIC, RING - 1, PALETTE_MUTED, ANCHOR_MIDDLE, at.x, at.y, text);
	}
}

/* An edge joins neighbours that both have a value; with none missing they close the figure. */
static void
series_draw(const struct radar *r, size_t number, const struct shown *values)
{
	size_t n = r->axis_count;
	struct point points[AXES_MOST];
	bool whole = n >= 3;
	for (size_t i = 0; i < n; i++) {
		whole = whole && values[i].known;
		points[i] = radar_point(r, (double)i, values[i].known ? distance_of(r, &values[i]) : 0);
	}
	if (whole)
		canvas_shape(r->canvas, series_pen(number), (struct ink){0, PATTERN_NONE}, points, n);
	for (size_t i = 0; !whole && n >= 2 && i < n; i++)
		if (values[i].known && values[(i + 1) % n].known)
			canvas_segment(r->canvas, series_pen(number), points[i].x, points[i].y,
				points[(i + 1) % n].x, points[(i + 1) % n].y);
	for (size_t i = 0; i < n; i++)
		if (values[i].known)
			series_marker(r->canvas, number, points[i].x, points[i].y);
}

/* Beyond the vertex, or before it where the other series' vertex stands just
 * beyond; never so near the centre that the numbers of small values would meet. */
static double
number_distance(const struct radar *r, const struct shown *own, const struct shown *other)
{
	double nearest = 28 / (2 * sin(M_PI / (double)(r->axis_count < 3 ? 3 : r->axis_count)));
	double at = own->known ? distance_of(r, own) : 0, beyond = at + NUMBER;
	if (other != NULL && own->known && other->known) {
		double gap = distance_of(r, other) - at;
		if (gap > 3 && gap < 2 * NUMBER && at - NUMBER > nearest)
			beyond = at - NUMBER;
	}
	return beyond < nearest ? nearest : beyond;
}

static void
numbers_draw(const struct radar *r, const struct series *series, size_t series_count)
{
	for (size_t i = 0; i < r->axis_count; i++) {
		const struct shown *own = &series[0].values[i];
		const struct shown *other = series_count > 1 ? &series[1].values[i] : NULL;
		struct point at = radar_point(r, (double)i, number_distance(r, own, other));
		label_on_white(
			r->canvas, FACE_GOTHIC_BOLD, SIZE, at.x, at.y, label_shown(r->canvas->arena, own));
	}
}

/* The name of an axis, beyond its end: above, below or beside it. */
static void
axis_name(const struct radar *r, size_t axis, const char *name, double most)
{
	struct canvas *c = r->canvas;
	struct point at = radar_point(r, (double)axis, r->radius + OUTSIDE);
	double across = (at.x - r->x) / (r->radius + OUTSIDE), down = (at.y - r->y) / (r->radius + OUTSIDE);
	bool upright = fabs(across) < 0.2;
	double room = upright ? 2 * most : across > 0 ? c->width - at.x : at.x;
	struct label l = label_make(
		c->arena, FACE_GOTHIC, SIZE, room < most * 1.5 ? room : most * 1.5, LABEL_LINES, name);
	label_draw(c, &l, PALETTE_TEXT,
		upright      ? ANCHOR_MIDDLE
		: across > 0 ? ANCHOR_LEFT
			     : ANCHOR_RIGHT,
		at.x, at.y + down * (upright ? l.height / 2 - 4 : l.height / 4));
}

struct canvas *
chart_radar(struct arena *a, double width, const struct chart_words *w, const char *const *axes,
	size_t axis_count, const struct series *series, size_t series_count)
{
	assert(axis_count <= AXES_MOST && series_count <= SERIES_MOST);
	struct canvas *c = canvas_create(a, width, 0);
	c->title = w->title;
	c->description = w->description;
	double y = legend_series(c, series, series_count);
	if (axis_count == 0 || series_count == 0) {
		strips_nothing(c, y);
		return c;
	}
	double names = width * 0.24 > 110 ? 110 : width * 0.24, tall = SIZE * 1.25 * LABEL_LINES;
	double radius = (width - 2 * names) / 2 - OUTSIDE;
	struct radar r = {.canvas = c, .axis_count = axis_count, .x = width / 2};
	r.radius = radius > LARGEST ? LARGEST : radius;
	r.y = y + tall + OUTSIDE + r.radius;
	web_draw(&r);
	for (size_t s = series_count; s-- > 0;) /* the first on top */
		series_draw(&r, s, series[s].values);
	scale_draw(&r);
	numbers_draw(&r, series, series_count);
	for (size_t i = 0; i < axis_count; i++)
		axis_name(&r, i, axes[i], names);
	c->height = r.y + r.radius + OUTSIDE + tall;
	return c;
}
