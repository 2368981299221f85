#ifndef DRAW_LINES_H
#define DRAW_LINES_H

/*
 * Breaking a paragraph into lines: classes by libunibreak (UAX #14), with
 * Japanese 禁則 (JIS X 4051: no line begins with 、。」 or small kana, none ends
 * with 「). A word longer than the line is cut rather than clipped. Newlines in the
 * text end a line.
 */

#include <stddef.h>

#include "base/arena.h"
#include "draw/canvas.h"

struct line_run {
	const char *text; /* NUL-terminated, in the arena */
	double width;
};

/* first_indent moves the first line in (公文書: one full-width space). */
size_t lines_break(struct arena *a, enum face face, double size, double width, double first_indent,
	const char *text, struct line_run **lines);

#endif
