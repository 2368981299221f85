/* One finding: what it says, what became of it, and what whoever looks may do. */
#include <string.h>

#include "base/words.h"
#include "store/audit/finding_public.h"
#include "web/audit/audit_page.h"
#include "web/audit/audit_paper.h"
#include "web/audit/chased.h"
#include "web/audit/checklist_page.h"
#include "web/audit/finding_page.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/scope.h"
#include "web/show.h"

static bool
history_fill(struct call *c, struct dict *page, const struct finding *f, struct err *e)
{
	struct finding_moved *list;
	size_t count;
	if (!finding_moves_of(c->db, c->arena, f->id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "moved");
		show_instant(row, c->arena, "at", list[i].at);
		dict_set(row, "who", list[i].who);
		dict_set(row, "reason", list[i].reason);
		dict_show(dict_include(row, "from", "finding_word.tpl"), finding_state_key(list[i].from));
		dict_show(dict_include(row, "to", "finding_word.tpl"), finding_state_key(list[i].to));
	}
	if (f->parent_id != 0) {
		struct dict *row = dict_add(page, "began");
		show_instant(row, c->arena, "at", f->raised_at);
		dict_set(row, "who", f->raised_name);
		dict_show(dict_include(row, "to", "finding_word.tpl"), finding_state_key(FINDING_PLANNING));
	}
	return true;
}

static bool
plans_fill(struct call *c, struct dict *page, const struct finding *f, struct err *e)
{
	struct finding_plan *list;
	size_t count;
	if (!finding_plans(c->db, c->arena, f->id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "plan");
		show_number(row, "edition", list[i].edition);
		dict_set(row, "stopgap", list[i].stopgap);
		dict_set(row, "cause", list[i].cause);
		dict_set(row, "measure", list[i].measure);
		dict_set(row, "owner_name", list[i].owner_name);
		show_day(row, c->arena, "due_day", list[i].due_day);
		show_instant(row, c->arena, "at", list[i].at);
		dict_set(row, "who", list[i].who);
		if (list[i].spread)
			dict_show(row, "spread");
		if (list[i].budget)
			dict_show(row, "budget");
		if (!list[i].spread && !list[i].budget)
			dict_show(row, "neither");
	}
	return true;
}

static bool
reports_fill(struct call *c, struct dict *page, const struct finding *f, struct err *e)
{
	struct finding_report *list;
	size_t count;
	if (!finding_reports(c->db, c->arena, f->id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "report");
		show_number(row, "edition", list[i].edition);
		show_day(row, c->arena, "day", list[i].day);
		dict_set(row, "done", list[i].done);
		dict_set(row, "effect", list[i].effect);
		dict_set(row, "remaining", list[i].remaining);
		show_instant(row, c->arena, "at", list[i].at);
		dict_set(row, "who", list[i].who);
	}
	return true;
}

/* What was passed on has the title of its parent; where that was found is not for the department to know. */
static bool
origin_fill(struct call *c, struct dict *page, const struct finding *f, struct err *e)
{
	struct finding one;
	if (f->predecessor_id != 0) {
		if (!finding_find(c->db, c->arena, f->predecessor_id, &one, e))
			return false;
		finding_fill(c, dict_add(page, "predecessor"), &one);
	}
	if (f->parent_id == 0)
		return true;
	struct dict *parent = dict_add(page, "parent");
	if (!sees_every_department(c)) {
		dict_show(parent, "of_another");
		return true;
	}
	if (!finding_find(c->db, c->arena, f->parent_id, &one, e))
		return false;
	finding_fill(c, dict_add(parent, "known"), &one);
	return true;
}

/* The departments it was passed on to. */
static bool
children_fill(struct call *c, struct dict *page, const struct finding *f, struct err *e)
{
	struct finding_filter filter = {.parent_id = f->id, .state = FINDING_STATES, .severity = SEVERITIES};
	struct finding *list;
	size_t count;
	if (!sees_every_department(c))
		return true;
	if (!findings_list(c->db, c->arena, &filter, &list, &count, e))
		return false;
	struct dict *children = count > 0 ? dict_add(page, "children") : NULL;
	for (size_t i = 0; i < count; i++)
		finding_fill(c, dict_add(children, "child"), &list[i]);
	return true;
}

