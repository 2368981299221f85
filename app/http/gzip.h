#ifndef HTTP_GZIP_H
#define HTTP_GZIP_H

/*
 * A gzip member (RFC 1952) put together from parts: what never changes was deflated
 * once, what is one person's stands between as stored blocks, and the checksums are
 * combined. Putting 40 KB together so costs a microsecond; deflating it half a
 * thousand.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct gzip_part {
	char *deflated; /* whole blocks that end on a byte and look back at nothing before */
	size_t deflated_length, plain_length;
	uint32_t crc, shift; /* shift: what crc32_combine_op needs for plain_length */
};

void gzip_part_make(struct gzip_part *p, const void *plain, size_t length);
void gzip_part_free(struct gzip_part *p);

struct gzip {
	struct buf *out;
	uint32_t crc, length;
};

void gzip_begin(struct gzip *g, struct buf *out);
void gzip_add_part(struct gzip *g, const struct gzip_part *p);
void gzip_add_plain(struct gzip *g, const void *plain, size_t length);
void gzip_end(struct gzip *g);

#endif
