/* What is done with plans of audits. */
#include <string.h>

#include "base/fits.h"
#include "base/utf8.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "domain/organisation/role.h"
#include "store/audit/audit_plans.h"
#include "store/organisation/account.h"

enum { YEAR_LEAST = 1990, YEAR_MOST = 2200, AHEAD = 30 /* days */ };

struct doing {
	struct audit_plan plan;
	struct account who;
	unsigned actors;
};

static bool
actor_find(struct db *db, const struct plan_act *x, struct doing *d, struct err *e)
{
	if (!account_find(db, x->arena, x->account_id, &d->who, e))
		return false;
	d->actors = ((d->who.roles & ROLE_LEAD) != 0 ? AUDIT_PLAN_LEAD : 0) |
		    ((d->who.roles & ROLE_MANAGEMENT) != 0 ? AUDIT_PLAN_MANAGEMENT : 0);
	return true;
}

static bool
doing_begin(struct db *db, const struct plan_act *x, struct doing *d, struct err *e)
{
	if (!actor_find(db, x, d, e) || !audit_plan_find(db, x->arena, x->plan_id, &d->plan, e))
		return false;
	return d->plan.revision == x->revision ||
	       err_set(e, ERR_CONFLICT,
		       _("someone else has changed this plan meanwhile; look at it and do it again"));
}

static bool
log_add(struct db *db, const struct plan_act *x, const struct audit_plan *p, const char *what,
	const char *detail, struct err *e)
{
	return event_add(db, x->now, x->account_id, what,
		arena_printf(x->arena, "%s %d", audit_plan_kind_key(p->kind), p->first_year), detail, e);
}

static bool
leads(const struct doing *d, struct err *e)
{
	return (d->actors & AUDIT_PLAN_LEAD) != 0 ||
	       err_set(e, ERR_DENIED, _("this is not yours to do with this plan"));
}

static bool
works_on(const struct doing *d, struct err *e)
{
	return leads(d, e) && (audit_plan_open(d->plan.state) ||
				      err_set(e, ERR_CONFLICT,
					      _("the plan is not being worked on; take it up again first")));
}

/* ---- adding ------------------------------------------------------------------------------------ */

static bool
words_fit(const char *title, const char *aims, struct err *e)
{
	return line_fits(title, _("title"), ENGAGEMENT_TITLE_MOST, true, e) &&
	       lines_fit(aims, _("aims"), ENGAGEMENT_TEXT_MOST, false, e);
}

static bool
plan_fits(const struct audit_plan *p, struct err *e)
{
	if (!words_fit(p->title, p->aims, e))
		return false;
	if (p->first_year < YEAR_LEAST || p->last_year > YEAR_MOST)
		return err_set(e, ERR_INPUT, _("a fiscal year is a number like 2026"));
	return audit_plan_years_fit(p->kind, p->last_year - p->first_year + 1) ||
	       err_set(e, ERR_INPUT, _("a mid-term plan is of three or five years, an annual plan of one"));
}

SQL(insert_audit_plan,
	"INSERT INTO audit_plan (kind, first_year, last_year, title, aims, state, created_by, created_at)"
	" VALUES ($1, $2, $3, $4, $5, 'drafted', $6, $7) ON CONFLICT (kind, first_year) DO NOTHING"
	" RETURNING id");

bool
audit_plan_add(struct db *db, const struct plan_act *x, struct audit_plan *what, struct err *e)
{
	struct rows r;
	struct doing d;
	if (!actor_find(db, x, &d, e) || !leads(&d, e) || !plan_fits(what, e) ||
		!db_query(db, &r, e, insert_audit_plan, "siissii", audit_plan_kind_key(what->kind),
			(int64_t)what->first_year, (int64_t)what->last_year, what->title, what->aims,
			x->account_id, x->now))
		return false;
	what->id = rows_next(&r) ? row_int(&r, 0) : 0;
	if (!rows_end(&r, e))
		return false;
	if (what->id == 0)
		return err_set(e, ERR_CONFLICT, _("there is such a plan from that year on already"));
	return log_add(db, x, what, "audit_plan_added", what->title, e);
}

