/* tenken policy coverage: what the question sets cover, and what they leave out. */
#include <stdio.h>

#include "base/utf8.h"
#include "base/words.h"
#include "cli/commands.h"
#include "cli/shipped.h"
#include "domain/policy/coverage.h"

enum { KEY_WIDTH = 10, CELL_WIDTH = 6 };

static void
cell_left(const char *text, int width)
{
	int columns = (int)utf8_width(text);
	printf("%s%*s", text, columns < width ? width - columns : 1, "");
}

static void
cell_right(const char *text)
{
	int columns = (int)utf8_width(text);
	printf("%*s%s", columns < CELL_WIDTH ? CELL_WIDTH - columns : 1, "", text);
}

static void
count_right(size_t count, const char *mark)
{
	char text[32];
	snprintf(text, sizeof text, "%zu%s", count, mark);
	cell_right(count == 0 && mark[0] == '\0' ? "-" : text);
}

static void
clauses_say(const struct coverage *c)
{
	const struct policy *p = c->bank->policy;
	cell_left("", KEY_WIDTH);
	for (size_t k = 0; k < AUDIENCES; k++)
		cell_right(audiences[k]);
	printf("\n");
	for (size_t i = 0; i < p->count; i++) {
		cell_left(p->clauses[i].key, KEY_WIDTH);
		for (size_t k = 0; k < AUDIENCES; k++)
			count_right(coverage_clause(c, i, k), "");
		printf("  %s\n", p->clauses[i].title);
	}
}

static void
threats_say(const struct coverage *c)
{
	static const char *const marks[] = {
		[BEARING_NONE] = "", [BEARING_WEAK] = "+", [BEARING_STRONG] = "*"};
	cell_left("", KEY_WIDTH);
	for (size_t m = 0; m < c->measure_count; m++)
		cell_right(c->measures[m]->key);
	printf("\n");
	for (size_t t = 0; t < c->threat_count; t++) {
		cell_left(c->threats[t]->key, KEY_WIDTH);
		for (size_t m = 0; m < c->measure_count; m++)
			count_right(coverage_threat(c, t, m), marks[coverage_expected(c, t, m)]);
		printf("  %s\n", c->threats[t]->title);
	}
	printf("%s\n", _("* must be covered, + may be covered"));
}

static void
gap_say(const struct gap *g)
{
	switch (g->kind) {
	case GAP_SELF_CHECK:
		fprintf(stderr, _("clause %s (%s) is a duty and has no self-check item; write one\n"),
			g->clause->key, g->clause->title);
		break;
	case GAP_AUDIT:
		fprintf(stderr, _("clause %s (%s) is a duty and has no audit item; write one\n"),
			g->clause->key, g->clause->title);
		break;
	case GAP_CELL:
		fprintf(stderr,
			_("threat %s has no item under measure %s (%s); write one or tag one with it\n"),
			g->threat->key, g->clause->key, g->clause->title);
	}
}

static bool
coverage_say(const struct coverage *c, struct arena *a, struct err *e)
{
	struct gap *gaps;
	size_t count = coverage_gaps(c, a, &gaps);
	printf("%s\n", _("Items by clause and audience (extensions left out)"));
	clauses_say(c);
	printf("\n%s\n", _("Items by threat and measure (extensions left out)"));
	threats_say(c);
	printf("\ngaps: %zu\n", count);
	fflush(stdout);
	for (size_t i = 0; i < count; i++)
		gap_say(&gaps[i]);
	return count == 0 || err_set(e, ERR_INPUT, _("%zu places are not covered"), count);
}

static bool
policy_coverage(const struct arguments *arguments, struct err *e)
{
	(void)arguments;
	struct faults f = {.arena = arena_create()};
	const struct bank *b = bank_load(shipped_questionnaires(f.arena), &f);
	bool good = faults_say(&f, e) && coverage_say(coverage_of(b, f.arena), f.arena, e);
	arena_destroy(f.arena);
	return good;
}

const struct command cmd_policy_coverage = {
	.name = "policy coverage",
	.summary = N_("show which clauses and threats the question sets cover, and fail where a duty is "
		      "not asked about"),
	.operands = "",
	.run = policy_coverage,
};
