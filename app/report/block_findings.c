/* 指摘事項一覧: the findings that were raised in the fiscal year of the cycle, as they stand on the day. */
#include "report/audits.h"

#include "domain/cycle/fiscal.h"
#include "domain/score/score.h"
#include "store/audit/engagements.h"
#include "store/audit/working_papers.h"
#include "store/keep/gone.h"

/* Anybody reads of those that are confirmed, once the report of the audit they were raised in is fixed. */
static bool
for_these_readers(struct composer *c, const struct finding *f, bool *out, struct err *e)
{
	struct engagement g;
	int64_t audit;
	const char *item;
	*out = f->state != FINDING_WITHDRAWN;
	if (c->request->readers != READERS_PUBLIC)
		return true;
	*out = finding_counts(f->state);
	if (!*out)
		return true;
	if (!line_of_finding(c->db, c->arena, f->id, &audit, &item, e))
		return false;
	if (audit == 0)
		return true;
	if (!engagement_find(c->db, c->arena, audit, &g, e))
		return false;
	*out = engagement_final(g.state);
	return true;
}

/* Of the body all but those withdrawn; of a department those it has been told of. By number. */
static bool
findings_of_year(struct composer *c, struct finding **out, size_t *count, struct err *e)
{
	const struct finding_filter f = {.year = c->figures->cycle.year,
		.department_id = c->request->department_id,
		.told = !subject_is_body(c),
		.state = FINDING_STATES,
		.severity = SEVERITIES,
		.day = today_of(c)};
	size_t n;
	if (!findings_list(c->db, c->arena, &f, out, &n, e))
		return false;
	*count = 0;
	for (size_t i = 0; i < n; i++) {
		bool shown;
		if (!for_these_readers(c, &(*out)[i], &shown, e))
			return false;
		if (shown)
			(*out)[(*count)++] = (*out)[i];
	}
	return true;
}

/* ---- the list -------------------------------------------------------------------------------- */

static bool
title_text(struct composer *c, const struct finding *f, const char **out, struct err *e)
{
	struct filling times[] = {{"times", number_text(c->arena, f->times)}};
	if (!finding_title_text(c, f, out, e))
		return false;
	if (f->times > 1)
		*out = arena_printf(c->arena, "%s\n%s", *out,
			text_fill(c->arena, say(c, WORD_FINDING_TIMES), times, 1));
	if (f->parent_id != 0)
		*out = arena_printf(c->arena, "%s\n%s", *out, say(c, WORD_FINDING_SPREAD));
	return true;
}

static const char *
due_text(struct composer *c, const struct finding *f, bool overdue)
{
	if (f->wait_day == 0)
		return say(c, WORD_NONE);
	const char *day = wareki_day(c->arena, f->wait_day);
	return overdue ? arena_printf(c->arena, "%s\n%s", day, say(c, WORD_PLAN_OVERDUE)) : day;
}

static bool
finding_row(struct composer *c, struct grid *g, const struct finding *f, struct err *e)
{
	const struct clause *clause = policy_find(c->policy, f->clause);
	bool overdue = finding_overdue(f->state, f->wait_day, today_of(c));
	struct table_cell *row = grid_row(g);
	row[0].text = finding_number(c->arena, f);
	row[1].text = f->department_name;
	row += subject_is_body(c);
	row[2].text = clause == NULL ? f->clause : clause->display;
	row[3].text = say(c, severity_word(f->severity));
	row[4].text = say(c, finding_state_word(f->state));
	row[5] = (struct table_cell){.text = due_text(c, f, overdue), .strong = overdue};
	return title_text(c, f, &row[1].text, e);
}

static bool
list_grid(struct composer *c, const struct finding *list, size_t count, struct grid *g, struct err *e)
{
	const double of = subject_is_body(c) ? 0.13 : 0;
	struct column columns[] = {
		{say(c, WORD_FINDING_NUMBER), 0.11, ALIGN_LEFT},
		{say(c, WORD_DEPARTMENT), of, ALIGN_LEFT},
		{say(c, WORD_FINDING_TITLE), 0.37 - of, ALIGN_LEFT},
		{say(c, WORD_CLAUSE), 0.08, ALIGN_LEFT},
		{say(c, WORD_SEVERITY), 0.15, ALIGN_LEFT},
		{say(c, WORD_STATE), 0.12, ALIGN_LEFT},
		{say(c, WORD_DUE), 0.17, ALIGN_LEFT},
	};
	if (!subject_is_body(c))
		columns[1] = columns[0];
	*g = subject_is_body(c) ? grid_create(c, columns, 7) : grid_create(c, columns + 1, 6);
	for (size_t i = 0; i < count; i++)
		if (!finding_row(c, g, &list[i], e))
			return false;
	g->table->row_headers = true;
	return true;
}

/* ---- how many ---------------------------------------------------------------------------------- */

/* The rates are of confirmed ones: closed, and found before. */
static struct grid
counts_grid(struct composer *c, const struct finding_counts *n)
{
	const struct column columns[] = {
		{say(c, WORD_SEVERITY_MAJOR), 0.14, ALIGN_RIGHT},
		{say(c, WORD_SEVERITY_MINOR), 0.14, ALIGN_RIGHT},
		{say(c, WORD_SEVERITY_OBSERVATION), 0.1, ALIGN_RIGHT},
		{say(c, WORD_SEVERITY_RECOMMENDATION), 0.1, ALIGN_RIGHT},
		{say(c, WORD_FINDING_CLOSED), 0.08, ALIGN_RIGHT},
		{say(c, WORD_PLAN_OVERDUE), 0.1, ALIGN_RIGHT},
		{say(c, WORD_FINDING_IMPROVED), 0.12, ALIGN_RIGHT},
		{say(c, WORD_FINDING_REPEATED), 0.12, ALIGN_RIGHT},
		{say(c, WORD_PLAN_SPREAD), 0.1, ALIGN_RIGHT},
	};
	const struct figure closed = {.rate = {.numerator = n->closed, .denominator = n->confirmed}},
			    again = {.rate = {.numerator = n->repeated, .denominator = n->confirmed}};
	struct grid g = grid_create(c, columns, 9);
	struct table_cell *row = grid_row(&g);
	for (int i = 0; i < SEVERITIES; i++)
		row[i].text = number_text(c->arena, n->severe[i]);
	row[4].text = number_text(c->arena, n->closed);
	row[5].text = number_text(c->arena, n->overdue);
	row[6].text = arena_printf(c->arena, "%s\n%s", percent_text(c, &closed), fraction_text(c, &closed));
	row[7].text = arena_printf(c->arena, "%s\n%s", percent_text(c, &again), fraction_text(c, &again));
	row[8].text = number_text(c->arena, n->spread);
	return g;
}

bool
block_findings(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct finding *list;
	struct grid g;
	size_t count;
	bool gone;
	if (!findings_of_year(c, &list, &count, e) || (!b->brief && !list_grid(c, list, count, &g, e)) ||
		!gone_of_year(c->db, "findings", c->figures->cycle.year, &gone, e))
		return false;
	struct section *s = section_begin(c, b);
	struct finding_counts n = findings_count(list, count, today_of(c));
	if (b->brief)
		s->table = counts_grid(c, &n).table;
	else if (count > 0)
		s->table = g.table;
	else
		s->note = say(c, WORD_NO_FINDINGS);
	if (gone)
		s->note = arena_printf(
			c->arena, "%s%s", s->note == NULL ? "" : s->note, say(c, WORD_FINDINGS_GONE));
	return true;
}
