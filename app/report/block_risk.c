/* リスク評価表: what the steps mean, how many risks stand where, and each of them. */
#include "report/block.h"

#include "domain/cycle/fiscal.h"
#include "store/risk/risk_words.h"
#include "store/risk/risks.h"

static bool
risks_of_year(struct composer *c, struct risk **list, size_t *count, struct err *e)
{
	const struct risk_filter f = {.year = (int)c->request->about_id};
	return risks_list(c->db, c->arena, &f, list, count, e);
}

bool
block_risk_scale(struct composer *c, const struct recipe_block *b, struct err *e)
{
	const struct risk_words *w = risk_words_get(e);
	const struct column columns[] = {
		{say(c, WORD_RISK_STEP), 0.08, ALIGN_LEFT},
		{say(c, WORD_RISK_LIKELIHOOD), 0.46, ALIGN_LEFT},
		{say(c, WORD_RISK_LOSS), 0.46, ALIGN_LEFT},
	};
	if (w == NULL)
		return false;
	struct grid g = grid_create(c, columns, sizeof columns / sizeof *columns);
	for (int i = RISK_MOST; i >= RISK_LEAST; i--) {
		struct table_cell *row = grid_row(&g);
		row[0].text = number_text(c->arena, i);
		row[1].text = w->likelihood[i - RISK_LEAST];
		row[2].text = w->loss[i - RISK_LEAST];
	}
	section_begin(c, b)->table = g.table;
	return true;
}

/* ---- the matrix ------------------------------------------------------------------------------ */

static struct table_cell
matrix_cell(struct composer *c, const struct risk_words *w, int likelihood, int loss, int64_t count)
{
	struct filling f[] = {
		{"band", w->bands[risk_band_of(likelihood, loss)]}, {"count", number_text(c->arena, count)}};
	return (struct table_cell){
		.text = text_fill(c->arena, say(c, count > 0 ? WORD_RISK_CELL : WORD_RISK_CELL_NONE), f, 2),
		.strong = count > 0};
}

bool
block_risk_matrix(struct composer *c, const struct recipe_block *b, struct err *e)
{
	const struct risk_words *w = risk_words_get(e);
	int64_t at[RISK_MOST + 1][RISK_MOST + 1] = {0};
	struct column columns[RISK_MOST + 1] = {{say(c, WORD_RISK_CORNER), 0.2, ALIGN_LEFT}};
	struct risk *list;
	size_t count;
	if (w == NULL || !risks_of_year(c, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		at[list[i].likelihood][list[i].loss]++;
	for (int m = RISK_LEAST; m <= RISK_MOST; m++)
		columns[m] = (struct column){number_text(c->arena, m), 0.16, ALIGN_LEFT};
	struct grid g = grid_create(c, columns, RISK_MOST + 1);
	for (int l = RISK_MOST; l >= RISK_LEAST; l--) {
		struct table_cell *row = grid_row(&g);
		row[0].text = number_text(c->arena, l);
		for (int m = RISK_LEAST; m <= RISK_MOST; m++)
			row[m] = matrix_cell(c, w, l, m, at[l][m]);
	}
	section_begin(c, b)->table = g.table;
	return true;
}

/* ---- the list ---------------------------------------------------------------------------------- */

static const char *
treatment_text(struct composer *c, const struct risk_words *w, const struct risk *r)
{
	const struct filling f[] = {{"treatment", w->treatments[r->treatment]}, {"measure", r->measure},
		{"who", r->accepted_name},
		{"day", r->accepted_until != 0 ? wareki_day(c->arena, r->accepted_until) : ""}};
	enum word word = WORD_RISK_TREATED;
	if (r->treatment == RISK_ACCEPT)
		word = r->accepted_by == 0                                   ? WORD_RISK_WAITS
		       : r->accepted_until < today_of(c) ? WORD_RISK_EXPIRED
									     : WORD_RISK_ACCEPTED;
	return text_fill(c->arena, say(c, word), f, 4);
}

static void
risk_row(struct composer *c, struct grid *g, const struct risk_words *w, const struct risk *r)
{
	const struct clause *threat = policy_find(c->policy, r->threat);
	const struct filling value[] = {{"value", number_text(c->arena, r->likelihood * r->loss)},
		{"band", w->bands[risk_band_of(r->likelihood, r->loss)]},
		{"likelihood", number_text(c->arena, r->likelihood)},
		{"loss", number_text(c->arena, r->loss)}};
	const struct filling asset[] = {{"asset", r->asset}, {"department", r->department_name}};
	struct table_cell *row = grid_row(g);
	row[0].text = text_fill(c->arena, say(c, WORD_RISK_VALUE_OF), value, 4);
	row[1].text = text_fill(c->arena, say(c, WORD_RISK_ASSET_OF), asset, 2);
	row[2].text =
		threat == NULL ? r->threat : arena_printf(c->arena, "%s %s", threat->display, threat->title);
	row[3].text = r->grounds;
	row[4].text = r->owner_name;
	row[5].text = treatment_text(c, w, r);
}

bool
block_risks(struct composer *c, const struct recipe_block *b, struct err *e)
{
	const struct risk_words *w = risk_words_get(e);
	const struct column columns[] = {
		{say(c, WORD_RISK_VALUE), 0.09, ALIGN_LEFT},
		{say(c, WORD_RISK_ASSET), 0.17, ALIGN_LEFT},
		{say(c, WORD_RISK_THREAT), 0.13, ALIGN_LEFT},
		{say(c, WORD_RISK_GROUNDS), 0.25, ALIGN_LEFT},
		{say(c, WORD_RISK_OWNER), 0.1, ALIGN_LEFT},
		{say(c, WORD_RISK_TREATMENT), 0.26, ALIGN_LEFT},
	};
	struct risk *list;
	size_t count;
	if (w == NULL || !risks_of_year(c, &list, &count, e))
		return false;
	struct grid g = grid_create(c, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < count; i++)
		risk_row(c, &g, w, &list[i]);
	struct section *s = section_begin(c, b);
	if (count > 0)
		s->table = g.table;
	else
		s->note = say(c, WORD_RISK_NONE);
	return true;
}
