#include "draw/trace.h"

static const char *const pattern_names[] = {
	[PATTERN_SOLID] = "solid",
	[PATTERN_NONE] = "none",
	[PATTERN_HATCH] = "hatch",
	[PATTERN_CROSS] = "cross",
	[PATTERN_DOTS] = "dots",
};
static const char *const face_names[] = {
	[FACE_GOTHIC] = "gothic",
	[FACE_GOTHIC_BOLD] = "bold",
	[FACE_MINCHO] = "mincho",
};
static const char *const anchor_names[] = {
	[ANCHOR_LEFT] = "left",
	[ANCHOR_MIDDLE] = "middle",
	[ANCHOR_RIGHT] = "right",
};

/* Rounded to a tenth; a negative zero reads as zero. */
static double
tenth(double v)
{
	return v > -0.05 && v < 0.05 ? 0.0 : v;
}

static void
points_trace(const struct mark *m, struct buf *out)
{
	for (size_t i = 0; i < m->count; i++)
		buf_addf(out, " %.1f,%.1f", tenth(m->points[i].x), tenth(m->points[i].y));
}

static void
paint_trace(const struct mark *m, struct buf *out)
{
	if (m->kind != MARK_LINE && m->ink.pattern != PATTERN_NONE)
		buf_addf(out, " ink %06x %s", m->ink.colour, pattern_names[m->ink.pattern]);
	if (m->pen.width > 0)
		buf_addf(out, " pen %06x %.1f%s", m->pen.colour, m->pen.width,
			m->pen.dash > 0 ? " dashed" : "");
}

static void
mark_trace(const struct mark *m, struct buf *out)
{
	switch (m->kind) {
	case MARK_LINE:
	case MARK_SHAPE:
		buf_adds(out, m->kind == MARK_LINE ? "line" : "shape");
		points_trace(m, out);
		break;
	case MARK_BOX:
		buf_addf(out, "box %.1f,%.1f %.1fx%.1f", tenth(m->x), tenth(m->y), m->width, m->height);
		break;
	case MARK_WEDGE:
		buf_addf(out, "wedge %.1f,%.1f r%.1f %.1f-%.1f", tenth(m->x), tenth(m->y), m->width, m->from,
			m->to);
		break;
	case MARK_TEXT:
		buf_addf(out, "text %.1f,%.1f %s %s %.1f %06x \"%s\"\n", tenth(m->x), tenth(m->y),
			anchor_names[m->anchor], face_names[m->face], m->size, m->ink.colour, m->text);
		return;
	}
	paint_trace(m, out);
	buf_addc(out, '\n');
}

void
trace_write(const struct canvas *c, struct buf *out)
{
	buf_addf(out, "canvas %.1fx%.1f \"%s\"\n", c->width, c->height, c->title);
	for (size_t i = 0; i < c->count; i++)
		mark_trace(&c->marks[i], out);
}
