#include "web/sheet/sheet_wording.h"

#include "web/policy/policy_page.h"
#include "web/policy/standard_page.h"

bool
sheet_wording_find(struct call *c, struct sheet_wording *w, struct err *e)
{
	const day_t today = day_of_instant(c->now);
	return policy_edition_in_force(c->db, today, &w->policy_id, e) &&
	       standard_in_force(c->db, today, standard_reader(c), &w->standard_id, e);
}

bool
sheet_wording_load(struct call *c, struct sheet_wording *w, struct err *e)
{
	return (w->policy_id == 0 || policy_edition_text(c->db, c->arena, w->policy_id, &w->policy, e)) &&
	       (w->standard_id == 0 || standard_articles(c->db, c->arena, w->standard_id, &w->standard, e));
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

static void
policy_fill(struct dict *section, const struct policy_text *t, const struct item *const *items, size_t count)
{
	struct dict *d = NULL;
	for (size_t i = 0; i < count; i++) {
		struct policy_wording p;
		if (met_before(items, i) || !policy_wording(t, clause_of(items[i])->key, &p))
			continue;
		if (d == NULL)
			d = dict_add(section, "wording");
		struct dict *row = dict_add(d, "worded");
		dict_set(row, "worded_key", p.clause->key);
		dict_set(row, "worded_title", p.clause->title);
		policy_fill_wording(row, &p);
	}
}

static bool
article_belongs(const struct standard_article *x, const struct item *const *items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (article_is_of(x, items[i]->clause) || article_asks(x, items[i]->id))
			return true;
	return false;
}

static void
standard_fill(struct dict *section, const struct standard *s, const struct item *const *items, size_t count)
{
	struct dict *d = NULL;
	for (size_t i = 0; i < s->count; i++) {
		const struct standard_article *x = &s->articles[i];
		if (!article_belongs(x, items, count))
			continue;
		if (d == NULL)
			d = dict_add(section, "standards");
		struct dict *row = dict_add(d, "article");
		dict_set(row, "article_number", x->number);
		dict_set(row, "article_title", x->title);
		dict_set(row, "article_text", x->text);
	}
}

void
sheet_wording_fill(
	struct dict *section, const struct sheet_wording *w, const struct item *const *items, size_t count)
{
	if (w->policy != NULL)
		policy_fill(section, w->policy, items, count);
	if (w->standard != NULL)
		standard_fill(section, w->standard, items, count);
}
