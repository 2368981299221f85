#ifndef REPORT_ISSUE_H
#define REPORT_ISSUE_H

/*
 * Printing a report so that it stays what it was. While the figures may move, what
 * is printed is a draft (案) and is made anew each time. Once they are final the
 * first printing issues a document: it gets its number, date and edition, what it says
 * (record.h) and its bytes are kept, and whoever prints it again is given those bytes. Issued again with a
 * reason, it is a new edition; the old ones can still be had.
 *
 * What is issued waits for the writer: for lanes, jobs and the command line, never
 * on a request thread.
 */

#include "report/report.h"
#include "store/keep/documents.h"

/* Formats an edition is kept in: printed, and what it says (record.h). */
extern const char pdf_format[], record_format[];

struct issue_request {
	struct report_request report; /* for paper; now and issued_by are of a new edition */
	int64_t account_id;           /* 0: the command line */
	const char *reason;           /* NULL or "": the present edition, the first if there is none */
	enum glyph_gate gate;
};

struct issued {
	struct document document; /* id 0: a draft, or what is never numbered */
	const char *filename, *type;
	struct buf bytes; /* the caller frees it */
};

/* Its tables: as they were when the edition that stands was issued, issued now if there is none; as they
 * are for a draft and for what is never numbered, whose d has id 0. */
struct export;
bool report_tables(struct store *s, struct arena *a, const struct issue_request *rq, struct export *out,
	struct document *d, struct err *e);

/* As a PDF. */
bool report_issue(
	struct store *s, struct arena *a, const struct issue_request *rq, struct issued *out, struct err *e);

/* The edition that stands, issued now if there is none, unless an unissued one is asked for; id 0 for a draft
 * and for what is never numbered. */
bool report_edition(struct store *s, struct arena *a, const struct issue_request *rq, struct document *out,
	struct err *e);

/* The PDF of an edition. */
bool document_print(struct store *s, struct arena *a, const struct document *d, enum glyph_gate gate,
	struct issued *out, struct err *e);
/* What an edition says (record.h), kept since it was issued. ERR_CONFLICT for an edition of before that,
 * when the figures have been reopened since. */
struct record;
bool document_record(
	struct store *s, struct arena *a, const struct document *d, struct record *out, struct err *e);
/* Keeps bytes made of it under a format's name; if some are kept already, those come out instead. */
bool document_keep(struct store *s, struct arena *a, const struct document *d, const char *format,
	struct buf *bytes, struct err *e);

bool report_numbered(const char *recipe);
bool report_about_sheet(const char *recipe);

/* 文書番号 as it is printed; "" without a 文書記号. */
bool report_number(struct arena *a, const struct document *d, const char **out, struct err *e);

#endif
