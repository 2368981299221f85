/* 見直しの検討: the records of it, one of them, a new one. */
#include "web/pages.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "domain/organisation/role.h"
#include "store/audit/findings.h"
#include "store/keep/gone.h"
#include "store/policy/policy_editions.h"
#include "store/risk/reviews.h"
#include "store/risk/risks.h"
#include "web/form.h"
#include "web/once.h"
#include "web/show.h"

static void
review_fill(struct call *c, struct dict *row, const struct review *r)
{
	show_number(row, "review_id", r->id);
	dict_set(row, "year_name", fiscal_year_name(c->arena, r->year));
	dict_show(row, review_cause_key(r->cause));
	dict_show(row, r->revise ? "revise" : "keep");
	dict_set(row, "occasion", r->occasion);
	dict_set(row, "weighed", r->weighed);
	dict_set(row, "decision", r->decision);
	dict_set(row, "decided_by", r->decided_by);
	show_day(row, c->arena, "decided_day", r->decided_day);
	dict_set(row, "who", r->who);
	show_instant(row, c->arena, "at", r->at);
}

void
page_reviews(struct call *c)
{
	struct err e = {0};
	struct review *list;
	size_t count;
	if (!reviews_list(c->db, c->arena, &list, &count, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Reviews of the policy"));
	for (size_t i = 0; i < count; i++)
		review_fill(c, dict_add(page, "review"), &list[i]);
	if (count == 0)
		dict_show(page, "none");
	if ((c->account.roles & ROLE_ADMIN) != 0)
		dict_show(page, "may_record");
	page_show(c, 200, "reviews.tpl", page);
}

/* ---- what a review looks at -------------------------------------------------------------------- */

/* What may be named: editions of the policy, and the risks and confirmed findings of this year and the last.
 */
struct candidates {
	struct policy_edition *editions;
	struct risk *risks;
	struct finding *findings;
	size_t edition_count, risk_count, finding_count;
	int year;
};

static bool
candidates_read(struct call *c, struct candidates *x, struct err *e)
{
	const struct risk_filter risks = {0};
	const struct finding_filter findings = {.state = FINDING_STATES, .severity = SEVERITIES};
	x->year = fiscal_year_of(day_of_instant(c->now));
	return policy_editions_list(c->db, c->arena, &x->editions, &x->edition_count, e) &&
	       risks_list(c->db, c->arena, &risks, &x->risks, &x->risk_count, e) &&
	       findings_list(c->db, c->arena, &findings, &x->findings, &x->finding_count, e);
}

static bool
recent(const struct candidates *x, int year)
{
	return year == x->year || year == x->year - 1;
}

static const char *
edition_name(struct arena *a, const struct policy_edition *x)
{
	return arena_printf(a, "%s %s", x->title, x->edition);
}

static const char *
risk_name(struct arena *a, const struct risk *r)
{
	return arena_printf(a, "%s %s %s (%d)", fiscal_year_mark(a, r->year), r->asset, r->threat,
		r->likelihood * r->loss);
}

static const char *
finding_name(struct arena *a, const struct finding *f)
{
	return arena_printf(a, "%s %s", finding_number(a, f), f->title);
}

static const char *
field_name(struct arena *a, const char *kind, int64_t id)
{
	return arena_printf(a, "%s-%lld", kind, (long long)id);
}

static void
candidate_fill(struct call *c, struct dict *form, const char *kind, int64_t id, const char *name)
{
	struct dict *row = dict_add(form, kind);
	const char *field = field_name(c->arena, kind, id);
	dict_set(row, "field", field);
	dict_set(row, "name", name);
	dict_set(row, "checked", form_has(c, field) ? "checked" : "");
}

static void
candidates_fill(struct call *c, struct dict *form, const struct candidates *x)
{
	for (size_t i = 0; i < x->edition_count; i++)
		candidate_fill(
			c, form, "edition", x->editions[i].id, edition_name(c->arena, &x->editions[i]));
	for (size_t i = 0; i < x->risk_count; i++)
		if (recent(x, x->risks[i].year))
			candidate_fill(c, form, "risk", x->risks[i].id, risk_name(c->arena, &x->risks[i]));
	for (size_t i = 0; i < x->finding_count; i++)
		if (recent(x, x->findings[i].year) && finding_counts(x->findings[i].state))
			candidate_fill(c, form, "finding", x->findings[i].id,
				finding_name(c->arena, &x->findings[i]));
}

static void
link_take(struct call *c, struct review *r, enum review_link kind, const char *name, int64_t id)
{
	if (!form_has(c, field_name(c->arena, name, id)))
		return;
	r->links[kind] = ARENA_PUSH(c->arena, r->links[kind], r->link_counts[kind]);
	r->links[kind][r->link_counts[kind]++] = id;
}

static void
links_take(struct call *c, struct review *r, const struct candidates *x)
{
	for (size_t i = 0; i < x->edition_count; i++)
		link_take(c, r, LINK_EDITION, "edition", x->editions[i].id);
	for (size_t i = 0; i < x->risk_count; i++)
		link_take(c, r, LINK_RISK, "risk", x->risks[i].id);
	for (size_t i = 0; i < x->finding_count; i++)
		link_take(c, r, LINK_FINDING, "finding", x->findings[i].id);
}

/* ---- one ---------------------------------------------------------------------------------------- */

/* The number alone of a finding that was disposed of. */
static bool
name_find(struct call *c, int64_t id, const char **name, struct err *e)
{
	struct finding x;
	struct gone gone = {.number = ""};
	bool found;
	if (finding_find(c->db, c->arena, id, &x, e)) {
		*name = finding_name(c->arena, &x);
		return true;
	}
	if (e->kind != ERR_ABSENT || !gone_find(c->db, c->arena, "findings", id, &gone, &found, e))
		return false;
	*name = gone.number;
	return found;
}

static bool
links_fill(struct call *c, struct dict *page, const struct review *r, struct err *e)
{
	for (size_t i = 0; i < r->link_counts[LINK_EDITION]; i++) {
		struct policy_edition x;
		struct dict *row = dict_add(page, "edition");
		if (!policy_edition_find(c->db, c->arena, r->links[LINK_EDITION][i], &x, e))
			return false;
		show_number(row, "id", x.id);
		dict_set(row, "name", edition_name(c->arena, &x));
	}
	for (size_t i = 0; i < r->link_counts[LINK_RISK]; i++) {
		struct risk x;
		struct dict *row = dict_add(page, "risk");
		if (!risk_find(c->db, c->arena, r->links[LINK_RISK][i], 0, &x, e))
			return false;
		show_number(row, "id", x.id);
		dict_set(row, "name", risk_name(c->arena, &x));
	}
	for (size_t i = 0; i < r->link_counts[LINK_FINDING]; i++) {
		const char *name;
		int64_t id = r->links[LINK_FINDING][i];
		struct dict *row = dict_add(page, "finding");
		if (!name_find(c, id, &name, e))
			return false;
		show_number(row, "id", id);
		dict_set(row, "name", name);
	}
	return true;
}

void
page_review(struct call *c)
{
	static const char *const done[] = {"recorded", NULL};
	struct err e = {0};
	struct review r;
	int64_t id;
	bool found = number_parse(c->parts[0], 1, INT64_MAX, &id)
			     ? review_find(c->db, c->arena, id, &r, &e)
			     : err_set(&e, ERR_ABSENT, _("there is no such record of a review"));
	if (!found) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Review of the policy"));
	form_done(c, page, done);
	review_fill(c, page, &r);
	if (links_fill(c, page, &r, &e)) {
		page_show(c, 200, "review.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

/* ---- a new one ------------------------------------------------------------------------------------ */

static void
new_show(struct call *c, const struct err *refused)
{
	static const char *const names[] = {"occasion", "weighed", "decision", "decided_by", "decided_day"};
	struct err e = {0};
	struct candidates x = {0};
	if (!candidates_read(c, &x, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("A new review of the policy"));
	if (refused != NULL)
		dict_set(dict_add(page, "refused"), "complaint", refused->text);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		dict_set(page, arena_printf(c->arena, "%s_typed", names[i]), form_text(c, names[i]));
	enum review_cause cause = review_cause_of(form_text(c, "cause"));
	if (cause < REVIEW_CAUSES)
		dict_set(page, arena_printf(c->arena, "%s_selected", review_cause_key(cause)), "selected");
	dict_set(page, strcmp(form_text(c, "revise"), "1") == 0 ? "revise_checked" : "keep_checked",
		"checked");
	candidates_fill(c, page, &x);
	page_show(c, refused == NULL ? 200 : 422, "review_new.tpl", page);
}

void
page_review_new(struct call *c)
{
	new_show(c, NULL);
}

struct recording {
	struct arena *arena;
	struct review review;
	int64_t account_id;
	instant_t now;
};

static bool
record_work(struct db *db, struct piece *p, struct err *e)
{
	struct recording *w = p->with;
	return review_add(db, w->arena, &w->review, w->account_id, w->now, e);
}

static void
after_record(struct call *c, const struct err *failed)
{
	const struct recording *w = c->state;
	if (failed == NULL)
		page_redirect(c, "/policy/reviews/%lld?done=recorded", (long long)w->review.id);
	else if (failed->kind == ERR_INPUT)
		new_show(c, failed);
	else
		page_error(c, failed);
}

void
page_review_add(struct call *c)
{
	static const char *const names[] = {"cause", "occasion", "weighed", "revise", "decision",
		"decided_by", "decided_day", "edition-*", "risk-*", "finding-*", NULL};
	struct err e = {0};
	struct candidates x = {0};
	struct recording *w = ARENA_NEW(c->arena, struct recording);
	const char *day = form_text(c, "decided_day");
	c->state = w;
	w->arena = c->arena;
	w->account_id = c->account.id;
	w->now = c->now;
	w->review = (struct review){.cause = review_cause_of(form_text(c, "cause")),
		.occasion = form_lines(c->arena, form_text(c, "occasion")),
		.weighed = form_lines(c->arena, form_text(c, "weighed")),
		.revise = strcmp(form_text(c, "revise"), "1") == 0,
		.decision = form_lines(c->arena, form_text(c, "decision")),
		.decided_by = form_text(c, "decided_by")};
	if (!form_check(c, names, &e) || !candidates_read(c, &x, &e)) {
		page_error(c, &e);
		return;
	}
	links_take(c, &w->review, &x);
	if (*day != '\0' && !day_parse(day, &w->review.decided_day)) {
		err_set(&e, ERR_INPUT, _("%s is not a day"), day);
		new_show(c, &e);
	} else
		web_write_once(c, record_work, w, &w->review.id, after_record);
}
