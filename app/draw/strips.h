#ifndef DRAW_STRIPS_H
#define DRAW_STRIPS_H

/*
 * Charts of rows: a label, a bar and a note. On a wide canvas the three stand
 * side by side; on a narrow one label and note share a line above the bar.
 */

#include <stdbool.h>

#include "draw/canvas.h"

struct strips {
	struct canvas *canvas;
	double y; /* where the next row begins */
	double bar_x, bar_width;
	bool narrow;
	double label_width, note_width;
};

/* The place of one row's bar. */
struct strip {
	double x, y, width, height, middle;
};

/* note_width: of the widest note. */
struct strips strips_begin(struct canvas *c, double y, double note_width);

/* Writes label and note (either may be NULL) and leaves room of `below` under the bar. */
struct strip strips_next(struct strips *r, const char *label, const char *note, double below);

/* The widest of the notes, for strips_begin. */
double note_measure(double widest, const char *note);

/* What a chart without rows shows: the mark for "nothing to count". */
void strips_nothing(struct canvas *c, double y);

#endif
