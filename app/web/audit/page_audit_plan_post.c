/* What is done with plans of audits: made, proposed, put in order, moved on, turned into audits. */
#include "base/number.h"
#include "base/words.h"
#include "report/audit_proposal.h"
#include "web/audit/finding_page.h"
#include "web/audit/plan_page.h"
#include "web/form.h"
#include "web/pages.h"

enum { YEAR_LEAST = 1990, YEAR_MOST = 2200, PLACE_MOST = 10000, YEARS_MOST = 5 };

struct doing {
	struct plan_act act;
	struct audit_plan plan;
	struct plan_target *list;
	size_t count;
	struct target_change change;
	const char *name, *reason; /* of a move; or title and aims */
	int64_t engagement_id;
	bool (*run)(struct db *db, struct doing *d, struct err *e);
};

static bool
doing_work(struct db *db, struct piece *p, struct err *e)
{
	struct doing *d = p->with;
	return d->run(db, d, e);
}

static void
refuse(struct call *c, const struct err *failed)
{
	if (!finding_refusal(failed))
		page_error(c, failed);
	else if (c->parts[0] == NULL)
		audit_plans_show(c, failed);
	else
		audit_plan_show(c, failed);
}

static void
after(struct call *c, const struct err *failed)
{
	const struct doing *d = c->state;
	if (failed != NULL)
		refuse(c, failed);
	else if (d->engagement_id != 0)
		page_redirect(c, "/audits/%lld?done=added", (long long)d->engagement_id);
	else
		page_redirect(c, "/audit-plans/%lld?done=saved", (long long)d->plan.id);
}

static struct doing *
doing_begin(struct call *c, bool (*run)(struct db *db, struct doing *d, struct err *e))
{
	struct doing *d = ARENA_NEW(c->arena, struct doing);
	d->act = (struct plan_act){.arena = c->arena, .account_id = c->account.id, .now = c->now};
	d->run = run;
	c->state = d;
	return d;
}

static void
doing_store(struct call *c, struct doing *d, bool read, const struct err *e)
{
	if (read)
		web_write(c, doing_work, d, after);
	else
		refuse(c, e);
}

static bool
number_read(struct call *c, const char *name, int64_t least, int64_t most, int64_t *out, struct err *e)
{
	return number_parse(form_text(c, name), least, most, out) ||
	       err_set(e, ERR_INPUT, _("%s is not a number that fits here"), form_text(c, name));
}

/* The form names the revision it was made from. */
static bool
target_read(struct call *c, const char *const names[], struct doing *d, struct err *e)
{
	int64_t revision;
	if (!form_check(c, names, e) || !audit_plan_of_call(c, &d->plan, e))
		return false;
	if (!number_parse(form_text(c, "revision"), 1, INT32_MAX, &revision))
		return err_set(e, ERR_INPUT, _("the form has a field that does not belong to it"));
	d->act.plan_id = d->plan.id;
	d->act.revision = (int)revision;
	return true;
}

static bool
add_run(struct db *db, struct doing *d, struct err *e)
{
	return audit_plan_add(db, &d->act, &d->plan, e);
}

void
page_audit_plan_add(struct call *c)
{
	static const char *const names[] = {"kind_years", "first_year", "title", "aims", NULL};
	struct err e = {0};
	struct doing *d = doing_begin(c, add_run);
	int64_t year = 0, years = 0;
	bool read = form_check(c, names, &e) &&
		    number_read(c, "first_year", YEAR_LEAST, YEAR_MOST, &year, &e) &&
		    number_read(c, "kind_years", 1, YEARS_MOST, &years, &e);
	d->plan = (struct audit_plan){.kind = years == 1 ? AUDIT_PLAN_YEAR : AUDIT_PLAN_MID,
		.first_year = (int)year,
		.last_year = (int)(year + years - 1),
		.title = form_text(c, "title"),
		.aims = form_lines(c->arena, form_text(c, "aims"))};
	doing_store(c, d, read, &e);
}

static bool
reword_run(struct db *db, struct doing *d, struct err *e)
{
	return audit_plan_reword(db, &d->act, d->name, d->reason, e);
}

void
page_audit_plan_reword(struct call *c)
{
	static const char *const names[] = {"revision", "title", "aims", NULL};
	struct err e = {0};
	struct doing *d = doing_begin(c, reword_run);
	d->name = form_text(c, "title");
	d->reason = form_lines(c->arena, form_text(c, "aims"));
	doing_store(c, d, target_read(c, names, d, &e), &e);
}

static bool
move_run(struct db *db, struct doing *d, struct err *e)
{
	return audit_plan_act_move(db, &d->act, d->name, d->reason, e);
}

void
page_audit_plan_move(struct call *c)
{
	static const char *const names[] = {"revision", "do", "reason", NULL};
	struct err e = {0};
	struct doing *d = doing_begin(c, move_run);
	d->name = form_text(c, "do");
	d->reason = form_lines(c->arena, form_text(c, "reason"));
	doing_store(c, d, target_read(c, names, d, &e), &e);
}

/* ---- the proposal -------------------------------------------------------------------------------- */

static bool
propose_run(struct db *db, struct doing *d, struct err *e)
{
	return audit_plan_propose(db, &d->act, d->list, d->count, e);
}

static bool
propose_work(struct call *c, struct err *e)
{
	struct doing *d = c->state;
	return audit_proposal(c->store, c->arena, &d->plan, c->now, &d->list, &d->count, e);
}

static void
after_propose(struct call *c, const struct err *failed)
{
	if (failed != NULL)
		page_error(c, failed);
	else
		web_write(c, doing_work, c->state, after);
}

void
page_audit_plan_propose(struct call *c)
{
	static const char *const names[] = {"revision", NULL};
	struct err e = {0};
	struct doing *d = doing_begin(c, propose_run);
	if (target_read(c, names, d, &e))
		web_slow(c, LANE_PAPER, propose_work, after_propose);
	else
		refuse(c, &e);
}

/* ---- targets --------------------------------------------------------------------------------------- */

static bool
order_run(struct db *db, struct doing *d, struct err *e)
{
	return audit_plan_order(db, &d->act, &d->change, e);
}

static bool
target_id_read(struct call *c, struct doing *d, struct err *e)
{
	return number_parse(c->parts[1], 1, INT64_MAX, &d->change.target_id) ||
	       err_set(e, ERR_ABSENT, _("there is no such target in this plan"));
}

void
page_audit_plan_order(struct call *c)
{
	static const char *const names[] = {"revision", "place", "year", "chosen", "why", NULL};
	struct err e = {0};
	int64_t place = 0, year = 0;
	struct doing *d = doing_begin(c, order_run);
	bool read = target_read(c, names, d, &e) && target_id_read(c, d, &e) &&
		    number_read(c, "place", 1, PLACE_MOST, &place, &e) &&
		    number_read(c, "year", YEAR_LEAST, YEAR_MOST, &year, &e);
	d->change.ord = (int)place;
	d->change.year = (int)year;
	d->change.chosen = form_has(c, "chosen");
	d->change.reason = form_lines(c->arena, form_text(c, "why"));
	doing_store(c, d, read, &e);
}

static bool
engage_run(struct db *db, struct doing *d, struct err *e)
{
	return audit_plan_engage(db, &d->act, d->change.target_id, &d->engagement_id, e);
}

void
page_audit_plan_engage(struct call *c)
{
	static const char *const names[] = {"revision", NULL};
	struct err e = {0};
	struct doing *d = doing_begin(c, engage_run);
	doing_store(c, d, target_read(c, names, d, &e) && target_id_read(c, d, &e), &e);
}
