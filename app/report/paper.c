#include "report/paper.h"

#include "report/record.h"

struct strip *
paper_add(struct a4 *p, double gap, double height)
{
	struct strip *strip = ARENA_NEW(p->arena, struct strip);
	strip->gap = gap;
	strip->height = height;
	p->strips = ARENA_PUSH(p->arena, p->strips, p->count);
	p->strips[p->count++] = strip;
	return strip;
}

void
paper_keep_last(struct a4 *p)
{
	if (p->count > 0)
		p->strips[p->count - 1]->keep = true;
}

static void
section_pieces(struct a4 *p, const struct section *s)
{
	size_t first = p->count;
	if (s->approval != NULL && s->approval->count > 0)
		paper_approval(p, s->approval);
	if (s->agenda != NULL)
		paper_agenda(p, s->agenda);
	if (s->sheet_title != NULL)
		paper_sheet_title(p, s->sheet_title);
	if (s->letter != NULL)
		paper_letter(p, s->letter);
	if (s->heading != NULL)
		paper_heading(p, s);
	static const struct text_style body = {
		.face = FACE_MINCHO, .size = BODY_SIZE, .pitch = BODY_PITCH, .first = BODY_SIZE};
	static const struct text_style item = {.face = FACE_MINCHO,
		.size = BODY_SIZE,
		.pitch = BODY_PITCH,
		.left = 3 * BODY_SIZE,
		.first = -2 * BODY_SIZE};
	for (size_t i = 0; i < s->paragraph_count; i++)
		paper_text(p, s->numbered ? &item : &body, s->paragraphs[i]);
	if (s->paragraph_count > 0 && (s->chart != NULL || s->table != NULL))
		paper_keep_last(p);
	bool pair = s->beside && s->chart != NULL && s->table != NULL;
	if (pair)
		paper_pair(p, s->chart, s->table);
	if (s->chart != NULL && !pair)
		paper_chart(p, s->chart);
	if (s->table != NULL && !pair)
		paper_table(p, s->table);
	if (s->note != NULL && s->note[0] != '\0') {
		static const struct text_style note = {
			.face = FACE_GOTHIC, .size = NOTE_SIZE, .pitch = NOTE_PITCH, .gap = 4};
		if (p->count > first)
			paper_keep_last(p);
		paper_text(p, &note, s->note);
	}
	if (s->new_page && p->count > first)
		p->strips[first]->fresh = true;
}

struct layout {
	struct a4 *paper;
	struct canvas **pages;
	size_t count;
	double y; /* used of the page, from the top margin */
	struct pdf_outline *outline;
	size_t outline_count;
};

static void
page_begin(struct layout *l)
{
	struct canvas *page = canvas_create(l->paper->arena, l->paper->sheet_width, l->paper->sheet_height);
	if (l->paper->report->draft)
		paper_draft(l->paper, page);
	l->pages = ARENA_PUSH(l->paper->arena, l->pages, l->count);
	l->pages[l->count++] = page;
	l->y = 0;
}

static double
strip_depth(const struct layout *l, const struct strip *p)
{
	if (l->y == 0)
		return (p->opens != NULL ? p->opens : p)->height + (p->repeat != NULL ? p->repeat->height : 0);
	return p->gap + p->height;
}

/* How deep the run of strips is that must stay with strips[i]; from the top of a page or from here. */
static double
run_depth(const struct layout *l, size_t i, bool at_top)
{
	struct strip **strips = l->paper->strips;
	struct layout probe = {.y = at_top ? 0 : l->y};
	double depth = 0;
	for (;; i++) {
		double one = strip_depth(&probe, strips[i]);
		depth += one;
		probe.y += one;
		if (!strips[i]->keep || i + 1 >= l->paper->count || strips[i + 1]->fresh)
			return depth;
	}
}

static void
strip_place(struct layout *l, const struct strip *p)
{
	struct canvas *page = l->pages[l->count - 1];
	if (l->y == 0 && p->opens != NULL)
		p = p->opens;
	if (l->y == 0 && p->repeat != NULL) {
		p->repeat->draw(p->repeat, page, PAPER_TOP);
		l->y += p->repeat->height;
	} else if (l->y > 0) {
		l->y += p->gap;
	}
	if (p->outline != NULL) {
		l->outline = ARENA_PUSH(l->paper->arena, l->outline, l->outline_count);
		l->outline[l->outline_count++] = (struct pdf_outline){
			.title = p->outline, .level = p->level, .page = l->count - 1, .y = PAPER_TOP + l->y};
	}
	if (p->draw != NULL)
		p->draw(p, page, PAPER_TOP + l->y);
	l->y += p->height;
}

/* A run that fits on no page is parted after all, strip by strip. */
static bool
page_needed(const struct layout *l, size_t i)
{
	const struct strip *p = l->paper->strips[i];
	if (l->count == 0 || (p->fresh && l->y > 0))
		return true;
	if (l->y == 0)
		return false;
	double depth = l->paper->depth, room = depth - l->y + 0.01;
	if (i > 0 && l->paper->strips[i - 1]->keep && !p->fresh)
		return strip_depth(l, p) > room;
	if (run_depth(l, i, true) > depth)
		return strip_depth(l, p) > room;
	return run_depth(l, i, false) > room;
}

double
paper_inner(bool landscape)
{
	return (landscape ? PAPER_HEIGHT : PAPER_WIDTH) - PAPER_LEFT - PAPER_RIGHT;
}

static struct a4
paper_of(struct arena *a, const struct report *r)
{
	struct a4 p = {.arena = a,
		.report = r,
		.sheet_width = r->landscape ? PAPER_HEIGHT : PAPER_WIDTH,
		.sheet_height = r->landscape ? PAPER_WIDTH : PAPER_HEIGHT,
		.width = paper_inner(r->landscape)};
	p.depth = p.sheet_height - PAPER_TOP - PAPER_BOTTOM;
	return p;
}

size_t
report_pages(struct arena *a, const struct report *r, struct canvas ***pages, struct pdf_outline **outline,
	size_t *outline_count)
{
	struct a4 paper = paper_of(a, r);
	paper_replaced(&paper);
	for (size_t i = 0; i < r->section_count; i++)
		section_pieces(&paper, &r->sections[i]);
	struct layout l = {.paper = &paper};
	if (paper.count == 0)
		page_begin(&l);
	for (size_t i = 0; i < paper.count; i++) {
		if (page_needed(&l, i))
			page_begin(&l);
		strip_place(&l, paper.strips[i]);
	}
	for (size_t i = 0; i < l.count; i++)
		paper_frame(&paper, l.pages[i], i + 1, l.count);
	*pages = l.pages;
	*outline = l.outline;
	*outline_count = l.outline_count;
	return l.count;
}

bool
report_pdf(struct arena *a, const struct report *r, enum glyph_gate gate, struct buf *out, struct err *e)
{
	struct record record;
	return record_of_report(a, r, &record, e) && record_pdf(&record, gate, out, e);
}
