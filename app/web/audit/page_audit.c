/* One audit: what it is, where it stands, who audits, and what whoever looks may do next. */
#include <string.h>

#include "base/words.h"
#include "web/audit/audit_page.h"
#include "web/audit/audit_paper.h"
#include "web/audit/checklist_page.h"
#include "web/audit/finding_page.h"
#include "web/audit/request_page.h"
#include "web/audit/urgent_page.h"
#include "web/audit/waiver_page.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/scope.h"
#include "web/show.h"

/* The whole course, and where on it the audit stands. */
static void
course_fill(struct dict *page, enum engagement_state now)
{
	if (now == ENGAGEMENT_CANCELLED) {
		dict_show(page, "cancelled");
		return;
	}
	struct dict *course = dict_add(page, "course");
	for (int s = ENGAGEMENT_DRAFTED; s <= ENGAGEMENT_COMPLETED; s++) {
		struct dict *step = dict_add(course, "step");
		dict_show(dict_include(step, "state", "audit_word.tpl"),
			engagement_state_key((enum engagement_state)s));
		dict_show(step, s < (int)now ? "past" : s == (int)now ? "here" : "ahead");
	}
}

static void
words_fill(struct call *c, struct dict *page, const struct audit_view *v)
{
	const struct engagement *x = &v->what;
	dict_set(page, "purpose", x->purpose);
	dict_set(page, "place", x->place);
	show_day(page, c->arena, "covers_from", x->covers_from);
	show_day(page, c->arena, "covers_to", x->covers_to);
	show_number(page, "revision", x->revision);
	if (!v->inside)
		return;
	struct dict *d = dict_add(page, "inside");
	dict_set(d, "theme", x->theme);
	dict_set(d, "excluded", x->excluded);
	dict_show(d, x->key_only ? "key_only" : "all_items");
	show_number(d, "edition", x->edition);
	show_instant(d, c->arena, "fixed_at", x->fixed_at);
	if (x->ordered) {
		struct dict *order = dict_add(d, "order");
		dict_set(order, "ordered_by", x->ordered_by);
		dict_set(order, "order_reason", x->order_reason);
	}
}

static bool
history_fill(struct call *c, struct dict *page, const struct audit_view *v, struct err *e)
{
	struct engagement_moved *list;
	size_t count;
	if (!v->inside)
		return true;
	if (!engagement_moves_of(c->db, c->arena, v->what.id, &list, &count, e))
		return false;
	struct dict *history = count > 0 ? dict_add(page, "history") : NULL;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(history, "moved");
		show_instant(row, c->arena, "at", list[i].at);
		dict_set(row, "who", list[i].who);
		dict_set(row, "reason", list[i].reason);
		show_number(row, "edition", list[i].edition);
		dict_show(row, list[i].name);
		dict_show(dict_include(row, "from", "audit_word.tpl"), engagement_state_key(list[i].from));
		dict_show(dict_include(row, "to", "audit_word.tpl"), engagement_state_key(list[i].to));
	}
	return true;
}

/* ---- who audits ------------------------------------------------------------------------------ */

static bool
choices_fill(struct call *c, struct dict *form, struct err *e)
{
	struct auditor_choice *list;
	size_t count;
	if (!auditors_list(c->db, c->arena, day_of_instant(c->now), &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(form, "auditor_choice");
		show_number(row, "account_id", list[i].account_id);
		dict_set(row, "who", list[i].who);
		dict_set(row, "department", list[i].department);
		if (list[i].leads)
			dict_show(row, "leads");
		if (strcmp(arena_printf(c->arena, "%lld", (long long)list[i].account_id),
			    form_text(c, "auditor")) == 0)
			dict_set(row, "selected", "selected");
	}
	if (strcmp(form_text(c, "as"), "lead") == 0)
		dict_set(form, "lead_selected", "selected");
	return true;
}

static void
member_fill(struct call *c, struct dict *row, const struct engagement_member *m)
{
	show_number(row, "account_id", m->account_id);
	dict_set(row, "who", m->who);
	dict_set(row, "department", m->department);
	dict_show(row, m->lead ? "leads" : "audits");
	if (m->left_at != 0)
		show_day(row, c->arena, "left_day", day_of_instant(m->left_at));
}

/* Whoever changes what was approved says why. */
static void
explain_fill(struct call *c, struct dict *form, const struct engagement *x)
{
	if (x->state != ENGAGEMENT_DRAFTED)
		dict_set(dict_add(form, "explains"), "why_typed", form_text(c, "why"));
}

static bool
members_fill(struct call *c, struct dict *page, const struct audit_view *v, struct err *e)
{
	struct engagement_member *list, *left;
	size_t count, left_count;
	bool changes = v->inside && (v->actors & (ENGAGEMENT_LEAD | ENGAGEMENT_MANAGEMENT)) != 0 &&
		       v->what.state < ENGAGEMENT_FIXED;
	if (!engagement_members(c->db, c->arena, v->what.id, &list, &count, e) ||
		!engagement_leavers(c->db, c->arena, v->what.id, &left, &left_count, e))
		return false;
	for (size_t i = 0; i < left_count; i++)
		member_fill(c, dict_add(page, "leaver"), &left[i]);
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "member");
		member_fill(c, row, &list[i]);
		if (changes)
			explain_fill(c, dict_add(row, "droppable"), &v->what);
	}
	if (count == 0)
		dict_show(page, "no_member");
	if (!changes)
		return true;
	struct dict *naming = dict_add(page, "naming");
	explain_fill(c, naming, &v->what);
	return choices_fill(c, naming, e);
}

