#ifndef REPORT_RECORD_H
#define REPORT_RECORD_H

/*
 * What an edition said when it was issued: its pages as they were drawn, its outline
 * and its tables. It is kept with the edition, and everything that is made of the
 * edition later — printed, bound with others, as a workbook, as CSV — is made from
 * it. So neither what is decided afterwards (改善策, 自由記述, 決裁) nor the recipes of
 * a later program change a document that has a number already.
 */

#include "draw/pdf.h"
#include "report/export.h"

struct record {
	const char *title, *author, *subject;
	instant_t issued;
	struct canvas **pages;
	size_t page_count;
	const struct pdf_outline *outline;
	size_t outline_count;
	struct export tables; /* count 0: it has none */
	const char *fingerprint; /* SHA-256 of what is written down here, printed with it; NULL: not printed */
};

/* Lays it out. ERR_CONFLICT when it must have another number of pages. */
bool record_of_report(struct arena *a, const struct report *r, struct record *out, struct err *e);
bool record_pdf(const struct record *r, enum glyph_gate gate, struct buf *out, struct err *e);

/* Written down, and read again; ERR_SYSTEM for what is none. */
void record_write(const struct record *r, struct buf *out);
bool record_read(struct arena *a, const char *data, size_t length, struct record *out, struct err *e);

#endif
