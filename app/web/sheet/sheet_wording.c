#include "web/sheet/sheet_wording.h"

#include "web/policy/policy_page.h"

bool
sheet_wording_find(struct call *c, struct sheet_wording *w, struct err *e)
{
	return policy_edition_in_force(c->db, day_of_instant(c->now), &w->policy_id, e);
}

bool
sheet_wording_load(struct call *c, struct sheet_wording *w, struct err *e)
{
	return w->policy_id == 0 || policy_edition_text(c->db, c->arena, w->policy_id, &w->policy, e);
}

/* Our keys for paragraphs stand for the clause they are in. */
static const struct clause *
clause_of(const struct item *item)
{
	return item->clause->numbered || item->clause->parent == NULL ? item->clause : item->clause->parent;
}

static bool
met_before(const struct item *const *items, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (clause_of(items[i]) == clause_of(items[at]))
			return true;
	return false;
}

void
sheet_wording_fill(
	struct dict *section, const struct sheet_wording *w, const struct item *const *items, size_t count)
{
	struct dict *d = NULL;
	for (size_t i = 0; w->policy != NULL && i < count; i++) {
		struct policy_wording p;
		const struct clause *clause = clause_of(items[i]);
		if (met_before(items, i) || !policy_wording(w->policy, clause->key, &p))
			continue;
		if (d == NULL)
			d = dict_add(section, "wording");
		struct dict *row = dict_add(d, "worded");
		dict_set(row, "worded_key", p.clause->key);
		dict_set(row, "worded_title", p.clause->title);
		policy_fill_wording(row, &p);
	}
}
