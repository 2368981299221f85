#include "web/section/plan_page.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/setting.h"
#include "web/form.h"
#include "web/scope.h"
#include "web/show.h"

bool
planning_read(struct call *c, bool admin, struct planning *p, struct err *e)
{
	*p = (struct planning){.admin = admin, .department_id = PLAN_BODY, .status = 200};
	if (!scope_cycle_with(c, admin ? c->parts[0] : http_query(c->http, "cycle"), "plans", &p->cycle, e))
		return false;
	p->name = setting_text(c->db, c->arena, "body_name");
	p->base = arena_printf(c->arena, "/admin/plans/%lld", (long long)p->cycle.id);
	if (admin)
		return true;
	if (!scope_own(c, &p->cycle, &p->own, e))
		return false;
	p->department_id = p->own.department.department_id;
	p->name = p->own.department.name;
	p->base = "/section/plan";
	return true;
}

bool
planning_may_write(const struct planning *p)
{
	return p->cycle.state != CYCLE_ENDED && (p->admin || p->own.acts);
}

/* The plan's own cycle and department, if the manager looks after it. */
static bool
plan_managed(struct call *c, struct planning *p, struct err *e)
{
	struct managed *list;
	size_t count;
	if (!cycle_find(c->db, c->arena, p->plan.cycle_id, &p->cycle, e) ||
		!scope_managed(c, &p->cycle, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (list[i].department.department_id == p->plan.department_id) {
			p->own = list[i];
			p->department_id = p->plan.department_id;
			p->name = p->own.department.name;
			return true;
		}
	return false;
}

/* A manager sees those looked after only, and learns of no other whether it is there. */
bool
planning_plan(struct call *c, const char *id, struct planning *p, struct err *e)
{
	int64_t number;
	if (!number_parse(id, 1, INT64_MAX, &number))
		return err_set(e, ERR_ABSENT, _("there is no such plan"));
	bool found = plan_find(c->db, c->arena, number, &p->plan, e);
	if (p->admin)
		return found && (p->plan.cycle_id == p->cycle.id ||
					err_set(e, ERR_ABSENT, _("there is no such plan")));
	if (found && plan_managed(c, p, e))
		return true;
	return err_set(e, ERR_DENIED, _("this plan is not your department's"));
}

const struct item *
planning_item(struct call *c, const struct planning *p, const char *field, const char **set_key)
{
	const char *dot = strchr(field, '.');
	if (dot == NULL)
		return NULL;
	*set_key = arena_strndup(c->arena, field, (size_t)(dot - field));
	const struct questionnaire *q = store_cycle_set(c->store, p->cycle.id, *set_key, NULL);
	return q == NULL ? NULL : questionnaire_find(q, dot + 1);
}

/* ---- the form ------------------------------------------------------------------------------ */

static const char *
typed(struct call *c, const char *name, const char *stored)
{
	const char *value = http_field(c->http, name);
	return value != NULL ? value : stored;
}

static bool
fill_items(struct call *c, struct dict *page, const struct planning *p, struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	const char *asked = http_query(c->http, "item");
	const char *chosen = typed(c, "item", asked != NULL ? asked : "");
	if (!cycle_sets(c->db, c->arena, p->cycle.id, &sets, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct questionnaire *q = store_cycle_set(c->store, p->cycle.id, sets[i].set_key, e);
		if (q == NULL)
			return false;
		struct dict *group = dict_add(page, "item_group");
		dict_set(group, "set_title", q->title);
		for (size_t k = 0; k < q->count; k++) {
			if (q->items[k].scale->text)
				continue;
			struct dict *row = dict_add(group, "item_choice");
			const char *value = arena_printf(c->arena, "%s.%s", q->key, q->items[k].id);
			dict_set(row, "value", value);
			dict_set(row, "item_id", q->items[k].id);
			dict_set(row, "text", q->items[k].text);
			dict_set(row, "selected", strcmp(value, chosen) == 0 ? "selected" : "");
		}
	}
	return true;
}

static bool
fill_people(struct call *c, struct dict *page, const struct planning *p, struct err *e)
{
	struct department_person *list;
	size_t count;
	int64_t department = p->plan.id != 0 ? p->plan.department_id : p->department_id;
	if (!department_people(c->db, c->arena, department, day_of_instant(c->now), &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "person");
		dict_set(row, "number", list[i].number);
		dict_set(row, "person_name", list[i].name);
	}
	return true;
}

static const char *
owner_number(struct call *c, const struct plan *plan)
{
	struct person person;
	if (plan->owner_id == 0 || !person_find(c->db, c->arena, plan->owner_id, &person, NULL))
		return "";
	return person.number;
}

bool
planning_fill_form(struct call *c, struct dict *page, const struct planning *p, struct err *e)
{
	const struct plan *plan = &p->plan;
	struct dict *form = dict_add(page, "form");
	dict_set(form, "measure", typed(c, "measure", plan->measure));
	dict_set(form, "owner", typed(c, "owner", owner_number(c, plan)));
	dict_set(form, "due_day", typed(c, "due_day", day_value(c->arena, plan->due_day)));
	dict_set(form, "done_day", typed(c, "done_day", day_value(c->arena, plan->done_day)));
	dict_set(form, "result", typed(c, "result", plan->result));
	show_number(form, "revision", plan->revision);
	const char *state = typed(c, "state", plan_state_key(plan->state));
	dict_set(form, arena_printf(c->arena, "%s_selected", state), "selected");
	dict_show(form, plan->id == 0 ? "fresh" : "stored");
	if (p->hints != 0)
		show_hints(dict_add(form, "telling"), p->hints);
	return (plan->id != 0 || fill_items(c, form, p, e)) && fill_people(c, form, p, e);
}

/* ---- showing --------------------------------------------------------------------------------- */

static void
fill_plan(struct call *c, struct dict *row, const struct planning *p, const struct plan *plan)
{
	const char *set_key;
	const struct item *item =
		planning_item(c, p, arena_printf(c->arena, "%s.%s", plan->set_key, plan->item), &set_key);
	if (p->admin)
		dict_show(row, "of_many"); /* the list says whose it is */
	show_number(row, "plan_id", plan->id);
	dict_set(row, "department_name",
		plan->department_id == PLAN_BODY ? setting_text(c->db, c->arena, "body_name")
						 : plan->department_name);
	dict_set(row, "item_id", plan->item);
	dict_set(row, "text", item != NULL ? item->text : "");
	dict_set(row, "measure", plan->measure);
	dict_set(row, "owner_name", plan->owner_name);
	show_day(row, c->arena, "due", plan->due_day);
	dict_show(row, plan_state_key(plan->state));
	if (plan_overdue(plan, day_of_instant(c->now)))
		dict_show(row, "overdue");
	dict_set(row, "result", plan->result);
	show_hints(row,
		p->names == NULL ? 0 : hints_of(p->names, plan->measure) | hints_of(p->names, plan->result));
}

static void
fill_summary(struct dict *page, const char *section, const struct plan_summary *s)
{
	struct dict *d = dict_add(page, section);
	int tenths = rate_tenths(s->done);
	show_number(d, "all", s->all);
	show_number(d, "finished", s->of[PLAN_DONE]);
	show_number(d, "waiting", s->of[PLAN_PLANNED] + s->of[PLAN_DOING]);
	show_number(d, "given_up", s->of[PLAN_DROPPED]);
	show_number(d, "late", s->overdue);
	if (tenths != RATE_NONE)
		dict_setf(dict_add(d, "rate"), "percent", "%d.%d", tenths / 10, tenths % 10);
}

static bool
fill_practices(struct call *c, struct dict *page, const struct planning *p, struct err *e)
{
	struct practice *list;
	size_t count;
	int64_t whose = p->admin ? PLAN_EVERY : p->department_id;
	if (!practices_list(c->db, c->arena, p->cycle.id, whose, PRACTICE_STATES, c->now, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "practice");
		show_number(row, "practice_id", list[i].id);
		dict_set(row, "department_name", list[i].department_name);
		dict_set(row, "text", list[i].text);
		show_hints(row, p->names == NULL ? 0 : hints_of(p->names, list[i].text));
		dict_set(row, "consent", list[i].consent);
		dict_set(row, "who", list[i].who);
		dict_show(row, practice_state_key(list[i].state));
		if (p->admin && p->cycle.state != CYCLE_ENDED)
			dict_show(row, "may_decide");
	}
	dict_set(page, "practice_text", form_text(c, "text"));
	dict_set(page, "practice_consent", form_text(c, "consent"));
	return true;
}

/* What became of last year's. */
static bool
fill_before(struct call *c, struct dict *page, const struct planning *p, struct err *e)
{
	struct plan *before;
	size_t count;
	if (!plans_before(c->db, c->arena, &p->cycle, p->admin ? PLAN_EVERY : p->department_id, c->now,
		    &before, &count, e))
		return false;
	struct plan_summary s = plan_summary(before, count, day_of_instant(c->now));
	if (count > 0)
		fill_summary(page, "before", &s);
	return true;
}

static bool
list_fill(struct call *c, struct dict *page, struct planning *p, struct err *e)
{
	struct plan *plans;
	size_t count;
	int64_t whose = p->admin ? PLAN_EVERY : p->department_id;
	if (!plans_list(c->db, c->arena, p->cycle.id, whose, c->now, &plans, &count, e))
		return false;
	struct plan_summary s = plan_summary(plans, count, day_of_instant(c->now));
	fill_summary(page, "summary", &s);
	if (p->admin && !names_of_people(c->db, c->arena, &p->names, e))
		return false;
	for (size_t i = 0; i < count; i++)
		fill_plan(c, dict_add(page, "plan"), p, &plans[i]);
	if (count == 0)
		dict_show(page, "none");
	bool open = planning_may_write(p);
	if (open)
		dict_show(page, "takes");
	return (p->admin || scope_fill_sections(c, page, &p->cycle, &p->own, e)) &&
	       fill_before(c, page, p, e) && fill_practices(c, page, p, e) &&
	       planning_fill_weakest(c, page, p, plans, count, e) &&
	       (!open || planning_fill_form(c, page, p, e));
}

static struct dict *
page_start(struct call *c, const struct planning *p)
{
	static const char *const done[] = {"saved", "recorded", NULL};
	struct dict *page = page_begin(c, _("Improvements"));
	form_done(c, page, done);
	dict_show(page, p->admin ? "for_body" : "for_department");
	dict_set(page, "base", p->base);
	dict_set(page, "name", p->name);
	dict_set(page, "department_key", p->admin ? "" : p->own.department.key);
	show_number(page, "cycle_id", p->cycle.id);
	dict_set(page, "cycle_title", p->cycle.title);
	if (p->complaint != NULL)
		dict_set(dict_add(page, "refused"), "complaint", p->complaint->text);
	return page;
}

void
planning_show_list(struct call *c, struct planning *p)
{
	struct err e = {0};
	struct dict *page = page_start(c, p);
	if (list_fill(c, page, p, &e)) {
		page_show(c, p->status, "plans.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

static bool
history_fill(struct call *c, struct dict *page, const struct planning *p, struct err *e)
{
	struct plan_change *list;
	size_t count;
	if (!plan_history(c->db, c->arena, p->plan.id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "change");
		show_number(row, "revision", list[i].revision);
		show_instant(row, c->arena, "at", list[i].at);
		dict_set(row, "who", list[i].who);
		dict_set(row, "measure", list[i].measure);
		dict_set(row, "owner_name", list[i].owner_name);
		show_day(row, c->arena, "due", list[i].due_day);
		dict_show(row, plan_state_key(list[i].state));
		dict_set(row, "result", list[i].result);
	}
	return true;
}

void
planning_show_plan(struct call *c, struct planning *p)
{
	struct err e = {0};
	struct dict *page = page_start(c, p);
	show_number(page, "plan_id", p->plan.id);
	fill_plan(c, dict_add(page, "now"), p, &p->plan);
	if (history_fill(c, page, p, &e) && (!planning_may_write(p) || planning_fill_form(c, page, p, &e))) {
		page_show(c, p->status, "plan.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}
