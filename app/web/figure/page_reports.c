/* The papers there are of a cycle, and which of them have been issued. */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "domain/organisation/role.h"
#include "store/cycle/approvals.h"
#include "store/cycle/cycle_settings.h"
#include "web/figure/report_scope.h"
#include "web/form.h"
#include "web/show.h"

enum { PAGE_ROWS = 100 };

/* Everything issued of a cycle, the newest edition of each. */
struct issued_list {
	struct document *items;
	size_t count;
};

static const struct document *
issued_find(const struct issued_list *l, const char *recipe, int64_t department_id)
{
	const struct document *found = NULL;
	for (size_t i = 0; i < l->count; i++)
		if (l->items[i].department_id == department_id && strcmp(l->items[i].recipe, recipe) == 0)
			found = &l->items[i];
	return found;
}

static void
fill_paper(struct call *c, struct dict *d, const struct recipe_name *recipe, const struct cycle *cycle,
	const char *key, const char *name, const struct document *issued)
{
	struct dict *row = dict_add(d, "paper");
	dict_set(row, "recipe", recipe->name);
	dict_set(row, "recipe_title", recipe->title);
	show_number(row, "cycle_id", cycle->id);
	dict_set(row, "key", key);
	dict_set(row, "subject", name);
	if (recipe->numbered)
		show_document(c, dict_add(row, "numbered_kind"), issued);
	else
		dict_show(row, "free_kind");
}

/* Those a manager looks after, or every one. */
static bool
fill_departments(struct call *c, struct dict *d, const struct recipe_name *recipe, const struct cycle *cycle,
	const struct issued_list *l, struct err *e)
{
	struct cycle_department *list;
	size_t count;
	if (!scope_departments(c, cycle, SEES_EVERY, false, &list, &count, e))
		return false;
	size_t first = (size_t)(list_page(c) - 1) * PAGE_ROWS;
	for (size_t i = first; i < count && i < first + PAGE_ROWS; i++)
		fill_paper(c, d, recipe, cycle, list[i].key, list[i].name,
			issued_find(l, recipe->name, list[i].department_id));
	show_pages(d, list_page(c), count > first + PAGE_ROWS);
	return true;
}

static size_t
issued_departments(const struct issued_list *l, const char *recipe)
{
	size_t count = 0;
	for (size_t i = 0; i < l->count; i++)
		count += strcmp(l->items[i].recipe, recipe) == 0 && l->items[i].department_id != 0 &&
			 issued_find(l, recipe, l->items[i].department_id) == &l->items[i];
	return count;
}

/* Every department in one action; a list of them is a page further. */
static void
fill_all(struct dict *d, const struct recipe_name *recipe, const struct cycle *cycle,
	const struct issued_list *l)
{
	struct dict *all = dict_add(d, "all");
	dict_set(all, "recipe", recipe->name);
	show_number(all, "cycle_id", cycle->id);
	if (recipe->numbered && cycle_final(cycle->state))
		show_number(
			dict_add(all, "count"), "issued_count", (int64_t)issued_departments(l, recipe->name));
}

static bool
fill_recipe(struct call *c, struct dict *page, const struct recipe_name *recipe, const struct cycle *cycle,
	const struct issued_list *l, struct err *e)
{
	bool every = sees_every_department(c);
	if (!recipe->paper || recipe->sheet || (!recipe->department && !every))
		return true;
	struct dict *d = dict_add(page, "recipe");
	dict_set(d, "recipe_title", recipe->title);
	if (recipe->body && every)
		fill_paper(c, dict_add(d, "papers"), recipe, cycle, report_body,
			cycle_setting_text(c->db, c->arena, cycle, "body_name"),
			issued_find(l, recipe->name, 0));
	if (recipe->department && every)
		fill_all(d, recipe, cycle, l);
	return !recipe->department || every ||
	       fill_departments(c, dict_add(d, "papers"), recipe, cycle, l, e);
}

