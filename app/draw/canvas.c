#include "draw/canvas.h"

#include <assert.h>

struct canvas *
canvas_create(struct arena *a, double width, double height)
{
	struct canvas *c = ARENA_NEW(a, struct canvas);
	*c = (struct canvas){.arena = a, .width = width, .height = height, .title = "", .description = ""};
	return c;
}

static void
mark_add(struct canvas *c, struct mark m)
{
	c->marks = ARENA_PUSH(c->arena, c->marks, c->count);
	c->marks[c->count++] = m;
}

static const struct point *
points_copy(struct arena *a, const struct point *points, size_t count, double x, double y)
{
	struct point *copy = ARENA_ARRAY(a, struct point, count);
	for (size_t i = 0; i < count; i++)
		copy[i] = (struct point){points[i].x + x, points[i].y + y};
	return copy;
}

void
canvas_line(struct canvas *c, struct pen pen, const struct point *points, size_t count)
{
	assert(count >= 2);
	const struct point *copy = points_copy(c->arena, points, count, 0, 0);
	mark_add(c, (struct mark){.kind = MARK_LINE, .pen = pen, .points = copy, .count = count});
}

void
canvas_segment(struct canvas *c, struct pen pen, double x1, double y1, double x2, double y2)
{
	const struct point ends[] = {{x1, y1}, {x2, y2}};
	canvas_line(c, pen, ends, 2);
}

void
canvas_box(struct canvas *c, struct pen pen, struct ink ink, double x, double y, double width, double height)
{
	mark_add(c, (struct mark){.kind = MARK_BOX,
			    .pen = pen,
			    .ink = ink,
			    .x = x,
			    .y = y,
			    .width = width,
			    .height = height});
}

void
canvas_shape(struct canvas *c, struct pen pen, struct ink ink, const struct point *points, size_t count)
{
	assert(count >= 3);
	const struct point *copy = points_copy(c->arena, points, count, 0, 0);
	mark_add(
		c, (struct mark){.kind = MARK_SHAPE, .pen = pen, .ink = ink, .points = copy, .count = count});
}

void
canvas_wedge(struct canvas *c, struct pen pen, struct ink ink, double x, double y, double radius, double from,
	double to)
{
	assert(from <= to && to - from <= 360);
	mark_add(c, (struct mark){.kind = MARK_WEDGE,
			    .pen = pen,
			    .ink = ink,
			    .x = x,
			    .y = y,
			    .width = radius,
			    .from = from,
			    .to = to});
}

void
canvas_text(struct canvas *c, enum face face, double size, uint32_t colour, enum anchor anchor, double x,
	double y, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	mark_add(c, (struct mark){.kind = MARK_TEXT,
			    .ink = {colour, PATTERN_SOLID},
			    .x = x,
			    .y = y,
			    .text = arena_strdup(c->arena, text),
			    .face = face,
			    .size = size,
			    .anchor = anchor});
}

void
canvas_place(struct canvas *c, const struct canvas *other, double x, double y)
{
	for (size_t i = 0; i < other->count; i++) {
		struct mark m = other->marks[i];
		m.x += x;
		m.y += y;
		if (m.points != NULL)
			m.points = points_copy(c->arena, m.points, m.count, x, y);
		if (m.text != NULL)
			m.text = arena_strdup(c->arena, m.text);
		mark_add(c, m);
	}
}

void
canvas_cut(struct canvas *c, double y)
{
	c->cuts = ARENA_PUSH(c->arena, c->cuts, c->cut_count);
	c->cuts[c->cut_count++] = y;
}

/* The height a mark belongs to: its middle, and of a text that of its letters. */
static double
mark_middle(const struct mark *m)
{
	if (m->kind == MARK_BOX)
		return m->y + m->height / 2;
	if (m->kind == MARK_TEXT)
		return m->y - m->size * 0.38;
	if (m->count == 0)
		return m->y;
	double least = m->points[0].y, most = least;
	for (size_t i = 1; i < m->count; i++) {
		least = m->points[i].y < least ? m->points[i].y : least;
		most = m->points[i].y > most ? m->points[i].y : most;
	}
	return (least + most) / 2;
}

struct canvas *
canvas_part(struct arena *a, const struct canvas *c, double from, double until)
{
	struct canvas *part = canvas_create(a, c->width, until - from), one = *c;
	part->title = c->title;
	part->description = c->description;
	one.count = 1;
	for (size_t i = 0; i < c->count; i++) {
		double middle = mark_middle(&c->marks[i]);
		one.marks = &c->marks[i];
		if (middle >= from && middle < until)
			canvas_place(part, &one, 0, -from);
	}
	return part;
}
