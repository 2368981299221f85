/* What was not applicable, how it was counted, and the room for the manager's
 * hand. */
#include "report/block.h"

#include "store/cycles.h"

/* 「A及びB」, 「A又はB」: the conditions in the words of the departments' page. */
static const char *
condition_words(struct composer *c, struct condition when)
{
	const char *out = "";
	for (size_t i = 0; i < flag_count(); i++)
		if (when.flags & flag_parse(flag_key(i)))
			out = arena_printf(c->arena, "%s%s%s", out,
				out[0] == '\0' ? "" : say(c, when.any ? WORD_OR : WORD_AND), flag_name(i));
	return out;
}

/* Who is shown the item: for one department whether it is hidden there, for the
 * body in how many. */
static bool
hidden_row(struct composer *c, struct grid *g, const struct item *item, const struct cycle_department *list,
	size_t count)
{
	size_t hidden = 0;
	for (size_t i = 0; i < count; i++)
		if ((subject_is_body(c) || list[i].department_id == c->figures->subject->department_id) &&
			!item_applies(item, list[i].flags))
			hidden++;
	if (hidden == 0)
		return false;
	struct table_cell *row = grid_row(g);
	row[0].text = item->id;
	row[1].text = item->text;
	row[2].text = condition_words(c, item->when);
	if (subject_is_body(c))
		row[3].text = text_fill(c->arena, say(c, WORD_HIDDEN_IN),
			&(struct filling){"count", number_text(c->arena, (int64_t)hidden)}, 1);
	return true;
}

static bool
hidden_section(struct composer *c, struct section *s, struct err *e)
{
	struct cycle_department *list;
	size_t count;
	if (!cycle_departments(c->db, c->arena, c->figures->cycle.id, &list, &count, e))
		return false;
	const struct column columns[] = {
		{say(c, WORD_NUMBER), 0.08, ALIGN_LEFT},
		{say(c, WORD_ITEM), subject_is_body(c) ? 0.5 : 0.68, ALIGN_LEFT},
		{say(c, WORD_CONDITION), 0.24, ALIGN_LEFT},
		{say(c, WORD_TREATMENT), 0.18, ALIGN_LEFT},
	};
	struct grid g = grid_create(c, columns, subject_is_body(c) ? 4 : 3);
	for (size_t i = 0; i < c->figures->set->count; i++)
		hidden_row(c, &g, &c->figures->set->items[i], list, count);
	g.table->caption = say(c, WORD_HIDDEN_TABLE);
	if (g.table->row_count > 0)
		s->table = g.table;
	return true;
}

/* 該当なし of all answers to the item. */
static struct figure
na_share(const struct composer *c, size_t index)
{
	const struct figure *f = &c->figures->subject->items[index];
	return (struct figure){.hidden = f->hidden,
		.rate = {.numerator = f->rate.na, .denominator = f->rate.denominator + f->rate.na}};
}

static void
na_row(struct composer *c, struct grid *g, size_t index, bool alarming)
{
	const struct item *item = &c->figures->set->items[index];
	struct figure share = na_share(c, index);
	struct table_cell *row = grid_row(g);
	row[0].text = item->id;
	row[1].text = item->text;
	row[2].text = fraction_text(c, &share);
	row[3] = figure_cell(c, &share, c->figures->subject->department_id, item->id);
	if (alarming)
		row[4].text = say(c, WORD_NA_ALARM);
}

/* brief: only what is above the bound. */
static struct grid
na_grid(struct composer *c, bool brief)
{
	const struct column columns[] = {
		{say(c, WORD_NUMBER), 0.09, ALIGN_LEFT},
		{say(c, WORD_ITEM), 0.5, ALIGN_LEFT},
		{say(c, WORD_NA_FRACTION), 0.15, ALIGN_RIGHT},
		{say(c, WORD_NA_RATE), 0.14, ALIGN_RIGHT},
		{say(c, WORD_REMARK), 0.12, ALIGN_CENTRE},
	};
	struct grid g = grid_create(c, columns, 5);
	int alarm = decided_number(c, "na_alarm") * 10;
	for (size_t i = 0; i < c->figures->set->count; i++) {
		struct figure share = na_share(c, i);
		bool alarming = shown_of(&share).known && shown_of(&share).tenths > alarm;
		if (item_scored(&c->figures->set->items[i]) && !item_hidden(c, i) &&
			share.rate.numerator > 0 && (alarming || !brief))
			na_row(c, &g, i, alarming);
	}
	g.table->caption = say(c, WORD_NA_TABLE);
	return g;
}

bool
block_not_applicable(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct section *s = section_begin(c, b);
	const char *note = s->note;
	s->note = NULL;
	if (!hidden_section(c, s, e))
		return false;
	struct grid g = na_grid(c, b->brief);
	if (g.table->row_count > 0) {
		s = s->table == NULL ? s : section_go_on(c);
		s->table = g.table;
		s->note = note;
	} else if (c->figures->subject->hidden) {
		s->note = say(c, WORD_WITHHELD_HERE);
	} else if (b->brief) {
		s->note = text_fill(c->arena, say(c, WORD_NO_NA_ALARM), c->places, c->place_count);
	} else if (s->table == NULL) {
		s->note = say(c, WORD_NOTHING_TO_SHOW);
	}
	return true;
}