/* ---- rewording --------------------------------------------------------------------------------- */

SQL(reword_audit_plan,
	"UPDATE audit_plan SET title = $2, aims = $3, revision = revision + 1 WHERE id = $1");

bool
audit_plan_reword(
	struct db *db, const struct plan_act *x, const char *title, const char *aims, struct err *e)
{
	struct doing d;
	return doing_begin(db, x, &d, e) && works_on(&d, e) && words_fit(title, aims, e) &&
	       db_exec(db, e, reword_audit_plan, "iss", d.plan.id, title, aims) &&
	       log_add(db, x, &d.plan, "audit_plan_reworded", title, e);
}

/* ---- moving ------------------------------------------------------------------------------------ */

SQL(move_audit_plan, "UPDATE audit_plan SET state = $2, edition = $3, revision = revision + 1 WHERE id = $1");
SQL(touch_audit_plan, "UPDATE audit_plan SET revision = revision + 1 WHERE id = $1");
SQL(insert_audit_plan_move,
	"INSERT INTO audit_plan_move (plan_id, at, account_id, who, name, to_state, edition, reason)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
SQL(copy_targets, "INSERT INTO audit_plan_target (plan_id, edition, department_id, entry_id, ord, proposed, "
		  "chosen, year,"
		  " points, reason, changed_who, engagement_id) SELECT plan_id, edition + 1, department_id, "
		  "entry_id, ord,"
		  " proposed, chosen, year, points, reason, changed_who, engagement_id FROM audit_plan_target"
		  " WHERE plan_id = $1 AND edition = $2 ORDER BY ord");
SQL(copy_factors, "INSERT INTO audit_plan_factor (target_id, factor, state, value, points) SELECT n.id, "
		  "f.factor, f.state,"
		  " f.value, f.points FROM audit_plan_factor f JOIN audit_plan_target o ON o.id = f.target_id"
		  " JOIN audit_plan_target n ON n.plan_id = o.plan_id AND n.edition = o.edition + 1"
		  " AND n.department_id = o.department_id AND n.entry_id = o.entry_id"
		  " WHERE o.plan_id = $1 AND o.edition = $2");
SQL(count_chosen,
	"SELECT count(*) FROM audit_plan_target WHERE plan_id = $1 AND edition = $2 AND chosen = 1");

static bool
has_targets(struct db *db, const struct audit_plan *p, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, count_chosen, "ii", p->id, (int64_t)audit_plan_edition(p)))
		return false;
	bool any = rows_next(&r) && row_int(&r, 0) > 0;
	if (!rows_end(&r, e))
		return false;
	return any || err_set(e, ERR_CONFLICT, _("take something up that is to be audited"));
}

static bool
move_store(struct db *db, const struct plan_act *x, const struct doing *d, const struct audit_plan_move *m,
	const char *reason, struct err *e)
{
	const struct audit_plan *p = &d->plan;
	int64_t edition = p->edition + m->edition;
	bool again = m->from == AUDIT_PLAN_APPROVED;
	const char *to = audit_plan_state_key(m->to);
	return (!again || (db_exec(db, e, copy_targets, "ii", p->id, edition) &&
				  db_exec(db, e, copy_factors, "ii", p->id, edition))) &&
	       db_exec(db, e, move_audit_plan, "isi", p->id, to, edition) &&
	       db_exec(db, e, insert_audit_plan_move, "iiisssis", p->id, x->now, x->account_id, d->who.name,
		       m->name, to, edition, reason) &&
	       log_add(db, x, p, "audit_plan_moved", to, e);
}

bool
audit_plan_act_move(
	struct db *db, const struct plan_act *x, const char *name, const char *reason, struct err *e)
{
	struct doing d;
	if (!doing_begin(db, x, &d, e))
		return false;
	if (utf8_count(reason) > ENGAGEMENT_TEXT_MOST)
		return err_set(e, ERR_INPUT, _("a text has more than %d characters"), ENGAGEMENT_TEXT_MOST);
	const struct audit_plan_move *m =
		audit_plan_move_find(d.plan.state, name, d.actors, !utf8_blank(reason), e);
	return m != NULL && (m->to != AUDIT_PLAN_SUBMITTED || has_targets(db, &d.plan, e)) &&
	       move_store(db, x, &d, m, reason, e);
}

