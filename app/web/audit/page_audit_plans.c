/* Plans of audits: the list, and one with its targets, what speaks for each and how far it has come. */
#include "base/number.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "domain/organisation/role.h"
#include "store/audit/audit_rules.h"
#include "web/audit/finding_page.h"
#include "web/audit/audit_paper.h"
#include "web/audit/plan_page.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/show.h"

bool
audit_plan_of_call(struct call *c, struct audit_plan *out, struct err *e)
{
	int64_t id;
	return (number_parse(c->parts[0], 1, INT64_MAX, &id) ||
		       err_set(e, ERR_ABSENT, _("there is no such plan"))) &&
	       audit_plan_find(c->db, c->arena, id, out, e);
}

static void
plan_fill(struct call *c, struct dict *row, const struct audit_plan *p)
{
	show_number(row, "plan_id", p->id);
	dict_set(row, "plan_title", p->title);
	dict_show(row, p->kind == AUDIT_PLAN_MID ? "is_mid" : "is_year");
	dict_set(row, "from_year", fiscal_year_name(c->arena, p->first_year));
	if (p->last_year != p->first_year)
		dict_set(dict_add(row, "several"), "to_year", fiscal_year_name(c->arena, p->last_year));
	if (p->edition > 0)
		show_number(dict_add(row, "approved_edition"), "edition", p->edition);
	dict_show(dict_include(row, "state", "audit_plan_word.tpl"), audit_plan_state_key(p->state));
}

