/* Lines of text, headings, charts, and what stands on every page. */
#include "report/paper.h"

#include "domain/cycle/fiscal.h"
#include "draw/font.h"
#include "draw/lines.h"
#include "draw/palette.h"
#include "report/fill.h"

void
paper_run_draw(const struct strip *p, struct canvas *c, double y)
{
	const struct run *r = &p->run;
	double baseline = y + (p->height - r->size) / 2 + r->size * 0.88;
	canvas_text(c, r->face, r->size, PALETTE_BLACK, r->anchor, PAPER_LEFT + r->x, baseline, r->text);
}

static double
run_place(const struct a4 *p, const struct text_style *s, bool first)
{
	switch (s->anchor) {
	case ANCHOR_MIDDLE:
		return (s->left + p->width - s->right) / 2;
	case ANCHOR_RIGHT:
		return p->width - s->right;
	default:
		return s->left + (first ? s->first : 0);
	}
}

size_t
paper_text(struct a4 *p, const struct text_style *s, const char *text)
{
	struct line_run *lines;
	double width = p->width - s->left - s->right;
	size_t count = lines_break(p->arena, s->face, s->size, width, s->first, text, &lines);
	for (size_t i = 0; i < count; i++) {
		struct strip *strip = paper_add(p, i == 0 ? s->gap : 0, s->pitch);
		strip->draw = paper_run_draw;
		strip->run =
			(struct run){run_place(p, s, i == 0), lines[i].text, s->face, s->size, s->anchor};
		/* no single line of a paragraph alone on a page */
		strip->keep = i + 1 < count && (i == 0 || i + 2 == count);
	}
	return count;
}

void
paper_heading(struct a4 *p, const struct section *s)
{
	static const struct text_style styles[] = {
		{.face = FACE_GOTHIC_BOLD, .size = 13, .pitch = 22, .gap = 16},
		{.face = FACE_GOTHIC_BOLD, .size = 11.5, .pitch = 20, .gap = 12, .left = BODY_SIZE},
		{.face = FACE_GOTHIC_BOLD, .size = 10.5, .pitch = 18, .gap = 10, .left = 2 * BODY_SIZE},
	};
	int level = s->level < 1 ? 1 : s->level > 3 ? 3 : s->level;
	size_t first = p->count;
	paper_text(p, &styles[level - 1], s->heading);
	for (size_t i = first; i < p->count; i++)
		p->strips[i]->keep = true;
	if (level <= 2 && p->count > first) {
		p->strips[first]->outline = s->heading;
		p->strips[first]->level = level - 1;
	}
}

static void
chart_draw(const struct strip *p, struct canvas *c, double y)
{
	const struct canvas *chart = p->with;
	canvas_place(c, chart, PAPER_LEFT + (c->width - PAPER_LEFT - PAPER_RIGHT - chart->width) / 2, y);
}

static struct strip *
chart_strip(struct a4 *p, double gap, const struct canvas *chart)
{
	struct strip *strip = paper_add(p, gap, chart->height);
	strip->draw = chart_draw;
	strip->with = chart;
	return strip;
}

/* Row by row, under its head; neither the first row nor the last one alone on a page. */
static void
chart_rows(struct a4 *p, const struct canvas *chart)
{
	const struct strip *head = NULL;
	double gap = 8;
	if (chart->cuts[0] > 1) {
		struct strip *strip = chart_strip(p, gap, canvas_part(p->arena, chart, 0, chart->cuts[0]));
		strip->keep = true;
		head = strip;
		gap = 0;
	}
	for (size_t i = 0; i < chart->cut_count; i++, gap = 0) {
		double from = chart->cuts[i],
		       until = i + 1 < chart->cut_count ? chart->cuts[i + 1] : chart->height;
		struct strip *row = chart_strip(p, gap, canvas_part(p->arena, chart, from, until));
		row->repeat = head;
		row->keep = i == 0 || i + 2 >= chart->cut_count;
	}
}

void
paper_chart(struct a4 *p, const struct canvas *chart)
{
	if (chart->cut_count > 0)
		chart_rows(p, chart);
	else
		chart_strip(p, 8, chart)->keep = true;
	paper_add(p, 0, 6);
}

/* Why this edition replaces the one before, above everything on the first page. */
void
paper_replaced(struct a4 *p)
{
	static const struct text_style style = {.face = FACE_GOTHIC, .size = NOTE_SIZE, .pitch = NOTE_PITCH};
	const struct report *r = p->report;
	struct filling f[] = {{"edition", arena_printf(p->arena, "%d", r->edition)}, {"reason", r->reason}};
	if (r->reason == NULL || r->reason[0] == '\0')
		return;
	paper_text(p, &style, text_fill(p->arena, lexicon_text(r->lexicon, WORD_REPLACED), f, 2));
	paper_add(p, 0, 6);
}

