#ifndef DOMAIN_SCORE_WITHHOLD_H
#define DOMAIN_SCORE_WITHHOLD_H

/*
 * Which departments are withheld (秘匿) when sums are shown too. suppress.h looks
 * at one column; but a department's 得点率 is the sum of its measures and those of
 * its items, and every figure of the body is a sum over departments. Hiding single
 * cells would not do: one hidden item of a department is its measure less the
 * other items. So there are two rules, and nothing finer:
 *
 *	1. A department is withheld whole: overall figures, measures and items.
 *	2. It counts in the body's overall figures (実施率, 一部実施を含む率, 得点率,
 *	   理解度) and in nothing else: the body's measures and items are those of
 *	   the departments shown. What leaves a department out cannot tell of it.
 *
 * That leaves four sums that speak of the withheld ones together. suppress() sees
 * to it that none of them does so of one department alone or of all alike; a
 * department that it hides in one column is withheld whole. exchange.h sees to it
 * that they cannot be solved together like a puzzle; else the next smallest
 * department joins. When not even that helps, the body's figures themselves are
 * withheld. What is shown is then true of more than one body, and in these bodies
 * every 実施率, 得点率 and 理解度 of a withheld department, also of its measures and
 * items, differs.
 */

#include "domain/score/suppress.h"

struct withheld {
	bool *rows;                                   /* per department */
	size_t count;                                 /* how many of them */
	bool done, done_or_partly, points, knowledge; /* the body's own figure */
};

/* tallies: a row a department, a column an item of q. respondents: per row. */
struct withheld withhold(struct arena *a, const struct questionnaire *q, const struct tally *tallies,
	const int64_t *respondents, size_t rows, int k);

#endif
