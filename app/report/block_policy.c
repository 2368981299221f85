/* 新旧対照表: an edition of the policy beside the one before it, clause by clause. */
#include "report/block.h"

#include "domain/cycle/fiscal.h"
#include "store/policy/policy_revision.h"

static const enum word change_words[POLICY_CHANGES] = {WORD_REVISION_SAME, WORD_REVISION_TYPOGRAPHY,
	WORD_REVISION_CHANGED, WORD_REVISION_ADDED, WORD_REVISION_REMOVED};

/* A new clause and one that was taken out differ as a whole: there is nothing to mark in them. */
static const char *
side_text(struct composer *c, const struct policy_pair *p, const struct text_runs *runs)
{
	const char *out = "";
	bool marked = p->before != NULL && p->after != NULL;
	if (runs->count == 0)
		return say(c, WORD_REVISION_NONE);
	for (size_t i = 0; i < runs->count; i++) {
		struct filling f[] = {{"text", runs->items[i].text}};
		out = arena_printf(c->arena, "%s%s", out,
			marked && runs->items[i].differs
				? text_fill(c->arena, say(c, WORD_REVISION_DIFFERS), f, 1)
				: runs->items[i].text);
	}
	return out;
}

static const char *
clause_text(struct composer *c, const struct revised_clause *r)
{
	const struct policy_pair *p = r->pair;
	if (!p->moved)
		return revised_key(r);
	struct filling f[] = {{"old", p->before->key}, {"new", p->after->key}};
	return text_fill(c->arena, say(c, WORD_REVISION_MOVED), f, 2);
}

static const char *
note_text(struct composer *c, const struct revised_clause *r)
{
	const char *change = say(c, change_words[r->pair->change]), *items = "";
	if (r->item_count == 0)
		return change;
	for (size_t i = 0; i < r->item_count; i++)
		items = arena_printf(c->arena, "%s%s%s", items, i > 0 ? " " : "", r->items[i]->id);
	struct filling f[] = {{"change", change}, {"items", items}};
	return text_fill(c->arena, say(c, WORD_REVISION_ITEMS), f, 2);
}

static struct grid
revision_grid(struct composer *c, const struct policy_revision *r)
{
	struct filling old[] = {{"edition", r->before.edition}},
		       new[] = {{"edition", r->after.edition},
			       {"day", wareki_day(c->arena, r->after.from_day)}};
	const struct column columns[] = {
		{say(c, WORD_REVISION_CLAUSE), 0.09, ALIGN_LEFT},
		{text_fill(c->arena, say(c, WORD_REVISION_OLD), old, 1), 0.36, ALIGN_LEFT},
		{text_fill(c->arena, say(c, WORD_REVISION_NEW), new, 2), 0.36, ALIGN_LEFT},
		{say(c, WORD_REVISION_NOTE), 0.19, ALIGN_LEFT},
	};
	struct grid g = grid_create(c, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < r->count; i++) {
		const struct revised_clause *x = &r->rows[i];
		struct table_cell *row = grid_row(&g);
		row[0].text = clause_text(c, x);
		row[1].text = side_text(c, x->pair, &x->before);
		row[2].text = side_text(c, x->pair, &x->after);
		row[3].text = note_text(c, x);
	}
	return g;
}

bool
block_policy_comparison(struct composer *c, const struct recipe_block *b, struct err *e)
{
	const struct revision_reader anybody = {.day = today_of(c)};
	struct policy_edition x;
	struct policy_revision r = {0};
	int64_t before;
	if (!policy_edition_find(c->db, c->arena, c->request->about_id, &x, e) ||
		!policy_edition_before(c->db, &x, &before, e) ||
		(before != 0 && !policy_revision_read(c->db, c->arena, store_bank(c->store), before, x.id,
					&anybody, &r, e)))
		return false;
	struct section *s = section_begin(c, b);
	if (r.count > 0)
		s->table = revision_grid(c, &r).table;
	else
		s->note = say(c, before == 0 ? WORD_REVISION_FIRST : WORD_REVISION_ALIKE);
	return true;
}
