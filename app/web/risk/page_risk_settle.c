/* The risk assessment of a year is settled as it stands, and its table issued. */
#include "web/pages.h"

#include "base/number.h"
#include "base/words.h"
#include "domain/organisation/role.h"
#include "report/issue.h"
#include "store/risk/risk_settlements.h"
#include "web/form.h"
#include "web/risk/risk_page.h"
#include "web/show.h"

static const char recipe[] = "risk-assessment";

static void
settlement_fill(struct call *c, struct dict *d, const struct risk_settlement *s)
{
	show_number(d, "edition", s->edition);
	dict_set(d, "approved_by", s->approved_by);
	show_day(d, c->arena, "approved_day", s->approved_day);
	dict_set(d, "settled_by", s->who);
	show_instant(d, c->arena, "settled_at", s->at);
	if (*s->reason != '\0')
		dict_set(dict_add(d, "because"), "settled_reason", s->reason);
}

static void
form_fill(struct call *c, struct dict *page, const struct risk_settling *now)
{
	static const char *const names[] = {"approved_by", "approved_day", "reason"};
	struct dict *form = dict_add(page, "may_settle");
	show_number(form, "next_edition", now->edition);
	show_number(form, "changes", now->changes);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		dict_set(form, arena_printf(c->arena, "%s_typed", names[i]), form_text(c, names[i]));
	if (now->count > 0)
		dict_show(form, "again");
}

bool
risk_fill_settling(struct call *c, struct dict *page, int year, struct err *e)
{
	struct risk_settling now;
	if (!risk_settling_read(c->db, c->arena, year, &now, e))
		return false;
	if (now.risks == 0)
		return true;
	struct dict *d = dict_add(page, now.settled ? "settled" : "unsettled");
	show_number(d, "next_edition", now.edition);
	if (now.count > 0)
		settlement_fill(c, dict_add(d, "settlement"), now.list);
	if (!now.settled && (c->account.roles & ROLE_ADMIN) != 0)
		form_fill(c, page, &now);
	return true;
}

/* ---- settling ------------------------------------------------------------------------------------- */

struct settling {
	struct risk_act act;
	struct risk_settlement settlement;
	bool done;
};

static bool
settle_work(struct db *db, struct piece *p, struct err *e)
{
	struct settling *w = p->with;
	return risk_settle(db, &w->act, &w->settlement, e);
}

/* Issued at once: what is decided afterwards is no part of this edition. */
static bool
settle_and_issue(struct call *c, struct err *e)
{
	struct settling *w = c->state;
	struct document d;
	const struct issue_request rq = {.account_id = c->account.id,
		.report = {.name = recipe,
			.about_id = w->settlement.year,
			.now = c->now,
			.issued_by = c->account.name}};
	w->done = writer_run(store_writer(c->store), settle_work, w, e);
	return w->done && report_edition(c->store, c->arena, &rq, &d, e);
}

/* Settled, but with characters that no font has: printing it asks what is to be done about them. */
static void
after_settle(struct call *c, const struct err *failed)
{
	const struct settling *w = c->state;
	if (failed == NULL)
		page_redirect(c, "/risks?year=%d&done=settled", w->settlement.year);
	else if (w->done && failed->kind == ERR_INPUT)
		page_redirect(c, "/papers/%s/%d.pdf", recipe, w->settlement.year);
	else if (!w->done && (failed->kind == ERR_INPUT || failed->kind == ERR_CONFLICT))
		risks_show(c, failed);
	else
		page_error(c, failed);
}

static bool
settlement_read(struct call *c, struct risk_settlement *s, struct err *e)
{
	static const char *const names[] = {"changes", "approved_by", "approved_day", "reason", NULL};
	s->approved_by = form_text(c, "approved_by");
	s->reason = form_text(c, "reason");
	return form_check(c, names, e) && risk_year(c, &s->year, e) &&
	       (number_parse(form_text(c, "changes"), 0, INT64_MAX, &s->changes) ||
		       err_set(e, ERR_INPUT, _("the form does not say which state it was made from")));
}

void
page_risk_settle(struct call *c)
{
	struct err e = {0};
	struct settling *w = ARENA_NEW(c->arena, struct settling);
	c->state = w;
	w->act = (struct risk_act){c->arena, store_bank(c->store)->policy, c->account.id, c->now};
	if (!settlement_read(c, &w->settlement, &e))
		page_error(c, &e);
	else if (!form_day(c, "approved_day", &w->settlement.approved_day, &e))
		after_settle(c, &e);
	else
		web_slow(c, LANE_PAPER, settle_and_issue, after_settle);
}
