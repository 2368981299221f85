#ifndef DRAW_FACE_H
#define DRAW_FACE_H

/*
 * Inside the floor: which glyph of which font file draws a cluster. The fonts
 * are the three faces, then the fallback for the kanji they lack.
 */

#include <stdbool.h>
#include <stdint.h>

#include "draw/canvas.h"
#include "draw/cluster.h"

typedef struct hb_face_t hb_face_t;

enum { FONT_FALLBACK = FACE_COUNT, FONT_COUNT };

struct glyph {
	unsigned font; /* a face, or FONT_FALLBACK */
	uint32_t id;
};

/* False when neither the face nor the fallback can show it. */
bool glyph_find(enum face face, const struct cluster *c, struct glyph *glyph);

double cluster_width(enum face face, double size, const struct cluster *c);

/* The face to cut down, made ready for it at the first call (tens of
 * milliseconds); the fallback is used as it is and costs that much each time.
 * Shared by all threads; do not destroy. */
hb_face_t *font_subset_source(unsigned font);

#endif
