#ifndef DRAW_TYPECASE_H
#define DRAW_TYPECASE_H

/*
 * The type case of one document: each distinct piece of type (face and stored
 * bytes of a cluster) once, with the glyph that draws it and the code that
 * stands for it in the document. libharu knows neither characters above U+FFFF
 * nor variation sequences, so codes are no characters: each font numbers its
 * pieces from TYPE_FIRST on, its cmap (subset.h) turns the code into the glyph,
 * and the document's ToUnicode turns it back into the stored characters.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "draw/canvas.h"
#include "draw/cluster.h"
#include "draw/face.h"

/* A format 4 cmap has 16 bits for its own length; no document comes near. */
enum { TYPE_FIRST = 0x100, TYPE_LIMIT = 30000 };

struct type {
	enum face face;
	struct cluster cluster;
	bool missing;
	struct glyph glyph; /* of 〓 when missing */
	uint16_t code;
	size_t page; /* where it first stands */
	const char *text;
};

struct typecase {
	struct arena *arena;
	struct type *types; /* in the order of their first place */
	size_t count;
	uint32_t *index; /* open addressing: position + 1 */
	size_t index_size;
	size_t font_counts[FONT_COUNT];
};

void typecase_fill(struct typecase *tc, struct arena *a, struct canvas *const *pages, size_t page_count);
/* The same bit by bit; the pages need not live longer than the call. first: the number of pages before. */
void typecase_begin(struct typecase *tc, struct arena *a);
void typecase_learn(struct typecase *tc, struct canvas *const *pages, size_t page_count, size_t first);

/* The piece for a cluster of a text that was filled in. */
const struct type *typecase_find(const struct typecase *tc, enum face face, const struct cluster *c);

/* The CMap of a font's codes back to the stored characters. */
void typecase_to_unicode(const struct typecase *tc, unsigned font, struct buf *out);

#endif
