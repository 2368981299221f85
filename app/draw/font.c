#include "draw/font.h"

#include <assert.h>
#include <harfbuzz/hb-ot.h>
#include <harfbuzz/hb-subset.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "base/words.h"
#include "draw/face.h"

enum { UNITS = 1000, BMP = 0x10000, TEXT_STYLE = 0xFE0E };

struct font {
	const char *path, *package;
	hb_face_t *face, *subset_source;
	hb_font_t *font;
	pthread_mutex_t preparing;
};

static struct font fonts[FONT_COUNT] = {
	[FACE_GOTHIC] = {.path = "/usr/share/fonts/truetype/bizud-gothic/BIZUDGothic-Regular.ttf",
		.package = "fonts-morisawa-bizud-gothic",
		.preparing = PTHREAD_MUTEX_INITIALIZER},
	[FACE_GOTHIC_BOLD] = {.path = "/usr/share/fonts/truetype/bizud-gothic/BIZUDGothic-Bold.ttf",
		.package = "fonts-morisawa-bizud-gothic",
		.preparing = PTHREAD_MUTEX_INITIALIZER},
	[FACE_MINCHO] = {.path = "/usr/share/fonts/truetype/bizud-mincho/BIZUDMincho-Regular.ttf",
		.package = "fonts-morisawa-bizud-mincho",
		.preparing = PTHREAD_MUTEX_INITIALIZER},
	[FONT_FALLBACK] = {.path = "/usr/share/fonts/truetype/ipamj/ipamjm.ttf",
		.package = "fonts-ipamj-mincho"},
};
static pthread_mutex_t opening = PTHREAD_MUTEX_INITIALIZER;

/* Advance + 1 of every character of the basic plane, filled as it is asked for;
 * two threads that fill the same place write the same number. */
static _Atomic uint16_t advances[FACE_COUNT][BMP];

static bool
font_open(struct font *f, struct err *e)
{
	if (f->font != NULL)
		return true;
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(f->path);
	if (blob == NULL)
		return err_set(e, ERR_SYSTEM, _("the font %s cannot be read: install the package %s"),
			f->path, f->package);
	f->face = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	hb_face_make_immutable(f->face);
	hb_font_t *font = hb_font_create(f->face);
	hb_font_set_scale(font, UNITS, UNITS);
	hb_font_make_immutable(font);
	f->font = font;
	return true;
}

bool
fonts_open(struct err *e)
{
	bool ok = true;
	pthread_mutex_lock(&opening);
	for (size_t i = 0; ok && i < FONT_COUNT; i++)
		ok = font_open(&fonts[i], e);
	pthread_mutex_unlock(&opening);
	return ok;
}

/* Characters that print nothing, mean nothing on another machine, or need a base. */
static bool
printable(uint32_t code_point)
{
	if (code_point == 0xFFFD)
		return false;
	switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), code_point)) {
	case HB_UNICODE_GENERAL_CATEGORY_CONTROL:
	case HB_UNICODE_GENERAL_CATEGORY_FORMAT:
	case HB_UNICODE_GENERAL_CATEGORY_UNASSIGNED:
	case HB_UNICODE_GENERAL_CATEGORY_PRIVATE_USE:
	case HB_UNICODE_GENERAL_CATEGORY_SURROGATE:
	case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
	case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
	case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
	case HB_UNICODE_GENERAL_CATEGORY_LINE_SEPARATOR:
	case HB_UNICODE_GENERAL_CATEGORY_PARAGRAPH_SEPARATOR:
		return false;
	default:
		return true;
	}
}

static bool
font_glyph(unsigned font, uint32_t code_point, uint32_t selector, struct glyph *glyph)
{
	hb_font_t *f = fonts[font].font;
	assert(f != NULL);
	hb_codepoint_t id = 0;
	hb_bool_t found = selector == 0 || selector == TEXT_STYLE /* all our glyphs are plain text */
				  ? hb_font_get_nominal_glyph(f, code_point, &id)
				  : hb_font_get_variation_glyph(f, code_point, selector, &id);
	*glyph = (struct glyph){.font = font, .id = id};
	return found && id != 0;
}

bool
glyph_find(enum face face, const struct cluster *c, struct glyph *glyph)
{
	return printable(c->code_point) &&
	       (font_glyph(face, c->code_point, c->selector, glyph) ||
		       font_glyph(FONT_FALLBACK, c->code_point, c->selector, glyph));
}

bool
glyph_exists(enum face face, uint32_t code_point, uint32_t selector)
{
	struct glyph glyph;
	return glyph_find(face, &(struct cluster){.code_point = code_point, .selector = selector}, &glyph);
}

/* What cannot be shown takes the full width of the mark that stands for it. */
static unsigned
cluster_advance(enum face face, const struct cluster *c)
{
	struct glyph glyph;
	if (!glyph_find(face, c, &glyph))
		return UNITS;
	hb_position_t advance = hb_font_get_glyph_h_advance(fonts[glyph.font].font, glyph.id);
	return advance < 0 ? 0 : (unsigned)advance;
}

static unsigned
advance_of(enum face face, const struct cluster *c)
{
	if (c->code_point >= BMP || c->selector != 0)
		return cluster_advance(face, c);
	_Atomic uint16_t *place = &advances[face][c->code_point];
	unsigned known = atomic_load_explicit(place, memory_order_relaxed);
	if (known == 0) {
		known = cluster_advance(face, c) + 1;
		atomic_store_explicit(place, (uint16_t)known, memory_order_relaxed);
	}
	return known - 1;
}

double
cluster_width(enum face face, double size, const struct cluster *c)
{
	return advance_of(face, c) * size / UNITS;
}

double
text_width_n(enum face face, double size, const char *text, size_t length)
{
	unsigned long sum = 0;
	struct cluster c;
	for (const char *at = text, *end = text + length; cluster_next(&at, end, &c);)
		sum += advance_of(face, &c);
	return (double)sum * size / UNITS;
}

double
text_width(enum face face, double size, const char *text)
{
	return text_width_n(face, size, text, strlen(text));
}

hb_face_t *
font_subset_source(unsigned font)
{
	struct font *f = &fonts[font];
	if (font == FONT_FALLBACK) /* seldom needed, and made ready it would hold 60 MB for ever */
		return f->face;
	pthread_mutex_lock(&f->preparing);
	if (f->subset_source == NULL)
		f->subset_source = hb_subset_preprocess(f->face);
	pthread_mutex_unlock(&f->preparing);
	return f->subset_source;
}
