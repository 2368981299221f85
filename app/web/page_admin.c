/* The secretariat's desk and its record of what was done. */
#include "web/pages.h"

#include "base/number.h"
#include "base/words.h"
#include "store/decision/plans.h"
#include "store/organisation/people.h"
#include "store/organisation/unsettled.h"
#include "store/register/registers.h"
#include "web/audit/event_seen.h"
#include "web/show.h"

enum { EVENTS_SHOWN = 200 };

struct steps {
	bool people, flags, sets, cycle, passwords, opened, closed;
};

static bool
steps_taken(struct call *c, struct steps *s, struct err *e)
{
	struct department *departments;
	size_t count, uninvited;
	int64_t people;
	if (!people_count(c->db, day_of_instant(c->now), &people, e) ||
		!departments_list(c->db, c->arena, day_of_instant(c->now), &departments, &count, e) ||
		!accounts_uninvited(c->db, &uninvited, e))
		return false;
	s->people = people > 0;
	for (size_t i = 0; i < count; i++)
		s->flags |= departments[i].flags != 0;
	s->passwords = s->people && uninvited == 0;
	return true;
}

/* The way through the first year, until a cycle has been closed. */
static bool
fill_steps(struct call *c, struct dict *page, const struct cycle *list, size_t count, size_t set_count,
	struct err *e)
{
	struct steps s = {.sets = set_count > 0, .cycle = count > 0};
	for (size_t i = 0; i < count; i++) {
		s.opened |= cycle_opened(list[i].state);
		s.closed |= cycle_final(list[i].state);
	}
	if (s.closed)
		return true;
	if (!steps_taken(c, &s, e))
		return false;
	const struct {
		const char *section;
		bool done;
	} steps[] = {{"people", s.people}, {"flags", s.flags}, {"sets", s.sets}, {"prepare", s.cycle},
		{"passwords", s.passwords}, {"begin", s.opened}, {"remind", false}, {"finish", false}};
	struct dict *guide = dict_add(page, "guide");
	bool next = true;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		struct dict *step = dict_add(guide, "step");
		dict_show(step, steps[i].section);
		dict_show(step, steps[i].done ? "taken" : next ? "next" : "later");
		next &= steps[i].done;
	}
	return true;
}

static bool
fill_plans(struct call *c, struct dict *d, const struct cycle *cycle, struct err *e)
{
	struct plan *list;
	size_t count;
	if (!plans_list(c->db, c->arena, cycle->id, PLAN_EVERY, c->now, &list, &count, e))
		return false;
	struct plan_summary s = plan_summary(list, count, day_of_instant(c->now));
	int64_t waiting = s.of[PLAN_PLANNED] + s.of[PLAN_DOING];
	if (waiting == 0)
		return true;
	d = dict_add(d, "plans");
	show_number(d, "waiting", waiting);
	show_number(d, "late", s.overdue);
	return true;
}

/* What transfers and reorganisations have left to be mended. */
static bool
fill_mending(struct call *c, struct dict *page, struct err *e)
{
	const day_t today = day_of_instant(c->now);
	struct department_need *needs;
	size_t count;
	int64_t orphaned, unmanaged = 0;
	if (!entries_orphaned(c->db, today, &orphaned, e) ||
		!department_needs(c->db, c->arena, today, &needs, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		unmanaged += needs[i].unmanaged || needs[i].parent_ended;
	if (orphaned + unmanaged == 0)
		return true;
	struct dict *d = dict_add(page, "mending");
	if (orphaned > 0)
		show_number(dict_add(d, "orphaned"), "how_many", orphaned);
	if (unmanaged > 0)
		show_number(dict_add(d, "departments"), "how_many", unmanaged);
	return true;
}

static bool
fill_desk(struct call *c, struct dict *page, struct err *e)
{
	struct cycle *list;
	struct question_set *sets;
	size_t count, set_count;
	if (!cycles_list(c->db, c->arena, &list, &count, e) ||
		!question_sets_list(c->db, c->arena, &sets, &set_count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (list[i].state == CYCLE_ENDED)
			continue;
		struct dict *d = dict_add(page, "cycle");
		show_number(d, "cycle_id", list[i].id);
		dict_set(d, "cycle_title", list[i].title);
		show_cycle_state(d, "state", list[i].state);
		if (cycle_live(list[i].state))
			dict_show(d, "open");
		else if (!cycle_opened(list[i].state))
			dict_show(d, "prepared");
		if (cycle_opened(list[i].state))
			dict_show(d, "quality");
		show_due(d, c->arena, list[i].due_day, c->now);
		show_day(d, c->arena, "opens", list[i].opens_day);
		if ((cycle_live(list[i].state) && !cycle_fill_sets(c, d, &list[i], e)) ||
			!fill_plans(c, d, &list[i], e))
			return false;
	}
	return fill_mending(c, page, e) && fill_steps(c, page, list, count, set_count, e);
}

void
page_admin(struct call *c)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("Secretariat"));
	if (fill_desk(c, page, &e)) {
		page_show(c, 200, "admin.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_events(struct call *c)
{
	struct err e = {0};
	struct event *list;
	size_t count;
	int64_t before = 0;
	const char *asked = http_query(c->http, "before");
	if (asked != NULL && !number_parse(asked, 1, INT64_MAX, &before)) {
		page_status(c, 404, NULL);
		return;
	}
	if (!events_list(c->db, c->arena, before, EVENTS_SHOWN, &list, &count, &e)) {
		page_error(c, &e);
		return;
	}
	int64_t last = count == EVENTS_SHOWN ? list[count - 1].id : 0;
	if (!events_keep_seen(c, list, &count, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Record of operations"));
	show_number(page, "most", EVENTS_SHOWN);
	if (before != 0)
		dict_show(page, "later");
	if (last != 0)
		show_number(dict_add(page, "earlier"), "last", last);
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "event");
		show_instant(row, c->arena, "at", list[i].at);
		dict_set(row, "who", list[i].who);
		if (list[i].account_id == 0)
			dict_show(row, "by_command");
		dict_show(dict_include(row, "event_word", "event_word.tpl"), list[i].what);
		dict_set(row, "subject", list[i].subject);
		dict_set(row, "detail", list[i].detail);
	}
	page_show(c, 200, "events.tpl", page);
}
