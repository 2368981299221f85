/* One risk: what it was judged by and is judged to be, what results propose, who bears it; a new one. */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "domain/organisation/role.h"
#include "report/risk_proposal.h"
#include "store/register/registers.h"
#include "web/form.h"
#include "web/risk/risk_page.h"
#include "web/show.h"

/* ---- the form ---------------------------------------------------------------------------------- */

static const char *
typed(struct call *c, const char *name, const char *stored)
{
	const char *value = http_field(c->http, name);
	return value != NULL ? value : stored != NULL ? stored : "";
}

static void
steps_fill(struct dict *form, const char *section, const char *const *words, const char *chosen)
{
	for (int i = RISK_LEAST; i <= RISK_MOST; i++) {
		struct dict *row = dict_add(form, section);
		show_number(row, "step", i);
		dict_set(row, "step_word", words[i - RISK_LEAST]);
		dict_set(row, "selected", *chosen == '0' + i && chosen[1] == '\0' ? "selected" : "");
	}
}

static void
choices_fill(struct call *c, struct dict *form, const struct risk_words *w, const struct risk *r)
{
	const struct policy *p = store_bank(c->store)->policy;
	const char *threat = typed(c, "threat", r != NULL ? r->threat : NULL);
	const char *treatment = typed(c, "treatment", r != NULL ? risk_treatment_key(r->treatment) : NULL);
	for (size_t i = 0; i < p->count; i++) {
		const struct clause *one = &p->clauses[i];
		if (one->kind != CLAUSE_THREAT || one->parent == NULL)
			continue;
		struct dict *row = dict_add(form, "threat_choice");
		dict_set(row, "value", one->key);
		dict_set(row, "choice_title", one->title);
		dict_set(row, "selected", strcmp(one->key, threat) == 0 ? "selected" : "");
	}
	for (int i = 0; i < RISK_TREATMENTS; i++) {
		const char *key = risk_treatment_key((enum risk_treatment)i);
		struct dict *row = dict_add(form, "treatment_choice");
		dict_set(row, "value", key);
		dict_set(row, "choice_title", w->treatments[i]);
		dict_set(row, "selected", strcmp(key, treatment) == 0 ? "selected" : "");
	}
	steps_fill(form, "likelihood_choice", w->likelihood,
		typed(c, "likelihood", r != NULL ? arena_printf(c->arena, "%d", r->likelihood) : NULL));
	steps_fill(form, "loss_choice", w->loss,
		typed(c, "loss", r != NULL ? arena_printf(c->arena, "%d", r->loss) : NULL));
}

/* What registers hold of assets and systems; never what is confidential. */
static bool
entries_fill_choice(struct call *c, struct dict *form, struct err *e)
{
	const struct registers *all = store_bank(c->store)->registers;
	const struct entry_filter there = {.there = day_of_instant(c->now)};
	const char *chosen = typed(c, "entry", http_query(c->http, "entry"));
	for (size_t i = 0; i < all->count; i++) {
		struct entries list;
		if (all->kinds[i].confidential)
			continue;
		if (!entries_list(c->db, c->arena, &all->kinds[i], &there, &list, e))
			return false;
		for (size_t k = 0; k < list.count; k++) {
			const char *value = arena_printf(
				c->arena, "%s/%s", all->kinds[i].key, list.rows[k].texts[FIELD_KEY]);
			struct dict *row = dict_add(form, "entry_choice");
			dict_set(row, "value", value);
			dict_set(row, "choice_title", list.rows[k].texts[FIELD_NAME]);
			dict_set(row, "kind_title", all->kinds[i].title);
			dict_set(row, "selected", strcmp(value, chosen) == 0 ? "selected" : "");
		}
	}
	return true;
}

static bool
form_fill(struct call *c, struct dict *page, const struct risk_words *w, const struct risk *r, struct err *e)
{
	struct dict *form = dict_include(dict_add(page, "form"), "fields", "risk_fields.tpl");
	dict_set(form, "grounds_typed", typed(c, "grounds", r != NULL ? r->grounds : NULL));
	dict_set(form, "measure_typed", typed(c, "measure", r != NULL ? r->measure : NULL));
	dict_set(form, "owner_typed", typed(c, "owner", r != NULL ? r->owner_number : NULL));
	dict_set(form, "asset_typed", typed(c, "asset", NULL));
	dict_set(form, "department_typed", typed(c, "department", NULL));
	choices_fill(c, form, w, r);
	if (r != NULL)
		return true;
	return entries_fill_choice(c, dict_add(form, "fresh"), e);
}

/* ---- showing ------------------------------------------------------------------------------------ */

