#include "draw/typecase.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

enum { GETA = 0x3013, FIRST_INDEX = 1024, BFCHAR_MOST = 100 };

static size_t
cluster_hash(enum face face, const struct cluster *c)
{
	size_t h = 1469598103934665603u ^ face; /* FNV-1a */
	for (size_t i = 0; i < c->length; i++)
		h = (h ^ (unsigned char)c->text[i]) * 1099511628211u;
	return h ^ h >> 32;
}

/* The slot that holds the piece, or the free one where it belongs. */
static uint32_t *
slot_find(const struct typecase *tc, enum face face, const struct cluster *c)
{
	for (size_t i = cluster_hash(face, c);; i++) {
		uint32_t *slot = &tc->index[i & (tc->index_size - 1)];
		if (*slot == 0)
			return slot;
		const struct type *t = &tc->types[*slot - 1];
		if (t->face == face && t->cluster.length == c->length &&
			memcmp(t->cluster.text, c->text, c->length) == 0)
			return slot;
	}
}

static void
index_grow(struct typecase *tc)
{
	tc->index_size = tc->index_size == 0 ? FIRST_INDEX : tc->index_size * 2;
	tc->index = ARENA_ARRAY(tc->arena, uint32_t, tc->index_size);
	for (size_t i = 0; i < tc->count; i++)
		*slot_find(tc, tc->types[i].face, &tc->types[i].cluster) = (uint32_t)i + 1;
}

static void
type_add(struct typecase *tc, uint32_t *slot, enum face face, const struct cluster *c, size_t page,
	const char *text)
{
	struct type t = {.face = face, .cluster = *c, .page = page, .text = arena_strdup(tc->arena, text)};
	t.cluster.text = arena_strndup(tc->arena, c->text, c->length);
	t.missing = !glyph_find(face, c, &t.glyph);
	if (t.missing)
		glyph_find(face, &(struct cluster){.code_point = GETA}, &t.glyph);
	t.code = (uint16_t)(TYPE_FIRST + tc->font_counts[t.glyph.font]++);
	tc->types = ARENA_PUSH(tc->arena, tc->types, tc->count);
	tc->types[tc->count++] = t;
	*slot = (uint32_t)tc->count;
	if (tc->count * 2 > tc->index_size)
		index_grow(tc);
}

void
typecase_begin(struct typecase *tc, struct arena *a)
{
	*tc = (struct typecase){.arena = a};
	index_grow(tc);
}

void
typecase_fill(struct typecase *tc, struct arena *a, struct canvas *const *pages, size_t page_count)
{
	typecase_begin(tc, a);
	typecase_learn(tc, pages, page_count, 0);
}

void
typecase_learn(struct typecase *tc, struct canvas *const *pages, size_t page_count, size_t first)
{
	for (size_t p = 0; p < page_count; p++) {
		for (size_t i = 0; i < pages[p]->count; i++) {
			const struct mark *m = &pages[p]->marks[i];
			struct cluster c;
			if (m->kind != MARK_TEXT)
				continue;
			for (const char *at = m->text, *end = at + strlen(at); cluster_next(&at, end, &c);) {
				uint32_t *slot = slot_find(tc, m->face, &c);
				if (*slot == 0)
					type_add(tc, slot, m->face, &c, first + p, m->text);
			}
		}
	}
}

const struct type *
typecase_find(const struct typecase *tc, enum face face, const struct cluster *c)
{
	uint32_t position = *slot_find(tc, face, c);
	assert(position != 0);
	return &tc->types[position - 1];
}

static void
utf16_add(struct buf *out, uint32_t code_point)
{
	if (code_point < 0x10000)
		buf_addf(out, "%04X", code_point);
	else
		buf_addf(out, "%04X%04X", 0xD800 + ((code_point - 0x10000) >> 10),
			0xDC00 + ((code_point - 0x10000) & 0x3FF));
}

static void
type_to_unicode(const struct type *t, struct buf *out)
{
	buf_addf(out, "<%04X> <", t->code);
	if (t->missing)
		utf16_add(out, GETA);
	else
		for (const char *at = t->cluster.text, *end = at + t->cluster.length; at < end;)
			utf16_add(out, (uint32_t)utf8_next(&at, end));
	buf_adds(out, ">\n");
}

void
typecase_to_unicode(const struct typecase *tc, unsigned font, struct buf *out)
{
	buf_adds(out, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
		      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
		      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
		      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
	size_t left = tc->font_counts[font], in_block = 0;
	for (size_t i = 0; i < tc->count; i++) {
		if (tc->types[i].glyph.font != font)
			continue;
		if (in_block == 0) {
			in_block = left < BFCHAR_MOST ? left : BFCHAR_MOST;
			buf_addf(out, "%zu beginbfchar\n", in_block);
			left -= in_block;
		}
		type_to_unicode(&tc->types[i], out);
		if (--in_block == 0)
			buf_adds(out, "endbfchar\n");
	}
	buf_adds(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}
