/* tenken questionnaire check: names every fault of policy, scales and question sets. */
#include <libgen.h>
#include <stdio.h>
#include <string.h>

#include "base/words.h"
#include "cli/commands.h"
#include "cli/shipped.h"
#include "domain/organisation/register.h"

struct figures {
	size_t items, self_check, audit, extension, knowledge, text, priority;
};

static void
set_count(const struct questionnaire *q, struct figures *n)
{
	n->items += q->count;
	n->extension += q->extension ? q->count : 0;
	*(questionnaire_is_audit(q) ? &n->audit : &n->self_check) += q->count;
	for (size_t i = 0; i < q->count; i++) {
		n->knowledge += q->items[i].scale->knowledge;
		n->text += q->items[i].scale->text;
		n->priority += q->items[i].priority;
	}
}

static void
bank_say(const struct bank *b)
{
	struct figures n = {0};
	size_t numbered = 0;
	for (size_t i = 0; i < b->count; i++)
		set_count(b->sets[i], &n);
	for (size_t i = 0; i < b->policy->count; i++)
		numbered += b->policy->clauses[i].numbered;
	const struct {
		const char *name;
		size_t value;
	} rows[] = {
		{"clauses", b->policy->count},
		{"numbered_clauses", numbered},
		{"scales", b->scales->count},
		{"registers", b->registers->count},
		{"sets", b->count},
		{"items", n.items},
		{"self_check_items", n.self_check},
		{"audit_items", n.audit},
		{"extension_items", n.extension},
		{"knowledge_items", n.knowledge},
		{"text_items", n.text},
		{"priority_items", n.priority},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		printf("%s: %zu\n", rows[i].name, rows[i].value);
}

/* Files named policy.yaml, scales.yaml and registers.yaml are judged as such, all others as sets. */
static const struct bank *
files_load(const struct arguments *a, const char *directory, struct faults *f)
{
	const char **sets = ARENA_ARRAY(f->arena, const char *, a->count);
	size_t count = 0;
	for (size_t i = 0; i < a->count; i++) {
		const char *name = basename(arena_strdup(f->arena, a->positional[i]));
		if (strcmp(name, "policy.yaml") == 0)
			policy_load(a->positional[i], f);
		else if (strcmp(name, "scales.yaml") == 0)
			scales_load(a->positional[i], f);
		else if (strcmp(name, "registers.yaml") == 0)
			registers_load(a->positional[i], f);
		else
			sets[count++] = a->positional[i];
	}
	return bank_load_sets(directory, sets, count, f);
}

static bool
questionnaire_check(const struct arguments *a, struct err *e)
{
	struct faults f = {.arena = arena_create()};
	const char *directory = shipped_questionnaires(f.arena);
	const struct bank *b = a->count == 0 ? bank_load(directory, &f) : files_load(a, directory, &f);
	bool good = faults_say(&f, e);
	if (good)
		bank_say(b);
	arena_destroy(f.arena);
	return good;
}

const struct command cmd_questionnaire_check = {
	.name = "questionnaire check",
	.summary =
		N_("name file, line and what to do for every fault of question sets (the shipped ones unless "
		   "files are given)"),
	.operands = "[FILE…]",
	.operand_most = 100,
	.run = questionnaire_check,
};
