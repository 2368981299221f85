/* 改善策 and 好事例: the manager's for the department, the secretariat's for the body. */
#include "web/pages.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "store/organisation/people.h"
#include "web/form.h"
#include "web/inside.h"
#include "web/section/plan_page.h"

static void
plans_page(struct call *c, bool admin)
{
	struct err e = {0};
	struct planning p;
	if (planning_read(c, admin, &p, &e))
		planning_show_list(c, &p);
	else
		page_error(c, &e);
}

static void
plan_page(struct call *c, bool admin)
{
	struct err e = {0};
	struct planning p;
	if (planning_read(c, admin, &p, &e) && planning_plan(c, c->parts[admin], &p, &e))
		planning_show_plan(c, &p);
	else
		page_error(c, &e);
}

void
page_section_plans(struct call *c)
{
	plans_page(c, false);
}

void
page_plans(struct call *c)
{
	plans_page(c, true);
}

void
page_section_plan(struct call *c)
{
	plan_page(c, false);
}

void
page_plan(struct call *c)
{
	plan_page(c, true);
}

/* ---- saving a plan ---------------------------------------------------------------------------- */

struct saving {
	struct planning planning;
	struct plan plan;
	struct practice practice;
	enum practice_state decided;
	int64_t account_id;
	instant_t now;
	struct err complaint;
};

static bool
day_field(struct call *c, const char *name, day_t *out)
{
	const char *text = form_text(c, name);
	*out = 0;
	return *text == '\0' || day_parse(text, out);
}

static bool
item_read(struct call *c, struct saving *s, struct err *e)
{
	const struct item *item = planning_item(c, &s->planning, form_text(c, "item"), &s->plan.set_key);
	if (item == NULL)
		return err_set(e, ERR_INPUT, _("choose the question the plan is about"));
	s->plan.item = item->id;
	s->plan.cycle_id = s->planning.cycle.id;
	s->plan.department_id = s->planning.department_id;
	return true;
}

static bool
plan_read(struct call *c, struct saving *s, struct err *e)
{
	struct person owner;
	int64_t revision = 0;
	s->plan = s->planning.plan;
	if (s->plan.id == 0 && !item_read(c, s, e))
		return false;
	s->plan.measure = form_lines(c->arena, form_text(c, "measure"));
	s->plan.result = form_lines(c->arena, form_text(c, "result"));
	s->plan.state = form_has(c, "state") ? plan_state_of(form_text(c, "state")) : PLAN_PLANNED;
	if (s->plan.state == PLAN_STATES)
		return err_set(e, ERR_INPUT, _("choose how far the plan has come"));
	if (!day_field(c, "due_day", &s->plan.due_day) || s->plan.due_day == 0)
		return err_set(e, ERR_INPUT, _("give the day by which it will be done"));
	if (!day_field(c, "done_day", &s->plan.done_day))
		return err_set(e, ERR_INPUT, _("the day on which it was done is not a day"));
	if (s->plan.id != 0 && !number_parse(form_text(c, "revision"), 1, INT32_MAX, &revision))
		return err_set(e, ERR_INPUT, _("the form has a field that does not belong to it"));
	s->plan.revision = (int)revision;
	if (!person_by_number(c->db, c->arena, form_text(c, "owner"), &owner, e))
		return err_set(e, e->kind == ERR_ABSENT ? ERR_INPUT : e->kind, "%s",
			_("nobody has the staff number of who is in charge"));
	s->plan.owner_id = owner.id;
	return true;
}

/* What a plan says enters documents as its author wrote it, so the author looks twice. */
enum { TELLING = HINT_NAME | HINT_ADDRESS | HINT_PHONE | HINT_MAIL | HINT_SECRET };

static bool
texts_sure(struct call *c, struct saving *s, struct err *e)
{
	struct names *names;
	if (!names_of_people(c->db, c->arena, &names, e))
		return false;
	s->planning.hints = (hints_of(names, s->plan.measure) | hints_of(names, s->plan.result)) & TELLING;
	return s->planning.hints == 0 || form_has(c, "sure") ||
	       err_set(e, ERR_INPUT,
		       _("the text may name a person or tell details; look at it again, or tick the box"));
}

