/* The heat map: department × measure, with the number in each cell, and its table. */
#include "report/block.h"

#include "store/setting.h"

enum { HEAT_ROWS = 25 }; /* departments a chart */

struct heat {
	size_t *measures, count;
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
		const struct department_figures *d = &f->departments[from + i];
		rows[i] = d->name;
		for (size_t m = 0; m < h->count; m++)
			cells[i * h->count + m] = shown_of(&d->measures[h->measures[m]]);
	}
	struct chart_words words = {say(c, WORD_HEAT), say(c, WORD_HEAT_DESCRIPTION), say(c, WORD_PERCENT)};
	int alarm = setting_number(c->db, "alarm") * 10;
	return chart_heat(c->arena, c->width, &words, rows, count, columns, h->count, cells, alarm);
}

static void
heat_row(struct composer *c, struct grid *g, const struct heat *h, const char *name,
	const struct department_figures *d)
{
	const struct figures *f = c->figures;
	struct table_cell *row = grid_row(g);
	row[0].text = d->asked ? name : arena_printf(c->arena, "%s%s", name, say(c, WORD_NOT_ASKED_BRACKETS));
	for (size_t i = 0; i < h->count; i++) {
		size_t m = h->measures[i];
		struct shown s = shown_of(&d->measures[m]);
		row[i + 1] = figure_cell(c, &d->measures[m], d->department_id, f->measures[m]->key);
		if (s.known) /* so many columns leave no room for the sign */
			row[i + 1].text = arena_printf(c->arena, "%d.%d", s.tenths / 10, s.tenths % 10);
	}
}

static struct grid
heat_grid(struct composer *c, const struct heat *h)
{
	const struct figures *f = c->figures;
	struct column *columns = ARENA_ARRAY(c->arena, struct column, h->count + 1);
	columns[0] = (struct column){say(c, WORD_DEPARTMENT), 0.2, ALIGN_LEFT};
	for (size_t m = 0; m < h->count; m++)
		columns[m + 1] = (struct column){
			f->measures[h->measures[m]]->display, 0.8 / (double)h->count, ALIGN_RIGHT};
	struct grid g = grid_create(c, columns, h->count + 1);
	for (size_t i = 0; i < f->department_count; i++)
		heat_row(c, &g, h, f->departments[i].name, &f->departments[i]);
	heat_row(c, &g, h, say(c, WORD_WHOLE), &f->body);
	g.table->caption = say(c, WORD_HEAT_TABLE);
	return g;
}

bool
block_heat(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	const struct figures *f = c->figures;
	struct section *s = section_begin(c, b);
	const char *note = s->note;
	struct heat h = {0};
	h.count = measures_asked(c, &h.measures);
	s->note = NULL;
	if (departments_drawn(c))
		charts_make(c, s, f->department_count, HEAT_ROWS, heat_chart, &h);
	struct grid g = heat_grid(c, &h);
	s = section_go_on(c);
	s->table = g.table;
	s->note = note_withheld(c, note);
	return true;
}
