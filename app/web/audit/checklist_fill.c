/* Audits, lines of their checklists and papers, as pages show them. */
#include "web/audit/checklist_page.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/score/score.h"
#include "web/audit/audit_page.h"
#include "web/form.h"
#include "web/scope.h"
#include "web/show.h"

bool
checklist_of_call(struct call *c, struct engagement *out, unsigned *actors, struct err *e)
{
	struct audit_view v;
	if (!audit_of_call(c, &v, e))
		return false;
	*out = v.what;
	*actors = v.actors;
	return v.reads || err_set(e, ERR_ABSENT, _("there is no such audit"));
}

bool
line_of_call(struct call *c, struct engagement *g, unsigned *actors, struct line *out, struct err *e)
{
	return checklist_of_call(c, g, actors, e) && line_find(c->db, c->arena, g->id, c->parts[1], out, e);
}

bool
line_writable(const struct engagement *g, const struct checklist *list, unsigned actors)
{
	return (actors & ENGAGEMENT_MEMBER) != 0 && engagement_papers(g->state) && list->fixed_at != 0;
}

void
engagement_fill_head(struct call *c, struct dict *d, const struct engagement *g)
{
	show_number(d, "engagement_id", g->id);
	dict_set(d, "number", engagement_number(c->arena, g));
	dict_set(d, "engagement_title", g->title);
	dict_set(d, "audited_name", g->department_name);
	if (*g->entry_name != '\0')
		dict_set(dict_add(d, "of_entry"), "entry_name", g->entry_name);
	dict_show(d, g->key_only ? "key_only" : "all_items");
}

void
rate_show(struct dict *d, const char *section, long numerator, long denominator)
{
	int tenths = rate_tenths((struct rate){.numerator = numerator, .denominator = denominator});
	if (tenths == RATE_NONE)
		return;
	struct dict *rate = dict_add(d, section);
	dict_setf(rate, "percent", "%d.%d", tenths / 10, tenths % 10);
	show_number(rate, "numerator", numerator);
	show_number(rate, "denominator", denominator);
}

static void
count_fill(struct dict *row, const char *section, int64_t count)
{
	if (count > 0)
		show_number(dict_add(row, section), "count", count);
}

void
line_fill(struct call *c, struct dict *row, const struct line *l)
{
	const struct clause *clause = policy_find(store_bank(c->store)->policy, l->clause);
	show_number(row, "engagement_id", l->engagement_id);
	dict_set(row, "item", l->item);
	dict_set(row, "text", l->text);
	dict_set(row, "help", l->help);
	dict_set(row, "clause", clause != NULL ? clause->display : l->clause);
	dict_set(row, "clause_title", clause != NULL ? clause->title : "");
	dict_set(row, "methods", l->methods);
	if (l->priority)
		dict_show(row, "priority");
	if (*l->by_hand != '\0')
		dict_set(dict_add(row, "by_hand"), "why", l->by_hand);
	dict_show(dict_include(row, "judgement", "judgement_word.tpl"),
		l->paper.judgement < JUDGEMENTS ? judgement_key(l->paper.judgement) : "none");
	if (l->before < JUDGEMENTS)
		dict_show(dict_include(dict_add(row, "judged_before"), "former", "judgement_word.tpl"),
			judgement_key(l->before));
	if (l->paper.recommended)
		dict_show(row, "recommended");
	if (l->paper.good)
		dict_show(row, "good");
	if (l->reviewed_by != 0)
		dict_show(row, "reviewed");
	if (*l->confirmed != '\0')
		dict_show(row, strcmp(l->confirmed, "agreed") == 0 ? "agreed" : "objects");
	count_fill(row, "has_evidence", l->evidence);
	count_fill(row, "has_samples", l->samples);
	count_fill(row, "has_findings", l->findings);
}

