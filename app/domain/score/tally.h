#ifndef DOMAIN_SCORE_TALLY_H
#define DOMAIN_SCORE_TALLY_H

/*
 * How often each choice of an item was taken in a department: what is kept up to
 * date with every submission, and all that scoring needs. A tally of deltas may
 * be negative while it waits to be applied.
 */

#include <stdint.h>

#include "domain/answer/answers.h"

struct tally {
	int64_t slots[CHOICE_SLOTS]; /* scored choices, by their slot */
	int64_t na, unknown;
	int64_t na_for[NA_REASONS]; /* of na, by reason; old answers gave none, so the sum may be less */
};

void tally_answer(struct tally *t, const struct answer *a, int sign); /* +1 counts, −1 takes back */
void tally_add(struct tally *t, const struct tally *other);
int64_t tally_answered(const struct tally *t);
bool tally_empty(const struct tally *t); /* all zero */

#endif
