#ifndef DOMAIN_ANSWER_NA_H
#define DOMAIN_ANSWER_NA_H

/*
 * Why a question does not apply (該当なしの理由区分). 該当なし takes a question out
 * of the rate, so it is a decision: who chooses it says which of these it is and
 * in words why, and the manager accepts it or asks to have it looked at again.
 * The keys stand in stored answers and never change; one more is one more row.
 */

#include <stddef.h>

struct na_reason {
	const char *key; /* "duty" */
	int slot;        /* its counter in a tally, from 0 */
};

enum { NA_REASONS = 5 };
extern const struct na_reason na_reasons[NA_REASONS];

const struct na_reason *na_find(const char *key); /* NULL when unknown */
const char *na_name(const struct na_reason *r);   /* what people call it */

#endif