/* ---- targets ------------------------------------------------------------------------------------ */

SQL(clear_factors, "DELETE FROM audit_plan_factor WHERE target_id IN (SELECT id FROM audit_plan_target"
		   " WHERE plan_id = $1 AND edition = $2)");
SQL(clear_targets, "DELETE FROM audit_plan_target WHERE plan_id = $1 AND edition = $2");
SQL(insert_target,
	"INSERT INTO audit_plan_target (plan_id, edition, department_id, entry_id, ord, proposed, chosen, "
	"year,"
	" points, engagement_id) VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8, nullif($9, 0)) RETURNING id");
SQL(insert_factor, "INSERT INTO audit_plan_factor (target_id, factor, state, value, points)"
		   " VALUES ($1, $2, $3, $4, $5)");

static bool
target_insert(struct db *db, const struct audit_plan *p, const struct plan_target *t, int ord, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, insert_target, "iiiiiiiii", p->id, (int64_t)audit_plan_edition(p),
		    t->department_id, t->entry_id, (int64_t)ord, (int64_t)t->chosen, (int64_t)t->year,
		    (int64_t)t->points, t->engagement_id))
		return false;
	int64_t id = rows_next(&r) ? row_int(&r, 0) : 0;
	bool ok = rows_end(&r, e);
	for (int f = 0; ok && f < FACTORS; f++) {
		const struct factor_value *v = &t->values[f];
		int64_t value = v->state == FACTOR_KNOWN ? v->value : 0;
		ok = v->state == FACTOR_APART ||
		     db_exec(db, e, insert_factor, "isiii", id, audit_factor_key((enum audit_factor)f),
			     (int64_t)v->state, value, (int64_t)t->factor_points[f]);
	}
	return ok;
}

bool
audit_plan_propose(
	struct db *db, const struct plan_act *x, const struct plan_target *list, size_t count, struct err *e)
{
	struct doing d;
	if (!doing_begin(db, x, &d, e) || !works_on(&d, e))
		return false;
	int64_t edition = audit_plan_edition(&d.plan);
	if (!db_exec(db, e, clear_factors, "ii", d.plan.id, edition) ||
		!db_exec(db, e, clear_targets, "ii", d.plan.id, edition))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!target_insert(db, &d.plan, &list[i], (int)i + 1, e))
			return false;
	return db_exec(db, e, touch_audit_plan, "i", d.plan.id) &&
	       log_add(db, x, &d.plan, "audit_plan_proposed", "", e);
}

SQL(shift_targets,
	"UPDATE audit_plan_target SET ord = CASE WHEN id = $3 THEN $5 WHEN $4 < $5 AND ord > $4 AND ord <= $5"
	" THEN ord - 1 WHEN $4 > $5 AND ord >= $5 AND ord < $4 THEN ord + 1 ELSE ord END"
	" WHERE plan_id = $1 AND edition = $2");
SQL(change_target,
	"UPDATE audit_plan_target SET chosen = $2, year = $3, reason = $4, changed_who = $5 WHERE id = $1");

static bool
change_fits(const struct doing *d, const struct target_change *c, const struct plan_target *t, size_t count,
	struct err *e)
{
	if (t == NULL)
		return err_set(e, ERR_ABSENT, _("there is no such target in this plan"));
	if (c->ord < 1 || (size_t)c->ord > count)
		return err_set(e, ERR_INPUT, _("the place must be between 1 and %d"), (int)count);
	if (c->year < d->plan.first_year || c->year > d->plan.last_year)
		return err_set(e, ERR_INPUT, _("the year is not one of this plan"));
	if (utf8_blank(c->reason))
		return err_set(e, ERR_INPUT, _("say why"));
	return utf8_count(c->reason) <= ENGAGEMENT_TEXT_MOST ||
	       err_set(e, ERR_INPUT, _("a text has more than %d characters"), ENGAGEMENT_TEXT_MOST);
}

