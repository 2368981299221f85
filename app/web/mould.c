#include "web/mould.h"

#include <stdlib.h>
#include <string.h>

#include "base/secret.h"
#include "http/gzip.h"

struct mould_piece {
	const char *text;
	size_t length;
	int hole; /* that follows; −1 after the last */
};

void
mark_make(char out[MARK_SIZE])
{
	for (size_t i = 0; i + 1 < MARK_SIZE; i++)
		out[i] = (char)('a' + random_below(26));
	out[MARK_SIZE - 1] = '\0';
}

const char *
mark_hole(struct arena *a, const char *mark, size_t hole)
{
	return arena_printf(a, "%s%zux", mark, hole);
}

static void
pieces_cut(struct mould *m, const char *mark)
{
	size_t room = 0;
	for (char *at = m->html; at != NULL;) {
		char *next = strstr(at, mark), *end = NULL;
		if (m->count == room) {
			room = room == 0 ? 256 : room * 2;
			m->pieces = realloc(m->pieces, room * sizeof *m->pieces);
			if (m->pieces == NULL)
				abort();
		}
		size_t length = next == NULL ? strlen(at) : (size_t)(next - at);
		int hole = next == NULL ? -1 : (int)strtol(next + MARK_SIZE - 1, &end, 10);
		m->pieces[m->count++] = (struct mould_piece){at, length, hole};
		at = next == NULL ? NULL : end + 1; /* past the x */
	}
}

/* Pieces run together over the holes that stay empty. */
static void
parts_deflate(struct mould *m, int deflated)
{
	struct buf run = BUF_INIT;
	m->parts = calloc(m->count, sizeof *m->parts);
	m->part_holes = calloc(m->count, sizeof *m->part_holes);
	if (m->parts == NULL || m->part_holes == NULL)
		abort();
	for (size_t i = 0; i < m->count; i++) {
		buf_add(&run, m->pieces[i].text, m->pieces[i].length);
		if (m->pieces[i].hole >= deflated)
			continue;
		gzip_part_make(&m->parts[m->part_count], run.data, run.length);
		m->part_holes[m->part_count++] = m->pieces[i].hole;
		buf_clear(&run);
	}
	buf_free(&run);
}

void
mould_make(struct mould *m, struct buf *page, const char *mark, int deflated)
{
	*m = (struct mould){.html = buf_take(page, NULL)};
	pieces_cut(m, mark);
	parts_deflate(m, deflated);
}

void
mould_free(struct mould *m)
{
	for (size_t i = 0; i < m->part_count; i++)
		gzip_part_free(&m->parts[i]);
	free(m->parts);
	free(m->part_holes);
	free(m->pieces);
	free(m->html);
}

void
mould_fill(const struct mould *m, hole_writer *write, const void *with, struct buf *out)
{
	for (size_t i = 0; i < m->count; i++) {
		buf_add(out, m->pieces[i].text, m->pieces[i].length);
		if (m->pieces[i].hole >= 0)
			write(with, m->pieces[i].hole, out);
	}
}

void
mould_fill_gzip(const struct mould *m, hole_writer *write, const void *with, struct buf *out)
{
	struct gzip g;
	struct buf value = BUF_INIT;
	gzip_begin(&g, out);
	for (size_t i = 0; i < m->part_count; i++) {
		gzip_add_part(&g, &m->parts[i]);
		buf_clear(&value);
		if (m->part_holes[i] >= 0)
			write(with, m->part_holes[i], &value);
		if (value.length > 0)
			gzip_add_plain(&g, value.data, value.length);
	}
	gzip_end(&g);
	buf_free(&value);
}
