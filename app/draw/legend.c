#include "draw/legend.h"

#include "draw/label.h"
#include "draw/palette.h"

static const double SIZE = 9, ROW = 15, SAMPLE = 22, SWATCH = 14, GAP = 5, BETWEEN = 14, BELOW = 5;

struct look {
	uint32_t colour;
	double width, dash;
	bool hollow;
};

static const struct look looks[] = {
	{PALETTE_BLUE, 1.8, 0, false},
	{PALETTE_ORANGE, 1.4, 4, true},
	{PALETTE_GREEN, 1.4, 1, false},
	{PALETTE_TEXT, 1, 7, true},
};

static const struct look *
look_of(size_t series)
{
	return &looks[series % (sizeof looks / sizeof *looks)];
}

struct pen
series_pen(size_t series)
{
	const struct look *l = look_of(series);
	return (struct pen){l->colour, l->width, l->dash};
}

void
series_marker(struct canvas *c, size_t series, double x, double y)
{
	static const double RADIUS = 3;
	const struct look *l = look_of(series);
	canvas_wedge(c, (struct pen){l->colour, 1.4, 0},
		(struct ink){l->hollow ? PALETTE_WHITE : l->colour, PATTERN_SOLID}, x, y, RADIUS, 0, 360);
}

/* Where the next entry stands; entries flow from left to right and wrap. */
struct flow {
	struct canvas *canvas;
	double x, y;
};

/* Writes the name and returns where its sample begins and how high its middle is. */
static struct point
flow_name(struct flow *f, double sample, const char *name)
{
	struct label l =
		label_make(f->canvas->arena, FACE_GOTHIC, SIZE, f->canvas->width - sample - GAP, 1, name);
	if (f->x > 0 && f->x + sample + GAP + l.width > f->canvas->width) {
		f->x = 0;
		f->y += ROW;
	}
	struct point at = {f->x, f->y + ROW / 2};
	label_draw(f->canvas, &l, PALETTE_TEXT, ANCHOR_LEFT, f->x + sample + GAP, at.y);
	f->x += sample + GAP + l.width + BETWEEN;
	return at;
}

double
legend_series(struct canvas *c, const struct series *series, size_t count)
{
	struct flow f = {.canvas = c};
	for (size_t i = 0; i < count; i++) {
		struct point at = flow_name(&f, SAMPLE, series[i].name);
		canvas_segment(c, series_pen(i), at.x, at.y, at.x + SAMPLE, at.y);
		series_marker(c, i, at.x + SAMPLE / 2, at.y);
	}
	return count == 0 ? 0 : f.y + ROW + BELOW;
}

double
legend_parts(struct canvas *c, const struct part *parts, size_t count)
{
	struct flow f = {.canvas = c};
	for (size_t i = 0; i < count; i++) {
		struct point at = flow_name(&f, SWATCH, parts[i].name);
		canvas_box(c, (struct pen){PALETTE_FRAME, 0.6, 0}, parts[i].ink, at.x, at.y - 5, SWATCH, 10);
	}
	return count == 0 ? 0 : f.y + ROW + BELOW;
}
