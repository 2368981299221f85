/* All question sets together. */
#include <string.h>

#include "base/file.h"
#include "base/words.h"
#include "domain/organisation/register.h"
#include "domain/questionnaire/questionnaire.h"

static void
ids_check(const struct questionnaire *q, const struct questionnaire *other, struct faults *f)
{
	if (strcmp(q->key, other->key) == 0)
		fault_add(f, q->file, 0, _("%s has the key \"%s\" too; give each set its own"), other->file,
			q->key);
	for (size_t i = 0; i < q->count; i++) {
		const struct item *same = questionnaire_find(other, q->items[i].id);
		if (same != NULL)
			fault_add(f, q->file, q->items[i].line,
				_("%s: this id stands in %s, line %d, already; give each item its own"),
				same->id, other->file, same->line);
	}
}

static size_t
set_rank(const struct questionnaire *q)
{
	size_t rank = 0;
	while (rank < AUDIENCES && strcmp(audiences[rank], q->audience) != 0)
		rank++;
	return rank + (q->extension ? AUDIENCES : 0) + (questionnaire_is_audit(q) ? 2 * AUDIENCES : 0);
}

/* Puts the set where its rank belongs; equal ranks keep the order of their files. */
static void
set_insert(struct bank *b, const struct questionnaire *q)
{
	size_t at = b->count++;
	for (; at > 0 && set_rank(b->sets[at - 1]) > set_rank(q); at--)
		b->sets[at] = b->sets[at - 1];
	b->sets[at] = q;
}

/* The radar has as many axes as there are measures with a parent. */
static void
axes_check(const struct policy *p, const char *file, struct faults *f)
{
	const struct clause **measures;
	size_t count = policy_measures(p, f->arena, &measures), axes = 0;
	for (size_t i = 0; i < count; i++)
		axes += measures[i]->parent != NULL;
	if (axes != MEASURE_AXES)
		fault_add(f, file, 0, _("%d clauses with a parent must be counted under themselves, not %zu"),
			MEASURE_AXES, axes);
}

static void
rules_load(struct bank *b, const char *policy_file, const char *scales_file, struct faults *f)
{
	b->policy_yaml = faults_read_file(f, policy_file, policy_file, &b->policy_length);
	b->scales_yaml = faults_read_file(f, scales_file, scales_file, &b->scales_length);
	if (b->policy_yaml != NULL)
		b->policy = policy_parse(b->policy_yaml, b->policy_length, policy_file, f);
	if (b->scales_yaml != NULL)
		b->scales = scales_parse(b->scales_yaml, b->scales_length, scales_file, f);
}

const struct bank *
bank_load_sets(const char *directory, const char *const *paths, size_t count, struct faults *f)
{
	size_t before = f->count;
	struct bank *b = ARENA_NEW(f->arena, struct bank);
	const char *policy_file = arena_printf(f->arena, "%s/policy.yaml", directory);
	rules_load(b, policy_file, arena_printf(f->arena, "%s/scales.yaml", directory), f);
	b->registers = registers_load(arena_printf(f->arena, "%s/registers.yaml", directory), f);
	if (b->policy == NULL || b->scales == NULL || b->registers == NULL)
		return NULL;
	axes_check(b->policy, policy_file, f);
	b->sets = ARENA_ARRAY(f->arena, const struct questionnaire *, count);
	for (size_t i = 0; i < count; i++) {
		const struct questionnaire *q = questionnaire_load(paths[i], b->policy, b->scales, 0, f);
		if (q == NULL)
			continue;
		for (size_t k = 0; k < b->count; k++)
			ids_check(q, b->sets[k], f);
		set_insert(b, q);
	}
	return f->count == before ? b : NULL;
}

static bool
holds_questions(const char *name)
{
	static const char *const others[] = {"policy.yaml", "registers.yaml", "scales.yaml"};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (strcmp(name, others[i]) == 0)
			return false;
	return true;
}

const struct bank *
bank_load(const char *directory, struct faults *f)
{
	struct err e = {0};
	char **names;
	size_t count, sets = 0;
	if (!file_list(f->arena, directory, ".yaml", &names, &count, &e)) {
		fault_add(f, directory, 0, "%s", e.text);
		return NULL;
	}
	const char **paths = ARENA_ARRAY(f->arena, const char *, count);
	for (size_t i = 0; i < count; i++)
		if (holds_questions(names[i]))
			paths[sets++] = arena_printf(f->arena, "%s/%s", directory, names[i]);
	return bank_load_sets(directory, paths, sets, f);
}
