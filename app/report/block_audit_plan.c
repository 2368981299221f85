/* Plans of audits (中期・年度監査計画) on paper: what is planned, what speaks for each target, how far it has come. */
#include <string.h>

#include "domain/cycle/fiscal.h"
#include "report/audits.h"
#include "report/readers.h"
#include "store/audit/audit_rules.h"

static bool
targets_read(struct composer *c, struct plan_target **out, size_t *count, struct err *e)
{
	return plan_targets(c->db, c->arena, c->plan, audit_plan_edition(c->plan), out, count, e);
}

static const char *
years_text(struct composer *c)
{
	struct filling f[] = {{"from", fiscal_year_name(c->arena, c->plan->first_year)},
		{"to", fiscal_year_name(c->arena, c->plan->last_year)}};
	return c->plan->first_year == c->plan->last_year ? f[0].value
							   : text_fill(c->arena, say(c, WORD_FROM_TO), f, 2);
}

bool
block_plan_outline(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct plan_target *list;
	size_t count;
	int64_t of[COVERAGE_DONE + 1] = {0}, chosen = 0;
	if (!targets_read(c, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (list[i].chosen) {
			chosen++;
			of[list[i].coverage]++;
		}
	struct filling f[] = {{"chosen", number_text(c->arena, chosen)},
		{"all", number_text(c->arena, (int64_t)count)},
		{"done", number_text(c->arena, of[COVERAGE_DONE])},
		{"planned", number_text(c->arena, of[COVERAGE_PLANNED])},
		{"left", number_text(c->arena, of[COVERAGE_LEFT])}};
	struct grid g = facts_grid(c);
	fact_add(c, &g, WORD_AUDIT_KIND, say(c, c->plan->kind == AUDIT_PLAN_MID ? WORD_PLAN_MID : WORD_PLAN_YEAR));
	fact_add(c, &g, WORD_PLAN_YEARS, years_text(c));
	fact_add(c, &g, WORD_PLAN_AIMS, for_readers(c, CONTENT_WORDS, c->plan->aims));
	fact_add(c, &g, WORD_PLAN_TARGETS, text_fill(c->arena, say(c, WORD_PLAN_CHOSEN), f, 5));
	fact_add(c, &g, WORD_PLAN_COVERAGE, text_fill(c->arena, say(c, WORD_PLAN_COVERED), f, 5));
	section_begin(c, b)->table = g.table;
	return true;
}

/* ---- targets ------------------------------------------------------------------------------------ */

static const char *
target_name(struct composer *c, const struct plan_target *t)
{
	return t->entry_id == 0 ? t->department_name
				: arena_printf(c->arena, "%s\n%s", t->department_name,
					  for_readers(c, CONTENT_SYSTEMS, t->entry_name));
}

static const char *
when_text(struct composer *c, const struct plan_target *t)
{
	return t->chosen ? fiscal_year_name(c->arena, t->year) : say(c, WORD_PLAN_PASSED);
}

/* What each rule gave; what is withheld gave nothing and is said to be. */
static const char *
factors_text(struct composer *c, const struct plan_target *t, const struct audit_rules *rules)
{
	const char *out = "";
	for (int f = 0; f < FACTORS; f++) {
		struct filling fill[] = {{"title", rules->titles[f]},
			{"points", number_text(c->arena, t->factor_points[f])}};
		bool hidden = t->values[f].state == FACTOR_HIDDEN;
		if (t->values[f].state == FACTOR_APART || (t->factor_points[f] == 0 && !hidden))
			continue;
		out = arena_printf(c->arena, "%s%s%s", out, out[0] == '\0' ? "" : "\n",
			text_fill(c->arena, say(c, hidden ? WORD_PLAN_FACTOR_HIDDEN : WORD_PLAN_FACTOR), fill, 2));
	}
	return out;
}

static const char *
changed_text(struct composer *c, const struct plan_target *t)
{
	if (t->reason[0] == '\0')
		return "";
	struct filling f[] = {{"proposed", number_text(c->arena, t->proposed)},
		{"why", for_readers(c, CONTENT_WORDS, t->reason)},
		{"who", for_readers(c, CONTENT_PEOPLE, t->changed_who)}};
	/* one omission is enough to be seen; the list of them counts both */
	return text_fill(c->arena,
		say(c, readers_see(c, CONTENT_PEOPLE) ? WORD_PLAN_CHANGED : WORD_PLAN_CHANGED_OPEN), f, 3);
}

static void
target_row(struct composer *c, struct grid *g, const struct plan_target *t, const struct audit_rules *rules)
{
	static const enum word coverages[] = {[COVERAGE_LEFT] = WORD_COVERAGE_LEFT,
		[COVERAGE_PLANNED] = WORD_COVERAGE_PLANNED,
		[COVERAGE_DONE] = WORD_COVERAGE_DONE};
	struct table_cell *row = grid_row(g);
	row[0].text = number_text(c->arena, t->ord);
	row[1].text = target_name(c, t);
	row[2].text = when_text(c, t);
	row[3].text = for_readers(c, CONTENT_FACTORS, number_text(c->arena, t->points));
	row[4].text = for_readers(c, CONTENT_FACTORS, factors_text(c, t, rules));
	row[5].text = changed_text(c, t);
	row[6].text = t->chosen ? say(c, coverages[t->coverage]) : say(c, WORD_NONE);
}

bool
block_plan_targets(struct composer *c, const struct recipe_block *b, struct err *e)
{
	const struct column columns[] = {
		{say(c, WORD_PLAN_ORDER), 0.07, ALIGN_RIGHT},
		{say(c, WORD_PLAN_TARGET), 0.2, ALIGN_LEFT},
		{say(c, WORD_YEAR), 0.12, ALIGN_LEFT},
		{say(c, WORD_PLAN_POINTS), 0.07, ALIGN_RIGHT},
		{say(c, WORD_PLAN_FACTORS), 0.26, ALIGN_LEFT},
		{say(c, WORD_PLAN_BY_HAND), 0.16, ALIGN_LEFT},
		{say(c, WORD_STATE), 0.12, ALIGN_LEFT},
	};
	struct plan_target *list;
	size_t count;
	const struct audit_rules *rules = audit_rules(e);
	if (rules == NULL || !targets_read(c, &list, &count, e))
		return false;
	struct grid g = grid_create(c, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < count; i++)
		target_row(c, &g, &list[i], rules);
	struct section *s = section_begin(c, b);
	if (count > 0)
		s->table = g.table;
	else
		s->note = say(c, WORD_NO_TARGETS);
	return true;
}

/* The rules by which the points were given, one a line. */
bool
block_plan_rules(struct composer *c, const struct recipe_block *b, struct err *e)
{
	const struct audit_rules *rules = audit_rules(e);
	if (rules == NULL)
		return false;
	struct section *s = section_begin(c, b);
	const struct column columns[] = {
		{say(c, WORD_PLAN_FACTORS), 0.3, ALIGN_LEFT}, {say(c, WORD_PLAN_RULE), 0.7, ALIGN_LEFT}};
	struct grid g = grid_create(c, columns, 2);
	for (int f = 0; f < FACTORS; f++) {
		struct table_cell *row = grid_row(&g);
		row[0].text = rules->titles[f];
		row[1].text = rules->texts[f];
	}
	s->table = g.table;
	return true;
}

/* ---- the years' coverage, for the management ---------------------------------------------------------- */

/* Of every approved mid-term plan that the year is part of. */
bool
block_plan_coverage(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct audit_plan *plans;
	size_t plan_count, shown = 0;
	const int year = c->figures->cycle.year;
	if (!audit_plans_list(c->db, c->arena, &plans, &plan_count, e))
		return false;
	struct recipe_block one = *b;
	for (size_t i = 0; i < plan_count; i++) {
		const struct audit_plan *p = &plans[i];
		if (p->edition == 0 || year < p->first_year || year > p->last_year)
			continue;
		c->plan = p;
		one.heading = shown++ == 0 ? b->heading : NULL;
		if (!block_plan_outline(c, &one, e))
			return false;
	}
	c->plan = NULL;
	if (shown == 0)
		section_begin(c, b)->note = say(c, WORD_NO_PLANS);
	return true;
}
