#ifndef DRAW_CANVAS_H
#define DRAW_CANVAS_H

/*
 * One drawing, several back ends. A chart or a page of paper is drawn once, as
 * marks on a canvas: line, box, shape, wedge and text. svg.h writes a canvas
 * into a page, pdf.h into a document, trace.h as lines a person reads in a test.
 *
 * Units are points (1/72 inch); x grows to the right and y DOWN from the top
 * left; text stands on its baseline. Colour is never the only cue: an ink has a
 * pattern beside its colour, so that a monochrome print still reads.
 * Widths come from the same fonts for every back end (font.h), so a chart lays
 * out alike everywhere. A canvas lives in an arena and owns nothing.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum face { FACE_GOTHIC, FACE_GOTHIC_BOLD, FACE_MINCHO, FACE_COUNT };

enum pattern { PATTERN_SOLID, PATTERN_NONE, PATTERN_HATCH, PATTERN_CROSS, PATTERN_DOTS };

struct ink {
	uint32_t colour; /* 0xRRGGBB */
	enum pattern pattern;
};

struct pen {
	uint32_t colour;
	double width; /* 0: no line */
	double dash;  /* length of dash and gap; 0: unbroken */
};

struct point {
	double x, y;
};

enum anchor { ANCHOR_LEFT, ANCHOR_MIDDLE, ANCHOR_RIGHT };

enum mark_kind { MARK_LINE, MARK_BOX, MARK_SHAPE, MARK_WEDGE, MARK_TEXT };

struct mark {
	enum mark_kind kind;
	struct pen pen;
	struct ink ink;
	double x, y, width, height; /* box; text: x, y of the baseline */
	double from, to;            /* wedge: degrees clockwise from 12 o'clock; width is the radius */
	const struct point *points; /* line (open) and shape (closed) */
	size_t count;
	const char *text;
	enum face face;
	double size;
	enum anchor anchor;
};

struct canvas {
	struct arena *arena;
	double width, height;
	const char *title;       /* short: the accessible name */
	const char *description; /* the text alternative: what a person who cannot see it must know */
	struct mark *marks;
	size_t count;
	/* Where a long chart may be parted between two pages, each from the top; before the first of
	 * them stands its head (legend, titles), which is drawn again on top of the other part. */
	double *cuts;
	size_t cut_count;
};

struct canvas *canvas_create(struct arena *a, double width, double height);

void canvas_line(struct canvas *c, struct pen pen, const struct point *points, size_t count);
void canvas_segment(struct canvas *c, struct pen pen, double x1, double y1, double x2, double y2);
void canvas_box(
	struct canvas *c, struct pen pen, struct ink ink, double x, double y, double width, double height);
void canvas_shape(struct canvas *c, struct pen pen, struct ink ink, const struct point *points, size_t count);
void canvas_wedge(struct canvas *c, struct pen pen, struct ink ink, double x, double y, double radius,
	double from, double to);
void canvas_text(struct canvas *c, enum face face, double size, uint32_t colour, enum anchor anchor, double x,
	double y, const char *text);

void canvas_cut(struct canvas *c, double y); /* it may be parted here */
/* What stands between two heights, its top moved up to 0. */
struct canvas *canvas_part(struct arena *a, const struct canvas *c, double from, double until);

/* Draws another canvas into this one, its top left at x, y. */
void canvas_place(struct canvas *c, const struct canvas *other, double x, double y);

#endif
