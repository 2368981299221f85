/* 改善策: what is planned, what became of last year's, and room to plan by hand. */
#include "report/block.h"

#include "domain/cycle/fiscal.h"
#include "store/decision/plans.h"
#include "store/keep/retained.h"

static const enum word state_words[PLAN_STATES] = {
	WORD_PLAN_PLANNED, WORD_PLAN_DOING, WORD_PLAN_DONE, WORD_PLAN_DROPPED};

/* The question's id, with its words where they do not stand beside. */
static const char *
plan_item(struct composer *c, const struct plan *p, bool brief)
{
	const struct questionnaire *q = store_cycle_set(c->store, p->cycle_id, p->set_key, &(struct err){0});
	const struct item *i = brief || q == NULL ? NULL : questionnaire_find(q, p->item);
	return i == NULL ? p->item : arena_printf(c->arena, "%s%s%s", p->item, say(c, WORD_SPACE), i->text);
}

static const char *
plan_state_text(struct composer *c, const struct plan *p)
{
	const char *state = say(c, state_words[p->state]);
	if (plan_overdue(p, today_of(c)))
		return arena_printf(c->arena, "%s\n%s", state, say(c, WORD_PLAN_OVERDUE));
	return p->done_day == 0 ? state
				: arena_printf(c->arena, "%s\n%s", state, wareki_day(c->arena, p->done_day));
}

static void
plan_row(struct composer *c, struct grid *g, const struct plan *p, bool brief)
{
	struct table_cell *row = grid_row(g);
	row[0].text = p->department_id == PLAN_BODY ? say(c, WORD_WHOLE) : p->department_name;
	row += subject_is_body(c);
	row[0].text = plan_item(c, p, brief);
	row[1].text = p->measure;
	row[2].text = p->owner_name;
	row[3].text = wareki_day(c->arena, p->due_day);
	row[4] = (struct table_cell){.text = plan_state_text(c, p), .strong = plan_overdue(p, today_of(c))};
	row[5].text = p->result;
}

/* Of the body, with the department whose plan it is. */
static struct grid
plans_grid(struct composer *c, const struct plan *list, size_t count, bool brief)
{
	const double item = brief ? 0.1 : 0.26, of = subject_is_body(c) ? 0.12 : 0;
	const struct column columns[] = {
		{say(c, WORD_DEPARTMENT), of, ALIGN_LEFT},
		{say(c, brief ? WORD_NUMBER : WORD_ITEM), item, ALIGN_LEFT},
		{say(c, WORD_PLAN), 0.5 - item - of / 2, ALIGN_LEFT},
		{say(c, WORD_OWNER), 0.11, ALIGN_LEFT},
		{say(c, WORD_DUE), 0.14, ALIGN_LEFT},
		{say(c, WORD_STATE), 0.11, ALIGN_LEFT},
		{say(c, WORD_PLAN_RESULT), 0.14 - of / 2, ALIGN_LEFT},
	};
	struct grid g = subject_is_body(c) ? grid_create(c, columns, 7) : grid_create(c, columns + 1, 6);
	for (size_t i = 0; i < count; i++)
		plan_row(c, &g, &list[i], brief);
	return g;
}

/* The weakest items, with empty cells to write in; as many rows as asked for. */
static struct grid
blank_grid(struct composer *c, const struct recipe_block *b)
{
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
	return g;
}

/* How many there are, by state, and how many of them are done. */
static const char *
summary_words(struct composer *c, enum word w, const struct plan *list, size_t count)
{
	struct plan_summary s = plan_summary(list, count, today_of(c));
	struct figure done = {.rate = s.done};
	struct filling f[] = {{"all", number_text(c->arena, s.all)},
		{"planned", number_text(c->arena, s.of[PLAN_PLANNED])},
		{"doing", number_text(c->arena, s.of[PLAN_DOING])},
		{"done", number_text(c->arena, s.of[PLAN_DONE])},
		{"dropped", number_text(c->arena, s.of[PLAN_DROPPED])},
		{"overdue", number_text(c->arena, s.overdue)}, {"rate", percent_text(c, &done)},
		{"day", wareki_day(c->arena, today_of(c))}};
	return text_fill(c->arena, say(c, w), f, sizeof f / sizeof *f);
}

