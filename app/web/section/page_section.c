/* What a manager sees of a department that is looked after: what there is to do, how each
 * sheet stands (never what it says), and the department's figures; and confirming sheets. */
#include "web/pages.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "store/figure/tallies.h"
#include "store/sheet/sheet_acts.h"
#include "web/figure/figures_page.h"
#include "web/form.h"
#include "web/inside.h"
#include "web/scope.h"
#include "web/section/section_tasks.h"
#include "web/sheet/sheet_row.h"
#include "web/show.h"

enum { SHEETS_MOST = 2000 };

struct section_view {
	struct cycle cycle;
	struct managed own;
	const char *filter;
};

static void
fill_sheet(struct call *c, struct dict *d, const struct section_view *x, const struct sheet *s)
{
	struct dict *row = dict_add(d, "sheet");
	struct sheet_facts facts = sheet_facts(s);
	sheet_fill_row(c, row, s);
	dict_show(row, x->own.acts ? "linked" : "unlinked");
	if (x->own.acts && sheet_may(SHEET_CONFIRM, ACTOR_MANAGER, &facts, NULL))
		dict_show(row, "confirmable");
}

static void
fill_progress(struct dict *d, const struct section_view *x, const struct progress_row *p)
{
	show_number(d, "asked", p->asked);
	show_number(d, "done", p->submitted);
	show_number(d, "left", p->asked - p->submitted);
	show_number(d, "confirmed_count", p->confirmed);
	show_number(d, "to_confirm", p->submitted - p->confirmed - p->returned);
	show_number(d, "returned_count", p->returned);
	show_number(d, "excluded_count", p->excluded);
	if (x->own.acts && p->submitted > p->confirmed + p->returned)
		dict_show(d, "unconfirmed");
}

static bool
fill_set(struct call *c, struct dict *page, const struct section_view *x, const struct cycle_set *set,
	struct err *e)
{
	struct sheet *sheets;
	struct progress_row *progress;
	size_t count, rows;
	struct sheet_wanted wanted = {.cycle_id = x->cycle.id,
		.department_id = x->own.department.department_id,
		.set_key = set->set_key,
		.filter = x->filter,
		.most = SHEETS_MOST};
	if (!sheets_list(c->db, c->arena, &wanted, &sheets, &count, e) ||
		!progress_list(c->db, c->arena, x->cycle.id, set->set_key, wanted.department_id, &progress,
			&rows, e))
		return false;
	if (rows == 0 || progress[0].asked + progress[0].excluded == 0)
		return true;
	struct dict *d = dict_add(page, "set");
	dict_set(d, "set_title", set->title);
	dict_set(d, "set_key", set->set_key);
	dict_show(d, cycle_live(x->cycle.state) ? "running" : "over");
	fill_progress(d, x, &progress[0]);
	for (size_t i = 0; i < count; i++)
		fill_sheet(c, d, x, &sheets[i]);
	if (count == 0)
		dict_show(d, "no_sheet");
	return true;
}

/* Progress of every set; the figures below are those of the first. */
static bool
fill_sets(struct call *c, struct dict *page, const struct section_view *x, const char **first, struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	if (!cycle_sets(c->db, c->arena, x->cycle.id, &sets, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!fill_set(c, page, x, &sets[i], e))
			return false;
	*first = count > 0 ? sets[0].set_key : "";
	return true;
}

static bool
section_fill(struct call *c, struct dict *page, struct err *e)
{
	static const char *const done[] = {"confirmed", NULL};
	struct section_view x;
	const char *first;
	if (!scope_cycle_with(c, http_query(c->http, "cycle"), "tallies", &x.cycle, e) ||
		!scope_fill_cycles(c, page, &x.cycle, "tallies", e) || !scope_own(c, &x.cycle, &x.own, e) ||
		!scope_fill_sections(c, page, &x.cycle, &x.own, e))
		return false;
	if (!scope_fill_gone(c, page, &x.cycle, "sheets", e))
		return false;
	form_done(c, page, done);
	dict_set(page, "cycle_title", x.cycle.title);
	show_number(page, "cycle_id", x.cycle.id);
	show_cycle_state(page, "cycle_state", x.cycle.state);
	show_due(page, c->arena, x.cycle.due_day, c->now);
	dict_show(page, cycle_answers(x.cycle.state) ? "open" : "closed");
	dict_show(page, x.cycle.individual ? "individual" : "not_individual");
	x.filter = sheet_fill_filters(c, page);
	if ((x.own.acts && !section_fill_tasks(c, page, &x.cycle, &x.own, e)) ||
		!fill_sets(c, page, &x, &first, e))
		return false;
	struct report_request rq = {.name = "section",
		.set_key = first,
		.cycle_id = x.cycle.id,
		.department_id = x.own.department.department_id,
		.now = c->now,
		.base_url = figures_url};
	return figures_show(c, page, &rq, x.own.department.key, e);
}

void
page_section(struct call *c)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("My department"));
	if (section_fill(c, page, &e)) {
		page_show(c, 200, "section.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

/* ---- confirming from the list: one sheet, or whatever a set has to confirm ---- */

struct confirming {
	struct sheet_act act; /* one sheet */
	const char *set_key;  /* or all of a set */
	int64_t cycle_id, department_id, confirmed;
};

static bool
confirm_work(struct db *db, struct piece *p, struct err *e)
{
	struct confirming *x = p->with;
	if (x->set_key == NULL)
		return sheet_confirm(db, p, &x->act, e);
	return sheets_confirm(db, p, x->act.arena, x->cycle_id, x->department_id, x->set_key,
		x->act.account_id, x->act.now, &x->confirmed, e);
}

static bool
confirm_read(struct call *c, struct confirming *x, struct err *e)
{
	static const char *const names[] = {"cycle", "department", "sheet", "all", NULL};
	struct cycle cycle;
	struct cycle_department own;
	x->act = (struct sheet_act){.account_id = c->account.id, .now = c->now, .arena = c->arena};
	if (!form_check(c, names, e) || !scope_cycle(c, form_text(c, "cycle"), &cycle, e) ||
		!scope_acting(c, &cycle, &own, e))
		return false;
	x->cycle_id = cycle.id;
	x->department_id = own.department_id;
	if (form_has(c, "all")) {
		x->set_key = form_text(c, "all");
		return true;
	}
	return number_parse(form_text(c, "sheet"), 1, INT64_MAX, &x->act.sheet_id) ||
	       err_set(e, ERR_INPUT, _("choose a sheet"));
}

void
page_section_post(struct call *c)
{
	struct err e = {0};
	struct confirming *x = ARENA_NEW(c->arena, struct confirming);
	if (!confirm_read(c, x, &e))
		page_error(c, &e);
	else
		form_store(c, confirm_work, x,
			arena_printf(c->arena, "/section?cycle=%lld&department=%s&done=confirmed",
				(long long)x->cycle_id, section_query(c)));
}
