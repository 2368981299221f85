#include "domain/withhold.h"

enum { DONE, DONE_OR_PARTLY, POINTS, KNOWLEDGE, SUMS };

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

/* What is hidden in one column is hidden in all; true when that hid more. */
static bool
rows_whole(struct suppression *s)
{
	bool more = false;
	for (size_t i = 0; i < s->row_count; i++) {
		bool *cells = s->hidden + i * SUMS;
		int hidden = 0;
		for (size_t j = 0; j < SUMS; j++)
			hidden += cells[j];
		if (hidden == 0 || hidden == SUMS)
			continue;
		for (size_t j = 0; j < SUMS; j++)
			cells[j] = true;
		more = true;
	}
	return more;
}

struct withheld
withhold(struct arena *a, const struct questionnaire *q, const struct tally *tallies,
	const int64_t *respondents, size_t rows, int k)
{
	struct rate *sums = ARENA_ARRAY(a, struct rate, rows * SUMS);
	bool total_hidden[SUMS];
	struct suppression s = {
		rows, SUMS, respondents, sums, ARENA_ARRAY(a, bool, rows *SUMS), total_hidden};
	for (size_t i = 0; i < rows; i++)
		sums_of_row(q, tallies + i * q->count, sums + i * SUMS);
	do
		suppress(&s, k);
	while (rows_whole(&s));
	struct withheld w = {.rows = ARENA_ARRAY(a, bool, rows),
		.done = total_hidden[DONE],
		.done_or_partly = total_hidden[DONE_OR_PARTLY],
		.points = total_hidden[POINTS],
		.knowledge = total_hidden[KNOWLEDGE]};
	for (size_t i = 0; i < rows; i++) {
		w.rows[i] = s.hidden[i * SUMS];
		w.count += w.rows[i];
	}
	return w;
}
