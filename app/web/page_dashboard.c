/* The dashboard: one cycle, one question set, the whole body or one department. */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "web/figures_page.h"
#include "web/scope.h"
#include "web/show.h"

struct choice_of {
	struct cycle cycle;
	const char *set_key;
	struct cycle_department department; /* id 0: the body */
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

static bool
choose_department(struct call *c, struct dict *page, struct choice_of *chosen, struct err *e)
{
	struct cycle_department *list;
	size_t count;
	const char *asked = query(c, "department");
	if (!cycle_departments(c->db, c->arena, chosen->cycle.id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		bool is = strcmp(list[i].key, asked) == 0;
		struct dict *row = dict_add(page, "department_choice");
		dict_set(row, "value", list[i].key);
		dict_set(row, "choice_name", list[i].name);
		dict_set(row, "selected", is ? "selected" : "");
		if (is)
			chosen->department = list[i];
	}
	bool found = *asked == '\0' || chosen->department.department_id != 0;
	return found || err_set(e, ERR_ABSENT, _("the cycle has no such department"));
}

static bool
dashboard_fill(struct call *c, struct dict *page, struct err *e)
{
	struct choice_of chosen = {0};
	if (!scope_cycle(c, query(c, "cycle"), &chosen.cycle, e) ||
		!scope_fill_cycles(c, page, &chosen.cycle, e) || !choose_set(c, page, &chosen, e) ||
		!choose_department(c, page, &chosen, e))
		return false;
	dict_set(page, "cycle_title", chosen.cycle.title);
	if (chosen.cycle.state == CYCLE_OPEN)
		show_due(dict_add(page, "open"), c->arena, chosen.cycle.due_day, c->now);
	struct report_request rq = {.name = "dashboard",
		.set_key = chosen.set_key,
		.cycle_id = chosen.cycle.id,
		.department_id = chosen.department.department_id,
		.now = c->now,
		.base_url = figures_url(c, &chosen.cycle, chosen.set_key)};
	return figures_show(c, page, &rq, e);
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
