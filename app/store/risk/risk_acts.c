/* Deciding about risks, accepting them, taking last year's over. */
#include <string.h>

#include "base/fits.h"
#include "base/words.h"
#include "domain/organisation/role.h"
#include "store/organisation/account.h"
#include "store/risk/risks.h"

static const struct risk_proposal nothing = {.evidence = {.points = -1}, .clause = ""};

SQL(insert_risk_change,
	"INSERT INTO risk_change (risk_id, revision, at, account_id, who, what, likelihood, loss, treatment,"
	" grounds, proposed, points, clause, major, minor, repeated) VALUES ($1, $2, $3, $4, $5, $6, $7, $8,"
	" $9, $10, $11, $12, $13, $14, $15, $16)");

static bool
change_add(struct db *db, const struct risk_act *x, const struct risk *r, const char *what,
	const char *grounds, const struct risk_proposal *p, struct err *e)
{
	struct account who;
	return account_find(db, x->arena, x->account_id, &who, e) &&
	       db_exec(db, e, insert_risk_change, "iiiissiissiisiii", r->id, (int64_t)r->revision, x->now,
		       x->account_id, who.name, what, (int64_t)r->likelihood, (int64_t)r->loss,
		       risk_treatment_key(r->treatment), grounds, (int64_t)p->likelihood,
		       (int64_t)p->evidence.points, p->clause, (int64_t)p->evidence.major,
		       (int64_t)p->evidence.minor, (int64_t)p->evidence.repeated);
}

static const char *
subject(const struct risk_act *x, const struct risk *r)
{
	return arena_printf(x->arena, "%d %s %s", r->year, r->asset, r->threat);
}

static bool
unchanged(struct db *db, struct err *e)
{
	return db_changes(db) > 0 ||
	       err_set(e, ERR_CONFLICT,
		       _("someone else has changed this assessment meanwhile; look at it and do it again"));
}

/* ---- deciding ---------------------------------------------------------------------------------- */

static bool
numbers_fit(const struct risk *r, struct err *e)
{
	bool fit = r->likelihood >= RISK_LEAST && r->likelihood <= RISK_MOST && r->loss >= RISK_LEAST &&
		   r->loss <= RISK_MOST;
	return fit ||
	       err_set(e, ERR_INPUT, _("choose likelihood and loss, from %d to %d"), RISK_LEAST, RISK_MOST);
}

static bool
risk_fits(const struct risk_act *x, const struct risk *r, struct err *e)
{
	const struct clause *threat = policy_find(x->policy, r->threat);
	if (!line_fits(r->asset, _("asset"), RISK_ASSET_MOST, true, e) || !numbers_fit(r, e) ||
		!lines_fit(r->grounds, _("grounds of the judgement"), RISK_TEXT_MOST, true, e) ||
		!lines_fit(r->measure, _("measure"), RISK_TEXT_MOST, r->treatment != RISK_ACCEPT, e))
		return false;
	if (threat == NULL || threat->kind != CLAUSE_THREAT || threat->parent == NULL)
		return err_set(e, ERR_INPUT, _("choose one of the policy's threats"));
	if (r->treatment >= RISK_TREATMENTS)
		return err_set(e, ERR_INPUT, _("choose what is done about the risk"));
	return r->owner_id != 0 || err_set(e, ERR_INPUT, _("say who answers for the risk, by staff number"));
}

SQL(risk_is_there,
	"SELECT 1 FROM risk WHERE year = $1 AND department_id = $2 AND asset = $3 AND threat = $4");

static bool
is_new(struct db *db, const struct risk *r, struct err *e)
{
	struct rows q;
	if (!db_query(db, &q, e, risk_is_there, "iiss", (int64_t)r->year, r->department_id, r->asset,
		    r->threat))
		return false;
	bool there = rows_next(&q);
	if (!rows_end(&q, e))
		return false;
	return !there ||
	       err_set(e, ERR_CONFLICT, _("this asset and threat have been assessed this year already"));
}

SQL(insert_risk,
	"INSERT INTO risk (year, department_id, asset, entry_id, threat, likelihood, loss, grounds, owner_id,"
	" owner_name, treatment, measure, copied_from) VALUES ($1, $2, $3, nullif($4, 0), $5, $6, $7, $8, $9,"
	" $10, $11, $12, nullif($13, 0)) RETURNING id");

static bool
insert(struct db *db, struct risk *r, struct err *e)
{
	struct rows q;
	r->revision = 1;
	if (!db_query(db, &q, e, insert_risk, "iisisiisisssi", (int64_t)r->year, r->department_id, r->asset,
		    r->entry_id, r->threat, (int64_t)r->likelihood, (int64_t)r->loss, r->grounds, r->owner_id,
		    r->owner_name, risk_treatment_key(r->treatment), r->measure, r->copied_from))
		return false;
	if (rows_next(&q))
		r->id = row_int(&q, 0);
	return rows_end(&q, e);
}