static void
proposal_fill(struct call *c, struct dict *d, const struct risk_proposal *p)
{
	const struct clause *measure = policy_find(store_bank(c->store)->policy, p->clause);
	show_number(d, "proposed", p->likelihood);
	if (p->evidence.points >= 0 && (p->evidence.alarm == 0 || p->evidence.points < p->evidence.alarm)) {
		struct dict *weak = dict_add(d, "weak");
		dict_set(weak, "clause", p->clause);
		dict_set(weak, "clause_title", measure != NULL ? measure->title : "");
		dict_setf(weak, "points", "%d.%d", p->evidence.points / 10, p->evidence.points % 10);
	}
	if (p->evidence.major > 0)
		show_number(dict_add(d, "major"), "count", p->evidence.major);
	if (p->evidence.minor > 0)
		show_number(dict_add(d, "minor"), "count", p->evidence.minor);
	if (p->evidence.repeated)
		dict_show(d, "repeated");
}

static bool
history_fill(
	struct call *c, struct dict *page, const struct risk_words *w, const struct risk *r, struct err *e)
{
	struct risk_change *list;
	size_t count;
	if (!risk_changes(c->db, c->arena, r->id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "change");
		show_instant(row, c->arena, "at", list[i].at);
		dict_set(row, "who", list[i].who);
		dict_show(row, arena_printf(c->arena, "was_%s", list[i].what));
		show_number(row, "likelihood", list[i].likelihood);
		show_number(row, "loss", list[i].loss);
		dict_set(row, "treatment_word", w->treatments[list[i].treatment]);
		dict_set(row, "grounds", list[i].grounds);
		if (list[i].proposal.likelihood > 0)
			proposal_fill(c, dict_add(row, "then_proposed"), &list[i].proposal);
	}
	return true;
}

static bool
one_fill(struct call *c, struct dict *page, const struct risk_words *w, const struct risk *r, struct err *e)
{
	struct risk_proposal p;
	bool assesses = (c->account.roles & ROLE_ADMIN) != 0;
	risk_fill(c, page, w, r);
	show_number(page, "revision", r->revision);
	show_number(page, "year", r->year);
	dict_set(page, "year_name", fiscal_year_name(c->arena, r->year));
	if (r->entry_id != 0) {
		struct dict *d = dict_add(page, "of_entry");
		dict_set(d, "kind", r->entry_kind);
		dict_set(d, "entry_key", r->entry_key);
	}
	if (!risk_proposal_make(c->store, c->arena, r, &p, e))
		return false;
	if (p.likelihood > 0)
		proposal_fill(c, dict_add(page, "proposal"), &p);
	if (r->treatment == RISK_ACCEPT && (c->account.roles & ROLE_MANAGEMENT) != 0 &&
		c->account.person_id != r->owner_id)
		dict_set(dict_add(page, "may_accept"), "until_typed", form_text(c, "until"));
	return (!assesses || form_fill(c, page, w, r, e)) && history_fill(c, page, w, r, e);
}

static int
status_of(const struct err *refused)
{
	if (refused == NULL)
		return 200;
	return refused->kind == ERR_CONFLICT ? 409 : refused->kind == ERR_DENIED ? 403 : 422;
}

static void
refused_fill(struct dict *page, const struct err *refused)
{
	if (refused != NULL)
		dict_set(dict_add(page, "refused"), "complaint", refused->text);
}

void
risk_show(struct call *c, const struct err *refused)
{
	static const char *const done[] = {"saved", "accepted", NULL};
	struct err e = {0};
	struct risk r;
	const struct risk_words *w = risk_words_get(&e);
	if (w == NULL || !risk_of_call(c, &r, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, r.asset);
	refused_fill(page, refused);
	form_done(c, page, done);
	if (one_fill(c, page, w, &r, &e)) {
		risk_fill_scale(page, w);
		page_show(c, status_of(refused), "risk.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_risk(struct call *c)
{
	risk_show(c, NULL);
}

void
risk_show_new(struct call *c, const struct err *refused)
{
	struct err e = {0};
	int year;
	const struct risk_words *w = risk_words_get(&e);
	if (w == NULL || !risk_year(c, &year, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("A new risk"));
	refused_fill(page, refused);
	show_number(page, "year", year);
	dict_set(page, "year_name", fiscal_year_name(c->arena, year));
	risk_fill_scale(page, w);
	if (form_fill(c, page, w, NULL, &e)) {
		page_show(c, status_of(refused), "risk_new.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_risk_new(struct call *c)
{
	risk_show_new(c, NULL);
}