void
paper_draft(struct a4 *p, struct canvas *page)
{
	canvas_text(page, FACE_GOTHIC_BOLD, 220, PALETTE_FAINT, ANCHOR_MIDDLE, page->width / 2,
		page->height / 2 + 80, lexicon_text(p->report->lexicon, WORD_DRAFT));
}

static void
frame_head(struct a4 *p, struct canvas *page)
{
	const struct report *r = p->report;
	double baseline = MM(13), right = page->width - PAPER_RIGHT, width = 0;
	struct pen frame = {PALETTE_RULE, 0.6, 0};
	struct ink none = {0, PATTERN_NONE};
	if (r->label != NULL && r->label[0] != '\0') {
		width = text_width(FACE_GOTHIC, NOTE_SIZE, r->label) + 8;
		canvas_box(page, frame, none, PAPER_LEFT, baseline - 10, width, 14);
		canvas_text(page, FACE_GOTHIC, NOTE_SIZE, PALETTE_BLACK, ANCHOR_LEFT, PAPER_LEFT + 4,
			baseline, r->label);
	}
	struct line_run *lines;
	const char *title = report_full_title(p->arena, r);
	if (lines_break(p->arena, FACE_GOTHIC, NOTE_SIZE, p->width - width - 10, 0, title, &lines) > 0)
		canvas_text(page, FACE_GOTHIC, NOTE_SIZE, PALETTE_MUTED, ANCHOR_RIGHT, right, baseline,
			lines[0].text);
}

void
paper_frame(struct a4 *p, struct canvas *page, size_t number, size_t pages)
{
	const struct report *r = p->report;
	struct arena *a = p->arena;
	double baseline = page->height - MM(11), right = page->width - PAPER_RIGHT;
	struct filling f[] = {
		{"number",
			r->number == NULL || r->number[0] == '\0'
				? ""
				: arena_printf(a, "%s%s", r->number, lexicon_text(r->lexicon, WORD_SPACE))},
		{"page", arena_printf(a, "%zu", number)},
		{"pages", arena_printf(a, "%zu", pages)},
		{"edition", arena_printf(a, "%d", r->edition)},
		{"issued", wareki_instant(a, r->issued)},
		{"issued_by", r->issued_by == NULL ? "" : r->issued_by},
	};
	enum { FILLINGS = sizeof f / sizeof *f };
	frame_head(p, page);
	canvas_segment(
		page, (struct pen){PALETTE_RULE, 0.5, 0}, PAPER_LEFT, baseline - 12, right, baseline - 12);
	const char *left = r->foot != NULL
				   ? r->foot
				   : text_fill(a, lexicon_text(r->lexicon, WORD_FOOT_LEFT), f, FILLINGS);
	const char *count = text_fill(a, lexicon_text(r->lexicon, WORD_FOOT_RIGHT), f, FILLINGS);
	struct line_run *lines;
	double room = p->width - text_width(FACE_GOTHIC, NOTE_SIZE, count) - 10;
	if (lines_break(a, FACE_GOTHIC, NOTE_SIZE, room, 0, left, &lines) > 0)
		canvas_text(page, FACE_GOTHIC, NOTE_SIZE, PALETTE_MUTED, ANCHOR_LEFT, PAPER_LEFT, baseline,
			lines[0].text);
	canvas_text(page, FACE_GOTHIC, NOTE_SIZE, PALETTE_MUTED, ANCHOR_RIGHT, right, baseline, count);
	if (r->foot != NULL)
		canvas_text(page, FACE_GOTHIC, NOTE_SIZE - 1, PALETTE_MUTED, ANCHOR_LEFT, PAPER_LEFT,
			baseline + 11, text_fill(a, lexicon_text(r->lexicon, WORD_FOOT_ISSUED), f, FILLINGS));
}

void
paper_fingerprint(struct arena *a, const struct lexicon *w, struct canvas *page, const char *fingerprint)
{
	struct filling f[] = {{"fingerprint", fingerprint}};
	canvas_text(page, FACE_GOTHIC, NOTE_SIZE - 2, PALETTE_MUTED, ANCHOR_LEFT, PAPER_LEFT,
		page->height - MM(6), text_fill(a, lexicon_text(w, WORD_FINGERPRINT), f, 1));
}
