/* How it was counted, and the room for the manager's hand. */
#include "report/block.h"

#include "store/cycle/cycles.h"

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

/* In brief: day and name only, in one row. */
static void
sign_row(struct composer *c, const struct recipe_block *b)
{
	const struct column columns[] = {{"", 0.16, ALIGN_LEFT}, {"", 0.34, ALIGN_LEFT},
		{"", 0.14, ALIGN_LEFT}, {"", 0.36, ALIGN_LEFT}};
	struct grid g = grid_create(c, columns, 4);
	struct table_cell *row = grid_row(&g);
	row[0] = (struct table_cell){.text = say(c, WORD_MANAGER_SIGN), .heads = true};
	row[1].text = say(c, WORD_SHEET_SIGN_DATE);
	row[2] = (struct table_cell){.text = say(c, WORD_SHEET_SIGN_NAME), .heads = true};
	row[3].text = say(c, WORD_ROOM_SMALL);
	g.table->bare = true;
	g.table->row_headers = false;
	section_begin(c, b)->table = g.table;
}

bool
block_manager_note(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	if (subject_is_body(c)) /* nobody's section */
		return true;
	if (b->brief) {
		sign_row(c, b);
		return true;
	}
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
		row[0].text = scale->title; /* in each, for rows are sorted and pages end */
		row[1].text = arena_printf(
			c->arena, "%s %s", choice->mark == NULL ? "" : choice->mark, choice->label);
		row[2].text =
			choice->role == CHOICE_NA ? say(c, WORD_NONE) : number_text(c->arena, choice->points);
		row[3].text = say(c, choice->done ? WORD_COUNTS : WORD_COUNTS_NOT);
		row[4].text = say(c, choice->role == CHOICE_NA ? WORD_OUTSIDE : WORD_INSIDE);
	}
}

/* Said wherever it is so, and not how many there are: the difference would tell of the few. */
static void
by_post_say(struct composer *c, struct section *s)
{
	const char **said = ARENA_ARRAY(c->arena, const char *, s->paragraph_count + 1);
	for (size_t i = 0; i < s->paragraph_count; i++)
		said[i] = s->paragraphs[i];
	said[s->paragraph_count++] = say(c, WORD_COUNTED_BY_POST);
	s->paragraphs = said;
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
	(void)e;
	if (c->figures->by_post)
		by_post_say(c, s);
	return true;
}
