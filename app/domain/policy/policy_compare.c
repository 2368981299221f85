#include "domain/policy/policy_compare.h"

#include <stdlib.h>
#include <string.h>

#include "domain/policy/text_diff.h"

/* Thousandths of likeness (text_likeness): what may be the same clause under another
 * number, and under the same one, where less will do. */
enum { LIKE_EQUAL = 1000, LIKE_LEAST = 550, LIKE_LEAST_THERE = 250, SAME_PLACE = 200 };

struct edition {
	const struct policy_text *text;
	const char **shadows;
	struct text_shape *shapes;
	size_t *other; /* index of the counterpart, NONE without */
};
static const size_t NONE = (size_t)-1;

struct match {
	size_t before, after;
	int score;
};

static struct edition
edition_of(struct arena *a, const struct policy_text *t)
{
	struct edition e = {t, ARENA_ARRAY(a, const char *, t->count + 1),
		ARENA_ARRAY(a, struct text_shape, t->count + 1), ARENA_ARRAY(a, size_t, t->count + 1)};
	for (size_t i = 0; i < t->count; i++) {
		e.shadows[i] = clause_text_shadow(a, clause_text_whole(a, &t->clauses[i]));
		e.shapes[i] = text_shape_of(a, e.shadows[i]);
		e.other[i] = NONE;
	}
	return e;
}

/* 0: cannot be the same clause. */
static int
score(const struct edition *x, size_t i, const struct edition *y, size_t j)
{
	const struct clause_text *c = &x->text->clauses[i], *d = &y->text->clauses[j];
	bool there = strcmp(c->key, d->key) == 0;
	if (c->level != d->level)
		return 0;
	bool equal = strcmp(x->shadows[i], y->shadows[j]) == 0;
	int like = equal ? LIKE_EQUAL : text_likeness(&x->shapes[i], &y->shapes[j]);
	if (like < (there ? LIKE_LEAST_THERE : LIKE_LEAST))
		return 0;
	return like + (there ? SAME_PLACE : 0);
}

/* The best first; of equals the one that stands first. */
static int
match_compare(const void *x, const void *y)
{
	const struct match *p = x, *q = y;
	if (p->score != q->score)
		return q->score - p->score;
	size_t far_p = p->before > p->after ? p->before - p->after : p->after - p->before;
	size_t far_q = q->before > q->after ? q->before - q->after : q->after - q->before;
	if (far_p != far_q)
		return far_p < far_q ? -1 : 1;
	return (p->after > q->after) - (p->after < q->after);
}

static struct match *
matches_make(struct arena *a, const struct edition *x, const struct edition *y, size_t *count)
{
	struct match *list = NULL;
	*count = 0;
	for (size_t i = 0; i < x->text->count; i++)
		for (size_t j = 0; j < y->text->count; j++) {
			int s = score(x, i, y, j);
			if (s == 0)
				continue;
			list = ARENA_PUSH(a, list, *count);
			list[(*count)++] = (struct match){i, j, s};
		}
	if (*count > 0)
		qsort(list, *count, sizeof *list, match_compare);
	return list;
}

static void
counterparts_find(struct arena *a, struct edition *x, struct edition *y)
{
	size_t count;
	const struct match *list = matches_make(a, x, y, &count);
	for (size_t i = 0; i < count; i++) {
		const struct match *m = &list[i];
		if (x->other[m->before] != NONE || y->other[m->after] != NONE)
			continue;
		x->other[m->before] = m->after;
		y->other[m->after] = m->before;
	}
}

static bool
worded_alike(const struct clause_text *c, const struct clause_text *d)
{
	bool alike = strcmp(c->title, d->title) == 0 && c->paragraph_count == d->paragraph_count;
	for (size_t i = 0; alike && i < c->paragraph_count; i++)
		alike = strcmp(c->paragraphs[i], d->paragraphs[i]) == 0;
	return alike;
}

static void
pair_add(struct arena *a, struct policy_comparison *out, struct policy_pair p)
{
	p.moved = p.before != NULL && p.after != NULL && strcmp(p.before->key, p.after->key) != 0;
	out->counts[p.change]++;
	out->moved += p.moved;
	out->pairs = ARENA_PUSH(a, out->pairs, out->count);
	out->pairs[out->count++] = p;
}

static struct policy_pair
pair_of(const struct edition *x, size_t i, const struct edition *y, size_t j)
{
	struct policy_pair p = {&x->text->clauses[i], &y->text->clauses[j], POLICY_CHANGED, false};
	if (worded_alike(p.before, p.after))
		p.change = POLICY_SAME;
	else if (strcmp(x->shadows[i], y->shadows[j]) == 0)
		p.change = POLICY_TYPOGRAPHY;
	return p;
}

/* What was removed right after clause i of the old edition. */
static void
removed_add(struct arena *a, struct policy_comparison *out, const struct edition *x, size_t i)
{
	for (; i < x->text->count && x->other[i] == NONE; i++)
		pair_add(a, out, (struct policy_pair){&x->text->clauses[i], NULL, POLICY_REMOVED, false});
}

struct policy_comparison
policy_compare(struct arena *a, const struct policy_text *before, const struct policy_text *after)
{
	struct policy_comparison out = {0};
	struct edition x = edition_of(a, before), y = edition_of(a, after);
	counterparts_find(a, &x, &y);
	removed_add(a, &out, &x, 0);
	for (size_t j = 0; j < after->count; j++) {
		size_t i = y.other[j];
		if (i == NONE) {
			pair_add(a, &out, (struct policy_pair){NULL, &after->clauses[j], POLICY_NEW, false});
			continue;
		}
		pair_add(a, &out, pair_of(&x, i, &y, j));
		removed_add(a, &out, &x, i + 1);
	}
	return out;
}
