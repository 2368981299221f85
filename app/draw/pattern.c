#include <math.h>

#include "draw/sheet.h"

/* The same grid of six points as in svg.c. */
static const double GRID = 6, HATCH_WIDTH = 1.5, CROSS_WIDTH = 0.9, DOT = 2.4;

struct extent {
	double left, top, right, bottom;
};

static void
extent_reach(struct extent *e, double x, double y)
{
	e->left = fmin(e->left, x);
	e->right = fmax(e->right, x);
	e->top = fmin(e->top, y);
	e->bottom = fmax(e->bottom, y);
}

static struct extent
extent_of(const struct mark *m)
{
	if (m->kind == MARK_BOX)
		return (struct extent){m->x, m->y, m->x + m->width, m->y + m->height};
	if (m->kind == MARK_WEDGE)
		return (struct extent){m->x - m->width, m->y - m->width, m->x + m->width, m->y + m->width};
	struct extent e = {m->points[0].x, m->points[0].y, m->points[0].x, m->points[0].y};
	for (size_t i = 1; i < m->count; i++)
		extent_reach(&e, m->points[i].x, m->points[i].y);
	return e;
}

static void
stroke_path(const struct sheet *s, double x1, double y1, double x2, double y2)
{
	HPDF_Page_MoveTo(s->page, (HPDF_REAL)x1, (HPDF_REAL)(s->height - y1));
	HPDF_Page_LineTo(s->page, (HPDF_REAL)x2, (HPDF_REAL)(s->height - y2));
}

/* Lines that rise to the right: on each x + y is a multiple of the grid. */
static void
rising_path(const struct sheet *s, const struct extent *e)
{
	for (double k = floor((e->left + e->top) / GRID) * GRID; k < e->right + e->bottom; k += GRID)
		stroke_path(s, k - e->top, e->top, k - e->bottom, e->bottom);
}

static void
falling_path(const struct sheet *s, const struct extent *e)
{
	for (double k = floor((e->left - e->bottom) / GRID) * GRID; k < e->right - e->top; k += GRID)
		stroke_path(s, k + e->top, e->top, k + e->bottom, e->bottom);
}

/* A line without length and with round ends is a dot. */
static void
dots_path(const struct sheet *s, const struct extent *e)
{
	HPDF_Page_SetLineCap(s->page, HPDF_ROUND_END);
	for (double y = floor(e->top / GRID) * GRID + GRID / 2; y < e->bottom + GRID; y += GRID)
		for (double x = floor(e->left / GRID) * GRID + GRID / 2; x < e->right + GRID; x += GRID)
			stroke_path(s, x, y, x, y);
}

void
sheet_pattern(const struct sheet *s, const struct mark *m)
{
	struct extent e = extent_of(m);
	if (e.right <= e.left || e.bottom <= e.top)
		return;
	HPDF_Page_GSave(s->page);
	HPDF_Page_SetRGBFill(s->page, 1, 1, 1);
	sheet_path(s, m);
	HPDF_Page_Clip(s->page);
	HPDF_Page_Fill(s->page);
	sheet_stroke_colour(s, m->ink.colour);
	HPDF_Page_SetLineWidth(s->page, (HPDF_REAL)(m->ink.pattern == PATTERN_HATCH   ? HATCH_WIDTH
						    : m->ink.pattern == PATTERN_CROSS ? CROSS_WIDTH
										      : DOT));
	if (m->ink.pattern == PATTERN_DOTS)
		dots_path(s, &e);
	else
		rising_path(s, &e);
	if (m->ink.pattern == PATTERN_CROSS)
		falling_path(s, &e);
	HPDF_Page_Stroke(s->page);
	HPDF_Page_GRestore(s->page);
}