void
clause_fill_answers(struct dict *d, const struct line_answer *list, size_t count, const char *clause)
{
	struct dict *said = NULL;
	for (size_t i = 0; i < count; i++) {
		const struct line_answer *n = &list[i];
		if (strcmp(n->clause, clause) != 0)
			continue;
		if (said == NULL)
			said = dict_add(d, "said");
		struct dict *row = dict_add(said, "asked");
		dict_set(row, "question", n->question);
		dict_show(row, n->hidden ? "withheld" : n->done.denominator == 0 ? "without" : "shown");
		if (!n->hidden)
			rate_show(row, "rate_done", (long)n->done.numerator, (long)n->done.denominator);
	}
}

/* ---- the form of a paper ------------------------------------------------------------------------- */

const char *const paper_names[] = {"revision", "judgement", "recommended", "good", "used-*", "place", "met",
	"done", "facts", "difference", "cause", "effect", "proposal", "reason", NULL};

static void
methods_fill(struct call *c, struct dict *form, const char *used)
{
	const struct scales *s = store_bank(c->store)->scales;
	for (size_t i = 0; i < s->method_count; i++) {
		struct dict *row = dict_add(form, "method");
		show_number(row, "place", (int64_t)i);
		dict_set(row, "sign", s->methods[i].key);
		dict_set(row, "method_title", s->methods[i].title);
		dict_set(row, "checked", strstr(used, s->methods[i].key) != NULL ? "checked" : "");
	}
}

static void
judgements_fill(struct dict *form, enum judgement chosen)
{
	static const enum judgement order[] = {JUDGEMENT_CONFORMS, JUDGEMENT_OBSERVATION, JUDGEMENT_MINOR,
		JUDGEMENT_MAJOR, JUDGEMENT_NA, JUDGEMENT_UNCHECKED};
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		struct dict *row = dict_add(form, "judgement_choice");
		dict_set(row, "value", judgement_key(order[i]));
		dict_show(dict_include(row, "word", "judgement_word.tpl"), judgement_key(order[i]));
		dict_set(row, "checked", order[i] == chosen ? "checked" : "");
	}
}

void
paper_fill_form(struct call *c, struct dict *d, const struct engagement *g, const struct line *l,
	const struct paper *p, int revision)
{
	struct dict *form = dict_include(d, "fields", "paper_fields.tpl");
	show_number(form, "engagement_id", g->id);
	show_number(form, "account_id", c->account.id);
	dict_set(form, "item", l->item);
	dict_set(form, "form_key", c->form_key);
	show_number(form, "revision", revision);
	for (size_t i = 0; i < PAPER_TEXTS; i++)
		dict_set(form, arena_printf(c->arena, "%s_typed", paper_fields[i].key), p->texts[i]);
	dict_set(form, "recommended_checked", p->recommended ? "checked" : "");
	dict_set(form, "good_checked", p->good ? "checked" : "");
	judgements_fill(form, p->judgement);
	methods_fill(c, form, p->texts[PAPER_METHODS]);
}

/* The signs that were sent, in the order of the scales, joined as an item joins them. */
static const char *
used_read(struct call *c)
{
	const struct scales *s = store_bank(c->store)->scales;
	const char *used = "";
	for (size_t m = 0; m < s->method_count; m++)
		if (form_has(c, arena_printf(c->arena, "used-%zu", m)))
			used = arena_printf(c->arena, "%s%s%s", used, *used != '\0' ? "\u30FB" : "",
				s->methods[m].key); /* ・ */
	return used;
}

void
paper_read(struct call *c, struct paper *out)
{
	*out = (struct paper){.judgement = judgement_of(form_text(c, "judgement")),
		.recommended = form_has(c, "recommended"),
		.good = form_has(c, "good")};
	for (size_t i = 0; i < PAPER_TEXTS; i++)
		out->texts[i] = form_lines(c->arena, form_text(c, paper_fields[i].key));
	out->texts[PAPER_METHODS] = used_read(c);
}
