#include "draw/svg.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

struct svg {
	struct buf *out;
	const char *id;
	struct ink *fills; /* the inks with a pattern, each once: numbered in <defs> */
	size_t fill_count;
};

/* A tenth of a point is finer than any screen shows: 12, 12.5. */
static void
number_add(struct buf *out, double v)
{
	char text[32];
	snprintf(text, sizeof text, "%.1f", v);
	size_t length = strlen(text);
	while (text[length - 1] == '0')
		length--;
	if (text[length - 1] == '.')
		length--;
	if (length == 2 && memcmp(text, "-0", 2) == 0)
		buf_addc(out, '0');
	else
		buf_add(out, text, length);
}

static void
attribute_add(struct buf *out, const char *name, double v)
{
	buf_addf(out, " %s=\"", name);
	number_add(out, v);
	buf_addc(out, '"');
}

/* Escapes markup, and puts U+FFFD where XML allows no such character. */
static void
text_add(struct buf *out, const char *text)
{
	for (const char *at = text, *end = text + strlen(text); at < end;) {
		const char *start = at;
		int32_t c = utf8_next(&at, end);
		if (c == '<')
			buf_adds(out, "&lt;");
		else if (c == '>')
			buf_adds(out, "&gt;");
		else if (c == '&')
			buf_adds(out, "&amp;");
		else if (c == '"')
			buf_adds(out, "&quot;");
		else if (c == '\'')
			buf_adds(out, "&#39;");
		else if (c < 0 || (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE ||
			 c == 0xFFFF)
			buf_adds(out, "\xEF\xBF\xBD");
		else
			buf_add(out, start, (size_t)(at - start));
	}
}

static bool
patterned(enum pattern p)
{
	return p != PATTERN_SOLID && p != PATTERN_NONE;
}

static size_t
fill_number(const struct svg *s, struct ink ink)
{
	size_t i = 0;
	while (i < s->fill_count && !(s->fills[i].colour == ink.colour && s->fills[i].pattern == ink.pattern))
		i++;
	return i;
}

static void
fills_collect(struct svg *s, const struct canvas *c)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct mark *m = &c->marks[i];
		if (m->kind == MARK_LINE || m->kind == MARK_TEXT || !patterned(m->ink.pattern) ||
			fill_number(s, m->ink) < s->fill_count)
			continue;
		s->fills = ARENA_PUSH(c->arena, s->fills, s->fill_count);
		s->fills[s->fill_count++] = m->ink;
	}
}

/* Six points a tile, so that a pattern reads in a bar of ten points and on a monochrome printer. */
static void
fills_write(const struct svg *s)
{
	static const char *const drawn[] = {
		[PATTERN_HATCH] =
			"<path d=\"M-1 1L1-1M0 6L6 0M5 7L7 5\" stroke=\"#%06x\" stroke-width=\"1.5\"/>",
		[PATTERN_CROSS] = "<path d=\"M0 0L6 6M0 6L6 0\" stroke=\"#%06x\" stroke-width=\"0.9\"/>",
		[PATTERN_DOTS] = "<circle cx=\"3\" cy=\"3\" r=\"1.2\" fill=\"#%06x\"/>",
	};
	if (s->fill_count == 0)
		return;
	buf_adds(s->out, "<defs>");
	for (size_t i = 0; i < s->fill_count; i++) {
		buf_addf(s->out,
			"<pattern id=\"%s-p%zu\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
			"<rect width=\"6\" height=\"6\" fill=\"#fff\"/>",
			s->id, i);
		buf_addf(s->out, drawn[s->fills[i].pattern], s->fills[i].colour);
		buf_adds(s->out, "</pattern>");
	}
	buf_adds(s->out, "</defs>");
}

static const double COMMON_PEN = 0.5; /* said once, for hundreds of cells */

static void
paint_write(const struct svg *s, const struct mark *m)
{
	if (m->kind == MARK_LINE || m->ink.pattern == PATTERN_NONE)
		buf_adds(s->out, " fill=\"none\"");
	else if (patterned(m->ink.pattern))
		buf_addf(s->out, " fill=\"url(#%s-p%zu)\"", s->id, fill_number(s, m->ink));
	else
		buf_addf(s->out, " fill=\"#%06x\"", m->ink.colour);
	if (m->pen.width > 0) {
		buf_addf(s->out, " stroke=\"#%06x\"", m->pen.colour);
		if (m->pen.width < COMMON_PEN || m->pen.width > COMMON_PEN)
			attribute_add(s->out, "stroke-width", m->pen.width);
		if (m->pen.dash > 0)
			attribute_add(s->out, "stroke-dasharray", m->pen.dash);
	}
	buf_adds(s->out, "/>");
}

