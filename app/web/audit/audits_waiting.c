/* Which audits wait for whoever looks: those that can be moved on by them. */
#include "domain/organisation/role.h"
#include "store/audit/audit_plans.h"
#include "store/audit/checklists.h"
#include "web/audit/audit_page.h"
#include "web/audit/waiver_page.h"
#include "web/scope.h"
#include "web/show.h"

/* Going on is what waits; going back and giving up are exceptions. */
static bool
goes_on(const struct engagement *x, unsigned actors, unsigned unmet)
{
	for (size_t i = 0; i < engagement_move_count; i++) {
		const struct engagement_move *m = &engagement_moves[i];
		if (m->from == x->state && (m->actors & actors) != 0 &&
			(m->needs & (ENGAGEMENT_NEEDS_REASON | unmet)) == 0)
			return true;
	}
	return false;
}

/* A department's audits stand there from the announcement to the end of the fieldwork, and when it is told
 * the results. */
static bool
concerns_department(const struct engagement *x)
{
	return (x->state >= ENGAGEMENT_ANNOUNCED && x->state <= ENGAGEMENT_FIELDWORK) ||
	       x->state == ENGAGEMENT_EXCHANGING || x->state == ENGAGEMENT_NOTIFIED;
}

static bool
own_fill(struct call *c, struct dict *page, struct err *e)
{
	const struct engagement_filter f = {
		.manager_id = c->account.id, .acting = true, .told = true, .running = true};
	struct engagement *list;
	struct dict *d = NULL;
	size_t count;
	if ((c->account.roles & ROLE_MANAGER) == 0)
		return true;
	if (!engagements_list(c->db, c->arena, &f, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (concerns_department(&list[i])) {
			d = d != NULL ? d : dict_add(page, "audits_coming");
			audit_fill(c, dict_add(d, "audit"), &list[i]);
		}
	return true;
}

/* What waits in the papers for one who is named: judgements, and papers of others to review. */
static bool
papers_fill(struct call *c, struct dict *page, const struct engagement *x, struct dict **d, struct err *e)
{
	struct line *list;
	size_t count;
	int64_t open = 0, review = 0;
	if (!engagement_papers(x->state))
		return true;
	if (!lines_list(c->db, c->arena, x->id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		open += list[i].paper.judgement >= JUDGEMENTS;
		review += list[i].paper.judgement < JUDGEMENTS && list[i].reviewed_by == 0 &&
			  list[i].made_by != c->account.id;
	}
	if (open + review == 0)
		return true;
	*d = *d != NULL ? *d : dict_add(page, "audits_named");
	struct dict *row = dict_add(*d, "audit");
	audit_fill(c, row, x);
	show_number(row, "open_count", open);
	show_number(row, "review_count", review);
	return true;
}

static bool
named_fill(struct call *c, struct dict *page, struct err *e)
{
	const struct engagement_filter f = {.member_id = c->account.id, .running = true};
	struct engagement *list;
	struct dict *d = NULL;
	size_t count;
	if (!engagements_list(c->db, c->arena, &f, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!papers_fill(c, page, &list[i], &d, e))
			return false;
	return true;
}

/* Whether the management has to decide about somebody's independence there. */
static bool
waiver_waits(struct call *c, const struct engagement *x, unsigned actors, bool *out, struct err *e)
{
	struct waiver *list;
	size_t count;
	*out = false;
	if ((actors & ENGAGEMENT_MANAGEMENT) == 0)
		return true;
	if (!waivers_list(c->db, c->arena, x->id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		*out |= list[i].state == WAIVER_ASKED && list[i].account_id != c->account.id;
	return true;
}

/* The management approves, the lead takes up again what was given back. */
static bool
plans_fill(struct call *c, struct dict *page, struct err *e)
{
	struct audit_plan *list;
	struct dict *d = NULL;
	size_t count;
	if ((c->account.roles & (ROLE_LEAD | ROLE_MANAGEMENT)) == 0)
		return true;
	if (!audit_plans_list(c->db, c->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		enum role whose = list[i].state == AUDIT_PLAN_SUBMITTED  ? ROLE_MANAGEMENT
				  : list[i].state == AUDIT_PLAN_RETURNED ? ROLE_LEAD
									 : 0;
		if ((c->account.roles & whose) == 0)
			continue;
		d = d != NULL ? d : dict_add(page, "audit_plans_waiting");
		struct dict *row = dict_add(d, "plan");
		show_number(row, "plan_id", list[i].id);
		dict_set(row, "plan_title", list[i].title);
		dict_show(dict_include(row, "state", "audit_plan_word.tpl"),
			audit_plan_state_key(list[i].state));
	}
	return true;
}

bool
audits_fill_waiting(struct call *c, struct dict *page, struct err *e)
{
	const struct engagement_filter f = {.running = true};
	struct engagement *list;
	struct dict *d = NULL;
	size_t count = 0;
	if (!own_fill(c, page, e) || !plans_fill(c, page, e))
		return false;
	if ((c->account.roles & (AUDITORS | ROLE_MANAGEMENT)) == 0)
		return true;
	if (!named_fill(c, page, e) || !engagements_list(c->db, c->arena, &f, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct audit_view v;
		struct err hidden = {0};
		unsigned unmet;
		bool waiver;
		if (!audit_look(c, list[i].id, &v, &hidden)) {
			if (hidden.kind != ERR_ABSENT)
				return err_set(e, hidden.kind, "%s", hidden.text);
			continue;
		}
		if (!engagement_unmet(c->db, c->arena, &list[i], c->now, &unmet, e) ||
			!waiver_waits(c, &list[i], v.actors, &waiver, e))
			return false;
		if (!waiver && !goes_on(&list[i], v.actors, unmet))
			continue;
		d = d != NULL ? d : dict_add(page, "audits_waiting");
		struct dict *row = dict_add(d, "audit");
		audit_fill(c, row, &list[i]);
		if (waiver)
			dict_show(row, "waiver_waits");
	}
	return true;
}
