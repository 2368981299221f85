#include "draw/sheet.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "draw/font.h"

static HPDF_REAL
channel(uint32_t colour, unsigned shift)
{
	return (HPDF_REAL)((colour >> shift & 0xFF) / 255.0);
}

void
sheet_stroke_colour(const struct sheet *s, uint32_t colour)
{
	HPDF_Page_SetRGBStroke(s->page, channel(colour, 16), channel(colour, 8), channel(colour, 0));
}

static void
fill_colour(const struct sheet *s, uint32_t colour)
{
	HPDF_Page_SetRGBFill(s->page, channel(colour, 16), channel(colour, 8), channel(colour, 0));
}

static HPDF_REAL
flip(const struct sheet *s, double y)
{
	return (HPDF_REAL)(s->height - y);
}

static void
points_path(const struct sheet *s, const struct mark *m)
{
	HPDF_Page_MoveTo(s->page, (HPDF_REAL)m->points[0].x, flip(s, m->points[0].y));
	for (size_t i = 1; i < m->count; i++)
		HPDF_Page_LineTo(s->page, (HPDF_REAL)m->points[i].x, flip(s, m->points[i].y));
	if (m->kind == MARK_SHAPE)
		HPDF_Page_ClosePath(s->page);
}

/* A Bézier curve for an arc of at most a quarter: its handles are 4/3 tan(a/4) of the radius long. */
static void
arc_path(const struct sheet *s, const struct mark *m, double from, double to)
{
	double handle = 4.0 / 3.0 * tan((to - from) / 4) * m->width;
	double x1 = m->x + m->width * sin(from), y1 = m->y - m->width * cos(from);
	double x4 = m->x + m->width * sin(to), y4 = m->y - m->width * cos(to);
	HPDF_Page_CurveTo(s->page, (HPDF_REAL)(x1 + handle * cos(from)), flip(s, y1 + handle * sin(from)),
		(HPDF_REAL)(x4 - handle * cos(to)), flip(s, y4 - handle * sin(to)), (HPDF_REAL)x4,
		flip(s, y4));
}

static void
wedge_path(const struct sheet *s, const struct mark *m)
{
	double from = m->from * M_PI / 180, to = m->to * M_PI / 180;
	double x = m->x + m->width * sin(from), y = m->y - m->width * cos(from);
	if (m->to - m->from >= 360) {
		HPDF_Page_MoveTo(s->page, (HPDF_REAL)x, flip(s, y));
	} else {
		HPDF_Page_MoveTo(s->page, (HPDF_REAL)m->x, flip(s, m->y));
		HPDF_Page_LineTo(s->page, (HPDF_REAL)x, flip(s, y));
	}
	int parts = (int)ceil((m->to - m->from) / 90);
	for (int i = 0; i < parts; i++)
		arc_path(s, m, from + (to - from) * i / parts, from + (to - from) * (i + 1) / parts);
	HPDF_Page_ClosePath(s->page);
}

void
sheet_path(const struct sheet *s, const struct mark *m)
{
	if (m->kind == MARK_BOX)
		HPDF_Page_Rectangle(s->page, (HPDF_REAL)m->x, flip(s, m->y + m->height), (HPDF_REAL)m->width,
			(HPDF_REAL)m->height);
	else if (m->kind == MARK_WEDGE)
		wedge_path(s, m);
	else
		points_path(s, m);
}

static void
fill_print(const struct sheet *s, const struct mark *m)
{
	if (m->kind == MARK_LINE || m->ink.pattern == PATTERN_NONE)
		return;
	if (m->ink.pattern != PATTERN_SOLID) {
		sheet_pattern(s, m);
		return;
	}
	fill_colour(s, m->ink.colour);
	sheet_path(s, m);
	HPDF_Page_Fill(s->page);
}

static void
pen_print(const struct sheet *s, const struct mark *m)
{
	if (m->pen.width <= 0)
		return;
	sheet_stroke_colour(s, m->pen.colour);
	HPDF_Page_SetLineWidth(s->page, (HPDF_REAL)m->pen.width);
	if (m->pen.dash > 0) { /* libharu knows whole points only */
		const HPDF_UINT16 dash = m->pen.dash < 1 ? 1 : (HPDF_UINT16)lround(m->pen.dash);
		HPDF_Page_SetDash(s->page, &dash, 1, 0);
	}
	sheet_path(s, m);
	HPDF_Page_Stroke(s->page);
	if (m->pen.dash > 0)
		HPDF_Page_SetDash(s->page, NULL, 0, 0);
}

static void
run_show(const struct sheet *s, unsigned font, double size, struct buf *run)
{
	if (run->length == 0)
		return;
	HPDF_Page_SetFontAndSize(s->page, s->fonts[font], (HPDF_REAL)size);
	HPDF_Page_ShowText(s->page, run->data);
	buf_clear(run);
}

/* Codes go to libharu as UTF-8 of themselves; a run ends where the font changes. */
static void
codes_show(const struct sheet *s, const struct mark *m)
{
	struct buf run = BUF_INIT;
	unsigned font = FONT_COUNT;
	struct cluster c;
	for (const char *at = m->text, *end = at + strlen(at); cluster_next(&at, end, &c);) {
		const struct type *t = typecase_find(s->tc, m->face, &c);
		if (t->glyph.font != font)
			run_show(s, font, m->size, &run);
		font = t->glyph.font;
		char code[4];
		buf_add(&run, code, utf8_put(code, t->code));
	}
	run_show(s, font, m->size, &run);
	buf_free(&run);
}

static void
text_print(const struct sheet *s, const struct mark *m)
{
	static const double shares[] = {[ANCHOR_LEFT] = 0, [ANCHOR_MIDDLE] = 0.5, [ANCHOR_RIGHT] = 1};
	double x = m->x;
	if (m->anchor != ANCHOR_LEFT)
		x -= shares[m->anchor] * text_width(m->face, m->size, m->text);
	fill_colour(s, m->ink.colour);
	HPDF_Page_BeginText(s->page);
	HPDF_Page_MoveTextPos(s->page, (HPDF_REAL)x, flip(s, m->y));
	codes_show(s, m);
	HPDF_Page_EndText(s->page);
}

void
sheet_print(const struct sheet *s, const struct canvas *c)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct mark *m = &c->marks[i];
		if (m->kind == MARK_TEXT) {
			text_print(s, m);
		} else {
			fill_print(s, m);
			pen_print(s, m);
		}
	}
}
