/* Figures by question: stacked bars, the weakest ones, knowledge questions, all of them. */
#include "report/block.h"

#include "draw/palette.h"

enum { CHART_BARS = 10 }; /* a chart on a page */

/* "S611", or "S611†" when it asks for something else than last year. */
static const char *
item_number(struct composer *c, const struct item *i)
{
	const struct figures *f = c->figures;
	if (f->changed == NULL || !f->changed[i - f->set->items])
		return i->id;
	return arena_printf(c->arena, "%s%s", i->id, say(c, WORD_CHANGED_MARK));
}

/* Explains the mark where one stands. */
static const char *
note_changed(struct composer *c, const char *note)
{
	const struct figures *f = c->figures;
	bool any = false;
	for (size_t i = 0; f->changed != NULL && i < f->set->count; i++)
		any = any || (f->changed[i] && item_scored(&f->set->items[i]));
	if (!any)
		return note;
	return note == NULL ? say(c, WORD_ITEM_CHANGED_NOTE)
			    : arena_printf(c->arena, "%s\n%s", note, say(c, WORD_ITEM_CHANGED_NOTE));
}

/* A department's own figures leave nobody out. */
static const char *
note_of_subject(struct composer *c, const char *note)
{
	return subject_is_body(c) ? note_withheld(c, note) : note;
}

static const char *
item_name(struct composer *c, const struct item *i)
{
	return arena_printf(c->arena, "%s%s%s", item_number(c, i), say(c, WORD_SPACE), i->text);
}

static void
item_bar(struct composer *c, size_t index, struct bar *bar)
{
	const struct item *item = &c->figures->set->items[index];
	const struct tally *t = &c->figures->subject->tallies[index];
	unsigned *parts = ARENA_ARRAY(c->arena, unsigned, OUTCOME_COUNT);
	*bar = (struct bar){.label = item_name(c, item), .parts = parts, .note = ""};
	if (item_hidden(c, index)) {
		bar->mark = shown_of(&(struct figure){.hidden = true}).mark;
		return;
	}
	outcomes_of(item, t, parts);
	int64_t n = 0;
	for (size_t k = 0; k < OUTCOME_COUNT; k++)
		n += parts[k];
	struct filling f[] = {{"rate", percent_text(c, &c->figures->subject->items[index])},
		{"n", number_text(c->arena, n)}, {"unit", say_unit(c, c->figures->set->unit)},
		{"na", number_text(c->arena, t->na)}};
	bar->note = text_fill(c->arena, say(c, WORD_BAR_NOTE), f, 4);
	if (n == 0)
		bar->mark = shown_of(&c->figures->subject->items[index]).mark;
}

static const struct canvas *
items_chart(struct composer *c, const void *with, size_t from, size_t count)
{
	const size_t *indexes = with;
	struct part parts[OUTCOME_COUNT] = {
		[OUTCOME_DONE] = {say(c, WORD_OUTCOME_DONE), {PALETTE_DONE, PATTERN_SOLID}},
		[OUTCOME_PARTLY] = {say(c, WORD_OUTCOME_PARTLY), {PALETTE_PARTLY, PATTERN_HATCH}},
		[OUTCOME_NOT] = {say(c, WORD_OUTCOME_NOT), {PALETTE_NOT, PATTERN_CROSS}},
		[OUTCOME_UNKNOWN] = {say(c, WORD_OUTCOME_UNKNOWN), {PALETTE_UNKNOWN, PATTERN_DOTS}},
	};
	struct bar *bars = ARENA_ARRAY(c->arena, struct bar, count);
	for (size_t i = 0; i < count; i++)
		item_bar(c, indexes[from + i], &bars[i]);
	struct chart_words words = {say(c, WORD_BARS),
		placed(c, say(c, WORD_BARS_DESCRIPTION)),
		say(c, WORD_PERCENT)};
	return chart_bars(c->arena, c->width, &words, parts, OUTCOME_COUNT, bars, count);
}

static const char *
count_text(struct composer *c, size_t index, int64_t n)
{
	return item_hidden(c, index) ? shown_of(&(struct figure){.hidden = true}).mark
				     : number_text(c->arena, n);
}

