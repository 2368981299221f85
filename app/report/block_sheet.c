/* One sheet (自己点検票) on paper: to be filled in by hand, or as it was submitted. */
#include "report/block.h"

#include "domain/cycle/fiscal.h"
#include "store/organisation/people.h"

/* ---- head -------------------------------------------------------------------------------- */

static void
head_pair(struct composer *c, struct table_cell *row, size_t at, enum word name, const char *value)
{
	row[at * 2] = (struct table_cell){.text = say(c, name), .heads = true};
	row[at * 2 + 1].text = value;
}

static const char *
person_words(struct composer *c)
{
	const struct sheet *s = c->sheet;
	if (s->person_name[0] == '\0')
		return "";
	struct filling f[] = {{"name", s->person_name}, {"number", c->person_number}};
	return text_fill(c->arena, say(c, WORD_SHEET_PERSON), f, 2);
}

/* What the sheet stands for, where that is not the person who answers. */
static const char *
unit_words(struct composer *c)
{
	return c->figures->set->unit == UNIT_PERSON ? c->sheet->person_kind : c->sheet->unit_name;
}

static const char *
written_words(struct composer *c)
{
	if (!c->recipe->filled)
		return say(c, WORD_SHEET_DATE_OPEN);
	return wareki_day(c->arena, day_of_instant(c->sheet->submitted_at));
}

static const struct table *
head_table(struct composer *c)
{
	const struct column columns[] = {{"", 0.12, ALIGN_LEFT}, {"", 0.21, ALIGN_LEFT},
		{"", 0.12, ALIGN_LEFT}, {"", 0.22, ALIGN_LEFT}, {"", 0.12, ALIGN_LEFT},
		{"", 0.21, ALIGN_LEFT}};
	struct grid g = grid_create(c, columns, 6);
	const struct figures *f = c->figures;
	bool person = f->set->unit == UNIT_PERSON;
	struct table_cell *row = grid_row(&g);
	head_pair(c, row, 0, WORD_YEAR, fiscal_year_name(c->arena, f->cycle.year));
	head_pair(c, row, 1, WORD_BASE_DATE, wareki_day(c->arena, f->cycle.base_day));
	head_pair(c, row, 2, WORD_SHEET_DUE, wareki_day(c->arena, f->cycle.due_day));
	row = grid_row(&g);
	head_pair(c, row, 0, WORD_SHEET_DEPARTMENT, c->sheet->department_name);
	head_pair(c, row, 1, person ? WORD_SHEET_NAME : WORD_SHEET_ANSWERER, person_words(c));
	head_pair(c, row, 2, person ? WORD_STAFF_KIND : WORD_SHEET_OBJECT, unit_words(c));
	row = grid_row(&g);
	head_pair(c, row, 0, WORD_SET, f->set->title);
	head_pair(c, row, 1, WORD_SHEET_EDITION, f->set->edition);
	head_pair(c, row, 2, c->recipe->filled ? WORD_SHEET_SUBMITTED : WORD_SHEET_DATE, written_words(c));
	g.table->bare = true;
	g.table->row_headers = false;
	return g.table;
}

bool
block_sheet_head(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	struct sheet_title *t = ARENA_NEW(c->arena, struct sheet_title);
	*t = (struct sheet_title){
		.title = placed(c, b->title == NULL ? "" : b->title),
		.label = say(c, WORD_SHEET_CODE),
		.code = c->sheet->code == NULL ? "" : c->sheet->code};
	section_go_on(c)->sheet_title = t;
	section_go_on(c)->table = head_table(c);
	struct section *s = section_begin(c, b);
	if (c->figures->cycle.individual) {
		s->paragraphs = ARENA_PUSH(c->arena, s->paragraphs, s->paragraph_count);
		s->paragraphs[s->paragraph_count++] = say(c, WORD_SHEET_INDIVIDUAL);
	}
	return true;
}

/* ---- questions ----------------------------------------------------------------------------- */

/* A box to tick before each choice; the chosen one filled. */
static const char *
choices_words(struct composer *c, const struct item *item, const struct answer *given)
{
	const char *out = "";
	for (size_t i = 0; i < item->choice_count; i++) {
		const struct choice *choice = &item->choices[i];
		bool chosen = given != NULL && given->choice == choice;
		out = arena_printf(c->arena, "%s%s%s%s %s%s", out, i == 0 ? "" : "\n",
			say(c, chosen ? WORD_SHEET_TICKED : WORD_SHEET_TICK),
			choice->mark == NULL ? "" : choice->mark, choice->label,
			choice->reason ? say(c, WORD_SHEET_REASON_MARK) : "");
	}
	return out;
}

static const char *
extra_words(struct composer *c, const struct item *item, const struct answer *given)
{
	day_t day;
	if (item->extra == EXTRA_NONE)
		return "";
	bool date = item->extra == EXTRA_DATE;
	if (given == NULL)
		return say(c, date ? WORD_SHEET_EXTRA_DATE : WORD_SHEET_EXTRA_NUMBER);
	if (given->extra[0] == '\0')
		return "";
	const char *value = date && day_parse(given->extra, &day) ? wareki_day(c->arena, day) : given->extra;
	return text_fill(c->arena, say(c, WORD_SHEET_EXTRA), &(struct filling){"value", value}, 1);
}

/* Which of the reasons it is that the question does not apply, above what is written of it. */
static const char *
given_reason(struct composer *c, const struct answer *given)
{
	if (given->na == NULL)
		return given->reason;
	struct filling f = {"value", na_name(given->na)};
	return arena_printf(
		c->arena, "%s\n%s", text_fill(c->arena, say(c, WORD_SHEET_NA), &f, 1), given->reason);
}