static void
points_write(const struct svg *s, const struct mark *m)
{
	buf_adds(s->out, m->kind == MARK_LINE ? "<polyline points=\"" : "<polygon points=\"");
	for (size_t i = 0; i < m->count; i++) {
		if (i > 0)
			buf_addc(s->out, ' ');
		number_add(s->out, m->points[i].x);
		buf_addc(s->out, ',');
		number_add(s->out, m->points[i].y);
	}
	buf_addc(s->out, '"');
}

static void
arc_end(struct buf *out, const struct mark *m, double degrees)
{
	number_add(out, m->x + m->width * sin(degrees * M_PI / 180));
	buf_addc(out, ' ');
	number_add(out, m->y - m->width * cos(degrees * M_PI / 180));
}

static void
wedge_write(const struct svg *s, const struct mark *m)
{
	if (m->to - m->from >= 360) { /* an arc whose ends meet would vanish */
		buf_adds(s->out, "<circle");
		attribute_add(s->out, "cx", m->x);
		attribute_add(s->out, "cy", m->y);
		attribute_add(s->out, "r", m->width);
		return;
	}
	buf_adds(s->out, "<path d=\"M");
	number_add(s->out, m->x);
	buf_addc(s->out, ' ');
	number_add(s->out, m->y);
	buf_addc(s->out, 'L');
	arc_end(s->out, m, m->from);
	buf_addc(s->out, 'A');
	number_add(s->out, m->width);
	buf_addc(s->out, ' ');
	number_add(s->out, m->width);
	buf_adds(s->out, m->to - m->from > 180 ? " 0 1 1 " : " 0 0 1 ");
	arc_end(s->out, m, m->to);
	buf_adds(s->out, "Z\"");
}

static void
box_write(const struct svg *s, const struct mark *m)
{
	buf_adds(s->out, "<rect");
	attribute_add(s->out, "x", m->x);
	attribute_add(s->out, "y", m->y);
	attribute_add(s->out, "width", m->width);
	attribute_add(s->out, "height", m->height);
}

/* What most words of a chart have in common stands once at its root: hundreds of
 * cells say only where they differ. */
enum { COMMON_SIZE = 9, COMMON_INK = 0x1a1a1a };

/* The gothic faces take the page's own fonts; a mincho has to be asked for. */
static void
words_write(const struct svg *s, const struct mark *m)
{
	static const char *const faces[] = {
		[FACE_GOTHIC] = "",
		[FACE_GOTHIC_BOLD] = " font-weight=\"700\"",
		[FACE_MINCHO] = " font-family=\"BIZ UDMincho,serif\"",
	};
	static const char *const anchors[] = {
		[ANCHOR_LEFT] = " text-anchor=\"start\"",
		[ANCHOR_MIDDLE] = "",
		[ANCHOR_RIGHT] = " text-anchor=\"end\"",
	};
	buf_adds(s->out, "<text");
	attribute_add(s->out, "x", m->x);
	attribute_add(s->out, "y", m->y);
	if (m->size != COMMON_SIZE)
		attribute_add(s->out, "font-size", m->size);
	if (m->ink.colour != COMMON_INK)
		buf_addf(s->out, " fill=\"#%06x\"", m->ink.colour);
	buf_addf(s->out, "%s%s>", faces[m->face], anchors[m->anchor]);
	text_add(s->out, m->text);
	buf_adds(s->out, "</text>");
}

static void
mark_write(const struct svg *s, const struct mark *m)
{
	if (m->kind == MARK_TEXT) {
		words_write(s, m);
		return;
	}
	if (m->kind == MARK_BOX)
		box_write(s, m);
	else if (m->kind == MARK_WEDGE)
		wedge_write(s, m);
	else
		points_write(s, m);
	paint_write(s, m);
}

void
svg_write(const struct canvas *c, const char *id, struct buf *out)
{
	struct svg s = {.out = out, .id = id};
	fills_collect(&s, c);
	buf_adds(
		out, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" viewBox=\"0 0 ");
	number_add(out, c->width);
	buf_addc(out, ' ');
	number_add(out, c->height);
	buf_addf(out, "\" font-size=\"%d\" fill=\"#%06x\" text-anchor=\"middle\"", COMMON_SIZE, COMMON_INK);
	attribute_add(out, "stroke-width", COMMON_PEN);
	buf_addf(out, " aria-labelledby=\"%s-t %s-d\"><title id=\"%s-t\">", id, id, id);
	text_add(out, c->title);
	buf_addf(out, "</title><desc id=\"%s-d\">", id);
	text_add(out, c->description);
	buf_adds(out, "</desc>");
	fills_write(&s);
	for (size_t i = 0; i < c->count; i++)
		mark_write(&s, &c->marks[i]);
	buf_adds(out, "</svg>");
}
