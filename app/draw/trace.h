#ifndef DRAW_TRACE_H
#define DRAW_TRACE_H

#include "base/buf.h"
#include "draw/canvas.h"

/* One line a mark, numbers to a tenth: for tests that a person can read. */
void trace_write(const struct canvas *c, struct buf *out);

#endif