/* To write in by hand, or what was written. */
static const char *
reason_words(struct composer *c, const struct item *item, const struct answer *given)
{
	const char *extra = extra_words(c, item, given),
		   *reason = given != NULL ? given_reason(c, given) : say(c, WORD_ROOM_REASON);
	return extra[0] == '\0' ? reason : arena_printf(c->arena, "%s\n%s", extra, reason);
}

static bool
item_asked(const struct composer *c, const struct item *item)
{
	return item_applies(item, c->sheet->flags);
}

static const struct answer *
answer_to(const struct composer *c, size_t index)
{
	return c->recipe->filled ? &c->answers.items[index] : NULL;
}

static struct grid
scored_grid(struct composer *c)
{
	const struct column columns[] = {{say(c, WORD_NUMBER), 0.075, ALIGN_LEFT},
		{say(c, WORD_MEASURE), 0.075, ALIGN_LEFT}, {say(c, WORD_ITEM), 0.21, ALIGN_LEFT},
		{say(c, WORD_SHEET_HELP), 0.26, ALIGN_LEFT}, {say(c, WORD_SHEET_ANSWER), 0.2, ALIGN_LEFT},
		{say(c, WORD_SHEET_REASON), 0.18, ALIGN_LEFT}};
	struct grid g = grid_create(c, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < c->figures->set->count; i++) {
		const struct item *item = &c->figures->set->items[i];
		if (!item_scored(item) || !item_asked(c, item))
			continue;
		struct table_cell *row = grid_row(&g);
		row[0].text = item->id;
		row[1].text = item->clause->display;
		row[2] = (struct table_cell){.text = item->text, .strong = true};
		row[3].text = item->help;
		row[4].text = choices_words(c, item, answer_to(c, i));
		row[5].text = reason_words(c, item, answer_to(c, i));
	}
	return g;
}

static struct grid
knowledge_grid(struct composer *c)
{
	const struct column columns[] = {{say(c, WORD_NUMBER), 0.075, ALIGN_LEFT},
		{say(c, WORD_MEASURE), 0.075, ALIGN_LEFT}, {say(c, WORD_ITEM), 0.26, ALIGN_LEFT},
		{say(c, WORD_SHEET_HELP), 0.22, ALIGN_LEFT}, {say(c, WORD_SHEET_ONE), 0.37, ALIGN_LEFT}};
	struct grid g = grid_create(c, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < c->figures->set->count; i++) {
		const struct item *item = &c->figures->set->items[i];
		if (!item->scale->knowledge || !item_asked(c, item))
			continue;
		struct table_cell *row = grid_row(&g);
		row[0].text = item->id;
		row[1].text = item->clause->display;
		row[2] = (struct table_cell){.text = item->text, .strong = true};
		row[3].text = item->help;
		row[4].text = choices_words(c, item, answer_to(c, i));
	}
	return g;
}

static struct grid
text_grid(struct composer *c)
{
	const struct column columns[] = {{say(c, WORD_NUMBER), 0.075, ALIGN_LEFT},
		{say(c, WORD_ITEM), 0.325, ALIGN_LEFT}, {say(c, WORD_SHEET_TEXT), 0.6, ALIGN_LEFT}};
	struct grid g = grid_create(c, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < c->figures->set->count; i++) {
		const struct item *item = &c->figures->set->items[i];
		const struct answer *given = answer_to(c, i);
		if (!item->scale->text || !item_asked(c, item))
			continue;
		struct table_cell *row = grid_row(&g);
		row[0].text = item->id;
		row[1].text = arena_printf(c->arena, "%s\n%s", item->text, item->help);
		row[2].text = given != NULL ? given->extra : say(c, WORD_ROOM_LARGE);
	}
	return g;
}

bool
block_sheet_items(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	static const struct {
		struct grid (*make)(struct composer *);
		enum word caption;
	} tables[] = {{scored_grid, WORD_SHEET_SCORED}, {knowledge_grid, WORD_SHEET_KNOWLEDGE},
		{text_grid, WORD_SHEET_TEXTS}};
	struct section *s = section_begin(c, b);
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		struct grid g = tables[i].make(c);
		if (g.table->row_count == 0)
			continue;
		g.table->caption = say(c, tables[i].caption);
		s = s->table == NULL ? s : section_go_on(c);
		s->table = g.table;
	}
	return true;
}

/* ---- foot -------------------------------------------------------------------------------- */

bool
block_sheet_sign(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	const struct column columns[] = {{"", 0.16, ALIGN_LEFT}, {"", 0.34, ALIGN_LEFT},
		{"", 0.14, ALIGN_LEFT}, {"", 0.36, ALIGN_LEFT}};
	struct grid g = grid_create(c, columns, 4);
	struct table_cell *row = grid_row(&g);
	bool confirmed = c->recipe->filled && c->sheet->confirmed_at != 0;
	head_pair(c, row, 0, WORD_MANAGER_SIGN,
		confirmed ? wareki_day(c->arena, day_of_instant(c->sheet->confirmed_at))
			  : say(c, WORD_SHEET_SIGN_DATE));
	head_pair(c, row, 1, WORD_SHEET_SIGN_NAME, say(c, WORD_ROOM_SMALL));
	g.table->bare = true;
	g.table->row_headers = false;
	section_begin(c, b)->table = g.table;
	return true;
}
