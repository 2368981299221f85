#include "draw/chart.h"
#include "draw/palette.h"
#include "draw/strips.h"

struct canvas *
chart_progress(
	struct arena *a, double width, const struct chart_words *w, const struct progress *rows, size_t count)
{
	struct canvas *c = canvas_create(a, width, 0);
	c->title = w->title;
	c->description = w->description;
	if (count == 0) {
		strips_nothing(c, 0);
		return c;
	}
	double widest = 0;
	for (size_t i = 0; i < count; i++)
		widest = note_measure(widest, rows[i].text);
	struct strips r = strips_begin(c, 0, widest);
	for (size_t i = 0; i < count; i++) {
		canvas_cut(c, r.y);
		struct strip at = strips_next(&r, rows[i].label, rows[i].text, 0);
		unsigned done = rows[i].done < rows[i].whole ? rows[i].done : rows[i].whole;
		canvas_box(c, (struct pen){PALETTE_FRAME, 0.8, 0}, (struct ink){PALETTE_WHITE, PATTERN_SOLID},
			at.x, at.y, at.width, at.height);
		if (done > 0)
			canvas_box(c, (struct pen){0}, (struct ink){PALETTE_BLUE, PATTERN_SOLID}, at.x, at.y,
				at.width * done / rows[i].whole, at.height);
	}
	c->height = r.y;
	return c;
}
