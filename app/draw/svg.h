#ifndef DRAW_SVG_H
#define DRAW_SVG_H

#include "base/buf.h"
#include "draw/canvas.h"

/* Appends one <svg role="img"> with <title> and <desc>; every text is escaped;
 * id must be unique in the page (letters, digits, '-'). It scales to its container. */
void svg_write(const struct canvas *c, const char *id, struct buf *out);

#endif
