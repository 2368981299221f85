/* The top of a sheet on paper. */
#include "report/paper.h"

#include "draw/font.h"
#include "draw/lines.h"
#include "draw/palette.h"

enum { TITLE_SIZE = 15, CODE_SIZE = 18, TITLE_PITCH = 20, BOX_PAD = 8, BOX_DEPTH = 40 };

struct top {
	const struct sheet_title *title;
	struct line_run *lines;
	size_t count;
	double box; /* width; 0: no code */
};

static void
code_draw(const struct top *t, struct canvas *c, double y)
{
	static const struct pen rule = {PALETTE_BLACK, 1.2, 0};
	static const struct ink none = {0, PATTERN_NONE};
	double x = c->width - PAPER_RIGHT - t->box;
	canvas_box(c, rule, none, x, y, t->box, BOX_DEPTH);
	canvas_text(
		c, FACE_GOTHIC, NOTE_SIZE, PALETTE_BLACK, ANCHOR_LEFT, x + BOX_PAD, y + 12, t->title->label);
	canvas_text(c, FACE_GOTHIC_BOLD, CODE_SIZE, PALETTE_BLACK, ANCHOR_MIDDLE, x + t->box / 2, y + 32,
		t->title->code);
}

static void
top_draw(const struct strip *p, struct canvas *c, double y)
{
	const struct top *t = p->with;
	double first = y + (BOX_DEPTH - (double)t->count * TITLE_PITCH) / 2;
	for (size_t i = 0; i < t->count; i++)
		canvas_text(c, FACE_GOTHIC_BOLD, TITLE_SIZE, PALETTE_BLACK, ANCHOR_LEFT, PAPER_LEFT,
			first + (double)i * TITLE_PITCH + TITLE_SIZE, t->lines[i].text);
	if (t->box > 0)
		code_draw(t, c, y);
}

void
paper_sheet_title(struct a4 *p, const struct sheet_title *title)
{
	struct top *t = ARENA_NEW(p->arena, struct top);
	t->title = title;
	if (title->code[0] != '\0')
		t->box = text_width(FACE_GOTHIC_BOLD, CODE_SIZE, title->code) + 2 * BOX_PAD;
	t->count = lines_break(p->arena, FACE_GOTHIC_BOLD, TITLE_SIZE, p->width - t->box - BOX_PAD, 0,
		title->title, &t->lines);
	double depth = (double)t->count * TITLE_PITCH;
	struct strip *strip = paper_add(p, 0, depth > BOX_DEPTH ? depth : BOX_DEPTH);
	strip->draw = top_draw;
	strip->with = t;
	strip->keep = true;
	paper_add(p, 0, 8)->keep = true;
}
