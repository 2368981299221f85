/* The heat map: department × measure, with the number in each cell, and its table. */
#include "report/block.h"

enum { HEAT_ROWS = 25 }; /* departments a chart */

struct heat {
	size_t *measures, count;
	struct department_range range;
};

static const struct canvas *
heat_chart(struct composer *c, const void *with, size_t from, size_t count)
{
	const struct heat *h = with;
	const struct figures *f = c->figures;
	const char **rows = ARENA_ARRAY(c->arena, const char *, count);
	const char **columns = ARENA_ARRAY(c->arena, const char *, h->count);
	struct shown *cells = ARENA_ARRAY(c->arena, struct shown, count * h->count);
	for (size_t m = 0; m < h->count; m++)
		columns[m] = f->measures[h->measures[m]]->display;
	for (size_t i = 0; i < count; i++) {
		const struct department_figures *d = &f->departments[h->range.first + from + i];
		rows[i] = d->name;
		for (size_t m = 0; m < h->count; m++)
			cells[i * h->count + m] = shown_of(&d->measures[h->measures[m]]);
	}
	struct chart_words words = {say(c, WORD_HEAT), say(c, WORD_HEAT_DESCRIPTION), say(c, WORD_PERCENT)};
	int alarm = decided_number(c, "alarm") * 10;
	return chart_heat(c->arena, c->width, &words, rows, count, columns, h->count, cells, alarm);
}

/* A page has room for how many answered; on paper that stands in a table of its own. */
static bool
answering_too(const struct composer *c)
{
	return c->request->base_url != NULL;
}

static const char *
not_asked_name(struct composer *c, const char *name)
{
	struct filling f[] = {{"not_asked", say_of(c, WORD_NOT_ASKED, WORD_NOT_ASKED_UNITS)}};
	return arena_printf(
		c->arena, "%s%s", name, text_fill(c->arena, say(c, WORD_NOT_ASKED_BRACKETS), f, 1));
}

static void
heat_row(struct composer *c, struct grid *g, const struct heat *h, const char *name,
	const struct department_figures *d)
{
	const struct figures *f = c->figures;
	struct table_cell *row = grid_row(g);
	row->text = d->asked ? name : not_asked_name(c, name);
	row++;
	if (answering_too(c))
		*row++ = progress_cell(c, d);
	for (size_t i = 0; i < h->count; i++) {
		size_t m = h->measures[i];
		struct shown s = shown_of(&d->measures[m]);
		row[i] = figure_cell(c, &d->measures[m], d->department_id, f->measures[m]->key);
		if (s.known) /* so many columns leave no room for the sign */
			row[i].text = arena_printf(c->arena, "%d.%d", s.tenths / 10, s.tenths % 10);
	}
}

static struct grid
heat_grid(struct composer *c, const struct heat *h)
{
	const struct figures *f = c->figures;
	struct column *columns = ARENA_ARRAY(c->arena, struct column, h->count + 2);
	size_t count = 0;
	columns[count++] = (struct column){say(c, WORD_DEPARTMENT), 0.2, ALIGN_LEFT};
	if (answering_too(c))
		columns[count++] = (struct column){say(c, WORD_RESPONSE_RATE), 0.1, ALIGN_RIGHT};
	for (size_t m = 0; m < h->count; m++)
		columns[count++] = (struct column){
			f->measures[h->measures[m]]->display, 0.8 / (double)h->count, ALIGN_RIGHT};
	struct grid g = grid_create(c, columns, count);
	for (size_t i = h->range.first; i < h->range.end; i++)
		heat_row(c, &g, h, f->departments[i].name, &f->departments[i]);
	heat_row(c, &g, h, say(c, WORD_WHOLE), &f->body);
	g.table->caption = say(c, WORD_HEAT_TABLE);
	return g;
}

bool
block_heat(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	struct section *s = section_begin(c, b);
	const char *note = s->note;
	struct heat h = {0};
	h.count = measures_asked(c, &h.measures);
	s->note = NULL;
	h.range = departments_shown(c);
	charts_make(c, s, h.range.end - h.range.first, HEAT_ROWS, heat_chart, &h);
	struct grid g = heat_grid(c, &h);
	s = section_go_on(c);
	s->table = g.table;
	s->note = note_withheld(c, note);
	s->paged = true;
	return true;
}
