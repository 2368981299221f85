/* The top of a committee paper: who meets and when, the mark of what is collected again, the subject. */
#include "report/paper.h"

#include "draw/font.h"
#include "draw/lines.h"
#include "draw/palette.h"

enum { MARK_SIZE = 11, MARK_DEPTH = 20, MARK_PAD = 8, TITLE_SIZE = 14, TITLE_PITCH = 22 };

static void
mark_draw(const struct strip *p, struct canvas *c, double y)
{
	static const struct pen rule = {PALETTE_BLACK, 1.2, 0};
	static const struct ink none = {0, PATTERN_NONE};
	const struct agenda *g = p->with;
	double right = c->width - PAPER_RIGHT;
	canvas_text(c, FACE_GOTHIC, BODY_SIZE, PALETTE_BLACK, ANCHOR_LEFT, PAPER_LEFT, y + 14, g->committee);
	if (g->mark[0] == '\0')
		return;
	double width = text_width(FACE_GOTHIC_BOLD, MARK_SIZE, g->mark) + 2 * MARK_PAD;
	canvas_box(c, rule, none, right - width, y, width, MARK_DEPTH);
	canvas_text(c, FACE_GOTHIC_BOLD, MARK_SIZE, PALETTE_BLACK, ANCHOR_MIDDLE, right - width / 2, y + 14,
		g->mark);
}

void
paper_agenda(struct a4 *p, const struct agenda *g)
{
	static const struct text_style right = {
		.face = FACE_MINCHO, .size = BODY_SIZE, .pitch = 16, .gap = 2, .anchor = ANCHOR_RIGHT};
	static const struct text_style title = {.face = FACE_GOTHIC_BOLD,
		.size = TITLE_SIZE,
		.pitch = TITLE_PITCH,
		.gap = 12,
		.left = BODY_SIZE,
		.right = BODY_SIZE,
		.anchor = ANCHOR_MIDDLE};
	struct strip *strip = paper_add(p, 0, MARK_DEPTH);
	strip->draw = mark_draw;
	strip->with = g;
	strip->keep = true;
	paper_text(p, &right, g->date);
	paper_text(p, &right, g->sender);
	paper_text(p, &title, g->title);
}
