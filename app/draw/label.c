#include "draw/label.h"

#include <string.h>

#include "draw/chart.h"
#include "draw/cluster.h"
#include "draw/face.h"
#include "draw/font.h"
#include "draw/palette.h"

#define ELLIPSIS "\xE2\x80\xA6"

static const double LEADING = 1.25;
static const double RISE = 0.37; /* from the baseline to the middle of a Japanese glyph, in ems */

static const char *
shortened(struct arena *a, enum face face, double size, double width, const char *text)
{
	double room = width - text_width(face, size, ELLIPSIS), used = 0;
	const char *kept = text;
	struct cluster c;
	for (const char *at = text, *end = at + strlen(at); cluster_next(&at, end, &c); kept = at) {
		used += cluster_width(face, size, &c);
		if (used > room)
			break;
	}
	return arena_printf(a, "%.*s" ELLIPSIS, (int)(kept - text), text);
}

struct label
label_make(struct arena *a, enum face face, double size, double width, size_t most, const char *text)
{
	struct label l = {.face = face, .size = size};
	l.count = lines_break(a, face, size, width, 0, text, &l.lines);
	if (l.count > most) {
		struct line_run *last = &l.lines[most - 1];
		const char *rest = arena_printf(a, "%s%s", last->text, l.lines[most].text);
		last->text = shortened(a, face, size, width, rest);
		last->width = text_width(face, size, last->text);
		l.count = most;
	}
	for (size_t i = 0; i < l.count; i++)
		l.width = l.lines[i].width > l.width ? l.lines[i].width : l.width;
	l.height = (double)l.count * size * LEADING;
	return l;
}

void
label_line(struct canvas *c, enum face face, double size, uint32_t colour, enum anchor anchor, double x,
	double middle, const char *text)
{
	canvas_text(c, face, size, colour, anchor, x, middle + RISE * size, text);
}

void
label_draw(
	struct canvas *c, const struct label *l, uint32_t colour, enum anchor anchor, double x, double middle)
{
	double first = middle - (l->height - l->size * LEADING) / 2;
	for (size_t i = 0; i < l->count; i++)
		label_line(c, l->face, l->size, colour, anchor, x, first + (double)i * l->size * LEADING,
			l->lines[i].text);
}

void
label_on_white(struct canvas *c, enum face face, double size, uint32_t colour, double x, double middle,
	const char *text)
{
	double width = text_width(face, size, text) + 3, height = size + 1;
	canvas_box(c, (struct pen){0}, (struct ink){PALETTE_WHITE, PATTERN_SOLID}, x - width / 2,
		middle - height / 2, width, height);
	label_line(c, face, size, colour, ANCHOR_MIDDLE, x, middle, text);
}

const char *
label_shown(struct arena *a, const struct shown *s)
{
	if (!s->known)
		return s->mark == NULL ? "" : s->mark;
	return arena_printf(a, "%d.%d", s->tenths / 10, s->tenths % 10);
}
