#ifndef WEB_MOULD_H
#define WEB_MOULD_H

/*
 * A page that is nearly the same for everybody: pieces of text with numbered holes
 * between them. It is made of a page that was filled once with markers in place of
 * what is one person's, cut at the markers; a request copies the pieces and writes
 * into the holes.
 *
 * A marker is a random word of letters and digits and the number of the hole: no
 * escaping changes it, nobody can type it. The mould knows nothing of the template's
 * shape, so the two cannot drift apart: whatever the template does with a value, it
 * does with the marker.
 *
 * The pieces between the first holes (below `deflated`) are also kept deflated, the
 * other holes left empty; a browser that takes gzip gets the few personal bytes
 * between them as stored blocks (http/gzip.h). Once made, any thread may fill it.
 */

#include "base/arena.h"
#include "base/buf.h"

struct gzip_part;

struct mould {
	char *html; /* the pieces stand in it */
	struct mould_piece *pieces;
	size_t count;
	struct gzip_part *parts;
	int *part_holes; /* that follows a part; −1 after the last */
	size_t part_count;
};

enum { MARK_SIZE = 17 };
void mark_make(char out[MARK_SIZE]); /* the random word */
const char *mark_hole(struct arena *a, const char *mark, size_t hole);

void mould_make(struct mould *m, struct buf *page, const char *mark, int deflated); /* takes the page over */
void mould_free(struct mould *m);

typedef void hole_writer(const void *with, int hole, struct buf *out); /* writes what is escaped already */
void mould_fill(const struct mould *m, hole_writer *write, const void *with, struct buf *out);
void mould_fill_gzip(const struct mould *m, hole_writer *write, const void *with, struct buf *out);

#endif
