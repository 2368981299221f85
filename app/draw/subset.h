#ifndef DRAW_SUBSET_H
#define DRAW_SUBSET_H

/* A TrueType font with no more than the glyphs of one document, and a cmap of
 * the document's own codes (typecase.h). */

#include "base/buf.h"
#include "base/err.h"
#include "draw/typecase.h"

bool subset_make(const struct typecase *tc, unsigned font, struct buf *out, struct err *e);

#endif