static const struct plan_target *
target_among(const struct plan_target *list, size_t count, int64_t id)
{
	for (size_t i = 0; i < count; i++)
		if (list[i].id == id)
			return &list[i];
	return NULL;
}

bool
audit_plan_order(struct db *db, const struct plan_act *x, const struct target_change *c, struct err *e)
{
	struct doing d;
	struct plan_target *list;
	size_t count;
	if (!doing_begin(db, x, &d, e) || !works_on(&d, e) ||
		!plan_targets(db, x->arena, &d.plan, audit_plan_edition(&d.plan), &list, &count, e))
		return false;
	const struct plan_target *t = target_among(list, count, c->target_id);
	return change_fits(&d, c, t, count, e) &&
	       db_exec(db, e, shift_targets, "iiiii", d.plan.id, (int64_t)audit_plan_edition(&d.plan), t->id,
		       (int64_t)t->ord, (int64_t)c->ord) &&
	       db_exec(db, e, change_target, "iiiss", t->id, (int64_t)c->chosen, (int64_t)c->year, c->reason,
		       d.who.name) &&
	       db_exec(db, e, touch_audit_plan, "i", d.plan.id) &&
	       log_add(db, x, &d.plan, "audit_plan_ordered",
		       arena_printf(x->arena, "%s %s %d→%d %s", t->department_name, t->entry_name, t->ord,
			       c->ord, c->reason),
		       e);
}

/* ---- audits ------------------------------------------------------------------------------------- */

SQL(tie_target, "UPDATE audit_plan_target SET engagement_id = $2 WHERE id = $1");

/* From a month on, for three days, if the year has them; lead and auditors settle the rest. */
static struct engagement
engagement_of(const struct plan_act *x, const struct audit_plan *p, const struct plan_target *t)
{
	day_t last = fiscal_year_last(p->first_year), first = fiscal_year_first(p->first_year);
	day_t begins = day_of_instant(x->now) + AHEAD;
	begins = begins < first ? first : begins > last - 2 ? last - 2 : begins;
	return (struct engagement){.title = arena_printf(x->arena, _("Audit of %s"),
					   t->entry_id != 0 ? t->entry_name : t->department_name),
		.purpose = *p->aims != '\0' ? p->aims : p->title,
		.theme = "",
		.place = "",
		.excluded = "",
		.ordered_by = "",
		.order_reason = "",
		.department_id = t->department_id,
		.entry_id = t->entry_id,
		.covers_from = first,
		.covers_to = begins - 1 > first ? begins - 1 : first,
		.begins_day = begins,
		.ends_day = begins + 2};
}

bool
audit_plan_engage(
	struct db *db, const struct plan_act *x, int64_t target_id, int64_t *engagement_id, struct err *e)
{
	struct doing d;
	struct plan_target *list;
	size_t count;
	const struct engagement_act act = {.arena = x->arena, .account_id = x->account_id, .now = x->now};
	if (!doing_begin(db, x, &d, e) || !leads(&d, e) ||
		!plan_targets(db, x->arena, &d.plan, audit_plan_edition(&d.plan), &list, &count, e))
		return false;
	const struct plan_target *t = target_among(list, count, target_id);
	if (t == NULL)
		return err_set(e, ERR_ABSENT, _("there is no such target in this plan"));
	if (d.plan.kind != AUDIT_PLAN_YEAR || d.plan.state != AUDIT_PLAN_APPROVED || !t->chosen)
		return err_set(
			e, ERR_CONFLICT, _("audits are made of what an approved annual plan takes up"));
	if (t->engagement_id != 0)
		return err_set(e, ERR_CONFLICT, _("there is an audit of this already"));
	struct engagement g = engagement_of(x, &d.plan, t);
	if (!engagement_add(db, &act, &g, e) || !db_exec(db, e, tie_target, "ii", t->id, g.id))
		return false;
	*engagement_id = g.id;
	return true;
}
