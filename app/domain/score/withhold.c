#include "domain/score/withhold.h"

#include "domain/answer/exchange.h"

enum { DONE, DONE_OR_PARTLY, POINTS, KNOWLEDGE, SUMS };

struct withholding {
	struct arena *arena;
	const struct questionnaire *questionnaire;
	const struct tally *tallies;
	struct suppression s; /* columns: the four sums */
	int k;
};

static void
sums_of_row(const struct questionnaire *q, const struct tally *tallies, struct rate *sums)
{
	struct score s;
	score_zero(&s);
	for (size_t i = 0; i < q->count; i++)
		score_item(&s, &q->items[i], &tallies[i]);
	sums[DONE] = s.done;
	sums[DONE_OR_PARTLY] = s.done_or_partly;
	sums[POINTS] = s.points;
	sums[KNOWLEDGE] = s.knowledge;
}

static void
row_hide(struct suppression *s, size_t row)
{
	for (size_t j = 0; j < SUMS; j++)
		s->hidden[row * SUMS + j] = true;
}

/* What is hidden in one column is hidden in all; true when that hid more. */
static bool
rows_whole(struct suppression *s)
{
	bool more = false;
	for (size_t i = 0; i < s->row_count; i++) {
		int hidden = 0;
		for (size_t j = 0; j < SUMS; j++)
			hidden += s->hidden[i * SUMS + j];
		if (hidden == 0 || hidden == SUMS)
			continue;
		row_hide(s, i);
		more = true;
	}
	return more;
}

static void
columns_suppress(struct withholding *w)
{
	do
		suppress(&w->s, w->k);
	while (rows_whole(&w->s));
}

static bool
rows_exchangeable(const struct withholding *w, const bool *rows)
{
	for (size_t i = 0; i < w->s.row_count; i++)
		if (rows[i] &&
			!row_exchangeable(w->arena, w->questionnaire, w->tallies, rows, w->s.row_count, i))
			return false;
	return true;
}

static bool
rows_hidden(const struct withholding *w, bool *rows)
{
	bool any = false;
	for (size_t i = 0; i < w->s.row_count; i++)
		any |= rows[i] = w->s.hidden[i * SUMS];
	return any;
}

/* The smallest department still shown; row_count when there is none. */
static size_t
next_smallest(const struct suppression *s)
{
	size_t best = s->row_count;
	for (size_t i = 0; i < s->row_count; i++) {
		if (s->hidden[i * SUMS] || s->respondents[i] <= 0)
			continue;
		if (best == s->row_count || s->respondents[i] < s->respondents[best])
			best = i;
	}
	return best;
}

/* Departments join until the sums have more than one solution. When none is left,
 * the sums go instead, and those who would have joined in vain stay. */
static void
puzzle_break(struct withholding *w, bool *rows)
{
	struct suppression first = w->s;
	first.hidden = ARENA_ARRAY(w->arena, bool, w->s.row_count *SUMS);
	for (size_t i = 0; i < w->s.row_count * SUMS; i++)
		first.hidden[i] = w->s.hidden[i];
	while (rows_hidden(w, rows) && !rows_exchangeable(w, rows)) {
		size_t next = next_smallest(&w->s);
		if (next < w->s.row_count) {
			row_hide(&w->s, next);
			columns_suppress(w);
			continue;
		}
		w->s.hidden = first.hidden;
		columns_suppress(w);
		rows_hidden(w, rows);
		w->s.total_hidden[DONE] = w->s.total_hidden[DONE_OR_PARTLY] = w->s.total_hidden[POINTS] =
			true;
		return;
	}
}

struct withheld
withhold(struct arena *a, const struct questionnaire *q, const struct tally *tallies,
	const int64_t *respondents, size_t rows, int k)
{
	struct rate *sums = ARENA_ARRAY(a, struct rate, rows * SUMS);
	bool hidden[SUMS];
	struct withholding w = {
		a, q, tallies, {rows, SUMS, respondents, sums, ARENA_ARRAY(a, bool, rows *SUMS), hidden}, k};
	for (size_t i = 0; i < rows; i++)
		sums_of_row(q, tallies + i * q->count, sums + i * SUMS);
	columns_suppress(&w);
	struct withheld out = {.rows = ARENA_ARRAY(a, bool, rows)};
	puzzle_break(&w, out.rows);
	for (size_t i = 0; i < rows; i++)
		out.count += out.rows[i];
	out.done = hidden[DONE];
	out.done_or_partly = hidden[DONE_OR_PARTLY];
	out.points = hidden[POINTS];
	out.knowledge = hidden[KNOWLEDGE];
	return out;
}