/* The working paper it was raised from, for those who may read that. */
static bool
line_fill_origin(struct call *c, struct dict *page, const struct finding *f, struct err *e)
{
	int64_t engagement_id;
	const char *item;
	struct audit_view v;
	struct err hidden = {0};
	if (!line_of_finding(c->db, c->arena, f->id, &engagement_id, &item, e))
		return false;
	if (engagement_id == 0 || *item == '\0')
		return true;
	if (!audit_look(c, engagement_id, &v, &hidden))
		return hidden.kind == ERR_ABSENT || err_set(e, hidden.kind, "%s", hidden.text);
	if (!v.reads)
		return true;
	struct dict *d = dict_add(page, "from_line");
	show_number(d, "engagement_id", engagement_id);
	dict_set(d, "engagement_number", engagement_number(c->arena, &v.what));
	dict_set(d, "line_item", item);
	return true;
}

/* What everybody may read of it, for those who see every finding; and the form for whoever writes it. */
static bool
public_fill(struct call *c, struct dict *page, const struct finding *f, unsigned actors, bool refused,
	struct err *e)
{
	struct finding_public p;
	if (!sees_every_department(c) || !finding_counts(f->state))
		return true;
	if (!finding_public_find(c->db, c->arena, f->id, &p, e))
		return false;
	const bool typed = refused && form_has(c, "public_title");
	struct dict *d = dict_add(page, "public");
	struct dict *is = dict_add(d, finding_publishes(f, actors) ? "public_form"
				      : p.at != 0                  ? "published"
								   : "unpublished");
	dict_set(is, "public_title", typed ? form_text(c, "public_title") : p.title);
	dict_set(is, "public_measure", typed ? form_text(c, "public_measure") : p.measure);
	if (p.at != 0) {
		struct dict *by = dict_add(d, "public_by");
		dict_set(by, "who", p.who);
		show_instant(by, c->arena, "at", p.at);
	}
	return true;
}

/* Whom it was reminded of; for those who see every finding. */
static bool
chases_fill(struct call *c, struct dict *page, const struct finding *f, struct err *e)
{
	struct chased *list;
	size_t count;
	if (!sees_every_department(c))
		return true;
	if (!chases_of_finding(c->db, c->arena, f->id, &list, &count, e))
		return false;
	chases_show(c, count > 0 ? dict_add(page, "chases") : NULL, list, count);
	return true;
}

/* ---- what may be done ------------------------------------------------------------------------ */

static void
lacks_fill(struct dict *row, unsigned missing)
{
	static const struct {
		unsigned need;
		const char *section;
	} rows[] = {{FINDING_NEEDS_PLAN, "lacks_plan"}, {FINDING_NEEDS_APPROVED, "lacks_approved"},
		{FINDING_NEEDS_REPORT, "lacks_report"}, {FINDING_NEEDS_OTHER, "lacks_other"}};
	struct dict *lacks = dict_add(row, missing != 0 ? "lacks" : "ready");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if ((missing & rows[i].need) != 0)
			dict_show(lacks, rows[i].section);
}

/* A move that would be refused says in place of its button what is needed first. */
static bool
moves_fill(struct call *c, struct dict *page, const struct finding *f, unsigned actors, struct err *e)
{
	struct finding_facts facts;
	if (!finding_facts_find(c->db, c->arena, f, c->account.id, &facts, e))
		return false;
	for (size_t i = 0; i < finding_move_count; i++) {
		const struct finding_move *m = &finding_moves[i];
		if (m->from != f->state || (m->actors & actors) == 0)
			continue;
		struct dict *row = dict_add(page, "move");
		dict_set(row, "move_name", m->name);
		dict_show(dict_include(row, "word", "finding_move.tpl"), m->name);
		unsigned missing = finding_missing(m, &facts);
		lacks_fill(row, missing);
		if (missing != 0)
			continue;
		dict_show(dict_include(row, "does", "finding_do.tpl"), m->name);
		if ((m->needs & FINDING_NEEDS_REASON) != 0)
			dict_show(row, "needs_reason");
		if ((m->needs & FINDING_NEEDS_EXPIRY) != 0)
			dict_show(row, "needs_expiry");
	}
	return true;
}

