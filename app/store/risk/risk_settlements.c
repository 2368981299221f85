#include "store/risk/risk_settlements.h"

#include "base/fits.h"
#include "base/words.h"
#include "store/organisation/account.h"

SQL(list_settlements, "SELECT year, edition, changes, approved_by, approved_day, reason, who, at"
		      " FROM risk_settlement WHERE year = $1 ORDER BY edition DESC");
SQL(count_decisions, "SELECT (SELECT count(*) FROM risk WHERE year = $1),"
		     " (SELECT count(*) FROM risk_change c JOIN risk r ON r.id = c.risk_id WHERE r.year = $1)");

static bool
list_read(struct db *db, struct arena *a, int year, struct risk_settling *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, list_settlements, "i", (int64_t)year))
		return false;
	while (rows_next(&r)) {
		out->list = ARENA_PUSH(a, out->list, out->count);
		out->list[out->count++] = (struct risk_settlement){.year = (int)row_int(&r, 0),
			.edition = (int)row_int(&r, 1),
			.changes = row_int(&r, 2),
			.approved_by = row_text(&r, 3, a),
			.approved_day = (day_t)row_int(&r, 4),
			.reason = row_text(&r, 5, a),
			.who = row_text(&r, 6, a),
			.at = row_int(&r, 7)};
	}
	return rows_end(&r, e);
}

static bool
decisions_read(struct db *db, int year, struct risk_settling *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, count_decisions, "i", (int64_t)year))
		return false;
	if (rows_next(&r)) {
		out->risks = row_int(&r, 0);
		out->changes = row_int(&r, 1);
	}
	return rows_end(&r, e);
}

bool
risk_settling_read(struct db *db, struct arena *a, int year, struct risk_settling *out, struct err *e)
{
	*out = (struct risk_settling){.edition = 1};
	if (!list_read(db, a, year, out, e) || !decisions_read(db, year, out, e))
		return false;
	if (out->count > 0) {
		out->settled = out->list[0].changes == out->changes;
		out->edition = out->list[0].edition + !out->settled;
	}
	return true;
}

/* ---- settling ----------------------------------------------------------------------------------- */

static bool
settlement_fits(const struct risk_act *x, const struct risk_settlement *w, bool again, struct err *e)
{
	if (!line_fits(w->approved_by, _("who approved"), RISK_APPROVER_MOST, true, e))
		return false;
	if (w->approved_day == 0 || w->approved_day > day_of_instant(x->now))
		return err_set(e, ERR_INPUT, _("give the day of the approval; it is not in the future"));
	return !again || line_fits(w->reason, _("reason"), RISK_REASON_MOST, true, e);
}

static bool
can_settle(const struct risk_settling *now, const struct risk_settlement *w, struct err *e)
{
	if (now->risks == 0)
		return err_set(e, ERR_CONFLICT, _("no risk of this year has been assessed"));
	if (now->changes != w->changes)
		return err_set(e, ERR_CONFLICT,
			_("a risk was assessed meanwhile; look at the table and settle it again"));
	return !now->settled ||
	       err_set(e, ERR_CONFLICT, _("this assessment is settled, and nothing was changed since"));
}

SQL(insert_settlement,
	"INSERT INTO risk_settlement (year, edition, changes, approved_by, approved_day, reason, account_id,"
	" who, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");

bool
risk_settle(struct db *db, const struct risk_act *x, struct risk_settlement *w, struct err *e)
{
	struct risk_settling now;
	struct account who;
	if (!account_find(db, x->arena, x->account_id, &who, e) ||
		!risk_settling_read(db, x->arena, w->year, &now, e) || !can_settle(&now, w, e) ||
		!settlement_fits(x, w, now.count > 0, e))
		return false;
	w->edition = now.edition;
	w->who = who.name;
	w->at = x->now;
	if (now.count == 0)
		w->reason = "";
	return db_exec(db, e, insert_settlement, "iiisisisi", (int64_t)w->year, (int64_t)w->edition,
		       w->changes, w->approved_by, (int64_t)w->approved_day, w->reason, x->account_id, w->who,
		       w->at) &&
	       event_add(db, x->now, x->account_id, "risks_settled",
		       arena_printf(x->arena, "%d", w->year),
		       arena_printf(x->arena, "%d %s", w->edition, w->reason), e);
}