void
audit_plans_show(struct call *c, const struct err *refused)
{
	static const char *const names[] = {"title", "aims", "first_year", NULL};
	struct err e = {0};
	struct audit_plan *list;
	size_t count;
	if (!audit_plans_list(c->db, c->arena, &list, &count, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Plans of audits"));
	if (refused != NULL)
		dict_set(dict_add(page, "refused"), "complaint", refused->text);
	for (size_t i = 0; i < count; i++)
		plan_fill(c, dict_add(page, "plan"), &list[i]);
	if (count == 0)
		dict_show(page, "none");
	if ((c->account.roles & ROLE_LEAD) != 0) {
		struct dict *form = dict_add(page, "adding");
		for (size_t i = 0; names[i] != NULL; i++)
			dict_set(form, arena_printf(c->arena, "%s_typed", names[i]), form_text(c, names[i]));
	}
	page_show(c, finding_status(refused), "audit_plans.tpl", page);
}

void
page_audit_plans(struct call *c)
{
	audit_plans_show(c, NULL);
}

/* ---- one of them ------------------------------------------------------------------------------ */

static void
value_fill(struct call *c, struct dict *row, enum audit_factor f, const struct factor_value *v)
{
	enum { TENTHS = 10 };
	if (v->state == FACTOR_HIDDEN)
		dict_show(row, "withheld");
	else if (v->state == FACTOR_NONE)
		dict_show(row, f == FACTOR_YEARS ? "never" : "no_value");
	else if (f == FACTOR_PLANNED)
		dict_show(row, v->value != 0 ? "planned_now" : "planned_other");
	else
		dict_set(dict_add(row, "known"), "value",
			f == FACTOR_ALARM || f == FACTOR_GAP
				? arena_printf(c->arena, "%s%d.%d", v->value < 0 ? "\u2212" : "",
					  (v->value < 0 ? -v->value : v->value) / TENTHS,
					  (v->value < 0 ? -v->value : v->value) % TENTHS)
				: arena_printf(c->arena, "%d", v->value));
}

static void
factors_fill(struct call *c, struct dict *row, const struct plan_target *t, const struct audit_rules *rules)
{
	for (int f = 0; f < FACTORS; f++) {
		if (t->values[f].state == FACTOR_APART)
			continue;
		struct dict *d = dict_add(row, "factor");
		dict_set(d, "factor_title", rules->titles[f]);
		show_number(d, "factor_points", t->factor_points[f]);
		value_fill(c, d, (enum audit_factor)f, &t->values[f]);
	}
}

struct shown_plan {
	const struct audit_plan *plan;
	const struct audit_rules *rules;
	bool changes, engages;
};

static void
target_fill(struct call *c, struct dict *row, const struct plan_target *t, const struct shown_plan *s)
{
	static const char *const coverage[] = {
		[COVERAGE_LEFT] = "left", [COVERAGE_PLANNED] = "under_way", [COVERAGE_DONE] = "done"};
	show_number(row, "target_id", t->id);
	show_number(row, "ord", t->ord);
	dict_set(row, "target_name", t->entry_id != 0 ? t->entry_name : t->department_name);
	if (t->entry_id != 0)
		dict_set(dict_add(row, "of_system"), "system_department", t->department_name);
	show_number(row, "total_points", t->points);
	factors_fill(c, row, t, s->rules);
	dict_show(row, t->chosen ? "chosen" : "passed");
	dict_set(row, "target_year", fiscal_year_name(c->arena, t->year));
	show_number(row, "year_value", t->year);
	if (t->chosen || t->coverage != COVERAGE_LEFT)
		dict_show(row, coverage[t->coverage]);
	if (*t->reason != '\0') {
		struct dict *d = dict_add(row, "by_hand");
		show_number(d, "proposed", t->proposed);
		dict_set(d, "hand_reason", t->reason);
		dict_set(d, "hand_who", t->changed_who);
	}
	if (t->engagement_id != 0)
		show_number(dict_add(row, "audit"), "audit_id", t->engagement_id);
	else if (s->engages && t->chosen)
		dict_show(row, "may_engage");
	if (s->changes)
		dict_show(row, "may_order");
}

static void
coverage_fill(struct dict *page, const struct plan_target *list, size_t count)
{
	int64_t n[COVERAGE_DONE + 1] = {0}, chosen = 0;
	for (size_t i = 0; i < count; i++)
		if (list[i].chosen) {
			n[list[i].coverage]++;
			chosen++;
		}
	struct dict *d = dict_add(page, "coverage");
	show_number(d, "chosen_count", chosen);
	show_number(d, "done_count", n[COVERAGE_DONE]);
	show_number(d, "planned_count", n[COVERAGE_PLANNED]);
	show_number(d, "left_count", n[COVERAGE_LEFT]);
}

static bool
targets_fill(struct call *c, struct dict *page, const struct audit_plan *p, struct err *e)
{
	struct plan_target *list;
	size_t count;
	struct shown_plan s = {.plan = p, .rules = audit_rules(e)};
	bool lead = (c->account.roles & ROLE_LEAD) != 0;
	s.changes = lead && audit_plan_open(p->state);
	s.engages = lead && p->kind == AUDIT_PLAN_YEAR && p->state == AUDIT_PLAN_APPROVED;
	if (s.rules == NULL || !plan_targets(c->db, c->arena, p, audit_plan_edition(p), &list, &count, e))
		return false;
	show_number(page, "shown_edition", audit_plan_edition(p));
	struct dict *d = count > 0 ? dict_add(page, "targets") : NULL;
	for (size_t i = 0; i < count; i++)
		target_fill(c, dict_add(d, "target"), &list[i], &s);
	if (count > 0)
		coverage_fill(page, list, count);
	if (s.changes)
		dict_show(page, count > 0 ? "may_propose_again" : "may_propose");
	for (int f = 0; f < FACTORS; f++) {
		struct dict *rule = dict_add(page, "rule");
		dict_set(rule, "rule_title", s.rules->titles[f]);
		dict_set(rule, "rule_text", s.rules->texts[f]);
	}
	return true;
}

static bool
history_fill(struct call *c, struct dict *page, const struct audit_plan *p, struct err *e)
{
	struct plan_moved *list;
	size_t count;
	if (!audit_plan_moves_of(c->db, c->arena, p->id, &list, &count, e))
		return false;
	struct dict *d = count > 0 ? dict_add(page, "history") : NULL;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(d, "moved");
		show_instant(row, c->arena, "at", list[i].at);
		dict_set(row, "who", list[i].who);
		dict_set(row, "reason", list[i].reason);
		show_number(row, "edition", list[i].edition);
		dict_show(dict_include(row, "to", "audit_plan_word.tpl"), audit_plan_state_key(list[i].to));
	}
	return true;
}

static void
moves_fill(struct call *c, struct dict *page, const struct audit_plan *p)
{
	unsigned actors = ((c->account.roles & ROLE_LEAD) != 0 ? AUDIT_PLAN_LEAD : 0) |
			  ((c->account.roles & ROLE_MANAGEMENT) != 0 ? AUDIT_PLAN_MANAGEMENT : 0);
	for (size_t i = 0; i < audit_plan_move_count; i++) {
		const struct audit_plan_move *m = &audit_plan_moves[i];
		if (m->from != p->state || (m->actors & actors) == 0)
			continue;
		struct dict *row = dict_add(page, "move");
		dict_set(row, "move_name", m->name);
		dict_show(dict_include(row, "word", "audit_plan_move.tpl"), m->name);
		if (m->reason)
			dict_show(row, "needs_reason");
	}
}

/* While it is worked on; an approved one is taken up again first. */
static void
rewording_fill(struct call *c, struct dict *page, const struct audit_plan *p)
{
	if ((c->account.roles & ROLE_LEAD) == 0 || !audit_plan_open(p->state))
		return;
	struct dict *d = dict_add(page, "rewording");
	dict_set(d, "title_typed", form_typed(c, "title", p->title));
	dict_set(d, "aims_typed", form_typed(c, "aims", p->aims));
	if (form_has(c, "aims"))
		dict_show(d, "was_typed");
}

void
audit_plan_show(struct call *c, const struct err *refused)
{
	static const char *const done[] = {"saved", NULL};
	struct err e = {0};
	struct audit_plan p;
	if (!audit_plan_of_call(c, &p, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, p.title);
	plan_fill(c, page, &p);
	dict_set(page, "aims", p.aims);
	show_number(page, "revision", p.revision);
	form_done(c, page, done);
	if (refused != NULL)
		dict_set(dict_add(page, "refused"), "complaint", refused->text);
	rewording_fill(c, page, &p);
	moves_fill(c, page, &p);
	if (targets_fill(c, page, &p, &e) && history_fill(c, page, &p, &e) &&
		audit_papers_fill(c, dict_include(page, "papers", "audit_papers.tpl"), "plan", p.id,
			audit_plan_number(c->arena, &p), &e)) {
		page_show(c, finding_status(refused), "audit_plan.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_audit_plan(struct call *c)
{
	audit_plan_show(c, NULL);
}
