#include "domain/questionnaire/item_review.h"

struct item_record
item_record_of(const struct tally *t, int64_t comments, int64_t commented_of)
{
	int64_t answered = tally_answered(t), concerned = answered - t->na, most = t->unknown;
	for (int i = 0; i < CHOICE_SLOTS; i++)
		if (t->slots[i] > most)
			most = t->slots[i];
	return (struct item_record){.na = {.numerator = t->na, .denominator = answered},
		.unknown = {.numerator = t->unknown, .denominator = concerned},
		.comments = {.numerator = comments, .denominator = commented_of},
		.same = {.numerator = most, .denominator = concerned},
		.answered = answered};
}

bool
review_exceeds(const struct review_bounds *b, enum review_reason reason, const struct rate *r)
{
	int64_t bound = b->percent[reason] * r->denominator, is = 100 * r->numerator;
	if (r->denominator <= 0 || r->denominator < b->least)
		return false;
	return reason == REVIEW_SAME ? is >= bound : is > bound;
}

unsigned
item_reasons(const struct review_bounds *b, const struct item_record *now, const struct item_record *before)
{
	unsigned reasons = 0;
	if (review_exceeds(b, REVIEW_NA, &now->na))
		reasons |= 1U << REVIEW_NA;
	if (review_exceeds(b, REVIEW_UNKNOWN, &now->unknown))
		reasons |= 1U << REVIEW_UNKNOWN;
	if (review_exceeds(b, REVIEW_COMMENTS, &now->comments))
		reasons |= 1U << REVIEW_COMMENTS;
	if (before != NULL && review_exceeds(b, REVIEW_SAME, &now->same) &&
		review_exceeds(b, REVIEW_SAME, &before->same))
		reasons |= 1U << REVIEW_SAME;
	return reasons;
}

bool
reasons_reword(unsigned reasons)
{
	return (reasons & (1U << REVIEW_UNKNOWN | 1U << REVIEW_COMMENTS | 1U << REVIEW_CONTRADICTED)) != 0;
}

bool
reasons_retire(unsigned reasons)
{
	return (reasons & (1U << REVIEW_NA | 1U << REVIEW_SAME)) != 0;
}
