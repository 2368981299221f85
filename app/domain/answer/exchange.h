#ifndef DOMAIN_ANSWER_EXCHANGE_H
#define DOMAIN_ANSWER_EXCHANGE_H

/*
 * Whether sums can be solved like a puzzle. The body's 実施率, 一部実施を含む率, 得点率
 * and its count of 分からない are four sums over the answers of the withheld
 * departments together. Few answers and uneven weights may leave only one way to
 * reach them all (five ○ of weight 1 and five × of weight 3, say), and then every
 * withheld figure is told.
 *
 * A figure is safe when one of its answers could be another, from done to not done
 * or back, and one or two answers of other withheld departments could be others in
 * return, so that no sum moves: then two different bodies look the same. Such an
 * exchange is looked for; not finding one does not prove that there is no other
 * way, but then the department counts as told.
 */

#include "domain/score/tally.h"

/* tallies: row-major, a row a department, a column an item of q; hidden: the
 * withheld rows. True when every figure of the row has an exchange. Knowledge
 * questions are outside: they have one plain sum of their own, where any right
 * answer can change places with any wrong one. */
bool row_exchangeable(struct arena *a, const struct questionnaire *q, const struct tally *tallies,
	const bool *hidden, size_t row_count, size_t row);

#endif
