#include "domain/policy/coverage.h"

#include <string.h>

static size_t
audience_index(const char *key)
{
	size_t i = 0;
	while (i < AUDIENCES && strcmp(audiences[i], key) != 0)
		i++;
	return i;
}

static void
item_count(struct coverage *c, const struct item *i)
{
	const struct policy *p = c->bank->policy;
	c->clause_cells[(size_t)(i->clause - p->clauses) * AUDIENCES + audience_index(i->audience)]++;
	for (size_t t = 0; t < c->threat_count; t++)
		for (size_t k = 0; k < i->threat_count; k++)
			for (size_t m = 0; m < c->measure_count; m++)
				c->threat_cells[t * c->measure_count + m] +=
					i->threats[k] == c->threats[t] && i->clause->measure != NULL &&
					strcmp(i->clause->measure, c->measures[m]->key) == 0;
}

struct coverage *
coverage_of(const struct bank *b, struct arena *a)
{
	const struct policy *p = b->policy;
	struct coverage *c = ARENA_NEW(a, struct coverage);
	c->bank = b;
	c->measure_count = policy_measures(p, a, &c->measures);
	c->threats = ARENA_ARRAY(a, const struct clause *, p->count);
	for (size_t i = 0; i < p->count; i++)
		if (p->clauses[i].kind == CLAUSE_THREAT && p->clauses[i].parent != NULL)
			c->threats[c->threat_count++] = &p->clauses[i];
	c->clause_cells = ARENA_ARRAY(a, size_t, p->count * AUDIENCES);
	c->threat_cells = ARENA_ARRAY(a, size_t, c->threat_count * c->measure_count);
	for (size_t s = 0; s < b->count; s++)
		for (size_t i = 0; i < b->sets[s]->count && !b->sets[s]->extension; i++)
			if (!b->sets[s]->items[i].scale->text)
				item_count(c, &b->sets[s]->items[i]);
	return c;
}

size_t
coverage_clause(const struct coverage *c, size_t clause, size_t audience)
{
	return c->clause_cells[clause * AUDIENCES + audience];
}

size_t
coverage_threat(const struct coverage *c, size_t threat, size_t measure)
{
	return c->threat_cells[threat * c->measure_count + measure];
}

static bool
clause_among(const struct clause *c, const struct clause *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (list[i] == c)
			return true;
	return false;
}

enum bearing
coverage_expected(const struct coverage *c, size_t threat, size_t measure)
{
	for (size_t i = 0; i < c->bank->policy->coverage_count; i++) {
		const struct coverage_row *row = &c->bank->policy->coverage[i];
		if (row->threat != c->threats[threat])
			continue;
		if (clause_among(c->measures[measure], row->strong, row->strong_count))
			return BEARING_STRONG;
		if (clause_among(c->measures[measure], row->weak, row->weak_count))
			return BEARING_WEAK;
	}
	return BEARING_NONE;
}

static bool
clause_within(const struct clause *c, const struct clause *container)
{
	while (c != NULL && c != container)
		c = c->parent;
	return c != NULL;
}

/* Items for auditors, or for all others, on the clause or on one under it. */
static size_t
duty_items(const struct coverage *c, const struct clause *duty, bool audit)
{
	const struct policy *p = c->bank->policy;
	size_t count = 0;
	for (size_t i = 0; i < p->count; i++)
		for (size_t k = 0; k < AUDIENCES && clause_within(&p->clauses[i], duty); k++)
			if ((strcmp(audiences[k], "AUD") == 0) == audit)
				count += coverage_clause(c, i, k);
	return count;
}

struct gaps {
	struct arena *arena;
	struct gap *items;
	size_t count;
};

static void
gap_add(struct gaps *g, struct gap gap)
{
	g->items = ARENA_PUSH(g->arena, g->items, g->count);
	g->items[g->count++] = gap;
}

size_t
coverage_gaps(const struct coverage *c, struct arena *a, struct gap **gaps)
{
	const struct policy *p = c->bank->policy;
	struct gaps g = {.arena = a};
	for (size_t i = 0; i < p->count; i++) {
		const struct clause *duty = &p->clauses[i];
		if (duty->kind != CLAUSE_DUTY)
			continue;
		if (duty_items(c, duty, false) == 0)
			gap_add(&g, (struct gap){.kind = GAP_SELF_CHECK, .clause = duty});
		if (duty_items(c, duty, true) == 0)
			gap_add(&g, (struct gap){.kind = GAP_AUDIT, .clause = duty});
	}
	for (size_t t = 0; t < c->threat_count; t++)
		for (size_t m = 0; m < c->measure_count; m++)
			if (coverage_expected(c, t, m) == BEARING_STRONG && coverage_threat(c, t, m) == 0)
				gap_add(&g, (struct gap){.kind = GAP_CELL,
						    .clause = c->measures[m],
						    .threat = c->threats[t]});
	*gaps = g.items;
	return g.count;
}
