#ifndef DOMAIN_SUPPRESS_H
#define DOMAIN_SUPPRESS_H

/*
 * Small groups (秘匿). A figure of fewer than k respondents is shown as 「※」, and
 * so is whatever would let someone compute it from what is shown: with the body's
 * total and all other departments visible, one hidden department is the
 * difference. So the hidden ones together must be at least two and have at least
 * k respondents (else the next smallest is hidden too), and in no column may what
 * remains for them be all or nothing, which would tell each one's figure.
 *
 * Rows are departments, columns figures (measures, items). A row without
 * respondents is shown as such and hides nobody.
 */

#include <stdbool.h>
#include <stddef.h>

#include "domain/score.h"

struct suppression {
	size_t row_count, column_count;
	const int64_t *respondents;  /* per row */
	const struct rate *rates;    /* row-major; only numerator and denominator are looked at */
	bool *hidden;		     /* row-major, out */
	bool *total_hidden;	     /* per column, out: the body's figure itself would tell */
};

enum { SUPPRESS_DEFAULT_K = 5 };
void suppress(struct suppression *s, int k);

#endif
