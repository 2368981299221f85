/* One line of a checklist: its working paper, what the department said, what came of it before. */
#include <string.h>

#include "base/words.h"
#include "domain/score/score.h"
#include "store/audit/findings.h"
#include "store/audit/line_answers.h"
#include "web/audit/checklist_page.h"
#include "web/audit/finding_page.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/scope.h"
#include "web/show.h"

/* ---- beside the paper ---------------------------------------------------------------------------- */

static void
answer_fill(struct call *c, struct dict *list, const struct line_answer *n)
{
	struct dict *row = dict_add(list, "answer");
	dict_set(row, "set_title", n->set_title);
	dict_set(row, "question", n->question);
	dict_set(row, "question_text", n->text);
	dict_set(row, "cycle_title", n->cycle_title);
	show_number(row, "cycle_edition", n->cycle_edition);
	show_instant(row, c->arena, "taken_at", n->taken_at);
	if (n->live)
		dict_show(row, "live");
	if (n->hidden) {
		dict_show(row, "withheld");
		return;
	}
	struct dict *shown = dict_add(row, "shown");
	show_number(shown, "answered", n->answered);
	rate_show(shown, "done_rate", (long)n->done.numerator, (long)n->done.denominator);
	rate_show(shown, "points_rate", (long)n->points.numerator, (long)n->points.denominator);
	for (size_t i = 0; i < n->choice_count; i++) {
		struct dict *choice = dict_add(shown, "choice");
		dict_set(choice, "label", n->choices[i].label);
		show_number(choice, "times", n->choices[i].times);
	}
}

static bool
answers_fill(struct call *c, struct dict *page, const struct line *l, struct err *e)
{
	struct line_answer *list;
	size_t count;
	if (!line_answers_list(c->db, c->arena, l->engagement_id, l->clause, &list, &count, e))
		return false;
	struct dict *d = count > 0 ? dict_add(page, "answers") : NULL;
	for (size_t i = 0; i < count; i++)
		answer_fill(c, d, &list[i]);
	if (count == 0)
		dict_show(page, "no_answers");
	return true;
}

