#include "domain/score/suppress.h"

#include <stdlib.h>
#include <string.h>

struct column {
	struct suppression *s;
	size_t index;
	int k;
	const bool *hidden; /* per row, the choice being weighed */
};

static const struct rate *
rate_at(const struct column *c, size_t row)
{
	return &c->s->rates[row * c->s->column_count + c->index];
}

/* True when the total less the shown rows would tell a hidden one. */
static bool
column_tells(const struct column *c)
{
	size_t rows = 0;
	int64_t people = 0, numerator = 0, denominator = 0;
	for (size_t i = 0; i < c->s->row_count; i++) {
		const struct rate *r = rate_at(c, i);
		if (!c->hidden[i] || r->denominator <= 0)
			continue;
		rows++;
		people += c->s->respondents[i];
		numerator += r->numerator;
		denominator += r->denominator;
	}
	if (rows == 0)
		return false;
	return rows < 2 || people < c->k || numerator <= 0 || numerator >= denominator;
}

/* The smallest row still shown that has something below the line; row_count when none is left. */
static size_t
next_smallest(const struct column *c)
{
	size_t best = c->s->row_count;
	for (size_t i = 0; i < c->s->row_count; i++) {
		if (c->hidden[i] || rate_at(c, i)->denominator <= 0)
			continue;
		if (best == c->s->row_count || c->s->respondents[i] < c->s->respondents[best])
			best = i;
	}
	return best;
}

static void
suppress_column(struct suppression *s, size_t index, int k, bool *weighed)
{
	struct column c = {s, index, k, weighed};
	for (size_t i = 0; i < s->row_count; i++)
		weighed[i] = s->hidden[i * s->column_count + index];
	while (column_tells(&c)) {
		size_t next = next_smallest(&c);
		if (next == s->row_count) {
			s->total_hidden[index] = true;
			return;
		}
		weighed[next] = true;
	}
	for (size_t i = 0; i < s->row_count; i++)
		s->hidden[i * s->column_count + index] = weighed[i];
}

void
suppress(struct suppression *s, int k)
{
	for (size_t i = 0; i < s->row_count; i++)
		if (s->respondents[i] > 0 && s->respondents[i] < k)
			memset(s->hidden + i * s->column_count, true, s->column_count * sizeof *s->hidden);
	memset(s->total_hidden, false, s->column_count * sizeof *s->total_hidden);
	bool *weighed = calloc(s->row_count + 1, sizeof *weighed);
	if (weighed == NULL)
		abort();
	for (size_t j = 0; j < s->column_count; j++)
		suppress_column(s, j, k, weighed);
	free(weighed);
}
