/* Three years, and the results of the sets that are answered for an office. */
#include "report/block.h"

#include "domain/cycle/fiscal.h"

const struct canvas *
trend_chart(struct composer *c, double width)
{
	const struct figures *f = c->figures;
	const char **years = ARENA_ARRAY(c->arena, const char *, f->year_count);
	bool *breaks = ARENA_ARRAY(c->arena, bool, f->year_count);
	struct shown *points = ARENA_ARRAY(c->arena, struct shown, f->year_count);
	struct shown *done = ARENA_ARRAY(c->arena, struct shown, f->year_count);
	for (size_t i = 0; i < f->year_count; i++) {
		years[i] = fiscal_year_name(c->arena, f->years[i].year);
		breaks[i] = i > 0 && f->years[i].changed;
		points[i] = shown_of(&f->years[i].points);
		done[i] = shown_of(&f->years[i].done);
	}
	struct series series[] = {{say(c, WORD_POINTS_RATE), points}, {say(c, WORD_DONE_RATE), done}};
	struct chart_words words = {say(c, WORD_TREND),
		placed(c, say(c, WORD_TREND_DESCRIPTION)),
		say(c, WORD_PERCENT)};
	return chart_trend(c->arena, width, &words, years, f->year_count, breaks, series, 2);
}

static const char *
year_remark(struct composer *c, const struct year_figures *y)
{
	if (!y->present)
		return say(c, WORD_YEAR_ABSENT);
	const char *changed = y->changed ? say(c, WORD_YEAR_CHANGED) : "";
	if (y->from == NULL || y->from[0] == '\0')
		return changed;
	struct filling names[] = {{"names", y->from}};
	return arena_printf(c->arena, "%s%s", text_fill(c->arena, say(c, WORD_YEAR_FROM), names, 1), changed);
}

bool
block_trend(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	const struct figures *f = c->figures;
	struct section *s = section_begin(c, b);
	const struct column columns[] = {
		{say(c, WORD_YEAR), 0.24, ALIGN_LEFT},
		{say(c, WORD_POINTS_RATE), 0.17, ALIGN_RIGHT},
		{say(c, WORD_DONE_RATE), 0.17, ALIGN_RIGHT},
		{say(c, WORD_REMARK), 0.42, ALIGN_LEFT},
	};
	struct grid g = grid_create(c, columns, 4);
	bool changed = false;
	for (size_t i = 0; i < f->year_count; i++) {
		const struct year_figures *y = &f->years[i];
		struct table_cell *row = grid_row(&g);
		row[0].text = fiscal_year_name(c->arena, y->year);
		row[1] = cycle_cell(c, &y->points, y->cycle_id, y->department_id, "all");
		row[2] = cycle_cell(c, &y->done, y->cycle_id, y->department_id, "all");
		row[3].text = year_remark(c, y);
		changed = changed || y->changed;
	}
	s->chart = trend_chart(c, chart_width(c, b));
	g.table->caption = say(c, WORD_TREND_TABLE);
	const char *note = s->note;
	s->note = NULL;
	if (b->half)
		s = section_go_on(c);
	s->table = g.table;
	s->note = note;
	if (changed)
		s->note = s->note == NULL
				  ? say(c, WORD_CHANGED_NOTE)
				  : arena_printf(c->arena, "%s\n%s", s->note, say(c, WORD_CHANGED_NOTE));
	return true;
}

static void
other_row(struct composer *c, struct grid *g, const struct figures *f)
{
	const struct department_figures *d = f->subject;
	struct table_cell *row = grid_row(g);
	row[0].text =
		f->set->label != NULL && f->set->label[0] != '\0'
			? arena_printf(c->arena, "%s%s%s", f->set->title, say(c, WORD_SPACE), f->set->label)
			: f->set->title;
	row[1].text = say_unit(c, f->set->unit);
	row[2].text = number_text(c->arena, d->progress.asked);
	row[3].text = number_text(c->arena, d->progress.submitted);
	row[4].text = progress_cell(c, d).text;
	row[5].text = percent_text(c, &d->done);
	row[6].text = percent_text(c, &d->points);
}

bool
block_other_sets(struct composer *c, const struct recipe_block *b, struct err *e)
{
	const struct column columns[] = {
		{say(c, WORD_SET), 0.28, ALIGN_LEFT},
		{say(c, WORD_UNIT), 0.16, ALIGN_LEFT},
		{say(c, WORD_ASKED_UNITS), 0.1, ALIGN_RIGHT},
		{say(c, WORD_SUBMITTED_UNITS), 0.1, ALIGN_RIGHT},
		{say(c, WORD_RESPONSE_RATE), 0.12, ALIGN_RIGHT},
		{say(c, WORD_DONE_RATE), 0.12, ALIGN_RIGHT},
		{say(c, WORD_POINTS_RATE), 0.12, ALIGN_RIGHT},
	};
	struct grid g = grid_create(c, columns, sizeof columns / sizeof *columns);
	struct cycle_set *sets;
	size_t count;
	if (!cycle_sets(c->db, c->arena, c->figures->cycle.id, &sets, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct questionnaire *q =
			store_cycle_set(c->store, c->figures->cycle.id, sets[i].set_key, e);
		struct figures *f = ARENA_NEW(c->arena, struct figures);
		if (q == NULL)
			return false;
		if (!q->duty || q == c->figures->set)
			continue;
		if (!figures_gather(c->store, c->arena, &c->figures->cycle, sets[i].set_key,
			    c->request->department_id, 1, f, e))
			return false;
		other_row(c, &g, f);
	}
	struct section *s = section_begin(c, b);
	if (g.table->row_count == 0)
		s->note = say(c, WORD_NO_OTHER_SETS);
	else
		s->table = g.table;
	return true;
}
