#include <assert.h>
#include <math.h>

#include "draw/chart.h"
#include "draw/font.h"
#include "draw/label.h"
#include "draw/legend.h"
#include "draw/palette.h"
#include "draw/strips.h"

static const double SIZE = 9, RING = 8, OUTSIDE = 18, ASIDE = 6, NUMBER = 10, LARGEST = 150;
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

/* 0 for an axis that stands upright, 1 for one that lies: a number is wider than high. */
static double
axis_across(const struct radar *r, size_t axis)
{
	return fabs(sin(2 * M_PI * (double)axis / (double)r->axis_count));
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
	bool web = r->axis_count >= 3;
	double lean = web ? cos(M_PI / (double)r->axis_count) : 1;
	int step = r->radius / RINGS < RING + 6 ? 2 : 1; /* 20, 60, 100 where five would touch */
	for (int k = 1; k <= RINGS; k += step) {
		struct point at = radar_point(r, web ? -0.5 : 0, r->radius * k / RINGS * lean);
		at.x -= web ? 0 : 2 * RING;
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

/* Beyond the vertex, but never so near the centre that the numbers of small
 * values would meet; where the other series' vertex would be covered, before
 * both or beyond both. */
static double
number_distance(const struct radar *r, size_t axis, const struct shown *own, const struct shown *other)
{
	double clear = NUMBER + ASIDE * axis_across(r, axis);
	double nearest = 28 / (2 * sin(M_PI / (double)(r->axis_count < 3 ? 3 : r->axis_count)));
	double at = own->known ? distance_of(r, own) : 0;
	double beyond = fmax(at + clear, nearest);
	if (other == NULL || !other->known)
		return beyond;
	double theirs = distance_of(r, other), before = fmin(at, theirs) - clear;
	if (fabs(theirs - beyond) >= clear - 1)
		return beyond;
	return before >= nearest ? before : fmax(at, theirs) + clear;
}

static void
numbers_draw(const struct radar *r, const struct series *series, size_t series_count)
{
	for (size_t i = 0; i < r->axis_count; i++) {
		const struct shown *own = &series[0].values[i];
		const struct shown *other = series_count > 1 ? &series[1].values[i] : NULL;
		struct point at = radar_point(r, (double)i, number_distance(r, i, own, other));
		label_on_white(r->canvas, FACE_GOTHIC_BOLD, SIZE, series_pen(0).colour, at.x, at.y,
			label_shown(r->canvas->arena, own));
	}
}

/* Where the name of an axis begins: beyond its end and beyond a number that
 * stands there, which is wider than high. */
static struct point
name_point(const struct radar *r, size_t axis)
{
	return radar_point(r, (double)axis, r->radius + OUTSIDE + 2 * ASIDE * axis_across(r, axis));
}

static bool
name_upright(const struct radar *r, struct point at)
{
	return fabs(at.x - r->x) < 0.2 * r->radius;
}

static struct label
name_make(const struct radar *r, size_t axis, const char *name, double most)
{
	struct point at = name_point(r, axis);
	double room = name_upright(r, at) ? 2 * most : at.x > r->x ? r->canvas->width - at.x : at.x;
	return label_make(r->canvas->arena, FACE_GOTHIC, SIZE, room < most ? room : most, LABEL_LINES, name);
}

/* The middle of the name: above, below or beside the end of its axis, the more
 * to the side of the centre the more the axis leans. */
static double
name_middle(const struct radar *r, size_t axis, const struct label *l)
{
	struct point at = name_point(r, axis);
	if (name_upright(r, at))
		return at.y + (at.y < r->y ? -1 : 1) * (l->height / 2 - 4);
	return at.y + (at.y - r->y) / (r->radius + OUTSIDE) * l->height / 2;
}

static void
name_draw(const struct radar *r, size_t axis, const struct label *l)
{
	struct point at = name_point(r, axis);
	enum anchor anchor = name_upright(r, at) ? ANCHOR_MIDDLE : at.x > r->x ? ANCHOR_LEFT : ANCHOR_RIGHT;
	label_draw(r->canvas, l, PALETTE_TEXT, anchor, at.x, name_middle(r, axis, l));
}

/* Makes the names, and gives the canvas the height that all of it takes below y. */
static void
names_place(struct radar *r, const char *const *axes, double most, double y, struct label *labels)
{
	double top = r->radius + OUTSIDE, bottom = top;
	for (size_t i = 0; i < r->axis_count; i++) {
		labels[i] = name_make(r, i, axes[i], most);
		double middle = name_middle(r, i, &labels[i]) - r->y;
		top = fmax(top, labels[i].height / 2 - middle);
		bottom = fmax(bottom, labels[i].height / 2 + middle);
	}
	r->y = y + top;
	r->canvas->height = r->y + bottom;
}

/* A share of the width, less where the names are short. */
static double
names_width(double width, const char *const *axes, size_t axis_count)
{
	double widest = 0;
	for (size_t i = 0; i < axis_count; i++)
		widest = fmax(widest, text_width(FACE_GOTHIC, SIZE, axes[i]) + 1);
	return fmin(widest, width < 400 ? width * 0.2 : fmin(width * 0.25, 130));
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
	double names = names_width(width, axes, axis_count);
	double radius = width / 2 - names - OUTSIDE - 2 * ASIDE;
	struct radar r = {.canvas = c, .axis_count = axis_count, .x = width / 2};
	r.radius = radius > LARGEST ? LARGEST : radius;
	struct label labels[AXES_MOST];
	names_place(&r, axes, names, y, labels);
	web_draw(&r);
	for (size_t s = series_count; s-- > 0;) /* the first on top */
		series_draw(&r, s, series[s].values);
	scale_draw(&r);
	numbers_draw(&r, series, series_count);
	for (size_t i = 0; i < axis_count; i++)
		name_draw(&r, i, &labels[i]);
	return c;
}