static bool
findings_fill(struct call *c, struct dict *d, int64_t engagement_id, const char *item, struct err *e)
{
	int64_t *ids;
	size_t count;
	if (!line_findings(c->db, c->arena, engagement_id, item, &ids, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct finding f;
		if (!finding_find(c->db, c->arena, ids[i], &f, e))
			return false;
		finding_fill(c, dict_add(d, "finding"), &f);
	}
	return true;
}

static bool
before_fill(
	struct call *c, struct dict *page, const struct engagement *g, const struct line *l, struct err *e)
{
	struct line_before b;
	if (!line_before(c->db, c->arena, g, l->item, &b, e))
		return false;
	if (b.engagement_id == 0) {
		dict_show(page, "no_before");
		return true;
	}
	struct dict *d = dict_add(page, "before");
	show_number(d, "before_id", b.engagement_id);
	dict_set(d, "before_number", b.number);
	dict_set(d, "before_title", b.title);
	dict_set(d, "before_facts", b.facts);
	dict_set(d, "before_item", l->item);
	dict_show(dict_include(d, "judgement", "judgement_word.tpl"), judgement_key(b.judgement));
	return findings_fill(c, d, b.engagement_id, l->item, e);
}

bool
line_fill_beside(
	struct call *c, struct dict *page, const struct engagement *g, const struct line *l, struct err *e)
{
	return answers_fill(c, page, l, e) && before_fill(c, page, g, l, e) &&
	       findings_fill(c, page, g->id, l->item, e);
}

/* ---- the paper ----------------------------------------------------------------------------------- */

/* As it is read where it may not be written. */
static void
paper_fill_words(struct call *c, struct dict *page, const struct line *l)
{
	struct dict *d = dict_add(page, "reading");
	for (size_t i = 0; i < PAPER_TEXTS; i++)
		if (*l->paper.texts[i] != '\0')
			dict_set(dict_add(d, arena_printf(c->arena, "has_%s", paper_fields[i].key)),
				paper_fields[i].key, l->paper.texts[i]);
}

static bool
voided_fill(struct call *c, struct dict *page, const struct line *l, struct err *e)
{
	struct line_acted *list;
	size_t count;
	bool review = l->reviewed_by == 0, confirmation = *l->confirmed == '\0';
	if (!line_acts(c->db, c->arena, l->engagement_id, l->item, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		bool of_review = review && strcmp(list[i].name, "review_void") == 0;
		bool of_confirmation = confirmation && strcmp(list[i].name, "confirm_void") == 0;
		if (!of_review && !of_confirmation)
			continue;
		struct dict *d = dict_add(page, of_review ? "review_void" : "confirm_void");
		show_instant(d, c->arena, "void_at", list[i].at);
		dict_set(d, "void_who", list[i].who);
		dict_set(d, "void_whose", list[i].note);
		review = review && !of_review;
		confirmation = confirmation && !of_confirmation;
	}
	return true;
}

static void
marks_fill(struct call *c, struct dict *page, const struct line *l)
{
	if (l->made_by != 0) {
		struct dict *made = dict_add(page, "made");
		dict_set(made, "made_name", l->made_name);
		show_instant(made, c->arena, "made_at", l->made_at);
	}
	if (*l->confirmed != '\0') {
		struct dict *d = dict_add(page, "confirmation");
		dict_set(d, "confirmed_by", l->confirmed_by);
		dict_set(d, "confirmed_note", l->confirmed_note);
		show_day(d, c->arena, "confirmed_day", l->confirmed_day);
		dict_show(d, l->confirmed[0] == 'a' ? "said_yes" : "said_no");
	}
	if (l->reviewed_by != 0) {
		struct dict *d = dict_add(page, "review");
		dict_set(d, "reviewed_name", l->reviewed_name);
		show_instant(d, c->arena, "reviewed_at", l->reviewed_at);
	}
}

/* What someone else has written meanwhile, field by field, where it is not what was typed. */
static void
theirs_fill(struct call *c, struct dict *page, const struct line *l, const struct paper *typed)
{
	struct dict *d = dict_add(page, "conflict");
	dict_set(d, "their_name", l->made_name);
	show_instant(d, c->arena, "their_at", l->made_at);
	if (l->paper.judgement != typed->judgement)
		dict_show(dict_include(dict_add(d, "their_judgement"), "word", "judgement_word.tpl"),
			l->paper.judgement < JUDGEMENTS ? judgement_key(l->paper.judgement) : "none");
	for (size_t i = 0; i < PAPER_TEXTS; i++) {
		if (strcmp(l->paper.texts[i], typed->texts[i]) == 0)
			continue;
		struct dict *row = dict_add(d, "their_text");
		dict_show(dict_include(row, "field", "paper_word.tpl"), paper_fields[i].key);
		dict_set(row, "theirs", l->paper.texts[i]);
		dict_set(row, "mine", typed->texts[i]);
	}
}

static void
forms_fill(struct call *c, struct dict *page, const struct engagement *g, const struct line *l,
	const struct err *refused, const struct paper *typed)
{
	struct dict *d = dict_add(page, "writing");
	bool conflict = typed != NULL && refused->kind == ERR_CONFLICT;
	paper_fill_form(c, d, g, l, typed != NULL ? typed : &l->paper, l->revision);
	if (conflict)
		theirs_fill(c, page, l, typed);
	show_number(page, "revision", l->revision);
	dict_set(page, "day",
		*form_text(c, "day") != '\0' ? form_text(c, "day")
					     : day_value(c->arena, day_of_instant(c->now)));
	dict_set(page, "by", *form_text(c, "by") != '\0' ? form_text(c, "by") : l->paper.texts[PAPER_MET]);
	dict_set(page, "note", form_text(c, "note"));
	bool reviewable = l->paper.judgement < JUDGEMENTS && l->reviewed_by == 0 && l->made_by != c->account.id;
	dict_show(page, reviewable ? "reviewable" : "not_reviewable");
}

static bool
line_fill_page(struct call *c, struct dict *page, const struct err *refused, const struct paper *typed,
	struct err *e)
{
	static const char *const done[] = {
		"saved", "confirmed", "reviewed", "evidence", "removed", "sampled", NULL};
	struct engagement g;
	struct line l;
	struct checklist list;
	unsigned actors;
	if (!line_of_call(c, &g, &actors, &l, e) || !checklist_find(c->db, c->arena, g.id, &list, e))
		return false;
	bool writable = line_writable(&g, &list, actors);
	engagement_fill_head(c, page, &g);
	line_fill(c, page, &l);
	marks_fill(c, page, &l);
	if (refused == NULL)
		form_done(c, page, done);
	if (writable)
		forms_fill(c, page, &g, &l, refused, typed);
	else
		paper_fill_words(c, page, &l);
	if ((c->account.roles & AUDITORS) != 0 && (actors & ENGAGEMENT_MEMBER) != 0)
		dict_show(page, "may_raise");
	return voided_fill(c, page, &l, e) && line_fill_beside(c, page, &g, &l, e) &&
	       line_fill_evidence(c, page, &l, writable, e) && line_fill_samples(c, page, &l, writable, e);
}

void
line_show(struct call *c, const struct err *refused, const struct paper *typed)
{
	struct err e = {0};
	struct dict *page = page_begin(c, arena_printf(c->arena, "%s %s", _("Working paper"), c->parts[1]));
	if (refused != NULL)
		dict_set(dict_add(page, "refused"), "complaint", refused->text);
	if (line_fill_page(c, page, refused, typed, &e)) {
		page_show(c, finding_status(refused), "line.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_line(struct call *c)
{
	line_show(c, NULL, NULL);
}
