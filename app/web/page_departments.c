/* Departments as a tree, those that have ended, and a new one. */
#include "web/pages.h"

#include "base/words.h"
#include "web/department_acts.h"
#include "web/form.h"
#include "web/show.h"

enum { DEEPEST = 6 };

struct tree {
	const struct department *list;
	size_t count;
	bool *shown;
};

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
fill_under(struct dict *page, struct tree *t, const struct department *parent, int level)
{
	for (size_t i = 0; i < t->count; i++) {
		const struct department *d = &t->list[i];
		if (t->shown[i] || (parent != NULL && d->parent_id != parent->id))
			continue;
		bool top = true; /* its parent may have ended */
		for (size_t k = 0; parent == NULL && k < t->count; k++)
			top = top && t->list[k].id != d->parent_id;
		if (!top)
			continue;
		t->shown[i] = true;
		struct dict *row = dict_add(page, "department");
		fill_department(row, d, level);
		if (parent != NULL)
			dict_set(dict_add(row, "under"), "parent", parent->name);
		if (level < DEEPEST)
			fill_under(page, t, d, level + 1);
	}
}

static bool
fill_ended(struct call *c, struct dict *page, struct err *e)
{
	struct department *list;
	size_t count;
	if (!departments_ended(c->db, c->arena, day_of_instant(c->now), &list, &count, e))
		return false;
	struct dict *all = count > 0 ? dict_add(page, "ended") : NULL;
	if (all != NULL)
		show_number(all, "how_many", (int64_t)count);
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(all, "gone");
		dict_set(row, "key", list[i].key);
		dict_set(row, "name", list[i].name);
		show_day(row, c->arena, "valid_to", list[i].valid_to);
		if (!department_fill_kin(c, row, "successor", list[i].id, true, e))
			return false;
	}
	return true;
}

static bool
fill_page(struct call *c, struct dict *page, const struct act_refusal *refused, struct err *e)
{
	struct tree t;
	struct department *list;
	if (!departments_list(c->db, c->arena, day_of_instant(c->now), &list, &t.count, e))
		return false;
	t.list = list;
	t.shown = ARENA_ARRAY(c->arena, bool, t.count + 1);
	for (size_t i = 0; i < t.count; i++)
		t.shown[i] = false;
	fill_under(page, &t, NULL, 0);
	return fill_ended(c, page, e) &&
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
