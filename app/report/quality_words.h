#ifndef REPORT_QUALITY_WORDS_H
#define REPORT_QUALITY_WORDS_H

/* What a page and a table say of the quality of answers, in words. */

#include "report/quality.h"

/* "12.3", or the mark of what is withheld or has nothing to divide by. */
const char *quality_percent(struct arena *a, const struct figure *f);

/* Why a question is a candidate: a sentence a reason, with what it rests on; by the order of the
 * reasons, a contradiction once a pair. */
size_t quality_sentences(struct arena *a, const struct quality *q, const struct quality_item *i,
	const struct review_bounds *b, const char ***out);

#endif
