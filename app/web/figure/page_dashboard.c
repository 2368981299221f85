/* The dashboard: one cycle, one question set, the whole body or one department. */
#include "web/pages.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "web/figure/figures_page.h"
#include "web/inside.h"
#include "web/scope.h"
#include "web/show.h"

struct view_of;

struct choice_of {
	struct cycle cycle;
	const char *set_key;
	struct cycle_department department; /* id 0: the body */
	const struct view_of *view;
	size_t page;
};

static const char *
query(struct call *c, const char *name)
{
	const char *value = http_query(c->http, name);
	return value != NULL ? value : "";
}

/* The sets whose figures there are; the first when none is asked for. */
static bool
choose_set(struct call *c, struct dict *page, struct choice_of *chosen, struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	const char *asked = query(c, "set");
	if (!cycle_sets(c->db, c->arena, chosen->cycle.id, &sets, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		bool is = *asked == '\0' ? i == 0 : strcmp(sets[i].set_key, asked) == 0;
		struct dict *row = dict_add(page, "set_choice");
		dict_set(row, "value", sets[i].set_key);
		dict_set(row, "set_title", sets[i].title);
		dict_set(row, "selected", is ? "selected" : "");
		if (is)
			chosen->set_key = sets[i].set_key;
	}
	return chosen->set_key != NULL ||
	       err_set(e, ERR_ABSENT, _("the cycle has no question set %s"), asked);
}

/* Hundreds of departments are typed, not chosen from a list. */
static void
fill_departments(struct dict *page, const struct cycle_department *list, size_t count, size_t chosen)
{
	enum { LIST_MOST = 60 };
	struct dict *d = dict_add(page, count > LIST_MOST ? "department_typed" : "department_chosen");
	if (count > LIST_MOST) {
		dict_set(d, "value", chosen < count ? list[chosen].name : "");
		return;
	}
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(d, "department_choice");
		dict_set(row, "value", list[i].key);
		dict_set(row, "choice_name", list[i].name);
		dict_set(row, "selected", i == chosen ? "selected" : "");
	}
}

/* By key, else by name. */
static bool
choose_department(struct call *c, struct dict *page, struct choice_of *chosen, struct err *e)
{
	struct cycle_department *list;
	size_t count, found = SIZE_MAX;
	const char *asked = query(c, "department");
	if (!cycle_departments(c->db, c->arena, chosen->cycle.id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		bool named = found == SIZE_MAX && strcmp(list[i].name, asked) == 0;
		if (named || strcmp(list[i].key, asked) == 0)
			found = i;
	}
	fill_departments(page, list, count, found);
	if (found < count)
		chosen->department = list[found];
	return *asked == '\0' || found < count ||
	       err_set(e, ERR_ABSENT, _("the cycle has no such department"));
}

/* The views of the dashboard: what a management reads first, and behind one link each
 * the departments' answering and the questions. */
static const struct view_of {
	const char *key, *recipe, *section;
} views[] = {
	{"", "dashboard", "view_main"},
	{"progress", "dashboard-progress", "view_progress"},
	{"items", "dashboard-items", "view_items"},
};

static bool
choose_view(struct call *c, struct choice_of *chosen, struct err *e)
{
	int64_t page = 1;
	const char *asked = query(c, "view"), *number = query(c, "page");
	for (size_t i = 0; i < sizeof views / sizeof *views; i++)
		if (strcmp(views[i].key, asked) == 0)
			chosen->view = &views[i];
	if (chosen->view == NULL || (*number != '\0' && !number_parse(number, 1, INT32_MAX, &page)))
		return err_set(e, ERR_ABSENT, _("the dashboard has no such view"));
	chosen->page = (size_t)page;
	return true;
}

/* The address of a view of what is chosen, up to the number of its page. */
static const char *
view_url(struct call *c, const struct choice_of *chosen, const struct view_of *v)
{
	return arena_printf(c->arena,
		"/dashboard?cycle=%lld&set=%s&department=%s&view=%s&page=", (long long)chosen->cycle.id,
		query_escape(c->arena, chosen->set_key),
		chosen->department.key != NULL ? query_escape(c->arena, chosen->department.key) : "", v->key);
}

static void
fill_views(struct call *c, struct dict *page, const struct choice_of *chosen)
{
	for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
		struct dict *d = dict_add(page, "view");
		dict_show(d, views[i].section);
		dict_set(d, "link", arena_printf(c->arena, "%s1", view_url(c, chosen, &views[i])));
		if (chosen->view == &views[i])
			dict_show(d, "here");
	}
	dict_set(page, "view_key", chosen->view->key);
	show_number(page, "fiscal_year", chosen->cycle.year);
}

static bool
dashboard_fill(struct call *c, struct dict *page, struct err *e)
{
	struct choice_of chosen = {0};
	if (!choose_view(c, &chosen, e) ||
		!scope_cycle_with(c, query(c, "cycle"), "tallies", &chosen.cycle, e) ||
		!scope_fill_cycles(c, page, &chosen.cycle, "tallies", e) ||
		!choose_set(c, page, &chosen, e) || !choose_department(c, page, &chosen, e))
		return false;
	dict_set(page, "cycle_title", chosen.cycle.title);
	fill_views(c, page, &chosen);
	if (cycle_live(chosen.cycle.state))
		show_due(dict_add(page, "open"), c->arena, chosen.cycle.due_day, c->now);
	struct report_request rq = {.name = chosen.view->recipe,
		.set_key = chosen.set_key,
		.cycle_id = chosen.cycle.id,
		.department_id = chosen.department.department_id,
		.now = c->now,
		.base_url = figures_url,
		.page_url = view_url(c, &chosen, chosen.view),
		.page = chosen.page};
	return figures_show(c, page, &rq, chosen.department.key, e);
}

void
page_dashboard(struct call *c)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("Figures"));
	if (dashboard_fill(c, page, &e)) {
		page_show(c, 200, "dashboard.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}
