#ifndef DOMAIN_QUESTIONNAIRE_EDITION_H
#define DOMAIN_QUESTIONNAIRE_EDITION_H

/*
 * What changed between the question sets of two years. A changed item is either
 * the same question in other words (文言のみ) or another question (意味変更): only the
 * former can be compared with last year. Its author says which, in the file
 * (`former`) or, when the file simply reads otherwise, by a mark.
 */

#include "domain/questionnaire/questionnaire.h"

enum edition_change {
	EDITION_NEW,
	EDITION_GONE,
	EDITION_WORDING,
	EDITION_MEANING,
	EDITION_UNMARKED, /* it reads otherwise and nobody has said what that means */
};
const char *edition_change_key(enum edition_change c); /* "new" … "unmarked" */

struct edition_difference {
	enum edition_change change;
	const struct item *before, *after; /* NULL: new; gone */
};

/* before: last year's edition in its wording of last year. then: this year's edition as it
 * says last year's wording was. after: this year's in its own wording, marks taken into account.
 * What the file itself declares needs no mark. In the order of after, gone ones last. */
size_t edition_compare(struct arena *a, const struct questionnaire *before, const struct questionnaire *then,
	const struct questionnaire *after, struct edition_difference **differences);

#endif
