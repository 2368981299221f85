/* Who has not answered yet, for a section to walk round with: no answers, and late ones apart. */
#include "report/block.h"

#include "domain/cycle/fiscal.h"
#include "store/sheet/sheet_lines.h"

typedef bool line_wanted(const struct sheet_line *l);

static bool
is_unanswered(const struct sheet_line *l)
{
	return !l->submitted && !l->excluded;
}

static bool
is_returned(const struct sheet_line *l)
{
	return l->submitted && l->returned && !l->excluded;
}

static bool
is_late(const struct sheet_line *l)
{
	return l->submitted && l->late && !l->returned && !l->excluded;
}

/* What the sheet stands for, where that is not the person. */
static const char *
sheet_words(struct composer *c, const struct sheet_line *l)
{
	const struct questionnaire *q =
		store_cycle_set(c->store, c->figures->cycle.id, l->set_key, &(struct err){0});
	if (q == NULL || q->unit == UNIT_PERSON || q->unit == UNIT_DEPARTMENT || l->unit_name[0] == '\0')
		return l->set_title;
	return arena_printf(c->arena, "%s\n%s", l->set_title, l->unit_name);
}

static void
line_put(struct composer *c, struct grid *g, const struct sheet_line *l)
{
	struct table_cell *row = grid_row(g);
	row[0].text = l->number;
	row[1].text = l->name[0] == '\0' ? say(c, WORD_UNNAMED) : l->name;
	row[2].text = l->kind;
	row[3].text = sheet_words(c, l);
	if (is_late(l)) {
		row[4].text = wareki_day(c->arena, day_of_instant(l->submitted_at));
		return;
	}
	row[4].text = say(c, l->returned ? WORD_STATE_RETURNED
			     : l->draft  ? WORD_STATE_DRAFT
					 : WORD_STATE_FRESH);
	row[5] = (struct table_cell){
		.text = say(c, l->mail ? WORD_MAIL_HAS : WORD_MAIL_NONE), .strong = !l->mail};
}

static struct grid
lines_grid(struct composer *c, const struct sheet_line *lines, size_t count, line_wanted *wanted, bool late)
{
	const struct column columns[] = {{say(c, WORD_SHEET_NUMBER), 0.12, ALIGN_LEFT},
		{say(c, WORD_PERSON_NAME), 0.2, ALIGN_LEFT}, {say(c, WORD_STAFF_KIND), 0.16, ALIGN_LEFT},
		{say(c, WORD_SET), 0.2, ALIGN_LEFT},
		{say(c, late ? WORD_SUBMITTED_DAY : WORD_STATE), late ? 0.32 : 0.1, ALIGN_LEFT},
		{say(c, WORD_MAIL), 0.12, ALIGN_LEFT}, {say(c, WORD_CHECKED), 0.1, ALIGN_LEFT}};
	struct grid g = grid_create(c, columns, late ? 5 : 7);
	for (size_t i = 0; i < count; i++)
		if (wanted(&lines[i]))
			line_put(c, &g, &lines[i]);
	return g;
}

static const char *
count_words(struct composer *c, const struct sheet_line *lines, size_t count)
{
	int64_t open = 0, without = 0, late = 0;
	for (size_t i = 0; i < count; i++) {
		bool waits = is_unanswered(&lines[i]) || is_returned(&lines[i]);
		open += waits;
		without += waits && !lines[i].mail;
		late += is_late(&lines[i]);
	}
	struct filling f[] = {{"count", number_text(c->arena, open)},
		{"without", number_text(c->arena, without)}, {"late", number_text(c->arena, late)}};
	return text_fill(c->arena, say(c, WORD_UNANSWERED_COUNT), f, 3);
}

bool
block_unanswered(struct composer *c, const struct recipe_block *b, struct err *e)
{
	static const struct {
		line_wanted *wanted;
		enum word caption;
		bool late;
	} tables[] = {{is_unanswered, WORD_UNANSWERED_TABLE, false},
		{is_returned, WORD_RETURNED_TABLE, false}, {is_late, WORD_LATE_TABLE, true}};
	struct sheet_line *lines;
	size_t count, waited = 0;
	if (!sheet_lines(c->db, c->arena, c->figures->cycle.id, c->request->department_id, &lines, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		waited += is_unanswered(&lines[i]) || is_returned(&lines[i]);
	struct section *s = section_begin(c, b);
	if (waited == 0)
		s->paragraph_count = 0; /* nothing to ask for */
	const char *note = s->note;
	s->note = count_words(c, lines, count);
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		struct grid g = lines_grid(c, lines, count, tables[i].wanted, tables[i].late);
		g.table->caption = say(c, tables[i].caption);
		if (g.table->row_count > 0 || (i == 0 && c->request->tables)) /* of nobody, for spreadsheets */
			section_go_on(c)->table = g.table;
		else if (i == 1 && waited == 0)
			section_go_on(c)->note = say(c, WORD_NOBODY_UNANSWERED);
	}
	section_go_on(c)->note = note;
	return true;
}
