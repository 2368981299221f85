#ifndef WEB_SHEET_SHEET_WORDING_H
#define WEB_SHEET_SHEET_WORDING_H

/*
 * The wording of the body's own policy and standards beside the questions: under the
 * heading of each section of the form, closed until somebody opens it, the clauses on
 * which its questions rest and the articles that carry these out or that its questions
 * ask about. Where no edition was imported, none is in force, or it is not for the
 * reader, there is nothing.
 */

#include "domain/policy/policy_text.h"
#include "domain/policy/standard.h"
#include "domain/questionnaire/questionnaire.h"
#include "web/web.h"

/* Known by ids alone, so that ready-made pages (form_cache.c) need no texts. */
struct sheet_wording {
	int64_t policy_id, standard_id; /* 0: none */
	const struct policy_text *policy;
	const struct standard *standard;
};

bool sheet_wording_find(struct call *c, struct sheet_wording *w, struct err *e); /* the ids, as of today */
bool sheet_wording_load(struct call *c, struct sheet_wording *w, struct err *e); /* the texts of these ids */

/* {{#wording}} of a section with these items. */
void sheet_wording_fill(
	struct dict *section, const struct sheet_wording *w, const struct item *const *items, size_t count);

#endif
