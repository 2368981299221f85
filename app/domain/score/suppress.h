#ifndef DOMAIN_SCORE_SUPPRESS_H
#define DOMAIN_SCORE_SUPPRESS_H

/*
 * Small groups (秘匿). A figure of fewer than k respondents is shown as 「※」, and
 * so is whatever would let someone compute it from what is shown: with the body's
 * total and all other departments visible, one hidden department is the
 * difference. So the hidden ones together must be at least two and have at least
 * k respondents (else the next smallest is hidden too), and in no column may what
 * remains for them be all or nothing, which would tell each one's figure.
 *
 * Rows are departments, columns figures. A row without respondents is shown as
 * such and hides nobody. A hidden row that has nothing below the line in a column
 * protects no other there, so it is not counted among the two. When not even
 * hiding every row of a column helps (all said the same), its total is hidden
 * instead and the rows of k or more stay.
 *
 * Why that is enough: say someone knew even every hidden denominator. With two
 * hidden rows of denominators a, b > 0 and a remainder 0 < n < a + b, the first
 * row's numerator may be anything from max(0, n − b) to min(a, n), and the first
 * of these is always smaller than the second.
 *
 * The group behind a figure is its respondents and not its denominator: 該当なし
 * is an answer too, and who gave it is told nowhere.
 *
 * Columns are judged one by one. That holds only while no column is a sum of
 * others; see domain/score/withhold.h for how sums are kept from telling.
 */

#include <stdbool.h>
#include <stddef.h>

#include "domain/score/score.h"

struct suppression {
	size_t row_count, column_count;
	const int64_t *respondents; /* per row */
	const struct rate *rates;   /* row-major; only numerator and denominator are looked at */
	bool *hidden;               /* row-major, in and out: what is hidden already stays hidden */
	bool *total_hidden;         /* per column, out: the body's figure itself would tell */
};

enum { SUPPRESS_DEFAULT_K = 5 };
void suppress(struct suppression *s, int k);

#endif
