#ifndef DRAW_KEEP_H
#define DRAW_KEEP_H

/* A canvas written down and read again: the same marks, so that it prints the same
 * later, whatever has become of what drew it. */

#include <stdbool.h>

#include "base/buf.h"
#include "draw/canvas.h"

void canvas_keep(const struct canvas *c, struct buf *out);
/* From at, moved behind it. NULL when what stands there is no canvas. */
struct canvas *canvas_kept(struct arena *a, const char **at, const char *end);

#endif
