/* Departments as a tree, those that have ended, and a new one. */
#include "web/pages.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "store/organisation/unsettled.h"
#include "web/form.h"
#include "web/organisation/department_acts.h"
#include "web/show.h"

enum { DEEPEST = 6, PAGE_ROWS = 100 };

/* ---- the tree, in the order in which it is read ---------------------------------------- */

struct place {
	const struct department *department, *parent;
	int level;
};

struct tree {
	struct department *list;
	struct place *places;
	size_t count, placed;
	struct department_need *needs; /* of some of them */
	size_t need_count;
};

static bool
is_placed(const struct tree *t, const struct department *d)
{
	for (size_t i = 0; i < t->placed; i++)
		if (t->places[i].department == d)
			return true;
	return false;
}

static bool
has_parent(const struct tree *t, const struct department *d)
{
	for (size_t i = 0; i < t->count; i++)
		if (t->list[i].id == d->parent_id)
			return true;
	return false; /* none, or one that has ended */
}

static void
place_under(struct tree *t, const struct department *parent, int level)
{
	for (size_t i = 0; i < t->count; i++) {
		const struct department *d = &t->list[i];
		bool here = parent != NULL ? d->parent_id == parent->id : !has_parent(t, d);
		if (!here || is_placed(t, d))
			continue;
		t->places[t->placed++] = (struct place){d, parent, level};
		place_under(t, d, level < DEEPEST ? level + 1 : DEEPEST);
	}
}

static bool
tree_read(struct call *c, struct tree *t, struct err *e)
{
	*t = (struct tree){0};
	if (!departments_list(c->db, c->arena, day_of_instant(c->now), &t->list, &t->count, e))
		return false;
	t->places = ARENA_ARRAY(c->arena, struct place, t->count + 1);
	place_under(t, NULL, 0);
	return department_needs(c->db, c->arena, day_of_instant(c->now), &t->needs, &t->need_count, e);
}

static const struct department_need *
need_of(const struct tree *t, const struct department *d)
{
	for (size_t i = 0; i < t->need_count; i++)
		if (t->needs[i].department_id == d->id)
			return &t->needs[i];
	return NULL;
}

/* Leaves those whose code or name has the words in it, and of these perhaps those that need something. */
static void
tree_search(struct tree *t, const char *words, bool mend)
{
	size_t kept = 0;
	for (size_t i = 0; i < t->placed; i++) {
		const struct department *d = t->places[i].department;
		if ((strstr(d->key, words) != NULL || strstr(d->name, words) != NULL) &&
			(!mend || need_of(t, d) != NULL))
			t->places[kept++] = t->places[i];
	}
	t->placed = kept;
}

/* ---- showing --------------------------------------------------------------------------- */

static void
fill_department(struct dict *row, const struct department *d, int level)
{
	dict_set(row, "key", d->key);
	dict_set(row, "name", d->name);
	dict_set(row, "kind", department_kind_word(d->kind));
	dict_setf(row, "place", "%d", d->ord);
	dict_setf(row, "level", "%d", level);
	if (d->flags == 0)
		dict_show(row, "no_flags");
	show_flags(row, d->flags);
}

static void
fill_need(struct dict *row, const struct department_need *n)
{
	if (n->nobody)
		dict_show(row, "nobody");
	if (n->unmanaged)
		dict_show(row, "unmanaged");
	if (n->undecided)
		dict_show(row, "undecided");
	if (n->parent_ended)
		dict_show(row, "parent_ended");
}

/* The parent is named for those who see too where it does not stand above on the page. */
static void
fill_place(struct dict *page, const struct tree *t, size_t first, size_t i)
{
	const struct place *p = &t->places[i];
	struct dict *row = dict_add(page, "department");
	bool above = false;
	const struct department_need *need = need_of(t, p->department);
	fill_department(row, p->department, p->level);
	if (need != NULL)
		fill_need(row, need);
	for (size_t k = first; k < i; k++)
		above = above || t->places[k].department == p->parent || t->places[k].parent == p->parent;
	if (p->parent != NULL)
		dict_set(dict_add(row, above ? "under" : "apart"), "parent", p->parent->name);
}

static bool
fill_tree(struct call *c, struct dict *page, struct err *e)
{
	struct tree t;
	size_t first = (size_t)(list_page(c) - 1) * PAGE_ROWS;
	const char *words = http_query(c->http, "q"), *asked = http_query(c->http, "mend");
	bool mend = asked != NULL && strcmp(asked, "1") == 0;
	if (words == NULL || !utf8_plain(words, strlen(words)))
		words = "";
	if (!tree_read(c, &t, e))
		return false;
	struct dict *tree = dict_add(page, "tree");
	dict_set(page, "q", words);
	show_number(tree, "how_many", (int64_t)t.count);
	tree_search(&t, words, mend);
	dict_set(page, "mend", mend ? "1" : "");
	dict_set(page, "mend_checked", mend ? "checked" : "");
	for (size_t i = first; i < t.placed && i < first + PAGE_ROWS; i++)
		fill_place(tree, &t, first, i);
	if (t.placed == 0)
		dict_show(tree, "none");
	show_pages(tree, list_page(c), t.placed > first + PAGE_ROWS);
	return true;
}

static bool
fill_ended(struct call *c, struct dict *page, struct err *e)
{
	struct department *list;
	size_t count, first = (size_t)(list_page(c) - 1) * PAGE_ROWS;
	bool asked = http_query(c->http, "ended") != NULL;
	if (!departments_ended(c->db, c->arena, day_of_instant(c->now), &list, &count, e))
		return false;
	if (!asked) {
		if (count > 0)
			show_number(dict_add(page, "some_ended"), "how_many", (int64_t)count);
		return true;
	}
	struct dict *all = dict_add(page, "ended");
	show_number(all, "how_many", (int64_t)count);
	for (size_t i = first; i < count && i < first + PAGE_ROWS; i++) {
		struct dict *row = dict_add(all, "gone");
		dict_set(row, "key", list[i].key);
		dict_set(row, "name", list[i].name);
		show_day(row, c->arena, "valid_to", list[i].valid_to);
		if (!department_fill_kin(c, row, "successor", list[i].id, true, e))
			return false;
	}
	show_pages(all, list_page(c), count > first + PAGE_ROWS);
	return true;
}

static bool
fill_page(struct call *c, struct dict *page, const struct act_refusal *refused, struct err *e)
{
	if (!fill_ended(c, page, e))
		return false;
	if (http_query(c->http, "ended") != NULL)
		return true;
	return fill_tree(c, page, e) &&
	       acts_fill(c, page, department_new, "/admin/departments", NULL, refused, e);
}

static void
departments_show(struct call *c, const struct act_refusal *refused)
{
	static const char *const done[] = {"saved", NULL};
	struct err e = {0};
	struct dict *page = page_begin(c, _("Departments"));
	form_done(c, page, done);
	if (fill_page(c, page, refused, &e)) {
		page_show(c, act_status(refused), "departments.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_departments(struct call *c)
{
	departments_show(c, NULL);
}

void
page_departments_post(struct call *c)
{
	act_post(c, department_new, "", &(struct act_run){.subject = form_text(c, "key")},
		"/admin/departments", departments_show);
}
