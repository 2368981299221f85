#include "draw/strips.h"

#include "draw/font.h"
#include "draw/label.h"
#include "draw/palette.h"

#define NOTHING "\xEF\xBC\x8D" /* the full-width hyphen */

static const double SIZE = 9, BAR = 14, GAP = 6, NARROW = 420, BETWEEN = 6, LABEL_SHARE = 0.38;
enum { LABEL_LINES = 16, NOTE_LINES = 2 }; /* a question of 200 characters stays whole */

double
note_measure(double widest, const char *note)
{
	double width = note == NULL ? 0 : text_width(FACE_GOTHIC, SIZE, note);
	return width > widest ? width : widest;
}

struct strips
strips_begin(struct canvas *c, double y, double note_width)
{
	struct strips r = {.canvas = c, .y = y + 1, .narrow = c->width < NARROW};
	double most = c->width * (r.narrow ? 0.5 : 0.3);
	r.note_width = note_width < most ? note_width : most;
	if (r.narrow) {
		r.label_width = c->width - r.note_width - GAP;
		r.bar_width = c->width - 1;
		r.bar_x = 0.5;
	} else {
		r.label_width = c->width * LABEL_SHARE;
		r.bar_x = r.label_width + GAP;
		r.bar_width = c->width - r.bar_x - r.note_width - (r.note_width > 0 ? GAP : 1);
	}
	return r;
}

struct strip
strips_next(struct strips *r, const char *label, const char *note, double below)
{
	struct canvas *c = r->canvas;
	struct label name = label_make(
		c->arena, FACE_GOTHIC, SIZE, r->label_width, LABEL_LINES, label == NULL ? "" : label);
	struct label side =
		label_make(c->arena, FACE_GOTHIC, SIZE, r->note_width, NOTE_LINES, note == NULL ? "" : note);
	double words = name.height > side.height ? name.height : side.height;
	struct strip row = {.x = r->bar_x, .width = r->bar_width, .height = BAR};
	double words_middle;
	if (r->narrow) {
		words_middle = r->y + words / 2;
		row.y = r->y + words + 2;
	} else {
		double height = words > BAR ? words : BAR;
		words_middle = r->y + height / 2;
		row.y = words_middle - BAR / 2;
	}
	row.middle = row.y + BAR / 2;
	label_draw(c, &name, PALETTE_TEXT, ANCHOR_LEFT, 0, words_middle);
	label_draw(c, &side, PALETTE_TEXT, ANCHOR_RIGHT, c->width, words_middle);
	double words_end = words_middle + words / 2, bar_end = row.y + BAR + below;
	r->y = (words_end > bar_end ? words_end : bar_end) + BETWEEN;
	return row;
}

void
strips_nothing(struct canvas *c, double y)
{
	label_line(c, FACE_GOTHIC, SIZE, PALETTE_TEXT, ANCHOR_MIDDLE, c->width / 2, y + BAR / 2, NOTHING);
	c->height = y + BAR + BETWEEN;
}
