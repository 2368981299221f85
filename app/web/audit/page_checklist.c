/* The checklist of an audit: what is looked at, how far it has come, and choosing it. */
#include <string.h>

#include "base/words.h"
#include "report/self_check.h"
#include "store/organisation/departments.h"
#include "web/audit/checklist_page.h"
#include "web/audit/finding_page.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/show.h"

/* ---- showing ------------------------------------------------------------------------------------- */

static void
counted_fill(struct dict *d, const struct lines_counted *n)
{
	static const char *const names[JUDGEMENTS] = {[JUDGEMENT_CONFORMS] = "conform",
		[JUDGEMENT_MINOR] = "minor",
		[JUDGEMENT_MAJOR] = "major",
		[JUDGEMENT_OBSERVATION] = "observe",
		[JUDGEMENT_NA] = "na",
		[JUDGEMENT_UNCHECKED] = "unchecked"};
	long numerator, denominator;
	for (size_t j = 0; j < JUDGEMENTS; j++)
		show_number(d, names[j], n->judged.of[j]);
	show_number(d, "line_count", n->lines);
	show_number(d, "open_count", n->open);
	show_number(d, "reviewed_count", n->reviewed);
	show_number(d, "confirmed_count", n->confirmed);
	show_number(d, "recommended_count", n->recommended);
	show_number(d, "good_count", n->good);
	judged_rate(&n->judged, &numerator, &denominator);
	rate_show(d, "rate", numerator, denominator);
	if (denominator == 0)
		dict_show(d, "no_rate");
}

struct lines_shown {
	struct line *list;
	size_t count;
	struct line_answer *answers;
	size_t answer_count;
	bool choosable;
};

/* A table of its own for each clause, in the order of the bank. */
static void
clauses_fill(struct call *c, struct dict *page, const struct lines_shown *x)
{
	const struct line *list = x->list;
	size_t count = x->count;
	struct dict *clause = NULL;
	for (size_t i = 0; i < count; i++) {
		if (i == 0 || strcmp(list[i].clause, list[i - 1].clause) != 0) {
			struct lines_counted n = lines_count(list, count, list[i].clause);
			const struct clause *of = policy_find(store_bank(c->store)->policy, list[i].clause);
			clause = dict_add(page, "clause");
			dict_set(clause, "clause_display", of != NULL ? of->display : list[i].clause);
			dict_set(clause, "clause_title", of != NULL ? of->title : "");
			counted_fill(clause, &n);
			clause_fill_answers(clause, x->answers, x->answer_count, list[i].clause);
		}
		struct dict *row = dict_add(clause, "line");
		line_fill(c, row, &list[i]);
		if (x->choosable)
			dict_show(row, "droppable");
	}
}

static bool
holds_clause(const struct line *list, size_t count, const char *clause)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].clause, clause) == 0)
			return true;
	return count == 0;
}

/* Every clause that an item for auditors is about; those of the lines there are chosen. */
static void
choices_fill(struct call *c, struct dict *page, const struct line *list, size_t count)
{
	const struct bank *b = store_bank(c->store);
	struct dict *choose = dict_add(page, "choose");
	for (size_t p = 0; p < b->policy->count; p++) {
		const struct clause *clause = &b->policy->clauses[p];
		int items = 0;
		for (size_t s = 0; s < b->count; s++)
			for (size_t i = 0; questionnaire_is_audit(b->sets[s]) && i < b->sets[s]->count; i++)
				items += b->sets[s]->items[i].clause == clause;
		if (items == 0)
			continue;
		struct dict *row = dict_add(choose, "clause_choice");
		dict_set(row, "value", clause->key);
		dict_set(row, "display", clause->display);
		dict_set(row, "choice_title", clause->title);
		dict_set(row, "checked", holds_clause(list, count, clause->key) ? "checked" : "");
	}
}

static void
add_fill(struct call *c, struct dict *page, const struct line *list, size_t count)
{
	const struct bank *b = store_bank(c->store);
	struct dict *add = dict_add(page, "add");
	for (size_t s = 0; s < b->count; s++)
		for (size_t i = 0; questionnaire_is_audit(b->sets[s]) && i < b->sets[s]->count; i++) {
			size_t l = 0;
			while (l < count && strcmp(list[l].item, b->sets[s]->items[i].id) != 0)
				l++;
			if (l < count)
				continue;
			struct dict *row = dict_add(add, "item_choice");
			dict_set(row, "value", b->sets[s]->items[i].id);
			dict_set(row, "choice_text", b->sets[s]->items[i].text);
		}
	dict_set(add, "item_typed", form_text(c, "item"));
	dict_set(add, "reason_typed", form_text(c, "reason"));
}