/* ---- what may be done ------------------------------------------------------------------------- */

static void
needs_fill(struct dict *row, unsigned missing)
{
	static const struct {
		unsigned need;
		const char *section;
	} rows[] = {{ENGAGEMENT_NEEDS_LEAD, "lacks_lead"}, {ENGAGEMENT_NEEDS_TARGET, "lacks_target"},
		{ENGAGEMENT_NEEDS_JUDGED, "lacks_judged"}, {ENGAGEMENT_NEEDS_SIGNED, "lacks_signed"},
		{ENGAGEMENT_NEEDS_FINDINGS, "lacks_findings"}, {ENGAGEMENT_NEEDS_CLOSED, "lacks_closed"},
		{ENGAGEMENT_NEEDS_UNTOLD, "lacks_untold"}};
	struct dict *lacks =
		missing != 0 ? dict_include(dict_add(row, "lacks"), "need", "audit_need.tpl") : NULL;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if ((missing & rows[i].need) != 0)
			dict_show(lacks, rows[i].section);
}

/* What brings it on, whose it is and what is needed first: for everybody inside, whoever they are. */
static void
next_fill(struct dict *page, const struct audit_view *v, unsigned unmet)
{
	static const struct {
		unsigned actor;
		const char *section;
	} whose[] = {{ENGAGEMENT_MANAGEMENT, "by_management"}, {ENGAGEMENT_LEAD, "by_lead"},
		{ENGAGEMENT_MEMBER, "by_member"}};
	for (size_t i = 0; i < engagement_move_count; i++) {
		const struct engagement_move *m = &engagement_moves[i];
		if (m->from != v->what.state || (m->needs & ENGAGEMENT_NEEDS_REASON) != 0)
			continue;
		struct dict *row = dict_add(page, "next");
		dict_show(dict_include(row, "does", "audit_do.tpl"), m->name);
		for (size_t k = 0; k < sizeof whose / sizeof *whose; k++)
			if ((m->actors & whose[k].actor) != 0)
				dict_show(row, whose[k].section);
		needs_fill(row, m->needs & unmet);
	}
}

static bool
moves_fill(struct call *c, struct dict *page, const struct audit_view *v, struct err *e)
{
	unsigned unmet;
	if (!v->inside)
		return true;
	if (!engagement_unmet(c->db, c->arena, &v->what, c->now, &unmet, e))
		return false;
	struct dict *steps = dict_add(page, "steps");
	next_fill(steps, v, unmet);
	if (!audit_papers_fill_unissued(
		    c, steps, v->what.id, engagement_number(c->arena, &v->what), e))
		return false;
	for (size_t i = 0; i < engagement_move_count; i++) {
		const struct engagement_move *m = &engagement_moves[i];
		if (m->from != v->what.state || (m->actors & v->actors) == 0)
			continue;
		struct dict *row = dict_add(page, "move");
		dict_set(row, "move_name", m->name);
		dict_show(dict_include(row, "word", "audit_move.tpl"), m->name);
		if ((m->needs & ENGAGEMENT_NEEDS_REASON) != 0)
			dict_show(row, "needs_reason");
		needs_fill(row, m->needs & unmet);
		if ((m->needs & unmet) == 0)
			dict_show(dict_include(dict_add(row, "ready"), "does", "audit_do.tpl"), m->name);
	}
	if ((v->actors & (ENGAGEMENT_LEAD | ENGAGEMENT_MANAGEMENT)) != 0 &&
		v->what.state <= ENGAGEMENT_FIELDWORK)
		dict_show(page, "may_edit");
	return true;
}

void
audit_show(struct call *c, const struct err *refused)
{
	static const char *const done[] = {"added", "saved", NULL};
	struct err e = {0};
	struct audit_view v;
	if (!audit_of_call(c, &v, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, v.what.title);
	audit_fill(c, page, &v.what);
	words_fill(c, page, &v);
	course_fill(page, v.what.state);
	form_done(c, page, done);
	if (refused != NULL)
		dict_set(dict_add(page, "refused"), "complaint", refused->text);
	if (v.reads)
		dict_show(page, "reads_papers");
	if (members_fill(c, page, &v, &e) && waivers_fill(c, page, &v, &e) &&
		requests_fill(c, page, &v, &e) && urgent_fill(c, page, &v, &e) &&
		history_fill(c, page, &v, &e) && moves_fill(c, page, &v, &e)) {
		page_show(c, finding_status(refused), "audit.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_audit(struct call *c)
{
	audit_show(c, NULL);
}
