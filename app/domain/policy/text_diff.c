#include "domain/policy/text_diff.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* A text as characters: where each begins, and its code point. */
struct letters {
	const char **at; /* one more than count: the end */
	int32_t *code;
	bool *common;
	size_t count;
};

static struct letters
letters_of(struct arena *a, const char *text)
{
	size_t most = strlen(text);
	struct letters l = {ARENA_ARRAY(a, const char *, most + 1), ARENA_ARRAY(a, int32_t, most + 1),
		ARENA_ARRAY(a, bool, most + 1), 0};
	for (const char *end = text + most; text < end; l.count++) {
		l.at[l.count] = text;
		l.code[l.count] = utf8_next(&text, end);
	}
	l.at[l.count] = text;
	return l;
}

struct span {
	size_t from, end;
};

/* Marks what begins and what ends alike; what is left lies within the spans. */
static void
ends_match(struct letters *x, struct letters *y, struct span *in_x, struct span *in_y)
{
	size_t head = 0, tail = 0, least = x->count < y->count ? x->count : y->count;
	while (head < least && x->code[head] == y->code[head]) {
		x->common[head] = y->common[head] = true;
		head++;
	}
	while (tail < least - head && x->code[x->count - 1 - tail] == y->code[y->count - 1 - tail]) {
		x->common[x->count - 1 - tail] = y->common[y->count - 1 - tail] = true;
		tail++;
	}
	*in_x = (struct span){head, x->count - tail};
	*in_y = (struct span){head, y->count - tail};
}

/* The longest common subsequence by the plain table: lengths[i][j] is that of what
 * follows i and j. */
static void
middle_match(struct arena *a, struct letters *x, struct letters *y, struct span u, struct span v)
{
	size_t rows = u.end - u.from, columns = v.end - v.from, wide = columns + 1;
	if (rows > DIFF_MOST || columns > DIFF_MOST)
		return;
	const int32_t *p = x->code + u.from, *q = y->code + v.from;
	uint16_t *lengths = ARENA_ARRAY(a, uint16_t, (rows + 1) * wide);
	for (size_t i = rows; i-- > 0;)
		for (size_t j = columns; j-- > 0;) {
			uint16_t down = lengths[(i + 1) * wide + j], right = lengths[i * wide + j + 1];
			lengths[i * wide + j] = p[i] == q[j]   ? lengths[(i + 1) * wide + j + 1] + 1
						: down > right ? down
							       : right;
		}
	for (size_t i = 0, j = 0; i < rows && j < columns;) {
		if (p[i] == q[j]) {
			x->common[u.from + i++] = y->common[v.from + j++] = true;
		} else if (lengths[(i + 1) * wide + j] >= lengths[i * wide + j + 1]) {
			i++;
		} else {
			j++;
		}
	}
}

/* A single common character with differences on both sides of both texts is no help. */
static void
islands_drop(struct letters *x, struct letters *y)
{
	for (size_t i = 0, j = 0; i < x->count && j < y->count; i++, j++) {
		while (i < x->count && !x->common[i])
			i++;
		while (j < y->count && !y->common[j])
			j++;
		if (i == 0 || j == 0 || i + 1 >= x->count || j + 1 >= y->count)
			continue;
		bool alone = !x->common[i - 1] || !y->common[j - 1];
		if (alone && (!x->common[i + 1] || !y->common[j + 1]))
			x->common[i] = y->common[j] = false;
	}
}

static struct text_runs
runs_of(struct arena *a, const struct letters *l)
{
	struct text_runs r = {0};
	for (size_t i = 0, from = 0; i < l->count; from = i) {
		while (i < l->count && l->common[i] == l->common[from])
			i++;
		r.items = ARENA_PUSH(a, r.items, r.count);
		r.items[r.count++] = (struct text_run){
			arena_strndup(a, l->at[from], (size_t)(l->at[i] - l->at[from])), !l->common[from]};
	}
	return r;
}

void
text_diff(struct arena *a, const char *before, const char *after, struct text_runs *old_runs,
	struct text_runs *new_runs)
{
	struct letters x = letters_of(a, before), y = letters_of(a, after);
	struct span u, v;
	ends_match(&x, &y, &u, &v);
	middle_match(a, &x, &y, u, v);
	islands_drop(&x, &y);
	*old_runs = runs_of(a, &x);
	*new_runs = runs_of(a, &y);
}

static int
pair_compare(const void *x, const void *y)
{
	uint64_t p = *(const uint64_t *)x, q = *(const uint64_t *)y;
	return (p > q) - (p < q);
}

struct text_shape
text_shape_of(struct arena *a, const char *text)
{
	struct letters l = letters_of(a, text);
	struct text_shape out = {ARENA_ARRAY(a, uint64_t, l.count + 1), l.count > 0 ? l.count - 1 : 0};
	for (size_t i = 0; i < out.count; i++)
		out.pairs[i] = (uint64_t)(uint32_t)l.code[i] << 32 | (uint32_t)l.code[i + 1];
	qsort(out.pairs, out.count, sizeof *out.pairs, pair_compare);
	return out;
}

int
text_likeness(const struct text_shape *one, const struct text_shape *other)
{
	size_t both = 0, all = one->count + other->count;
	for (size_t i = 0, j = 0; i < one->count && j < other->count;) {
		int order = pair_compare(&one->pairs[i], &other->pairs[j]);
		both += order == 0;
		i += order <= 0;
		j += order >= 0;
	}
	return all == 0 ? 0 : (int)(2000 * both / all);
}
