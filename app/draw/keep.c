#include "draw/keep.h"

#include "base/fields.h"

static void
mark_keep(const struct mark *m, struct buf *out)
{
	fields_begin(out, "mark");
	fields_whole(out, m->kind);
	fields_whole(out, m->pen.colour);
	fields_number(out, m->pen.width);
	fields_number(out, m->pen.dash);
	fields_whole(out, m->ink.colour);
	fields_whole(out, m->ink.pattern);
	fields_number(out, m->x);
	fields_number(out, m->y);
	fields_number(out, m->width);
	fields_number(out, m->height);
	fields_number(out, m->from);
	fields_number(out, m->to);
	fields_whole(out, m->face);
	fields_number(out, m->size);
	fields_whole(out, m->anchor);
	fields_text(out, m->text);
	for (size_t i = 0; i < m->count; i++) {
		fields_number(out, m->points[i].x);
		fields_number(out, m->points[i].y);
	}
	fields_end(out);
}

enum { MARK_FIELDS = 16 };

void
canvas_keep(const struct canvas *c, struct buf *out)
{
	fields_begin(out, "canvas");
	fields_number(out, c->width);
	fields_number(out, c->height);
	fields_whole(out, (long long)c->count);
	fields_text(out, c->title);
	fields_text(out, c->description);
	fields_end(out);
	for (size_t i = 0; i < c->count; i++)
		mark_keep(&c->marks[i], out);
}

static const struct point *
points_kept(struct arena *a, const struct fields *f, size_t count)
{
	struct point *points = ARENA_ARRAY(a, struct point, count);
	for (size_t i = 0; i < count; i++)
		points[i] = (struct point){fields_number_at(f, MARK_FIELDS + 2 * i),
			fields_number_at(f, MARK_FIELDS + 2 * i + 1)};
	return points;
}

static bool
mark_kept(struct arena *a, const char **at, const char *end, struct mark *m)
{
	struct fields f;
	if (!fields_next(a, at, end, &f) || f.count <= MARK_FIELDS || !fields_are(&f, "mark", f.count - 1) ||
		(f.count - 1 - MARK_FIELDS) % 2 != 0)
		return false;
	size_t count = (f.count - 1 - MARK_FIELDS) / 2;
	*m = (struct mark){.kind = (enum mark_kind)fields_whole_at(&f, 0),
		.pen = {(uint32_t)fields_whole_at(&f, 1), fields_number_at(&f, 2), fields_number_at(&f, 3)},
		.ink = {(uint32_t)fields_whole_at(&f, 4), (enum pattern)fields_whole_at(&f, 5)},
		.x = fields_number_at(&f, 6),
		.y = fields_number_at(&f, 7),
		.width = fields_number_at(&f, 8),
		.height = fields_number_at(&f, 9),
		.from = fields_number_at(&f, 10),
		.to = fields_number_at(&f, 11),
		.face = (enum face)fields_whole_at(&f, 12),
		.size = fields_number_at(&f, 13),
		.anchor = (enum anchor)fields_whole_at(&f, 14),
		.text = f.texts[MARK_FIELDS],
		.points = count > 0 ? points_kept(a, &f, count) : NULL,
		.count = count};
	return m->kind <= MARK_TEXT && m->ink.pattern <= PATTERN_DOTS && m->face < FACE_COUNT &&
	       m->anchor <= ANCHOR_RIGHT;
}

struct canvas *
canvas_kept(struct arena *a, const char **at, const char *end)
{
	struct fields f;
	if (!fields_next(a, at, end, &f) || !fields_are(&f, "canvas", 5))
		return NULL;
	struct canvas *c = canvas_create(a, fields_number_at(&f, 0), fields_number_at(&f, 1));
	size_t count = (size_t)fields_whole_at(&f, 2);
	if (count > (size_t)(end - *at)) /* each mark takes a line */
		return NULL;
	c->title = f.texts[4];
	c->description = f.texts[5];
	while (c->count < count) {
		c->marks = ARENA_PUSH(a, c->marks, c->count); /* more may be drawn on it */
		if (!mark_kept(a, at, end, &c->marks[c->count++]))
			return NULL;
	}
	return c;
}
