#ifndef DOMAIN_QUESTIONNAIRE_ITEM_REVIEW_H
#define DOMAIN_QUESTIONNAIRE_ITEM_REVIEW_H

/*
 * 言い換え・廃止の候補: which questions the secretariat should look at before it asks
 * them again, and why. A question is judged by what it did to the people who had to
 * answer it, never by how well they did:
 *
 *	該当なし   ÷ answered is above the bound: it is asked of people it does not concern
 *	分からない ÷ (answered − 該当なし) is above the bound: it is not understood
 *	コメント   ÷ answered is above the bound: texts nobody asked for stand beside the answers
 *	矛盾       a pair the set names was contradicted too often: one of the two is misread
 *	同じ回答   the answer most often given ÷ (answered − 該当なし) reaches its bound, this
 *	           year and the year before with the same meaning: it tells nothing any more.
 *	           One year is no reason: a measure may just have taken hold.
 *
 * A rate of fewer answers than the least is chance and gives no reason.
 */

#include "domain/score/score.h"

enum review_reason {
	REVIEW_NA,
	REVIEW_UNKNOWN,
	REVIEW_COMMENTS,
	REVIEW_CONTRADICTED,
	REVIEW_SAME,
	REVIEW_REASONS
};

/* One question in one year; of several departments the sums. */
struct item_record {
	struct rate na, unknown, comments, same;
	int64_t answered;
};
struct item_record item_record_of(const struct tally *t, int64_t comments, int64_t commented_of);

struct review_bounds {
	int percent[REVIEW_REASONS];
	int least; /* answers */
};

/* What is judged by its own bound: over it, or of REVIEW_SAME not below. */
bool review_exceeds(const struct review_bounds *b, enum review_reason reason, const struct rate *r);

/* The reasons, a bit each, but for contradictions, which are the pairs'. before NULL:
 * it was not asked, or with another meaning. */
unsigned item_reasons(
	const struct review_bounds *b, const struct item_record *now, const struct item_record *before);

/* What the reasons speak for. */
bool reasons_reword(unsigned reasons);
bool reasons_retire(unsigned reasons);

#endif
