#include "domain/score/score.h"

#include <assert.h>
#include <stdlib.h>

int
tenths_of(int64_t numerator, int64_t denominator)
{
	assert(denominator > 0);
	int64_t size = (llabs(numerator) * 2000 + denominator) / (2 * denominator);
	return (int)(numerator < 0 ? -size : size);
}

int
rate_tenths(struct rate r)
{
	return r.denominator <= 0 ? RATE_NONE : tenths_of(r.numerator, r.denominator);
}

void
rate_add(struct rate *r, const struct rate *other)
{
	r->numerator += other->numerator;
	r->denominator += other->denominator;
	r->na += other->na;
	r->unknown += other->unknown;
	r->unanswered += other->unanswered;
}

void
score_zero(struct score *s)
{
	*s = (struct score){0};
}

void
score_item(struct score *s, const struct item *i, const struct tally *t)
{
	if (i->scale->text)
		return;
	int64_t counted = tally_answered(t) - t->na;
	struct rate base = {.denominator = counted, .na = t->na, .unknown = t->unknown};
	struct rate done = base, either = base, points = base;
	points.denominator = counted * i->weight * 100;
	for (size_t c = 0; c < i->choice_count; c++) {
		const struct choice *choice = &i->choices[c];
		if (choice->role != CHOICE_SCORED)
			continue;
		int64_t n = t->slots[choice->slot];
		done.numerator += choice->done ? n : 0;
		either.numerator += choice->done || choice->partly ? n : 0;
		points.numerator += n * i->weight * choice->points;
	}
	if (i->scale->knowledge) {
		rate_add(&s->knowledge, &done);
		return;
	}
	rate_add(&s->done, &done);
	rate_add(&s->done_or_partly, &either);
	rate_add(&s->points, &points);
}

void
score_add(struct score *s, const struct score *other)
{
	rate_add(&s->done, &other->done);
	rate_add(&s->done_or_partly, &other->done_or_partly);
	rate_add(&s->points, &other->points);
	rate_add(&s->knowledge, &other->knowledge);
}

char
grade_of(int tenths, bool serious, const struct grading *g)
{
	if (tenths == RATE_NONE)
		return 0;
	char grade = 'A';
	for (int i = 0; i < 3 && tenths < g->bounds[i]; i++)
		grade++;
	return serious && grade == 'A' ? 'B' : grade;
}