static bool
acts_fill(struct call *c, struct dict *page, const struct engagement *g, struct err *e)
{
	static const char *const shown[] = {"chosen", "added", "dropped", "fixed"};
	struct line_acted *list;
	size_t count;
	if (!line_acts(c->db, c->arena, g->id, NULL, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		for (size_t s = 0; s < sizeof shown / sizeof *shown; s++) {
			if (strcmp(list[i].name, shown[s]) != 0)
				continue;
			struct dict *row = dict_add(page, "acted");
			show_instant(row, c->arena, "at", list[i].at);
			dict_set(row, "who", list[i].who);
			dict_set(row, "item", list[i].item);
			dict_set(row, "note", list[i].note);
			dict_show(dict_include(row, "what", "line_word.tpl"), list[i].name);
		}
	return true;
}

static void
forms_fill(struct call *c, struct dict *page, const struct engagement *g, const struct lines_shown *x)
{
	if (x->choosable)
		choices_fill(c, page, x->list, x->count);
	if (g->state <= ENGAGEMENT_REPORTING)
		add_fill(c, page, x->list, x->count);
}

static void
fixed_fill(struct call *c, struct dict *page, const struct checklist *fixed)
{
	struct dict *d = dict_add(page, "fixed");
	show_instant(d, c->arena, "fixed_at", fixed->fixed_at);
	dict_set(d, "fixed_who", fixed->who);
}

static bool
list_fill(struct call *c, struct dict *page, const struct engagement *g, unsigned actors, struct err *e)
{
	struct lines_shown x = {0};
	struct checklist fixed;
	bool acts = (actors & (ENGAGEMENT_MEMBER | ENGAGEMENT_LEAD)) != 0;
	if (!lines_list(c->db, c->arena, g->id, &x.list, &x.count, e) ||
		!line_answers_list(c->db, c->arena, g->id, NULL, &x.answers, &x.answer_count, e) ||
		!checklist_find(c->db, c->arena, g->id, &fixed, e) || !acts_fill(c, page, g, e))
		return false;
	struct lines_counted n = lines_count(x.list, x.count, NULL);
	x.choosable = acts && g->state == ENGAGEMENT_DRAFTED && fixed.fixed_at == 0;
	counted_fill(dict_add(page, "total"), &n);
	clauses_fill(c, page, &x);
	if (x.count == 0)
		dict_show(page, "none");
	if (fixed.fixed_at != 0)
		fixed_fill(c, page, &fixed);
	else if (acts && x.count > 0)
		dict_show(page, "may_fix");
	if (acts)
		forms_fill(c, page, g, &x);
	if (line_writable(g, &fixed, actors))
		show_number(dict_add(page, "writable"), "account_id", c->account.id);
	return true;
}

void
checklist_show(struct call *c, const struct err *refused)
{
	static const char *const done[] = {"chosen", "added", "dropped", "fixed", NULL};
	struct err e = {0};
	struct engagement g;
	unsigned actors;
	if (!checklist_of_call(c, &g, &actors, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Audit checklist"));
	engagement_fill_head(c, page, &g);
	form_done(c, page, done);
	if (refused != NULL)
		dict_set(dict_add(page, "refused"), "complaint", refused->text);
	if (list_fill(c, page, &g, actors, &e)) {
		page_show(c, finding_status(refused), "checklist.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_checklist(struct call *c)
{
	checklist_show(c, NULL);
}

/* ---- acting -------------------------------------------------------------------------------------- */

struct doing {
	struct engagement_act act;
	struct engagement engagement;
	const struct bank *bank;
	const char *what, *item, *reason;
	const char **clauses;
	struct line_answer *answers;
	size_t answer_count;
};

static bool
doing_work(struct db *db, struct piece *p, struct err *e)
{
	struct doing *d = p->with;
	if (strcmp(d->what, "choose") == 0)
		return checklist_choose(db, &d->act, d->bank, d->clauses, e);
	if (strcmp(d->what, "drop") == 0)
		return line_drop(db, &d->act, d->item, d->reason, e);
	bool done = strcmp(d->what, "fix") == 0 ? checklist_fix(db, &d->act, e)
						: line_add(db, &d->act, d->bank, d->item, d->reason, e);
	return done && line_answers_put(db, &d->act, d->answers, d->answer_count, e);
}

static void
after(struct call *c, const struct err *failed)
{
	static const struct {
		const char *what, *done;
	} rows[] = {{"choose", "chosen"}, {"add", "added"}, {"drop", "dropped"}, {"fix", "fixed"}};
	struct doing *d = c->state;
	const char *done = "";
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(rows[i].what, d->what) == 0)
			done = rows[i].done;
	if (failed == NULL)
		page_redirect(c, "/audits/%lld/checklist?done=%s", (long long)d->act.engagement_id, done);
	else if (finding_refusal(failed))
		checklist_show(c, failed);
	else
		page_error(c, failed);
}

static void
clauses_read(struct call *c, struct doing *d)
{
	static const char prefix[] = "clause-";
	size_t count = 0;
	d->clauses = ARENA_ARRAY(c->arena, const char *, http_field_count(c->http) + 1);
	for (size_t i = 0; i < http_field_count(c->http); i++) {
		const char *name = http_field_at(c->http, i)->name;
		if (strncmp(name, prefix, sizeof prefix - 1) == 0)
			d->clauses[count++] = name + sizeof prefix - 1;
	}
}

/* Every clause of the lines there are; with the item that is being added. */
static bool
lines_clauses(struct call *c, const struct doing *d, const char ***out, struct err *e)
{
	struct line *list;
	size_t count, n = 0;
	if (!lines_list(c->db, c->arena, d->engagement.id, &list, &count, e))
		return false;
	*out = ARENA_ARRAY(c->arena, const char *, count + 2);
	for (size_t i = 0; i < count; i++)
		if (i == 0 || strcmp(list[i].clause, list[i - 1].clause) != 0)
			(*out)[n++] = list[i].clause;
	for (size_t s = 0; s < d->bank->count; s++) {
		const struct item *item = questionnaire_find(d->bank->sets[s], d->item);
		if (item != NULL)
			(*out)[n++] = item->clause->key;
	}
	return true;
}

/* What the self-check says is gathered before the piece; only one that is fixed, or is being fixed, keeps
 * it. */
static bool
answers_gather(struct call *c, struct err *e)
{
	struct doing *d = c->state;
	struct checklist fixed;
	const char **clauses;
	bool fixing = strcmp(d->what, "fix") == 0;
	if (!checklist_find(c->db, c->arena, d->engagement.id, &fixed, e))
		return false;
	if (!fixing && (strcmp(d->what, "add") != 0 || fixed.fixed_at == 0))
		return true;
	return lines_clauses(c, d, &clauses, e) && self_check_answers(c->store, c->arena, &d->engagement,
							   clauses, &d->answers, &d->answer_count, e);
}

static void
after_gather(struct call *c, const struct err *failed)
{
	if (failed != NULL)
		page_error(c, failed);
	else
		web_write(c, doing_work, c->state, after);
}

void
page_checklist_post(struct call *c)
{
	static const char *const names[] = {"do", "item", "reason", "clause-*", NULL};
	static const char *const known[] = {"choose", "add", "drop", "fix"};
	struct err e = {0};
	unsigned actors;
	struct doing *d = ARENA_NEW(c->arena, struct doing);
	bool is_known = false;
	d->bank = store_bank(c->store);
	d->what = form_text(c, "do");
	d->item = form_text(c, "item");
	d->reason = form_lines(c->arena, form_text(c, "reason"));
	clauses_read(c, d);
	c->state = d;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		is_known = is_known || strcmp(d->what, known[i]) == 0;
	if (!form_check(c, names, &e) || !checklist_of_call(c, &d->engagement, &actors, &e)) {
		page_error(c, &e);
		return;
	}
	d->act = (struct engagement_act){.arena = c->arena,
		.account_id = c->account.id,
		.now = c->now,
		.engagement_id = d->engagement.id};
	if (is_known)
		web_slow(c, LANE_SHEETS, answers_gather, after_gather);
	else
		page_status(c, 400, NULL);
}