static void
item_row(struct composer *c, struct grid *g, size_t index)
{
	const struct figures *f = c->figures;
	const struct item *item = &f->set->items[index];
	const struct figure *figure = &f->subject->items[index];
	unsigned outcomes[OUTCOME_COUNT];
	outcomes_of(item, &f->subject->tallies[index], outcomes);
	struct table_cell *row = grid_row(g);
	row[0].text = item_number(c, item);
	row[1].text = item->text;
	row[2] = figure_cell(c, figure, f->subject->department_id, item->id);
	row[3].text = fraction_text(c, figure);
	row[4].text = count_text(c, index, outcomes[OUTCOME_PARTLY]);
	row[5].text = count_text(c, index, outcomes[OUTCOME_NOT]);
	row[6].text = count_text(c, index, outcomes[OUTCOME_UNKNOWN]);
	row[7].text = count_text(c, index, figure->rate.na);
}

static struct grid
items_grid(struct composer *c, const size_t *indexes, size_t count)
{
	const struct column columns[] = {
		{say(c, WORD_NUMBER), 0.09, ALIGN_LEFT},
		{say(c, WORD_ITEM), 0.36, ALIGN_LEFT},
		{say(c, WORD_DONE_RATE), 0.11, ALIGN_RIGHT},
		{say(c, WORD_FRACTION), 0.13, ALIGN_RIGHT},
		{say(c, WORD_SHORT_PARTLY), 0.07, ALIGN_RIGHT},
		{say(c, WORD_SHORT_NOT), 0.08, ALIGN_RIGHT},
		{say(c, WORD_SHORT_UNKNOWN), 0.08, ALIGN_RIGHT},
		{say(c, WORD_SHORT_NA), 0.08, ALIGN_RIGHT},
	};
	struct grid g = grid_create(c, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < count; i++)
		item_row(c, &g, indexes[i]);
	g.table->caption = say(c, WORD_ITEMS_TABLE);
	return g;
}

/* False for what the subject's flags hide from everyone there: that is listed apart. */
static bool
item_asked(const struct composer *c, size_t index)
{
	const struct department_figures *d = c->figures->subject;
	struct rate r = d->items[index].rate;
	return item_hidden(c, index) || d->progress.asked == 0 || r.denominator + r.na + r.unanswered > 0;
}

static size_t
items_where(struct composer *c, bool knowledge, size_t **indexes)
{
	const struct questionnaire *q = c->figures->set;
	size_t count = 0;
	*indexes = ARENA_ARRAY(c->arena, size_t, q->count + 1);
	for (size_t i = 0; i < q->count; i++) {
		bool wanted = knowledge ? q->items[i].scale->knowledge : item_scored(&q->items[i]);
		if (wanted && item_asked(c, i))
			(*indexes)[count++] = i;
	}
	return count;
}

bool
block_items(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	size_t *indexes, count = items_where(c, false, &indexes);
	struct section *s = section_begin(c, b);
	const char *note = s->note;
	s->note = NULL;
	if (c->figures->subject->hidden && c->request->base_url == NULL) { /* a page of nothing but marks */
		s->note = say(c, WORD_WITHHELD_HERE);
		return true;
	}
	charts_make(c, s, count, CHART_BARS, items_chart, indexes);
	if (!b->brief) {
		struct grid g = items_grid(c, indexes, count);
		s = section_go_on(c);
		s->table = g.table;
	}
	c->sections[c->section_count - 1].note = note_of_subject(c, note_changed(c, note));
	return true;
}

/* What to do about it: the advice, else what is meant. */
static const char *
item_advice(const struct item *i)
{
	if (i->advice != NULL && i->advice[0] != '\0')
		return i->advice;
	return i->help == NULL ? "" : i->help;
}

/* In brief: without the measure and the advice. */
static struct grid
weakest_grid(struct composer *c, bool brief)
{
	const struct column columns[] = {
		{say(c, WORD_RANK), 0.05, ALIGN_RIGHT},
		{say(c, WORD_ITEM), 0.3, ALIGN_LEFT},
		{say(c, WORD_DONE_RATE), 0.1, ALIGN_RIGHT},
		{say(c, brief ? WORD_FRACTION : WORD_SHORT_FRACTION), 0.11, ALIGN_RIGHT},
		{say(c, WORD_MEASURE), 0.09, ALIGN_LEFT},
		{say(c, WORD_ADVICE), 0.35, ALIGN_LEFT},
	};
	return grid_create(c, columns, brief ? 4 : 6);
}

