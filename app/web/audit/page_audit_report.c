/* What the report of an audit says in the auditors' own words, and the papers of the audit. */
#include <string.h>

#include "base/words.h"
#include "store/audit/audit_words.h"
#include "web/audit/audit_page.h"
#include "web/audit/audit_paper.h"
#include "web/audit/checklist_page.h"
#include "web/audit/finding_page.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/show.h"

static const char *
field_was(struct call *c, size_t p)
{
	return arena_printf(c->arena, "was_%s", audit_part_key((enum audit_part)p));
}

/* Refused, what was typed stands in the form, and beside it what another has written. */
static void
words_fill(struct call *c, struct dict *form, const struct audit_words *w, bool refused)
{
	const char *theirs = "";
	for (size_t p = 0; p < AUDIT_PARTS; p++) {
		const char *key = audit_part_key((enum audit_part)p);
		const char *typed = refused ? form_text(c, key) : w->texts[p];
		dict_set(form, key, typed);
		dict_set(form, field_was(c, p), w->texts[p]);
		if (refused && strcmp(form_lines(c->arena, form_text(c, field_was(c, p))), w->texts[p]) != 0)
			theirs = arena_printf(c->arena, "%s%s\n", theirs, w->texts[p]);
	}
	if (*theirs != '\0')
		dict_set(dict_add(form, "theirs"), "theirs_text", theirs);
}

static bool
inside_fill(struct call *c, struct dict *page, const struct audit_view *v, bool refused, struct err *e)
{
	struct audit_words w;
	bool writes = (v->actors & (ENGAGEMENT_MEMBER | ENGAGEMENT_LEAD)) != 0 && engagement_papers(v->what.state);
	if (!v->reads)
		return true;
	if (!audit_words_find(c->db, c->arena, v->what.id, &w, e))
		return false;
	struct dict *inside = dict_add(page, "inside");
	words_fill(c, dict_add(inside, writes ? "writing" : "reading"), &w, writes && refused);
	if (w.at != 0) {
		struct dict *by = dict_add(inside, "by");
		dict_set(by, "who", w.who);
		show_instant(by, c->arena, "at", w.at);
	}
	return true;
}

static void
report_show(struct call *c, const struct err *refused)
{
	static const char *const done[] = {"saved", NULL};
	struct err e = {0};
	struct audit_view v;
	if (!audit_of_call(c, &v, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Report and papers"));
	form_done(c, page, done);
	audit_fill(c, page, &v.what);
	if (refused != NULL)
		dict_set(dict_add(page, "refused"), "complaint", refused->text);
	if (audit_papers_fill(c, dict_include(page, "papers", "audit_papers.tpl"), "audit", v.what.id,
		    engagement_number(c->arena, &v.what), &e) &&
		inside_fill(c, page, &v, refused != NULL, &e)) {
		page_show(c, finding_status(refused), "audit_report.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_audit_report(struct call *c)
{
	report_show(c, NULL);
}

/* ---- saving ----------------------------------------------------------------------------------- */

struct saving {
	struct engagement_act act;
	const struct registers *registers;
	struct audit_words before, now;
};

static bool
save_work(struct db *db, struct piece *p, struct err *e)
{
	struct saving *s = p->with;
	return audit_words_save(db, &s->act, s->registers, &s->before, &s->now, e);
}

static void
after_save(struct call *c, const struct err *failed)
{
	const struct saving *s = c->state;
	if (failed == NULL)
		page_redirect(c, "/audits/%lld/report?done=saved", (long long)s->act.engagement_id);
	else if (finding_refusal(failed))
		report_show(c, failed);
	else
		page_error(c, failed);
}

void
page_audit_report_post(struct call *c)
{
	static const char *const fields[] = {"overview", "issues", "proposals", "public", "was_overview",
		"was_issues", "was_proposals", "was_public", NULL};
	struct err e = {0};
	struct audit_view v;
	struct saving *s = ARENA_NEW(c->arena, struct saving);
	if (!form_check(c, fields, &e) || !audit_of_call(c, &v, &e)) {
		page_error(c, &e);
		return;
	}
	s->registers = store_bank(c->store)->registers;
	s->act = (struct engagement_act){
		.arena = c->arena, .account_id = c->account.id, .now = c->now, .engagement_id = v.what.id};
	for (size_t p = 0; p < AUDIT_PARTS; p++) {
		s->now.texts[p] = form_lines(c->arena, form_text(c, audit_part_key((enum audit_part)p)));
		s->before.texts[p] = form_lines(c->arena, form_text(c, field_was(c, p)));
	}
	c->state = s;
	web_write(c, save_work, s, after_save);
}