static bool
people_fill(struct call *c, struct dict *form, const struct finding *f, struct err *e)
{
	struct finding_person *list;
	size_t count;
	if (!finding_people(c->db, c->arena, f, c->account.id, day_of_instant(c->now), &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(form, "person");
		dict_set(row, "number", list[i].number);
		dict_set(row, "person_name", list[i].name);
	}
	return true;
}

static void
typed_fill(struct call *c, struct dict *form, const char *const names[])
{
	for (; *names != NULL; names++)
		dict_set(form, *names, form_text(c, *names));
}

static bool
papers_fill(struct call *c, struct dict *page, const struct finding *f, unsigned actors, struct err *e)
{
	static const char *const plan[] = {"stopgap", "plan_cause", "measure", "owner", "due_day", NULL};
	static const char *const report[] = {"day", "report_done", "report_effect", "remaining", NULL};
	if ((actors & FINDING_AUDITEE) == 0)
		return true;
	if (f->state == FINDING_DOING)
		typed_fill(c, dict_add(page, "report_form"), report);
	if (f->state != FINDING_PLANNING && f->state != FINDING_RETURNED)
		return true;
	struct dict *form = dict_add(page, "plan_form");
	typed_fill(c, form, plan);
	return people_fill(c, form, f, e);
}

static bool
acts_fill(struct call *c, struct dict *page, const struct finding *f, unsigned actors, struct err *e)
{
	bool rewords = f->state == FINDING_RAISED &&
		       ((actors & FINDING_LEAD) != 0 ||
			       (f->raised_by == c->account.id && (actors & FINDING_AUDITOR) != 0));
	if (!moves_fill(c, page, f, actors, e))
		return false;
	if (finding_counts(f->state) && f->parent_id == 0 &&
		(actors & (FINDING_LEAD | FINDING_MANAGEMENT)) != 0)
		dict_show(page, "may_spread");
	return papers_fill(c, page, f, actors, e) && (!rewords || finding_fill_form(c, page, f, e));
}

static void
words_fill(struct call *c, struct dict *page, const struct finding *f)
{
	const struct clause *threat = policy_find(store_bank(c->store)->policy, f->threat);
	dict_set(page, "facts", f->facts);
	dict_set(page, "criterion", f->criterion);
	dict_set(page, "cause", f->cause);
	dict_set(page, "effect", f->effect);
	dict_set(page, "proposal", f->proposal);
	if (*f->item != '\0')
		dict_set(dict_add(page, "of_item"), "item", f->item);
	dict_set(page, "raised_name", f->raised_name);
	show_instant(page, c->arena, "raised_at", f->raised_at);
	show_number(page, "revision", f->revision);
	if (threat != NULL) {
		struct dict *row = dict_add(page, "of_threat");
		dict_set(row, "threat", threat->display);
		dict_set(row, "threat_title", threat->title);
	}
}

static bool
papers_list(struct call *c, struct dict *page, const struct finding *f, struct err *e)
{
	return audit_papers_fill(c, dict_include(page, "papers", "audit_papers.tpl"), "finding", f->id,
		finding_number(c->arena, f), e);
}

void
finding_show(struct call *c, const struct err *refused)
{
	static const char *const done[] = {"raised", "saved", "passed", NULL};
	struct err e = {0};
	struct finding f;
	unsigned actors;
	if (!finding_of_call(c, &f, &actors, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, f.title);
	finding_fill(c, page, &f);
	words_fill(c, page, &f);
	form_done(c, page, done);
	if (refused != NULL)
		dict_set(dict_add(page, "refused"), "complaint", refused->text);
	if (history_fill(c, page, &f, &e) && plans_fill(c, page, &f, &e) && reports_fill(c, page, &f, &e) &&
		origin_fill(c, page, &f, &e) && children_fill(c, page, &f, &e) &&
		chases_fill(c, page, &f, &e) && line_fill_origin(c, page, &f, &e) &&
		acts_fill(c, page, &f, actors, &e) && public_fill(c, page, &f, actors, refused != NULL, &e) &&
		papers_list(c, page, &f, &e)) {
		page_show(c, finding_status(refused), "finding.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_finding(struct call *c)
{
	finding_show(c, NULL);
}
