#ifndef DRAW_SHEET_H
#define DRAW_SHEET_H

/* One canvas printed on one page of a libharu document. libharu's y grows
 * upward; it is turned over here and nowhere else. */

#include <hpdf.h>

#include "draw/typecase.h"

struct sheet {
	HPDF_Page page;
	double height;
	const struct typecase *tc;
	const HPDF_Font *fonts; /* FONT_COUNT of them; NULL where none is used */
};

void sheet_print(const struct sheet *s, const struct canvas *c);

/* Paints the pattern of the mark's ink within its outline (pattern.c). */
void sheet_pattern(const struct sheet *s, const struct mark *m);

/* The mark's outline as the current path (sheet.c). */
void sheet_path(const struct sheet *s, const struct mark *m);

void sheet_stroke_colour(const struct sheet *s, uint32_t colour);

#endif