static void
paragraph_add(struct composer *c, struct section *s, const char *text)
{
	const char **said = ARENA_ARRAY(c->arena, const char *, s->paragraph_count + 1);
	for (size_t i = 0; i < s->paragraph_count; i++)
		said[i] = s->paragraphs[i];
	said[s->paragraph_count++] = text;
	s->paragraphs = said;
}

/* The plans of the subject; of the body its own. Where there is none yet, room for them. */
bool
block_improvement(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct plan *list;
	size_t count;
	if (!plans_list(c->db, c->arena, c->figures->cycle.id, c->figures->subject->department_id,
		    c->request->now, &list, &count, e))
		return false;
	struct grid g = count > 0 ? plans_grid(c, list, count, true) : blank_grid(c, b);
	section_begin(c, b)->table = g.table;
	return true;
}

/* 改善計画書: of the body, those of every department too. */
bool
block_plans(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct plan *list;
	size_t count;
	int64_t whose = subject_is_body(c) ? PLAN_EVERY : c->figures->subject->department_id;
	if (!plans_list(c->db, c->arena, c->figures->cycle.id, whose, c->request->now, &list, &count, e))
		return false;
	struct section *s = section_begin(c, b);
	paragraph_add(c, s,
		count > 0 ? summary_words(c, WORD_PLANS_SUMMARY, list, count) : say(c, WORD_PLANS_NONE));
	struct grid g = count > 0 ? plans_grid(c, list, count, false) : blank_grid(c, b);
	s->table = g.table;
	return true;
}

/* Why there is nothing: nothing was planned, or what was planned is not kept any more. */
static bool
none_before(struct composer *c, enum word *out, struct err *e)
{
	struct cycle last;
	struct err absent = {0};
	bool gone = false;
	*out = WORD_PLANS_BEFORE_NONE;
	if (!plans_cycle_before(c->db, c->arena, &c->figures->cycle, &last, &absent))
		return absent.kind == ERR_ABSENT || err_set(e, absent.kind, "%s", absent.text);
	if (!records_disposed(c->db, last.id, "plans", &gone, e))
		return false;
	if (gone)
		*out = WORD_PLANS_BEFORE_DISPOSED;
	return true;
}

bool
block_plans_before(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct plan *list;
	size_t count;
	int64_t whose = subject_is_body(c) ? PLAN_EVERY : c->figures->subject->department_id;
	if (!plans_before(c->db, c->arena, &c->figures->cycle, whose, c->request->now, &list, &count, e))
		return false;
	struct section *s = section_begin(c, b);
	if (count == 0) {
		enum word none;
		bool ok = none_before(c, &none, e);
		s->note = ok ? say(c, none) : NULL;
		return ok;
	}
	paragraph_add(c, s, summary_words(c, WORD_PLANS_BEFORE_SUMMARY, list, count));
	struct grid g = plans_grid(c, list, count, false);
	s->table = g.table;
	return true;
}

/* 改善率 of the plans made in the year before a cycle. */
static bool
improved_before(struct composer *c, const struct cycle *cycle, struct figure *out, struct err *e)
{
	struct plan *list;
	size_t count;
	if (!plans_before(c->db, c->arena, cycle, PLAN_EVERY, c->request->now, &list, &count, e))
		return false;
	*out = (struct figure){.rate = plan_summary(list, count, today_of(c)).done};
	return true;
}

bool
improved_rates(struct composer *c, struct figure *now, struct figure *before, struct err *e)
{
	const struct cycle *cycle = &c->figures->cycle;
	struct cycle last;
	struct err absent = {0};
	*before = (struct figure){{0}, false};
	if (!improved_before(c, cycle, now, e))
		return false;
	if (!plans_cycle_before(c->db, c->arena, cycle, &last, &absent))
		return absent.kind == ERR_ABSENT || err_set(e, absent.kind, "%s", absent.text);
	return improved_before(c, &last, before, e);
}
