/* The first page after signing in: what I have to answer and by when, then what my
 * roles let me look after. */
#include "web/pages.h"

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "domain/organisation/role.h"
#include "store/decision/plans.h"
#include "store/keep/disposals.h"
#include "store/register/registers.h"
#include "web/audit/audit_page.h"
#include "web/audit/finding_page.h"
#include "web/audit/request_page.h"
#include "web/audit/urgent_page.h"
#include "web/scope.h"
#include "web/section/section_tasks.h"
#include "web/sheet/sheet_fill.h"
#include "web/show.h"

enum { PLANS_SHOWN = 5 }; /* of a cycle, the next ones to be done */

/* Whether the right answers were read: a training that is on record. */
static void
fill_lesson(struct call *c, struct dict *row, const struct sheet *s, const struct questionnaire *q)
{
	if (s->submitted_at == 0 || s->excluded_at != 0 || !questionnaire_teaches(q))
		return;
	struct dict *d = dict_add(row, s->read_at != 0 ? "lesson_read" : "lesson_waits");
	show_instant(d, c->arena, "read_at", s->read_at);
}

static void
fill_sheet(struct call *c, struct dict *row, const struct sheet *s, const struct questionnaire *q)
{
	show_number(row, "sheet_id", s->id);
	dict_set(row, "set_title", q->title);
	show_number(row, "minutes", q->minutes);
	show_unit(row, s);
	dict_set(row, "sheet_department", s->department_name);
	show_due(row, c->arena, s->due_day, c->now);
	sheet_fill_state(c, row, s);
	if (s->asked)
		dict_show(row, "asked_back");
	dict_set(row, "mend_class", s->asked || s->returned_at != 0 ? "button" : "button second");
	fill_lesson(c, row, s, q);
	show_sheet_state(row, "standing", s);
	show_typed(row, c->arena, s, true);
	dict_show(row, sheet_answerable(s) ? "can" : "cannot");
	if (s->return_comment != NULL)
		dict_set(dict_add(row, "returning"), "return_comment", s->return_comment);
	if (s->excluded_at == 0)
		return;
	struct dict *spared = dict_add(row, "spared");
	dict_show(dict_include(spared, "why", "sheet_exclusion.tpl"), s->excluded_reason);
}

/* Sheets of open cycles are to be answered; those of closed ones are a memory. */
static bool
fill_sheets(struct call *c, struct dict *page, struct err *e)
{
	struct sheet *sheets;
	size_t count, open = 0, past = 0;
	if (c->account.person_id == 0)
		return true;
	if (!sheets_of_person(c->db, c->arena, c->account.person_id, &sheets, &count, e))
		return false;
	struct dict *list = dict_add(page, "answering"), *before = NULL;
	for (size_t i = 0; i < count; i++) {
		const struct sheet *s = &sheets[i];
		const struct questionnaire *q = store_cycle_set(c->store, s->cycle_id, s->set_key, e);
		if (q == NULL)
			return false;
		bool now = cycle_live(s->state);
		if (!now && past++ == 0)
			before = dict_add(page, "before");
		open += now && sheet_answerable(s);
		struct dict *row = now ? dict_add(list, "sheet") : dict_add(before, "past_sheet");
		fill_sheet(c, row, s, q);
		struct cycle cycle;
		if (!cycle_find(c->db, c->arena, s->cycle_id, &cycle, e))
			return false;
		dict_set(row, "cycle_title", cycle.title);
		dict_set(row, "cycle_year", fiscal_year_name(c->arena, cycle.year));
	}
	if (open == 0)
		dict_show(list, "nothing");
	return true;
}

static bool
fill_entries(struct call *c, struct dict *page, struct err *e)
{
	int64_t owned = 0;
	if (c->account.person_id == 0)
		return true;
	if (!entries_owned(c->db, store_bank(c->store)->registers, sees_every_department(c),
		    c->account.person_id, day_of_instant(c->now), &owned, e))
		return false;
	if (owned > 0)
		show_number(dict_add(page, "entries"), "owned", owned);
	return true;
}

static void
fill_plan(struct call *c, struct dict *d, const struct plan *p)
{
	struct dict *row = dict_add(d, "plan");
	show_number(row, "plan_id", p->id);
	dict_set(row, "measure", p->measure);
	dict_set(row, "owner_name", p->owner_name);
	show_day(row, c->arena, "due", p->due_day);
	if (plan_overdue(p, day_of_instant(c->now)))
		dict_show(row, "plan_overdue");
}

