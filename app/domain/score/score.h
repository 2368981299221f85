#ifndef DOMAIN_SCORE_SCORE_H
#define DOMAIN_SCORE_SCORE_H

/*
 * Scoring, to the letter of the practice and with nothing but whole numbers, so
 * that a pencil comes to the same tenth:
 *
 *	回答率   = submitted ÷ people asked (excused ones left out)
 *	実施率   = done ÷ (answered − 該当なし); 分からない stays below the line; △ is not done
 *	一部実施を含む率 = (done + partly) ÷ the same
 *	得点率   = Σ weight × points ÷ Σ weight × 100, over all answers but 該当なし, pooled
 *	理解度   = right ÷ answered, knowledge questions only, never mixed into the others
 *
 * A rate with nothing below the line has no value and prints 「－」. Percent is
 * rounded half up to a tenth. A department's figure pools its answers, the body's
 * pools all people: it is not the mean of departments.
 */

#include <stdbool.h>
#include <stdint.h>

#include "domain/questionnaire/questionnaire.h"
#include "domain/score/tally.h"

struct rate {
	int64_t numerator, denominator; /* as they are shown to whoever opens the figure */
	int64_t na, unknown;            /* counted beside it */
	int64_t unanswered;
};

enum { RATE_NONE = -1 };
void rate_add(struct rate *r, const struct rate *other);
int rate_tenths(struct rate r); /* 784 for 78.4 %; RATE_NONE without denominator */

/* Half up, the sign set aside: −0.05 is −0.1, as differences between years (ポイント) mirror each other. */
int tenths_of(int64_t numerator, int64_t denominator);

struct score {
	struct rate done; /* 実施率 */
	struct rate done_or_partly;
	struct rate points;    /* 得点率: weight × points over weight × 100 */
	struct rate knowledge; /* 理解度 */
};

void score_zero(struct score *s);
/* Adds one item's tally; knowledge items go to knowledge only, free text nowhere. */
void score_item(struct score *s, const struct item *i, const struct tally *t);
void score_add(struct score *s, const struct score *other);

/* A ≥ 90, B ≥ 75, C ≥ 60, D below; any × on a 重点 item of weight 3 caps at B.
 * The bounds are the body's own guide and come with the cycle. */
struct grading {
	int bounds[3]; /* tenths: 900, 750, 600 */
};
char grade_of(int tenths, bool serious, const struct grading *g); /* 'A'…'D', 0 without value */

#endif
