/* Figures by measure: the radar of department against body, and the table. */
#include "report/block.h"

static const char *
measure_name(struct composer *c, const struct clause *m)
{
	return arena_printf(c->arena, "%s %s", m->display, m->title);
}

static const struct shown *
shown_list(struct composer *c, const struct figure *figures, size_t count)
{
	struct shown *out = ARENA_ARRAY(c->arena, struct shown, count);
	for (size_t i = 0; i < count; i++)
		out[i] = shown_of(&figures[i]);
	return out;
}

static struct chart_words
chart_words(struct composer *c, enum word title, enum word description)
{
	return (struct chart_words){
		placed(c, say(c, title)), placed(c, say(c, description)), say(c, WORD_PERCENT)};
}

/* Beside the table, which has the whole names, the axes have the numbers only. */
const struct canvas *
measures_chart(struct composer *c, double width)
{
	const struct figures *f = c->figures;
	size_t axes = f->measure_count < MEASURE_AXES ? f->measure_count : MEASURE_AXES;
	const char **names = ARENA_ARRAY(c->arena, const char *, axes);
	for (size_t i = 0; i < axes; i++)
		names[i] = width < c->width ? f->measures[i]->display : measure_name(c, f->measures[i]);
	struct series series[] = {
		{f->subject->name, shown_list(c, f->subject->measures, axes)},
		{say(c, WORD_WHOLE), shown_list(c, f->body.measures, axes)},
	};
	struct chart_words words = chart_words(c, WORD_RADAR, WORD_RADAR_DESCRIPTION);
	return chart_radar(c->arena, width, &words, names, axes, series, subject_is_body(c) ? 1 : 2);
}

/* Beside the chart there is no room for the name of the department. */
static struct grid
department_grid(struct composer *c, bool narrow)
{
	const struct figures *f = c->figures;
	const struct column columns[] = {
		{say(c, WORD_MEASURE), narrow ? 0.34 : 0.4, ALIGN_LEFT},
		{placed(c, say(c, narrow ? WORD_SHORT_OWN_POINTS : WORD_OWN_POINTS)),
			narrow ? 0.16 : 0.15, ALIGN_RIGHT},
		{say(c, narrow ? WORD_SHORT_BODY_POINTS : WORD_BODY_POINTS), narrow ? 0.16 : 0.15,
			ALIGN_RIGHT},
		{say(c, narrow ? WORD_SHORT_DIFFERENCE : WORD_DIFFERENCE), narrow ? 0.19 : 0.15, ALIGN_RIGHT},
		{say(c, WORD_OWN_DONE), 0.15, ALIGN_RIGHT},
	};
	struct grid g = grid_create(c, columns, 5);
	int64_t id = f->subject->department_id;
	size_t *list, count = measures_asked(c, &list);
	for (size_t at = 0; at < count; at++) {
		size_t i = list[at];
		const char *key = f->measures[i]->key;
		struct table_cell *row = grid_row(&g);
		row[0].text = measure_name(c, f->measures[i]);
		row[1] = figure_cell(c, &f->subject->measures[i], id, key);
		row[2] = figure_cell(c, &f->body.measures[i], 0, key);
		row[3].text = difference_text(c, &f->subject->measures[i], &f->body.measures[i]);
		row[4] = figure_cell(c, &f->subject->measures_done[i], id, key);
	}
	return g;
}

static struct grid
body_grid(struct composer *c)
{
	const struct figures *f = c->figures;
	const struct column columns[] = {
		{say(c, WORD_MEASURE), 0.46, ALIGN_LEFT},
		{say(c, WORD_POINTS_RATE), 0.18, ALIGN_RIGHT},
		{say(c, WORD_DONE_RATE), 0.18, ALIGN_RIGHT},
		{say(c, WORD_FRACTION), 0.18, ALIGN_RIGHT},
	};
	struct grid g = grid_create(c, columns, 4);
	size_t *list, count = measures_asked(c, &list);
	for (size_t at = 0; at < count; at++) {
		size_t i = list[at];
		const char *key = f->measures[i]->key;
		struct table_cell *row = grid_row(&g);
		row[0].text = measure_name(c, f->measures[i]);
		row[1] = figure_cell(c, &f->body.measures[i], 0, key);
		row[2] = figure_cell(c, &f->body.measures_done[i], 0, key);
		row[3].text = fraction_text(c, &f->body.measures_done[i]);
	}
	return g;
}

bool
block_measures(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	struct section *s = section_begin(c, b);
	const char *note = s->note;
	s->chart = measures_chart(c, chart_width(c, b));
	s->note = NULL;
	struct grid g = subject_is_body(c) ? body_grid(c) : department_grid(c, b->beside);
	g.table->caption = say(c, WORD_MEASURES_TABLE);
	if (b->half)
		s = section_go_on(c);
	s->table = g.table;
	s->note = note_withheld(c, note);
	return true;
}