/* 自己点検票 of a department to write on: those a manager acts for, any for the secretariat. */
static bool
fill_sheets(struct call *c, struct dict *page, const struct cycle *cycle, struct err *e)
{
	struct cycle_department *list;
	size_t count;
	bool admin = (c->account.roles & ROLE_ADMIN) != 0;
	if (!admin && !(c->account.roles & ROLE_MANAGER))
		return true;
	if (!scope_departments(c, cycle, ROLE_ADMIN, true, &list, &count, e))
		return false;
	struct dict *d = dict_add(page, "sheets");
	show_number(d, "cycle_id", cycle->id);
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(d, "department");
		dict_set(row, "key", list[i].key);
		dict_set(row, "subject", list[i].name);
	}
	if (admin)
		dict_show(d, "everybody");
	return true;
}

static bool
fill_approvals(struct call *c, struct dict *page, const struct cycle *cycle, struct err *e)
{
	struct approval_mark *marks;
	size_t count;
	char *list = arena_strdup(c->arena, cycle_setting_text(c->db, c->arena, cycle, "approval_titles"));
	if (!(c->account.roles & ROLE_ADMIN) ||
		strcmp(cycle_setting_text(c->db, c->arena, cycle, "approval_mode"), "electronic") != 0)
		return true;
	if (!approvals_list(c->db, c->arena, cycle->id, &marks, &count, e))
		return false;
	struct dict *d = dict_add(page, "approvals");
	show_number(d, "cycle_id", cycle->id);
	size_t number = 0;
	for (char *title; (title = strsep(&list, "\r\n")) != NULL;) {
		if (title[0] == '\0')
			continue;
		struct dict *row = dict_add(d, "approval");
		show_number(row, "number", (int64_t)++number);
		dict_set(row, "post", title);
		for (size_t i = 0; i < count; i++) {
			char day[16];
			if (strcmp(marks[i].title, title) != 0)
				continue;
			day_format(marks[i].day, day);
			dict_set(row, "name", marks[i].name);
			dict_set(row, "day", day);
		}
	}
	return true;
}

static bool
page_fill(struct call *c, struct dict *page, const struct cycle *cycle, struct issued_list *l, struct err *e)
{
	dict_set(page, "cycle_title", cycle->title);
	show_number(page, "cycle_id", cycle->id);
	if (!cycle_final(cycle->state))
		dict_show(page, "draft");
	return documents_of_cycle(c->db, c->arena, cycle->id, &l->items, &l->count, e);
}

static bool
reports_fill(struct call *c, struct dict *page, struct err *e)
{
	struct cycle cycle;
	struct recipe_name *recipes;
	struct issued_list l;
	size_t count;
	if (!scope_cycle_with(c, http_query(c->http, "cycle"), "documents", &cycle, e) ||
		!scope_fill_cycles(c, page, &cycle, "documents", e) ||
		!recipes_list(c->arena, &recipes, &count, e) || !page_fill(c, page, &cycle, &l, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (recipe_of_cycle(&recipes[i]) && !fill_recipe(c, page, &recipes[i], &cycle, &l, e))
			return false;
	return fill_sheets(c, page, &cycle, e) && fill_approvals(c, page, &cycle, e);
}

void
page_reports(struct call *c)
{
	static const char *const done[] = {"approved", NULL};
	struct err e = {0};
	struct dict *page = page_begin(c, _("Reports"));
	form_done(c, page, done);
	if (reports_fill(c, page, &e)) {
		page_show(c, 200, "reports.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

/* One recipe: a row for each department. */
static bool
list_fill(struct call *c, struct dict *page, struct err *e)
{
	struct cycle cycle;
	struct recipe_name recipe;
	struct issued_list l;
	if (!paper_recipe(c, c->parts[0], &recipe, e) ||
		!scope_cycle_with(c, c->parts[1], "documents", &cycle, e))
		return false;
	if (!recipe.department)
		return err_set(e, ERR_ABSENT, _("there is no such report"));
	dict_set(page, "recipe", recipe.name);
	dict_set(page, "recipe_title", recipe.title);
	return page_fill(c, page, &cycle, &l, e) && fill_departments(c, page, &recipe, &cycle, &l, e);
}

void
page_report_list(struct call *c)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("Reports"));
	if (list_fill(c, page, &e)) {
		page_show(c, 200, "report_list.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}
