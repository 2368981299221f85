#ifndef DRAW_LABEL_H
#define DRAW_LABEL_H

/* Words in a chart that must fit a place: wrapped, and shortened with an
 * ellipsis when the lines do not suffice (the table beside a chart has them whole). */

#include "draw/lines.h"

struct label {
	struct line_run *lines;
	size_t count;
	enum face face;
	double size, width, height; /* of the block */
};

struct label label_make(
	struct arena *a, enum face face, double size, double width, size_t most, const char *text);

/* The block is centred on middle; every line has its anchor at x. */
void label_draw(struct canvas *c, const struct label *l, uint32_t colour, enum anchor anchor, double x,
	double middle);

/* One line centred on middle. */
void label_line(struct canvas *c, enum face face, double size, uint32_t colour, enum anchor anchor, double x,
	double middle, const char *text);

/* The same on a white ground, for words that stand on lines and patterns; centred on x. */
void label_on_white(struct canvas *c, enum face face, double size, uint32_t colour, double x, double middle,
	const char *text);

/* "78.4", or the mark that stands for it. */
struct shown;
const char *label_shown(struct arena *a, const struct shown *s);

#endif