static bool
save_work(struct db *db, struct piece *p, struct err *e)
{
	struct saving *s = p->with;
	return plan_save(db, &s->plan, s->account_id, s->now, e);
}

static void
show_refused(struct call *c, struct saving *s, const struct err *failed)
{
	s->complaint = *failed;
	s->planning.complaint = &s->complaint;
	s->planning.status = failed->kind == ERR_CONFLICT ? 409 : 422;
	if (failed->kind != ERR_INPUT && failed->kind != ERR_CONFLICT)
		page_error(c, failed);
	else if (s->planning.plan.id == 0)
		planning_show_list(c, &s->planning);
	else
		planning_show_plan(c, &s->planning);
}

static void
after_saving(struct call *c, const struct err *failed)
{
	struct saving *s = c->state;
	if (failed != NULL)
		show_refused(c, s, failed);
	else
		page_redirect(c, "%s?cycle=%lld&department=%s&done=saved", s->planning.base,
			(long long)s->planning.cycle.id,
			s->planning.admin ? ""
					  : query_escape(c->arena, s->planning.own.department.key));
}

/* Whoever only looks changes nothing. */
static bool
theirs(const struct planning *p, struct err *e)
{
	return p->admin || p->own.acts ||
	       err_set(e, ERR_DENIED, _("this department has a manager of its own: you may look, not act"));
}

static struct saving *
saving_begin(struct call *c)
{
	struct saving *s = ARENA_NEW(c->arena, struct saving);
	s->account_id = c->account.id;
	s->now = c->now;
	return s;
}

static void
plan_post(struct call *c, bool admin)
{
	static const char *const names[] = {
		"item", "measure", "owner", "due_day", "state", "done_day", "result", "revision", "sure",
		NULL};
	struct err e = {0};
	struct saving *s = saving_begin(c);
	if (!form_check(c, names, &e) || !planning_read(c, admin, &s->planning, &e) ||
		(c->parts[admin] != NULL && !planning_plan(c, c->parts[admin], &s->planning, &e)) ||
		!theirs(&s->planning, &e)) {
		page_error(c, &e);
		return;
	}
	if (!plan_read(c, s, &e) || !texts_sure(c, s, &e)) {
		show_refused(c, s, &e);
		return;
	}
	c->state = s;
	web_write(c, save_work, s, after_saving);
}

void
page_section_plan_post(struct call *c)
{
	plan_post(c, false);
}

void
page_plan_post(struct call *c)
{
	plan_post(c, true);
}

/* ---- good practice ------------------------------------------------------------------------------ */

static bool
practice_work(struct db *db, struct piece *p, struct err *e)
{
	struct saving *s = p->with;
	if (s->practice.id == 0)
		return practice_add(db, &s->practice, s->account_id, s->now, e);
	return practice_decide(
		db, s->practice.cycle_id, s->practice.id, s->decided, s->account_id, s->now, e);
}

/* The secretariat's form decides when it says so; else it records one, as the manager's does. */
static bool
practice_read(struct call *c, struct saving *s, struct err *e)
{
	const char *decision = form_text(c, "do");
	s->practice = (struct practice){.cycle_id = s->planning.cycle.id,
		.department_id = s->planning.department_id,
		.text = form_lines(c->arena, form_text(c, "text")),
		.consent = form_text(c, "consent")};
	if (strcmp(decision, "record") == 0)
		return true;
	s->decided = practice_state_of(decision);
	return (s->planning.admin && s->decided < PRACTICE_STATES &&
		       number_parse(form_text(c, "id"), 1, INT64_MAX, &s->practice.id)) ||
	       err_set(e, ERR_INPUT, _("the form has a field that does not belong to it"));
}

static void
practice_post(struct call *c, bool admin)
{
	static const char *const names[] = {"text", "consent", "do", "id", NULL};
	struct err e = {0};
	struct saving *s = saving_begin(c);
	if (!form_check(c, names, &e) || !planning_read(c, admin, &s->planning, &e) ||
		!theirs(&s->planning, &e) || !practice_read(c, s, &e)) {
		page_error(c, &e);
		return;
	}
	c->state = s;
	web_write(c, practice_work, s, after_saving);
}

void
page_section_practice(struct call *c)
{
	practice_post(c, false);
}

void
page_practice_post(struct call *c)
{
	practice_post(c, true);
}
