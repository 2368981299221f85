#ifndef TESTS_REPORT_PAPERS_H
#define TESTS_REPORT_PAPERS_H

/* Papers about audits, findings and plans of the demonstration body, and what stands on them. */

#include <check.h>
#include <string.h>

#include "report/demo.h"

/* of: R08-A01, R08-001, 2026 … */
static inline struct report
paper_of(const char *name, const char *of, enum readers readers)
{
	struct report r;
	struct report_request *rq = ARENA_NEW(arena, struct report_request);
	*rq = (struct report_request){.name = name, .readers = readers, .now = noon, .issued_by = "事務局"};
	ck_assert_msg(report_about(store, arena, name, of, &rq->about_id, &e), "%s", e.text);
	ck_assert_msg(report_make(store, arena, rq, &r, &e), "%s", e.text);
	return r;
}

/* Everything that stands on its pages. */
static inline const char *
text_of(const struct report *r)
{
	struct canvas **pages;
	struct pdf_outline *outline;
	size_t outlines, count = report_pages(arena, r, &pages, &outline, &outlines);
	struct buf all = BUF_INIT;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < pages[i]->count; k++)
			if (pages[i]->marks[k].kind == MARK_TEXT)
				buf_adds(&all, pages[i]->marks[k].text);
	const char *text = arena_strndup(arena, all.data, all.length);
	buf_free(&all);
	return text;
}

/* The cells of a row that begins with this, apart by "|"; of the table after the section's heading. */
static inline const char *
row_of(const struct report *r, const char *heading, const char *first)
{
	bool here = false;
	for (size_t i = 0; i < r->section_count; i++) {
		const struct section *s = &r->sections[i];
		here = s->heading != NULL ? strstr(s->heading, heading) != NULL : here;
		for (size_t k = 0; here && s->table != NULL && k < s->table->row_count; k++) {
			const struct table_cell *row = &s->table->cells[k * s->table->column_count];
			const char *out = "";
			if (strstr(row[0].text, first) == NULL)
				continue;
			for (size_t n = 0; n < s->table->column_count; n++)
				out = arena_printf(arena, "%s|%s", out, row[n].text);
			return out;
		}
	}
	return "";
}

#endif