static bool
fill_section_plans(struct call *c, struct dict *page, const struct cycle *cycle,
	const struct cycle_department *section, struct err *e)
{
	struct plan *list;
	size_t count;
	if (!plans_list(c->db, c->arena, cycle->id, section->department_id, c->now, &list, &count, e))
		return false;
	struct plan_summary s = plan_summary(list, count, day_of_instant(c->now));
	int64_t waiting = s.of[PLAN_PLANNED] + s.of[PLAN_DOING];
	if (waiting == 0)
		return true;
	struct dict *d = dict_add(page, "plans");
	show_number(d, "cycle_id", cycle->id);
	dict_set(d, "cycle_title", cycle->title);
	dict_set(d, "section_name", section->name);
	dict_set(d, "department_key", section->key);
	show_number(d, "waiting", waiting);
	show_number(d, "late", s.overdue);
	for (size_t i = 0, shown = 0; i < count && shown < PLANS_SHOWN; i++)
		if (plan_open(&list[i])) {
			fill_plan(c, d, &list[i]);
			shown++;
		}
	return true;
}

/* What waits in the departments a manager acts for: sheets of a cycle that runs, and plans. */
static bool
fill_sections(struct call *c, struct dict *page, const struct cycle *cycle, struct err *e)
{
	struct cycle_department *list;
	size_t count = 0;
	struct err none = {0};
	if (!scope_departments(c, cycle, 0, true, &list, &count, &none)) /* none took part in that cycle */
		return none.kind == ERR_DENIED || none.kind == ERR_ABSENT ||
		       err_set(e, none.kind, "%s", none.text);
	for (size_t i = 0; i < count; i++) {
		struct section_count sheets = {0};
		if (!fill_section_plans(c, page, cycle, &list[i], e) ||
			(cycle_live(cycle->state) &&
				!section_count(c, cycle, list[i].department_id, &sheets, e)))
			return false;
		if (sheets.left + sheets.to_confirm == 0)
			continue;
		struct dict *d = dict_add(page, "waiting_section");
		dict_set(d, "cycle_title", cycle->title);
		show_number(d, "cycle_id", cycle->id);
		dict_set(d, "section_name", list[i].name);
		dict_set(d, "department_key", list[i].key);
		show_number(d, "left", sheets.left);
		show_number(d, "to_confirm", sheets.to_confirm);
	}
	return true;
}

/* Whatever cycle it belongs to. */
static bool
fill_managing(struct call *c, struct dict *page, struct err *e)
{
	struct cycle *list;
	size_t count;
	if ((c->account.roles & ROLE_MANAGER) == 0)
		return true;
	if (!cycles_list(c->db, c->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (cycle_opened(list[i].state) && list[i].state != CYCLE_ENDED &&
			!fill_sections(c, page, &list[i], e))
			return false;
	return true;
}

/* What waits for the management to decide. */
static bool
fill_disposals(struct call *c, struct dict *page, struct err *e)
{
	struct disposal *list;
	size_t count;
	if ((c->account.roles & ROLE_MANAGEMENT) == 0)
		return true;
	if (!disposals_list(c->db, c->arena, DISPOSAL_PROPOSED, &list, &count, e))
		return false;
	if (count > 0)
		show_number(dict_add(page, "disposals_wait"), "disposal_count", (int64_t)count);
	return true;
}

void
page_home(struct call *c)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("My inspections"));
	if (!urgent_fill_waiting(c, page, &e) || !fill_sheets(c, page, &e) || !fill_entries(c, page, &e) ||
		!fill_managing(c, page, &e) || !audits_fill_waiting(c, page, &e) ||
		!requests_fill_waiting(c, page, &e) || !findings_fill_waiting(c, page, &e) ||
		!fill_disposals(c, page, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	static const struct {
		unsigned roles;
		const char *section;
	} links[] = {
		{ROLE_MANAGER, "link_section"},
		{ROLE_MANAGER, "link_entries"},
		{SEES_EVERY, "link_dashboard"},
		{ROLE_MANAGER | SEES_EVERY, "link_reports"},
		{ROLE_MANAGER | ROLE_ADMIN, "link_proxy"},
		{ROLE_MANAGER | AUDITORS | ROLE_ADMIN, "link_evidence"},
		{ROLE_MANAGEMENT, "link_retention"},
		{ROLE_ADMIN, "link_admin"},
	};
	for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
		if ((c->account.roles & links[i].roles) != 0)
			dict_show(page, links[i].section);
	}
	if ((c->account.roles & ~(unsigned)ROLE_STAFF) != 0)
		dict_show(page, "duties");
	page_show(c, 200, "home.tpl", page);
}