SQL(update_risk, "UPDATE risk SET likelihood = $3, loss = $4, grounds = $5, owner_id = $6, owner_name = $7,"
		 " treatment = $8, measure = $9, accepted_by = NULL, accepted_name = '', accepted_at = NULL,"
		 " accepted_until = NULL, revision = revision + 1 WHERE id = $1 AND revision = $2");

/* Year, asset and threat stay what they were. */
static bool
update(struct db *db, const struct risk_act *x, struct risk *r, struct err *e)
{
	struct risk now;
	if (!risk_find(db, x->arena, r->id, 0, &now, e))
		return false;
	r->year = now.year;
	r->asset = now.asset;
	r->threat = now.threat;
	if (!risk_fits(x, r, e) ||
		!db_exec(db, e, update_risk, "iiiisisss", r->id, (int64_t)r->revision, (int64_t)r->likelihood,
			(int64_t)r->loss, r->grounds, r->owner_id, r->owner_name,
			risk_treatment_key(r->treatment), r->measure) ||
		!unchanged(db, e))
		return false;
	r->revision++;
	return true;
}

bool
risk_save(
	struct db *db, const struct risk_act *x, struct risk *r, const struct risk_proposal *p, struct err *e)
{
	bool stored =
		r->id != 0 ? update(db, x, r, e) : risk_fits(x, r, e) && is_new(db, r, e) && insert(db, r, e);
	return stored && change_add(db, x, r, "decided", r->grounds, p, e) &&
	       event_add(db, x->now, x->account_id, "risk_decided", subject(x, r),
		       arena_printf(x->arena, "%d x %d", r->likelihood, r->loss), e);
}

/* ---- accepting --------------------------------------------------------------------------------- */

static bool
acceptance_fits(struct db *db, const struct risk_act *x, const struct risk *r, day_t until,
	const char *grounds, struct account *who, struct err *e)
{
	if (!account_find(db, x->arena, x->account_id, who, e))
		return false;
	if ((who->roles & ROLE_MANAGEMENT) == 0)
		return err_set(e, ERR_DENIED, _("only the management accepts a risk"));
	if (who->person_id == r->owner_id)
		return err_set(e, ERR_DENIED, _("whoever answers for a risk does not accept it"));
	if (r->treatment != RISK_ACCEPT)
		return err_set(e, ERR_CONFLICT, _("this risk is not one to be accepted"));
	if (until <= day_of_instant(x->now))
		return err_set(e, ERR_INPUT, _("say until when the risk is accepted; a day to come"));
	return lines_fit(grounds, _("reason"), RISK_TEXT_MOST, true, e);
}

SQL(accept_risk,
	"UPDATE risk SET accepted_by = $3, accepted_name = $4, accepted_at = $5, accepted_until = $6,"
	" revision = revision + 1 WHERE id = $1 AND revision = $2");

bool
risk_accept(struct db *db, const struct risk_act *x, int64_t id, int revision, day_t until,
	const char *grounds, struct err *e)
{
	struct risk r;
	struct account who;
	if (!risk_find(db, x->arena, id, 0, &r, e) || !acceptance_fits(db, x, &r, until, grounds, &who, e) ||
		!db_exec(db, e, accept_risk, "iiisii", id, (int64_t)revision, x->account_id, who.name, x->now,
			(int64_t)until) ||
		!unchanged(db, e))
		return false;
	r.revision = revision + 1;
	return change_add(db, x, &r, "accepted", grounds, &nothing, e) &&
	       event_add(db, x->now, x->account_id, "risk_accepted", subject(x, &r), grounds, e);
}

/* ---- last year's -------------------------------------------------------------------------------- */

bool
risks_copy(struct db *db, const struct risk_act *x, int year, int64_t *copied, struct err *e)
{
	const struct risk_filter last = {.year = year - 1};
	struct risk *list;
	size_t count;
	*copied = 0;
	if (!risks_list(db, x->arena, &last, &list, &count, e))
		return false;
	if (count == 0)
		return err_set(e, ERR_CONFLICT, _("there is no assessment of the year before"));
	for (size_t i = 0; i < count; i++) {
		struct risk r = list[i];
		struct err there = {0};
		r.year = year;
		r.copied_from = r.id;
		if (!is_new(db, &r, &there)) {
			if (there.kind == ERR_CONFLICT)
				continue;
			return err_set(e, there.kind, "%s", there.text);
		}
		if (!insert(db, &r, e) || !change_add(db, x, &r, "copied", r.grounds, &nothing, e))
			return false;
		++*copied;
	}
	return event_add(db, x->now, x->account_id, "risks_copied", arena_printf(x->arena, "%d", year),
		arena_printf(x->arena, "%lld", (long long)*copied), e);
}