bool
block_weakest(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	const struct figures *f = c->figures;
	struct grid g = weakest_grid(c, b->brief);
	size_t *indexes, count = weakest_items(c, b->count > 0 ? (size_t)b->count : 5, &indexes);
	for (size_t i = 0; i < count; i++) {
		const struct item *item = &f->set->items[indexes[i]];
		struct table_cell *row = grid_row(&g);
		row[0].text = number_text(c->arena, (int64_t)i + 1);
		row[1].text = item_name(c, item);
		row[2] = figure_cell(c, &f->subject->items[indexes[i]], f->subject->department_id, item->id);
		row[3].text = fraction_text(c, &f->subject->items[indexes[i]]);
		if (b->brief)
			continue;
		row[4].text = item->clause->display;
		row[5].text = item_advice(item);
	}
	struct section *s = section_begin(c, b);
	if (count == 0)
		s->note = say(c, f->subject->hidden ? WORD_WITHHELD_HERE : WORD_NOTHING_TO_SHOW);
	else
		s->table = g.table;
	s->note = note_of_subject(c, s->note);
	return true;
}

bool
block_knowledge(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	const struct figures *f = c->figures;
	size_t *indexes, count = items_where(c, true, &indexes);
	if (count == 0)
		return true;
	const struct column columns[] = {
		{say(c, WORD_NUMBER), 0.1, ALIGN_LEFT},
		{say(c, WORD_ITEM), 0.56, ALIGN_LEFT},
		{say(c, WORD_KNOWLEDGE_RATE), 0.16, ALIGN_RIGHT},
		{say(c, WORD_RIGHT_FRACTION), 0.18, ALIGN_RIGHT},
	};
	struct grid g = grid_create(c, columns, 4);
	for (size_t i = 0; i < count; i++) {
		const struct item *item = &f->set->items[indexes[i]];
		struct table_cell *row = grid_row(&g);
		row[0].text = item_number(c, item);
		row[1].text = item->text;
		row[2] = figure_cell(c, &f->subject->items[indexes[i]], f->subject->department_id, item->id);
		row[3].text = fraction_text(c, &f->subject->items[indexes[i]]);
	}
	struct table_cell *row = grid_row(&g);
	row[0].text = say(c, WORD_SUM);
	row[2] = figure_cell(c, &f->subject->knowledge, f->subject->department_id, "all");
	row[3].text = fraction_text(c, &f->subject->knowledge);
	struct section *s = section_begin(c, b);
	s->table = g.table;
	s->note = note_of_subject(c, s->note);
	return true;
}

static void
appendix_row(struct composer *c, struct grid *g, size_t index)
{
	const struct figures *f = c->figures;
	const struct item *item = &f->set->items[index];
	const struct figure *figure = &f->subject->items[index];
	unsigned outcomes[OUTCOME_COUNT];
	outcomes_of(item, &f->subject->tallies[index], outcomes);
	struct rate partly = figure->rate;
	partly.numerator = (int64_t)outcomes[OUTCOME_DONE] + outcomes[OUTCOME_PARTLY];
	struct table_cell *row = grid_row(g);
	row[0].text = item_number(c, item);
	row[1].text = item->text;
	row[2].text = item->clause->display;
	row[3].text = item->priority ? arena_printf(c->arena, "%d%s", item->weight, say(c, WORD_PRIORITY))
				     : number_text(c->arena, item->weight);
	row[4] = figure_cell(c, figure, f->subject->department_id, item->id);
	row[5].text = fraction_text(c, figure);
	row[6].text = percent_text(c, &(struct figure){.rate = partly, .hidden = figure->hidden});
	row[7].text = count_text(c, index, figure->rate.unknown);
	row[8].text = count_text(c, index, figure->rate.na);
	row[9].text = count_text(c, index, figure->rate.unanswered);
}

bool
block_appendix(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	const struct column columns[] = {
		{say(c, WORD_NUMBER), 0.08, ALIGN_LEFT},
		{say(c, WORD_ITEM), 0.23, ALIGN_LEFT},
		{say(c, WORD_CLAUSE), 0.09, ALIGN_LEFT},
		{say(c, WORD_WEIGHT), 0.07, ALIGN_LEFT},
		{say(c, WORD_DONE_RATE), 0.1, ALIGN_RIGHT},
		{say(c, WORD_SHORT_FRACTION), 0.1, ALIGN_RIGHT},
		{say(c, WORD_DONE_OR_PARTLY), 0.1, ALIGN_RIGHT},
		{say(c, WORD_SHORT_UNKNOWN), 0.08, ALIGN_RIGHT},
		{say(c, WORD_SHORT_NA), 0.07, ALIGN_RIGHT},
		{say(c, WORD_SHORT_UNANSWERED), 0.08, ALIGN_RIGHT},
	};
	struct grid g = grid_create(c, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < c->figures->set->count; i++)
		if (!c->figures->set->items[i].scale->text)
			appendix_row(c, &g, i);
	struct section *s = section_begin(c, b);
	s->table = g.table;
	s->note = note_of_subject(c, s->note);
	return true;
}
