#ifndef DRAW_PDF_H
#define DRAW_PDF_H

/*
 * Canvases printed as a PDF: the door to libharu. Each face is first cut down by
 * harfbuzz to the characters that occur, so a page costs milliseconds and a few
 * dozen KB; supplementary-plane kanji (𠮷) and variation sequences (葛󠄀) print and
 * extract right. The same pages with the same info give the same bytes.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"
#include "draw/canvas.h"

struct pdf_outline {
	const char *title;
	int level; /* 0, 1, 2 */
	size_t page;
	double y;
};

struct pdf_info {
	const char *title, *author, *subject;
	const char *fingerprint; /* 64 hex digits, as PDF_FINGERPRINT of the document's information; NULL: none */
	instant_t issued;
};
#define PDF_FINGERPRINT "ContentSHA256"

/* A character no font can show, and where it stands. */
struct missing_glyph {
	uint32_t code_point, selector;
	size_t page;      /* 0… */
	const char *text; /* the run it stands in */
};

enum glyph_gate {
	GLYPHS_REFUSE,     /* ERR_INPUT naming every missing character */
	GLYPHS_SUBSTITUTE, /* 〓 (the geta mark) printed in its place */
};

/* Each distinct missing character once, with its first place; for refusing before printing. */
size_t pdf_missing(
	struct arena *a, struct canvas *const *pages, size_t page_count, struct missing_glyph **missing);

/*
 * Many documents bound in one file. Each is asked for twice, first to learn its
 * characters, then to be printed, and lives in an arena that is emptied behind it: the
 * memory is that of the finished pages, not of their drawings. It must be the same both
 * times but for numbers that were not known at first.
 */
struct pdf_part {
	const char *title; /* its entry in the outline, above its own; NULL: none */
	struct canvas *const *pages;
	size_t page_count;
	const struct pdf_outline *outline;
	size_t outline_count;
};
struct pdf_binding {
	size_t document;     /* which, from 0 */
	size_t first, total; /* pages before it and of all; total 0: not known yet */
};
typedef bool pdf_part_maker(
	void *with, const struct pdf_binding *b, struct arena *a, struct pdf_part *out, struct err *e);
bool pdf_bind(size_t documents, pdf_part_maker *make, void *with, const struct pdf_info *info,
	enum glyph_gate gate, struct buf *out, struct err *e);

bool pdf_write(struct canvas *const *pages, size_t page_count, const struct pdf_outline *outline,
	size_t outline_count, const struct pdf_info *info, enum glyph_gate gate, struct buf *out,
	struct err *e);

#endif
