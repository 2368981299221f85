#ifndef WEB_AUDIT_CHECKLIST_PAGE_H
#define WEB_AUDIT_CHECKLIST_PAGE_H

/* What the pages of checklists and working papers share. */

#include "store/audit/line_answers.h"
#include "store/audit/working_papers.h"
#include "web/audit/audit_page.h"

/* The audit named in the path and what the account may do in it (engagement_acting). ERR_ABSENT for whoever
 * does not read its papers (struct audit_view). */
bool checklist_of_call(struct call *c, struct engagement *out, unsigned *actors, struct err *e);
/* And the line. */
bool line_of_call(struct call *c, struct engagement *g, unsigned *actors, struct line *out, struct err *e);

bool line_writable(const struct engagement *g, const struct checklist *list, unsigned actors);

/* engagement_id, number, engagement_title, audited_name. */
void engagement_fill_head(struct call *c, struct dict *d, const struct engagement *g);
/* item, text, clause, clause_title, methods, {{>judgement}}, marks, counts. */
void line_fill(struct call *c, struct dict *row, const struct line *l);

/* {{#said}} with an {{#asked}} for each question of the self-check about the clause: 実施率, 「※」 or 「－」.
 */
void clause_fill_answers(struct dict *d, const struct line_answer *list, size_t count, const char *clause);

/* {{>fields}}: the form of a paper, ids with the item at their end. p: what stands in it. */
void paper_fill_form(struct call *c, struct dict *d, const struct engagement *g, const struct line *l,
	const struct paper *p, int revision);
void paper_read(struct call *c, struct paper *out);
extern const char *const paper_names[]; /* for form_check */

/* Shows the page of a line again; refused NULL: nothing was. typed NULL: what is stored. */
void line_show(struct call *c, const struct err *refused, const struct paper *typed);

/* Shows the checklist again. */
void checklist_show(struct call *c, const struct err *refused);

/* How a rate is shown: {{#section}} with {{percent}}; nothing without denominator. */
void rate_show(struct dict *d, const char *section, long numerator, long denominator);

/* Answers of the self-check beside a line, what came of it before, and its findings. */
bool line_fill_beside(
	struct call *c, struct dict *page, const struct engagement *g, const struct line *l, struct err *e);

/* Evidence and samples with what may be done with them. */
bool line_fill_evidence(
	struct call *c, struct dict *page, const struct line *l, bool writable, struct err *e);
bool line_fill_samples(struct call *c, struct dict *page, const struct line *l, bool writable, struct err *e);

#endif