/* The weakest items, listed above in words, with empty cells to write in; as many
 * rows as asked for. */
bool
block_improvement(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	const struct column columns[] = {
		{say(c, WORD_MEASURE), 0.1, ALIGN_LEFT},
		{say(c, WORD_NUMBER), 0.1, ALIGN_LEFT},
		{say(c, WORD_PLAN), 0.52, ALIGN_LEFT},
		{say(c, WORD_OWNER), 0.14, ALIGN_LEFT},
		{say(c, WORD_DUE), 0.14, ALIGN_LEFT},
	};
	struct grid g = grid_create(c, columns, 5);
	size_t rows = b->count > 0 ? (size_t)b->count : 5;
	size_t *indexes, count = weakest_items(c, rows, &indexes);
	for (size_t i = 0; i < rows; i++) {
		struct table_cell *row = grid_row(&g);
		row[2].text = say(c, WORD_ROOM_SMALL);
		if (i >= count)
			continue;
		const struct item *item = &c->figures->set->items[indexes[i]];
		row[0].text = item->clause->display;
		row[1].text = item->id;
	}
	section_begin(c, b)->table = g.table;
	return true;
}

/* Room for what people write by hand, under a title; count: lines of it. */
bool
block_blank(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	const struct column column = {b->title == NULL ? "" : b->title, 1, ALIGN_LEFT};
	struct grid g = grid_create(c, &column, 1);
	size_t lines = b->count > 0 ? (size_t)b->count : 5;
	char *room = arena_alloc(c->arena, lines + 1);
	for (size_t i = 0; i < lines; i++)
		room[i] = '\n';
	grid_row(&g)[0].text = room;
	g.table->row_headers = false;
	section_begin(c, b)->table = g.table;
	return true;
}

bool
block_manager_note(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	const struct column columns[] = {
		{say(c, WORD_MANAGER_NOTE), 0.66, ALIGN_LEFT},
		{say(c, WORD_MANAGER_SIGN), 0.34, ALIGN_LEFT},
	};
	struct grid g = grid_create(c, columns, 2);
	struct table_cell *row = grid_row(&g);
	row[0].text = say(c, WORD_ROOM_LARGE);
	row[1].text = say(c, WORD_MANAGER_DATE);
	g.table->row_headers = false;
	section_begin(c, b)->table = g.table;
	return true;
}

static void
scale_rows(struct composer *c, struct grid *g, const struct scale *scale)
{
	for (size_t i = 0; i < scale->count; i++) {
		const struct choice *choice = &scale->choices[i];
		struct table_cell *row = grid_row(g);
		row[0].text = i == 0 ? scale->title : "";
		row[1].text = arena_printf(
			c->arena, "%s %s", choice->mark == NULL ? "" : choice->mark, choice->label);
		row[2].text =
			choice->role == CHOICE_NA ? say(c, WORD_NONE) : number_text(c->arena, choice->points);
		row[3].text = say(c, choice->done ? WORD_COUNTS : WORD_COUNTS_NOT);
		row[4].text = say(c, choice->role == CHOICE_NA ? WORD_OUTSIDE : WORD_INSIDE);
	}
}

/* Said wherever it is so, and not how many there are: the difference would tell of the few. */
static bool
by_post_say(struct composer *c, struct section *s, struct err *e)
{
	bool by_post;
	if (!counts_by_post(c->db, c->figures->cycle.id, c->figures->set->key, &by_post, e))
		return false;
	if (!by_post)
		return true;
	const char **said = ARENA_ARRAY(c->arena, const char *, s->paragraph_count + 1);
	for (size_t i = 0; i < s->paragraph_count; i++)
		said[i] = s->paragraphs[i];
	said[s->paragraph_count++] = say(c, WORD_COUNTED_BY_POST);
	s->paragraphs = said;
	return true;
}

/* Which marks count: one group of rows for each scale the set uses. */
bool
block_method(struct composer *c, const struct recipe_block *b, struct err *e)
{
	const struct questionnaire *q = c->figures->set;
	const struct column columns[] = {
		{say(c, WORD_SCALE), 0.24, ALIGN_LEFT},
		{say(c, WORD_CHOICE), 0.34, ALIGN_LEFT},
		{say(c, WORD_POINTS), 0.1, ALIGN_RIGHT},
		{say(c, WORD_COUNTED_DONE), 0.16, ALIGN_CENTRE},
		{say(c, WORD_DENOMINATOR), 0.16, ALIGN_CENTRE},
	};
	struct grid g = grid_create(c, columns, 5);
	for (size_t i = 0; i < q->count; i++) {
		bool seen = false;
		for (size_t k = 0; k < i; k++)
			seen = seen || q->items[k].scale == q->items[i].scale;
		if (!seen)
			scale_rows(c, &g, q->items[i].scale);
	}
	g.table->caption = say(c, WORD_METHOD_TABLE);
	struct section *s = section_begin(c, b);
	s->table = g.table;
	return by_post_say(c, s, e);
}
