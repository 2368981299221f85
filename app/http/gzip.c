#include "http/gzip.h"

#include <stdlib.h>
#include <zlib.h>

enum { STORED_MOST = 65535, RAW_WINDOW = -15, MEMORY_LEVEL = 9 };

void
gzip_part_make(struct gzip_part *p, const void *plain, size_t length)
{
	z_stream z = {0};
	if (deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, RAW_WINDOW, MEMORY_LEVEL, Z_DEFAULT_STRATEGY) !=
		Z_OK)
		abort();
	size_t room = deflateBound(&z, length) + 16; /* and the empty block of the flush */
	p->deflated = malloc(room);
	if (p->deflated == NULL)
		abort();
	z.next_in = (Bytef *)(uintptr_t)plain;
	z.avail_in = (uInt)length;
	z.next_out = (Bytef *)p->deflated;
	z.avail_out = (uInt)room;
	if (deflate(&z, Z_FULL_FLUSH) != Z_OK || z.avail_in != 0)
		abort();
	p->deflated_length = room - z.avail_out;
	deflateEnd(&z);
	p->plain_length = length;
	p->crc = (uint32_t)crc32(0, plain, (uInt)length);
	p->shift = (uint32_t)crc32_combine_gen((z_off_t)length);
}

void
gzip_part_free(struct gzip_part *p)
{
	free(p->deflated);
	*p = (struct gzip_part){0};
}

static void
add_little_endian(struct buf *out, uint32_t value, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buf_addc(out, (char)(value >> (8 * i)));
}

void
gzip_begin(struct gzip *g, struct buf *out)
{
	static const char head[10] = {0x1f, (char)0x8b, Z_DEFLATED, 0, 0, 0, 0, 0, 0, (char)0xff};
	*g = (struct gzip){.out = out};
	buf_add(out, head, sizeof head);
}

void
gzip_add_part(struct gzip *g, const struct gzip_part *p)
{
	buf_add(g->out, p->deflated, p->deflated_length);
	g->crc = (uint32_t)crc32_combine_op(g->crc, p->crc, p->shift);
	g->length += (uint32_t)p->plain_length;
}

static void
add_stored(struct buf *out, const char *plain, size_t length, int last)
{
	buf_addc(out, (char)last);
	add_little_endian(out, (uint32_t)length, 2);
	add_little_endian(out, ~(uint32_t)length, 2);
	buf_add(out, plain, length);
}

void
gzip_add_plain(struct gzip *g, const void *plain, size_t length)
{
	g->crc = (uint32_t)crc32(g->crc, plain, (uInt)length);
	g->length += (uint32_t)length;
	for (const char *at = plain; length > 0;) {
		size_t n = length < STORED_MOST ? length : STORED_MOST;
		add_stored(g->out, at, n, 0);
		at += n;
		length -= n;
	}
}

void
gzip_end(struct gzip *g)
{
	add_stored(g->out, "", 0, 1);
	add_little_endian(g->out, g->crc, 4);
	add_little_endian(g->out, g->length, 4);
}
