/* How many were asked and answered, the four indicators, progress by
 * department. */
#include "report/block.h"

#include "domain/score/score.h"
#include "store/figure/tallies.h"

static const struct department_figures *
body_of(const struct composer *c)
{
	return &c->figures->body;
}

static struct section *
table_section(struct composer *c, struct section *s, const struct grid *g, const char *caption)
{
	if (s == NULL)
		s = section_go_on(c);
	g->table->caption = caption;
	s->table = g->table;
	return s;
}

static const char *
asked_table(struct composer *c)
{
	return say_of(c, WORD_ASKED_TABLE, WORD_ASKED_TABLE_UNITS);
}

static void
asked_row(struct composer *c, struct grid *g, const char *name, const struct department_figures *d)
{
	const struct progress_row *p = &d->progress;
	struct table_cell *row = grid_row(g);
	row[0].text = name;
	row[1].text = number_text(c->arena, p->asked);
	row[2].text = number_text(c->arena, p->submitted);
	row[3].text = number_text(c->arena, p->late);
	row[4].text = number_text(c->arena, p->drafts);
	row[5].text = number_text(c->arena, p->asked - p->submitted - p->drafts);
	row[6] = progress_cell(c, d);
}

static struct grid
asked_grid(struct composer *c, enum word first)
{
	const struct column columns[] = {
		{say(c, first), 0.28, ALIGN_LEFT},
		{say_of(c, WORD_ASKED, WORD_ASKED_UNITS), 0.12, ALIGN_RIGHT},
		{say_of(c, WORD_SUBMITTED, WORD_SUBMITTED_UNITS), 0.12, ALIGN_RIGHT},
		{say(c, WORD_LATE), 0.12, ALIGN_RIGHT},
		{say(c, WORD_DRAFTS), 0.12, ALIGN_RIGHT},
		{say(c, WORD_NOT_BEGUN), 0.12, ALIGN_RIGHT},
		{say(c, WORD_RESPONSE_RATE), 0.12, ALIGN_RIGHT},
	};
	return grid_create(c, columns, sizeof columns / sizeof *columns);
}

static bool
serious_answer(const struct figures *f)
{
	for (size_t i = 0; i < f->set->count; i++) {
		unsigned outcomes[OUTCOME_COUNT];
		const struct item *item = &f->set->items[i];
		if (!item->priority || item->weight < 3 || !item_scored(item))
			continue;
		outcomes_of(item, &f->subject->tallies[i], outcomes);
		if (outcomes[OUTCOME_NOT] > 0)
			return true;
	}
	return false;
}

/* Withheld as soon as one item is: what it hides might decide the grade. */
static const char *
grade_text(struct composer *c)
{
	const struct figures *f = c->figures;
	struct shown points = shown_of(&f->subject->points);
	if (!points.known)
		return points.mark;
	for (size_t i = 0; i < f->set->count; i++)
		if (item_hidden(c, i))
			return shown_of(&(struct figure){.hidden = true}).mark;
	bool serious = serious_answer(f);
	char grade = grade_of(points.tenths, serious, &f->cycle.grading);
	if (!serious)
		return arena_printf(c->arena, "%c", grade);
	return arena_printf(c->arena, "%c%s", grade, say(c, WORD_SERIOUS));
}

/* While people still answer, whose sheets the indicators are of. */
static const char *
indicators_note(struct composer *c)
{
	const struct figures *f = c->figures;
	const char *note = say(c, WORD_INDICATORS_NOTE);
	if (!cycle_live(f->cycle.state) || f->set->duty)
		return note;
	struct filling counted = {"counted", number_text(c->arena, f->subject->counted)};
	return arena_printf(
		c->arena, "%s\n%s", text_fill(c->arena, say(c, WORD_COUNTED_NOTE), &counted, 1), note);
}

static void
indicator_section(struct composer *c)
{
	const struct figures *f = c->figures;
	const struct column columns[] = {
		{say(c, WORD_RESPONSE_RATE), 0.2, ALIGN_CENTRE},
		{say(c, WORD_DONE_RATE), 0.2, ALIGN_CENTRE},
		{say(c, WORD_POINTS_RATE), 0.2, ALIGN_CENTRE},
		{say(c, WORD_YEAR_DIFFERENCE), 0.2, ALIGN_CENTRE},
		{say(c, WORD_GRADE), 0.2, ALIGN_CENTRE},
	};
	struct grid g = grid_create(c, columns, 5);
	int64_t id = c->request->department_id;
	struct table_cell *row = grid_row(&g);
	row[0] = progress_cell(c, f->subject);
	row[1] = figure_cell(c, &f->subject->done, id, "all");
	row[2] = figure_cell(c, &f->subject->points, id, "all");
	row[3].text = difference_text(c, &f->comparable_now, &f->comparable_before);
	row[4].text = grade_text(c);
	for (size_t i = 0; i < 5; i++)
		row[i].strong = true;
	g.table->row_headers = false;
	table_section(c, NULL, &g, say(c, WORD_INDICATORS))->note = indicators_note(c);
}

/* A line of the indicators; a department's stands beside the body's. */
static void
indicator_row(
	struct composer *c, struct grid *g, enum word name, struct table_cell own, struct table_cell body)
{
	struct table_cell *row = grid_row(g);
	row[0].text = name == WORD_ANSWERED_OF ? say_of(c, name, WORD_ANSWERED_OF_UNITS) : say(c, name);
	row[1] = own;
	row[1].strong = true;
	if (g->column_count > 2)
		row[2] = body;
}

