#include "draw/subset.h"

#include <harfbuzz/hb-subset.h>

#include "base/words.h"

/* Layout and hints of whole scripts are of no use to text that is set glyph by
 * glyph; without them harfbuzz also looks for no substitutes to keep. */
static const hb_tag_t dropped[] = {
	HB_TAG('G', 'S', 'U', 'B'),
	HB_TAG('G', 'P', 'O', 'S'),
	HB_TAG('G', 'D', 'E', 'F'),
	HB_TAG('B', 'A', 'S', 'E'),
	HB_TAG('v', 'h', 'e', 'a'),
	HB_TAG('v', 'm', 't', 'x'),
	HB_TAG('V', 'O', 'R', 'G'),
	HB_TAG('D', 'S', 'I', 'G'),
	HB_TAG('m', 'o', 'r', 't'),
	HB_TAG('k', 'e', 'r', 'n'),
	HB_TAG('m', 'e', 't', 'a'),
	HB_TAG('g', 'a', 's', 'p'),
};

static void
u16_add(struct buf *out, unsigned v)
{
	buf_addc(out, (char)(v >> 8));
	buf_addc(out, (char)v);
}

static void
u32_add(struct buf *out, unsigned v)
{
	u16_add(out, v >> 16);
	u16_add(out, v & 0xFFFF);
}

/* One format 4 subtable, the kind libharu reads: one segment for our codes in
 * their order, and the closing segment U+FFFF that the format asks for. */
static void
cmap_write(const struct typecase *tc, unsigned font, const hb_map_t *new_ids, struct buf *out)
{
	const unsigned count = (unsigned)tc->font_counts[font], segments = 2;
	u16_add(out, 0); /* version */
	u16_add(out, 1); /* subtables */
	u16_add(out, 3); /* Windows */
	u16_add(out, 1); /* Unicode, basic plane */
	u32_add(out, 12);
	u16_add(out, 4);
	u16_add(out, 16 + 8 * segments + 2 * count);
	u16_add(out, 0);
	u16_add(out, 2 * segments);
	u16_add(out, 4); /* searchRange, entrySelector, rangeShift of two segments */
	u16_add(out, 1);
	u16_add(out, 0);
	u16_add(out, TYPE_FIRST + count - 1); /* last code of each segment */
	u16_add(out, 0xFFFF);
	u16_add(out, 0);
	u16_add(out, TYPE_FIRST); /* first code of each */
	u16_add(out, 0xFFFF);
	u16_add(out, 0); /* added to the glyph: 0xFFFF + 1 wraps to glyph 0 */
	u16_add(out, 1);
	u16_add(out, 4); /* bytes from here to the glyphs of the segment */
	u16_add(out, 0);
	for (size_t i = 0; i < tc->count; i++)
		if (tc->types[i].glyph.font == font)
			u16_add(out, hb_map_get(new_ids, tc->types[i].glyph.id));
}

static hb_subset_input_t *
input_create(const struct typecase *tc, unsigned font)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	if (input == NULL)
		return NULL;
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
	hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
		hb_set_add(drop, dropped[i]);
	hb_set_t *glyphs = hb_subset_input_glyph_set(input);
	for (size_t i = 0; i < tc->count; i++)
		if (tc->types[i].glyph.font == font)
			hb_set_add(glyphs, tc->types[i].glyph.id);
	return input;
}

/* What the document needs of a font; hints are gone, layout is not used. */
static const hb_tag_t kept[] = {
	HB_TAG('O', 'S', '/', '2'),
	HB_TAG('g', 'l', 'y', 'f'),
	HB_TAG('h', 'e', 'a', 'd'),
	HB_TAG('h', 'h', 'e', 'a'),
	HB_TAG('h', 'm', 't', 'x'),
	HB_TAG('l', 'o', 'c', 'a'),
	HB_TAG('m', 'a', 'x', 'p'),
	HB_TAG('n', 'a', 'm', 'e'),
	HB_TAG('p', 'o', 's', 't'),
};

/* SVTCA four times: nothing comes of it, and it needs no stack. libharu writes a font into pieces of 4096
 * bytes, `prep` last, and then goes back to where each table began. Where the one before `prep` fills a
 * piece, and there is no `prep`, it finds no piece there and the whole document fails. */
static const char prep[4];

static void
table_add(hb_face_t *builder, hb_tag_t tag, const char *data, size_t length)
{
	hb_blob_t *table = hb_blob_create(data, (unsigned)length, HB_MEMORY_MODE_READONLY, NULL, NULL);
	hb_face_builder_add_table(builder, tag, table);
	hb_blob_destroy(table);
}

static void
font_assemble(hb_face_t *subset, const struct buf *cmap, struct buf *out)
{
	hb_face_t *builder = hb_face_builder_create();
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
		hb_blob_t *table = hb_face_reference_table(subset, kept[i]);
		hb_face_builder_add_table(builder, kept[i], table);
		hb_blob_destroy(table);
	}
	table_add(builder, HB_TAG('c', 'm', 'a', 'p'), cmap->data, cmap->length);
	table_add(builder, HB_TAG('p', 'r', 'e', 'p'), prep, sizeof prep);
	hb_blob_t *whole = hb_face_reference_blob(builder);
	unsigned length;
	const char *data = hb_blob_get_data(whole, &length);
	buf_add(out, data, length);
	hb_blob_destroy(whole);
	hb_face_destroy(builder);
}

bool
subset_make(const struct typecase *tc, unsigned font, struct buf *out, struct err *e)
{
	if (tc->font_counts[font] > TYPE_LIMIT)
		return err_set(e, ERR_INPUT, _("one document holds no more than %d different characters"),
			TYPE_LIMIT);
	hb_subset_input_t *input = input_create(tc, font);
	hb_subset_plan_t *plan =
		input == NULL ? NULL : hb_subset_plan_create_or_fail(font_subset_source(font), input);
	hb_face_t *subset = plan == NULL ? NULL : hb_subset_plan_execute_or_fail(plan);
	if (subset != NULL) {
		struct buf cmap = BUF_INIT;
		cmap_write(tc, font, hb_subset_plan_old_to_new_glyph_mapping(plan), &cmap);
		font_assemble(subset, &cmap, out);
		buf_free(&cmap);
	}
	hb_face_destroy(subset);
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(input);
	return subset != NULL || err_set(e, ERR_SYSTEM, _("a font could not be cut down to the document"));
}
