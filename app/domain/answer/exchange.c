#include "domain/answer/exchange.h"

/* What one answer's becoming another does to the sums. */
struct shift {
	int done, either, unknown;
	int64_t points;
};

/* Items of one scale and weight: their answers are worth the same. */
struct kind {
	const struct item *item; /* one of them */
	int64_t counts[CHOICE_MOST];
};

struct change {
	struct shift shift;
	size_t kind, from;
	int64_t count; /* of answers that could change so */
};

struct puzzle {
	struct arena *arena;
	struct kind *kinds;
	size_t kind_count;
	struct change *changes;
	size_t change_count;
};

static bool
item_in_sums(const struct item *i)
{
	return !i->scale->knowledge && !i->scale->text;
}

/* 該当なし stays what it is: denominators are taken as known. */
static int64_t
answers_of(const struct tally *t, const struct choice *c)
{
	switch (c->role) {
	case CHOICE_SCORED:
		return t->slots[c->slot];
	case CHOICE_UNKNOWN:
		return t->unknown;
	case CHOICE_NA:
		break;
	}
	return 0;
}

static struct shift
shift_of(const struct item *i, size_t from, size_t to)
{
	const struct choice *x = &i->choices[from], *y = &i->choices[to];
	return (struct shift){.done = y->done - x->done,
		.either = (y->done || y->partly) - (x->done || x->partly),
		.unknown = (y->role == CHOICE_UNKNOWN) - (x->role == CHOICE_UNKNOWN),
		.points = (int64_t)i->weight * (y->points - x->points)};
}

static struct kind *
kind_of(struct puzzle *p, const struct item *i)
{
	for (size_t k = 0; k < p->kind_count; k++)
		if (p->kinds[k].item->scale == i->scale && p->kinds[k].item->weight == i->weight)
			return &p->kinds[k];
	p->kinds = ARENA_PUSH(p->arena, p->kinds, p->kind_count);
	p->kinds[p->kind_count] = (struct kind){.item = i};
	return &p->kinds[p->kind_count++];
}

static void
row_include(struct puzzle *p, const struct questionnaire *q, const struct tally *tallies)
{
	for (size_t i = 0; i < q->count; i++) {
		const struct item *item = &q->items[i];
		if (!item_in_sums(item))
			continue;
		struct kind *k = kind_of(p, item);
		for (size_t c = 0; c < item->choice_count; c++)
			k->counts[c] += answers_of(&tallies[i], &item->choices[c]);
	}
}

static void
changes_list(struct puzzle *p)
{
	for (size_t k = 0; k < p->kind_count; k++) {
		const struct item *i = p->kinds[k].item;
		for (size_t from = 0; from < i->choice_count; from++)
			for (size_t to = 0; to < i->choice_count; to++) {
				if (p->kinds[k].counts[from] <= 0 || to == from ||
					i->choices[to].role == CHOICE_NA)
					continue;
				p->changes = ARENA_PUSH(p->arena, p->changes, p->change_count);
				p->changes[p->change_count++] = (struct change){
					shift_of(i, from, to), k, from, p->kinds[k].counts[from]};
			}
	}
}

static bool
shifts_cancel(const struct shift *a, const struct shift *b, const struct shift *c)
{
	return a->done + b->done + c->done == 0 && a->either + b->either + c->either == 0 &&
	       a->unknown + b->unknown + c->unknown == 0 && a->points + b->points + c->points == 0;
}

static bool
shift_made_good(const struct puzzle *p, const struct shift *s)
{
	static const struct shift nothing;
	for (size_t i = 0; i < p->change_count; i++) {
		const struct change *x = &p->changes[i];
		if (shifts_cancel(s, &x->shift, &nothing))
			return true;
		for (size_t j = i; j < p->change_count; j++) {
			const struct change *y = &p->changes[j];
			bool apart = x->kind != y->kind || x->from != y->from || x->count >= 2;
			if (apart && shifts_cancel(s, &x->shift, &y->shift))
				return true;
		}
	}
	return false;
}

/* True as well when nobody in the row answered the item: it has no figure. */
static bool
cell_exchangeable(const struct puzzle *p, const struct item *i, const struct tally *t)
{
	bool answered = false;
	for (size_t from = 0; from < i->choice_count; from++) {
		if (answers_of(t, &i->choices[from]) <= 0)
			continue;
		answered = true;
		for (size_t to = 0; to < i->choice_count; to++) {
			struct shift s = shift_of(i, from, to);
			if (i->choices[to].role != CHOICE_NA && s.done != 0 && shift_made_good(p, &s))
				return true;
		}
	}
	return !answered;
}

bool
row_exchangeable(struct arena *a, const struct questionnaire *q, const struct tally *tallies,
	const bool *hidden, size_t row_count, size_t row)
{
	struct puzzle p = {.arena = a};
	for (size_t i = 0; i < row_count; i++)
		if (hidden[i] && i != row)
			row_include(&p, q, tallies + i * q->count);
	changes_list(&p);
	for (size_t i = 0; i < q->count; i++)
		if (item_in_sums(&q->items[i]) &&
			!cell_exchangeable(&p, &q->items[i], &tallies[row * q->count + i]))
			return false;
	return true;
}