static struct table_cell
answered_cell(struct composer *c, const struct department_figures *d)
{
	struct filling f[] = {{"submitted", number_text(c->arena, d->progress.submitted)},
		{"asked", number_text(c->arena, d->progress.asked)},
		{"unit", say_unit(c, c->figures->set->unit)}};
	return (struct table_cell){.text = text_fill(c->arena, say(c, WORD_ANSWERED), f, 3)};
}

/* What is read in two minutes: one indicator under the other. */
static void
indicators_brief(struct composer *c, struct section *s)
{
	const struct figures *f = c->figures;
	const struct department_figures *own = f->subject, *body = body_of(c);
	const struct column columns[] = {
		{say(c, WORD_INDICATOR), 0.4, ALIGN_LEFT},
		{own->name, 0.3, ALIGN_RIGHT},
		{say(c, WORD_WHOLE), 0.3, ALIGN_RIGHT},
	};
	int64_t id = c->request->department_id;
	struct grid g = grid_create(c, columns, subject_is_body(c) ? 2 : 3);
	indicator_row(c, &g, WORD_ANSWERED_OF, answered_cell(c, own), answered_cell(c, body));
	indicator_row(c, &g, WORD_RESPONSE_RATE, progress_cell(c, own), progress_cell(c, body));
	indicator_row(c, &g, WORD_DONE_RATE, figure_cell(c, &own->done, id, "all"),
		figure_cell(c, &body->done, 0, "all"));
	indicator_row(c, &g, WORD_POINTS_RATE, figure_cell(c, &own->points, id, "all"),
		figure_cell(c, &body->points, 0, "all"));
	indicator_row(c, &g, WORD_YEAR_DIFFERENCE,
		(struct table_cell){.text = difference_text(c, &f->comparable_now, &f->comparable_before)},
		(struct table_cell){0});
	indicator_row(c, &g, WORD_GRADE, (struct table_cell){.text = grade_text(c)}, (struct table_cell){0});
	table_section(c, s, &g, say(c, WORD_INDICATORS))->note = indicators_note(c);
}

bool
block_overview(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	struct section *s = section_begin(c, b);
	if (b->brief) {
		indicators_brief(c, s);
		return true;
	}
	struct grid g = asked_grid(c, WORD_DEPARTMENT);
	if (!subject_is_body(c))
		asked_row(c, &g, c->figures->subject->name, c->figures->subject);
	asked_row(c, &g, say(c, WORD_WHOLE), body_of(c));
	table_section(c, s, &g, asked_table(c));
	indicator_section(c);
	return true;
}

static const char *
progress_words(struct composer *c, const struct department_figures *d)
{
	if (!d->asked)
		return say_of(c, WORD_NOT_ASKED, WORD_NOT_ASKED_UNITS);
	struct filling f[] = {{"submitted", number_text(c->arena, d->progress.submitted)},
		{"asked", number_text(c->arena, d->progress.asked)},
		{"unit", say_unit(c, c->figures->set->unit)}, {"rate", progress_cell(c, d).text}};
	return text_fill(c->arena, say(c, WORD_PROGRESS), f, 4);
}

enum { CHART_ROWS = 25 }; /* departments a chart */

static const struct canvas *
progress_chart(struct composer *c, const void *with, size_t from, size_t count)
{
	const struct department_range *range = with;
	const struct figures *f = c->figures;
	struct progress *rows = ARENA_ARRAY(c->arena, struct progress, count);
	for (size_t i = 0; i < count; i++) {
		const struct department_figures *d = &f->departments[range->first + from + i];
		rows[i] = (struct progress){d->name, (unsigned)d->progress.submitted,
			(unsigned)d->progress.asked, progress_words(c, d)};
	}
	struct chart_words words = {say(c, WORD_PROGRESS_CHART),
		say_of(c, WORD_PROGRESS_DESCRIPTION, WORD_PROGRESS_DESCRIPTION_UNITS), say(c, WORD_PERCENT)};
	return chart_progress(c->arena, c->width, &words, rows, count);
}

bool
block_progress(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	const struct figures *f = c->figures;
	const char *note;
	struct section *s = section_begin(c, b);
	note = s->note;
	s->note = NULL;
	struct department_range range = departments_shown(c);
	charts_make(c, s, range.end - range.first, CHART_ROWS, progress_chart, &range);
	struct grid g = asked_grid(c, WORD_DEPARTMENT);
	for (size_t i = range.first; i < range.end; i++) {
		const struct department_figures *d = &f->departments[i];
		if (d->asked)
			asked_row(c, &g, d->name, d);
		else
			*grid_row(&g) = (struct table_cell){.text = d->name};
		if (!d->asked)
			g.cells[g.table->row_count * g.column_count - 1].text =
				say_of(c, WORD_NOT_ASKED, WORD_NOT_ASKED_UNITS);
	}
	asked_row(c, &g, say(c, WORD_WHOLE), body_of(c));
	s = table_section(c, NULL, &g, asked_table(c));
	s->note = note;
	s->paged = true;
	return true;
}

/* By 職員種別: the body's own words for them, as on the base date. */
bool
block_kinds(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct kind_progress *kinds;
	size_t count;
	if (!kinds_list(c->db, c->arena, c->figures->cycle.id, c->figures->set->key, &kinds, &count, e))
		return false;
	struct grid g = asked_grid(c, WORD_STAFF_KIND);
	for (size_t i = 0; i < count; i++) {
		struct department_figures d = {.progress = kinds[i].progress, .asked = true};
		asked_row(c, &g, kinds[i].kind[0] != '\0' ? kinds[i].kind : say(c, WORD_NO_KIND), &d);
	}
	asked_row(c, &g, say(c, WORD_WHOLE), body_of(c));
	table_section(c, section_begin(c, b), &g, say(c, WORD_KINDS_TABLE));
	return true;
}
