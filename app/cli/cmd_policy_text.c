/* tenken policy read, compare: what a policy document says clause by clause, and what
 * a new edition of it changes. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/words.h"
#include "cli/commands.h"
#include "cli/shipped.h"
#include "domain/policy/policy_compare.h"
#include "domain/policy/text_diff.h"

static const struct policy_text *
document_read(const char *path, struct faults *odd, struct err *e)
{
	char *data;
	size_t length;
	struct faults f = {.arena = odd->arena};
	if (!file_read(odd->arena, path, &data, &length, e))
		return NULL;
	const struct policy_text *t = policy_text_read(data, length, path, &f, odd);
	return faults_say(&f, e) ? t : NULL;
}

static void
odd_say(const struct faults *odd)
{
	for (size_t i = 0; i < odd->count; i++)
		fprintf(stderr, "%s:%d: %s\n", odd->items[i].file, odd->items[i].line, odd->items[i].text);
}

static void
clause_say(const struct clause_text *c)
{
	printf("%*s%s %s\n", 2 * (c->level - 1), "", c->key, c->title);
	for (size_t i = 0; i < c->paragraph_count; i++)
		printf("%*s  %s\n", 2 * (c->level - 1), "", c->paragraphs[i]);
}

static bool
run_read(const struct arguments *a, struct err *e)
{
	struct faults odd = {.arena = arena_create()};
	const struct policy_text *t = document_read(a->positional[0], &odd, e);
	for (size_t i = 0; t != NULL && i < t->count; i++)
		clause_say(&t->clauses[i]);
	if (t != NULL)
		printf("clauses: %zu\noddities: %zu\n", t->count, odd.count);
	fflush(stdout);
	odd_say(&odd);
	arena_destroy(odd.arena);
	return t != NULL;
}

static void
runs_say(char sign, const struct text_runs *r)
{
	printf("    %c ", sign);
	for (size_t i = 0; i < r->count; i++)
		printf(r->items[i].differs ? "[%s]" : "%s", r->items[i].text);
	printf("\n");
}

static void
wording_say(struct arena *a, const struct policy_pair *p)
{
	struct text_runs before, after;
	const char *none = "";
	text_diff(a, p->before != NULL ? clause_text_whole(a, p->before) : none,
		p->after != NULL ? clause_text_whole(a, p->after) : none, &before, &after);
	if (p->before != NULL)
		runs_say('-', &before);
	if (p->after != NULL)
		runs_say('+', &after);
}

/* The questions that rest on the clause: they are the ones to look at. */
static void
items_say(const struct bank *b, const char *key)
{
	bool any = false;
	for (size_t s = 0; s < b->count; s++)
		for (size_t i = 0; i < b->sets[s]->count; i++) {
			const struct item *item = &b->sets[s]->items[i];
			if (strcmp(item->clause->key, key) != 0)
				continue;
			printf("%s %s", any ? "" : _("    questions:"), item->id);
			any = true;
		}
	if (any)
		printf("\n");
}

static void
pair_say(struct arena *a, const struct bank *b, const struct policy_pair *p)
{
	static const char *const words[POLICY_CHANGES] = {
		[POLICY_SAME] = N_("same wording"),
		[POLICY_TYPOGRAPHY] = N_("other blanks or width of letters only"),
		[POLICY_CHANGED] = N_("changed"),
		[POLICY_NEW] = N_("new"),
		[POLICY_REMOVED] = N_("removed"),
	};
	if (p->change == POLICY_SAME && !p->moved)
		return;
	printf("%s", p->before != NULL ? p->before->key : p->after->key);
	if (p->moved)
		printf(" -> %s", p->after->key);
	printf(": %s\n", _(words[p->change]));
	if (p->change >= POLICY_CHANGED)
		wording_say(a, p);
	if (p->before != NULL)
		items_say(b, p->before->key);
}

static bool
compare_say(struct arena *a, const struct policy_text *before, const struct policy_text *after, struct err *e)
{
	struct faults f = {.arena = a};
	const struct bank *b = bank_load(shipped_questionnaires(a), &f);
	if (!faults_say(&f, e))
		return false;
	struct policy_comparison c = policy_compare(a, before, after);
	for (size_t i = 0; i < c.count; i++)
		pair_say(a, b, &c.pairs[i]);
	printf("same: %zu\ntypography: %zu\nchanged: %zu\nnew: %zu\nremoved: %zu\nrenumbered: %zu\n",
		c.counts[POLICY_SAME], c.counts[POLICY_TYPOGRAPHY], c.counts[POLICY_CHANGED],
		c.counts[POLICY_NEW], c.counts[POLICY_REMOVED], c.moved);
	return true;
}

static bool
run_compare(const struct arguments *a, struct err *e)
{
	struct faults odd = {.arena = arena_create()};
	const struct policy_text *before = document_read(a->positional[0], &odd, e);
	const struct policy_text *after = before != NULL ? document_read(a->positional[1], &odd, e) : NULL;
	bool ok = after != NULL && compare_say(odd.arena, before, after, e);
	arena_destroy(odd.arena);
	return ok;
}

const struct command cmd_policy_read = {
	.name = "policy read",
	.summary = N_("print the clauses of a policy document and what is odd in it"),
	.operands = "FILE",
	.operand_least = 1,
	.operand_most = 1,
	.run = run_read,
};

const struct command cmd_policy_compare = {
	.name = "policy compare",
	.summary = N_("show what a new edition of a policy document changes, and which questions rest on it"),
	.operands = "OLD NEW",
	.operand_least = 2,
	.operand_most = 2,
	.run = run_compare,
};
