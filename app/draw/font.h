#ifndef DRAW_FONT_H
#define DRAW_FONT_H

/*
 * The fonts, opened once per process: BIZ UDGothic, its bold, BIZ UDMincho, and
 * IPAmj Mincho for the rare kanji the others lack (Debian packages). The door to
 * harfbuzz. Everything here may be called from any thread after fonts_open.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "draw/canvas.h"

bool fonts_open(struct err *e); /* says which package is missing */

/* Advance width of a run of UTF-8 in points at that size. Variation selectors take no room. */
double text_width(enum face face, double size, const char *text);
double text_width_n(enum face face, double size, const char *text, size_t length);

/* Glyph gate: whether the face, or the fallback, can show the character (with
 * its variation selector, 0 if none). Controls and unassigned say no. */
bool glyph_exists(enum face face, uint32_t code_point, uint32_t selector);

#endif
