/* What people have told: 好事例 and free text, both only as the secretariat has adopted them. */
#include "report/block.h"

#include "store/decision/plans.h"
#include "store/decision/remarks.h"

/* Whose practice it is, unless that department's answers are withheld. */
static const char *
told_by(struct composer *c, const struct practice *p)
{
	const struct figures *f = c->figures;
	if (p->department_id == PLAN_BODY)
		return say(c, WORD_WHOLE);
	for (size_t i = 0; i < f->department_count; i++)
		if (f->departments[i].department_id == p->department_id)
			return f->departments[i].hidden ? say(c, WORD_NONE) : p->department_name;
	return say(c, WORD_NONE);
}

bool
block_practices(struct composer *c, const struct recipe_block *b, struct err *e)
{
	struct practice *list;
	size_t count;
	int64_t whose = subject_is_body(c) ? PLAN_EVERY : c->figures->subject->department_id;
	if (!practices_list(c->db, c->arena, c->figures->cycle.id, whose, PRACTICE_ADOPTED,
		    c->request->now, &list, &count, e))
		return false;
	const struct column columns[] = {
		{say(c, WORD_DEPARTMENT), 0.24, ALIGN_LEFT}, {say(c, WORD_PRACTICE), 0.76, ALIGN_LEFT}};
	struct grid g = subject_is_body(c) ? grid_create(c, columns, 2) : grid_create(c, columns + 1, 1);
	g.table->row_headers = subject_is_body(c);
	for (size_t i = 0; i < count; i++) {
		struct table_cell *row = grid_row(&g);
		row[0].text = told_by(c, &list[i]);
		row[subject_is_body(c)].text = list[i].text;
	}
	if (b->brief && (count == 0 || c->figures->subject->hidden))
		return true;
	struct section *s = section_begin(c, b);
	if (c->figures->subject->hidden)
		s->note = say(c, WORD_WITHHELD_HERE);
	else if (count == 0)
		s->note = say(c, WORD_NO_PRACTICES);
	else
		s->table = g.table;
	return true;
}

static struct grid
remarks_grid(struct composer *c, const struct remark_text *list, size_t count)
{
	const struct column columns[] = {
		{say(c, WORD_ITEM), 0.34, ALIGN_LEFT}, {say(c, WORD_REMARK_TEXT), 0.66, ALIGN_LEFT}};
	struct grid g = grid_create(c, columns, 2);
	const struct item *last = NULL;
	for (size_t i = 0; i < count; i++) {
		struct table_cell *row = grid_row(&g);
		bool named = subject_is_body(c) && list[i].department_name[0] != '\0';
		row[0].text = list[i].item == last ? list[i].item->id
						   : arena_printf(c->arena, "%s%s%s", list[i].item->id,
							     say(c, WORD_SPACE), list[i].item->text);
		row[1].text = !named ? list[i].text
				     : text_fill(c->arena, say(c, WORD_REMARK_OF),
					       (struct filling[]){{"text", list[i].text},
						       {"department", list[i].department_name}},
					       2);
		last = list[i].item;
	}
	return g;
}

/* How many texts there are tells of a department that is withheld, so it is not said of one;
 * and while people still answer a text more would tell who has just submitted. */
bool
block_remarks(struct composer *c, const struct recipe_block *b, struct err *e)
{
	const struct figures *f = c->figures;
	struct remark_text *list = NULL;
	struct remark_counts counts = {{0}};
	size_t count = 0;
	struct section *s = section_begin(c, b);
	if (cycle_live(f->cycle.state)) {
		s->note = say(c, WORD_REMARKS_LATER);
		return true;
	}
	if (!remarks_adopted(
		    c->store, c->arena, &f->cycle, f->subject->department_id, c->request->now, &list, &count,
		    &counts, e))
		return false;
	int64_t out = counts.of[REMARK_LEFT_OUT] + counts.of[REMARK_UNDECIDED];
	struct filling fillings[] = {
		{"count", number_text(c->arena, (int64_t)count)}, {"out", number_text(c->arena, out)}};
	if (count > 0)
		s->table = remarks_grid(c, list, count).table;
	s->note = f->subject->hidden         ? say(c, WORD_WITHHELD_HERE)
		  : count + (size_t)out == 0 ? say(c, WORD_NO_REMARKS)
		  : count == 0               ? text_fill(c->arena, say(c, WORD_REMARKS_NONE), fillings, 2)
					     : text_fill(c->arena, say(c, WORD_REMARKS_COUNT), fillings, 2);
	return true;
}
