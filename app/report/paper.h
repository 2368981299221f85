#ifndef REPORT_PAPER_H
#define REPORT_PAPER_H

/*
 * A4 pages. A report is first cut into strips (a line of text, a row of a table,
 * a chart): the smallest things that stand on one page as a whole. Each section
 * kind has one file that makes its strips; paper.c fills pages with them and
 * knows nothing of what they show. A strip may be kept with the one after it,
 * may name another that is drawn again above it where it opens a page (the header
 * row of a table), and one that stands in its place there (a row that says "as above").
 */

#include "report/lexicon.h"
#include "report/report.h"

#define MM(x) ((x)*72.0 / 25.4)

#define PAPER_WIDTH  MM(210)
#define PAPER_HEIGHT MM(297)
#define PAPER_LEFT   MM(25) /* wider: the left side is bound */
#define PAPER_RIGHT  MM(20)
#define PAPER_TOP    MM(20)
#define PAPER_BOTTOM MM(20)

/* Of the sheet as it lies: A4 upright, or on its side (landscape), which is bound at its top. */
double paper_inner(bool landscape);

#define BODY_SIZE  10.5
#define BODY_PITCH MM(7)
#define CELL_SIZE  9.0
#define CELL_PITCH 12.5
#define NOTE_SIZE  8.5
#define NOTE_PITCH 12.0

struct run {
	double x; /* from the left margin */
	const char *text;
	enum face face;
	double size;
	enum anchor anchor;
};

struct strip {
	double gap; /* room above it; none at the top of a page */
	double height;
	bool keep;  /* not parted from the next strip */
	bool fresh; /* opens a page */
	const struct strip *repeat;
	const struct strip *opens; /* stands in its place where it would open a page; NULL: itself */
	const char *outline; /* its entry in the outline, or NULL */
	int level;
	void (*draw)(const struct strip *p, struct canvas *c, double y);
	const void *with;
	struct run run; /* of a strip that is a line of text */
};

struct a4 {
	struct arena *arena;
	const struct report *report;
	double sheet_width, sheet_height;
	double width, depth; /* between the margins */
	struct strip **strips;
	size_t count;
};

struct strip *paper_add(struct a4 *p, double gap, double height);

/* One strip a line; the first two lines stay together, and the last two. */
struct text_style {
	enum face face;
	double size, pitch, gap;
	double left, right; /* moved in from the margins */
	double first;       /* the first line once more */
	enum anchor anchor;
};
size_t paper_text(struct a4 *p, const struct text_style *s, const char *text);
void paper_run_draw(const struct strip *p, struct canvas *c, double y);
void paper_keep_last(struct a4 *p); /* the last strip stays with what comes next */

void paper_heading(struct a4 *p, const struct section *s);
void paper_chart(struct a4 *p, const struct canvas *chart);
void paper_table(struct a4 *p, const struct table *t);
/* Chart and table side by side as one strip: for what is never longer than a page. */
void paper_pair(struct a4 *p, const struct canvas *chart, const struct table *t);
void paper_letter(struct a4 *p, const struct letter *l);
void paper_agenda(struct a4 *p, const struct agenda *g);
void paper_sheet_title(struct a4 *p, const struct sheet_title *t);
void paper_approval(struct a4 *p, const struct approval *a);

void paper_replaced(struct a4 *p); /* nothing for what replaces nothing */

/* What stands on every page: label, name, edition, issue time, number. */
void paper_frame(struct a4 *p, struct canvas *page, size_t number, size_t pages);
/* Below everything, what the whole document can be checked by. */
void paper_fingerprint(
	struct arena *a, const struct lexicon *w, struct canvas *page, const char *fingerprint);
void paper_draft(struct a4 *p, struct canvas *page); /* beneath everything else */

#endif
