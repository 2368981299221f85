#ifndef DRAW_GATE_H
#define DRAW_GATE_H

/* The glyph gate: no character is dropped silently. */

#include "base/err.h"
#include "draw/typecase.h"

/* True when every character can be shown; else ERR_INPUT with each that
 * cannot, as many as the sentence holds and the number of the others. */
bool gate_pass(const struct typecase *tc, struct err *e);

#endif
