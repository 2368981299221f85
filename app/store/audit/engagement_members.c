/* Who audits, and what an account is for an audit. */
#include "base/utf8.h"
#include "base/words.h"
#include "domain/organisation/role.h"
#include "store/audit/engagement_inside.h"
#include "store/organisation/account.h"
#include "store/organisation/managed.h"

static bool
members_read(struct db *db, struct arena *a, const char *statement, int64_t engagement_id,
	struct engagement_member **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, statement, "i", engagement_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct engagement_member){.account_id = row_int(&r, 0),
			.lead = row_int(&r, 1) != 0,
			.who = row_text(&r, 2, a),
			.department = row_text(&r, 3, a),
			.named_at = row_int(&r, 4),
			.left_at = row_int(&r, 5)};
	}
	return rows_end(&r, e);
}

SQL(list_members, "SELECT account_id, lead, who, department, named_at, 0 FROM engagement_member"
		  " WHERE engagement_id = $1 ORDER BY lead DESC, named_at, account_id");

bool
engagement_members(struct db *db, struct arena *a, int64_t engagement_id, struct engagement_member **out,
	size_t *count, struct err *e)
{
	return members_read(db, a, list_members, engagement_id, out, count, e);
}

SQL(list_leavers, "SELECT account_id, lead, who, department, named_at, left_at FROM engagement_leaver"
		  " WHERE engagement_id = $1 ORDER BY id");

bool
engagement_leavers(struct db *db, struct arena *a, int64_t engagement_id, struct engagement_member **out,
	size_t *count, struct err *e)
{
	return members_read(db, a, list_leavers, engagement_id, out, count, e);
}

SQL(list_auditors,
	"SELECT a.id, coalesce(p.name, a.login), coalesce(t.name, ''), a.roles FROM account a"
	" LEFT JOIN person p ON p.id = a.person_id" LATEST_POST("o", "a.person_id",
		"t") " WHERE a.active = 1 AND a.roles & 36 <> 0 AND (p.left_day IS NULL OR p.left_day >= $1)"
		     " ORDER BY 3, 2, a.id");
_Static_assert((ROLE_AUDITOR | ROLE_LEAD) == 36, "the statement above names their bits");

bool
auditors_list(struct db *db, struct arena *a, day_t today, struct auditor_choice **out, size_t *count,
	struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_auditors, "i", (int64_t)today))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct auditor_choice){.account_id = row_int(&r, 0),
			.who = row_text(&r, 1, a),
			.department = row_text(&r, 2, a),
			.leads = (row_int(&r, 3) & ROLE_LEAD) != 0};
	}
	return rows_end(&r, e);
}

/* Whoever leads this audit leads it alone; before someone is named, any 監査責任者 may who does not answer
 * for the department. */
bool
engagement_actors(struct db *db, struct arena *a, const struct engagement *x, int64_t account_id,
	unsigned *out, struct err *e)
{
	struct account who;
	struct engagement_member *list;
	size_t count;
	*out = 0;
	if (!account_find(db, a, account_id, &who, e) || !engagement_members(db, a, x->id, &list, &count, e))
		return false;
	if ((who.roles & ROLE_MANAGEMENT) != 0)
		*out |= ENGAGEMENT_MANAGEMENT;
	bool looks, acts, led = count > 0 && list[0].lead;
	if (!manages_today(db, account_id, x->department_id, &looks, &acts, e))
		return false;
	if ((who.roles & ROLE_LEAD) != 0 && !led && !acts)
		*out |= ENGAGEMENT_LEAD;
	for (size_t i = 0; i < count; i++)
		if (list[i].account_id == account_id)
			*out |= list[i].lead ? ENGAGEMENT_LEAD | ENGAGEMENT_MEMBER : ENGAGEMENT_MEMBER;
	return true;
}

bool
engagement_conflicts(struct db *db, struct arena *a, const struct engagement *g, int64_t account_id,
	day_t today, struct conflict **out, size_t *count, struct err *e)
{
	const struct audit_target what = {.department_id = g->department_id,
		.entry_id = g->entry_id,
		.engagement_id = g->id,
		.begins = g->begins_day};
	return auditor_unwaived(db, a, account_id, &what, today, out, count, e);
}

bool
engagement_acting(struct db *db, const struct engagement_act *x, const struct engagement *g, unsigned *actors,
	struct err *e)
{
	struct conflict *list;
	size_t count;
	if (!engagement_actors(db, x->arena, g, x->account_id, actors, e))
		return false;
	if ((*actors & (ENGAGEMENT_MEMBER | ENGAGEMENT_LEAD)) == 0 ||
		((*actors & ENGAGEMENT_MEMBER) != 0 && engagement_final(g->state)))
		return true;
	if (!engagement_conflicts(db, x->arena, g, x->account_id, day_of_instant(x->now), &list, &count, e))
		return false;
	if (count > 0)
		*actors &= ~(unsigned)(ENGAGEMENT_MEMBER | ENGAGEMENT_LEAD);
	return true;
}

bool
engagement_reads(struct db *db, const struct engagement_act *x, const struct engagement *g, bool *reads,
	struct err *e)
{
	struct account who;
	struct conflict *list;
	size_t count;
	unsigned actors;
	if (!account_find(db, x->arena, x->account_id, &who, e) ||
		!engagement_actors(db, x->arena, g, x->account_id, &actors, e))
		return false;
	*reads = (actors & (ENGAGEMENT_MEMBER | ENGAGEMENT_MANAGEMENT)) != 0 ||
		 ((who.roles & (ROLE_AUDITOR | ROLE_LEAD)) != 0 && engagement_final(g->state));
	if (*reads || (who.roles & ROLE_LEAD) == 0)
		return true;
	if (!engagement_conflicts(db, x->arena, g, x->account_id, day_of_instant(x->now), &list, &count, e))
		return false;
	*reads = count == 0;
	return true;
}

/* ---- naming ------------------------------------------------------------------------------------ */

SQL(upsert_member,
	"INSERT INTO engagement_member (engagement_id, account_id, lead, who, department, named_by, named_at)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (engagement_id, account_id)"
	" DO UPDATE SET lead = excluded.lead");

static bool
members_open(struct db *db, const struct engagement_act *x, struct engagement *g, struct err *e)
{
	unsigned actors;
	if (!engagement_act_begin(db, x, g, &actors, e))
		return false;
	if ((actors & (ENGAGEMENT_LEAD | ENGAGEMENT_MANAGEMENT)) == 0)
		return err_set(e, ERR_DENIED, _("this is not yours to do with this audit"));
	return g->state < ENGAGEMENT_FIXED ||
	       err_set(e, ERR_CONFLICT, _("who audited is not changed once the report is fixed"));
}

/* Whoever names others meanwhile is told. */
SQL(touch_engagement, "UPDATE engagement SET revision = revision + 1 WHERE id = $1");

static bool
is_independent(struct db *db, const struct engagement_act *x, const struct engagement *g,
	const struct account *who, struct err *e)
{
	struct conflict *list;
	size_t count;
	if (!engagement_conflicts(db, x->arena, g, who->id, day_of_instant(x->now), &list, &count, e))
		return false;
	return count == 0 || err_set(e, ERR_DENIED,
				     _("%s %s, so someone else has to audit it, or the "
				       "management waives it"),
				     who->name, conflict_sentence(list[0].kind));
}

/* What management approved is not changed without a word. */
static bool
change_explained(const struct engagement *g, const char *reason, struct err *e)
{
	if (g->state != ENGAGEMENT_DRAFTED && utf8_blank(reason))
		return err_set(e, ERR_INPUT, _("the plan of this audit was approved; say why who audits changes"));
	return utf8_count(reason) <= ENGAGEMENT_TEXT_MOST ||
	       err_set(e, ERR_INPUT, _("a text has more than %d characters"), ENGAGEMENT_TEXT_MOST);
}

static bool
change_store(struct db *db, const struct engagement_act *x, const struct engagement *g, const char *name,
	const struct account *who, const char *reason, struct err *e)
{
	return (g->state == ENGAGEMENT_DRAFTED ||
		       engagement_history_add(db, x, g, name, g->state, g->edition,
			       arena_printf(x->arena, "%s: %s", who->name, reason), e)) &&
	       event_add(db, x->now, x->account_id, arena_printf(x->arena, "audit_%s", name),
		       engagement_number(x->arena, g), who->name, e);
}

SQL(count_leads, "SELECT count(*), count(*) FILTER (WHERE account_id = $2) FROM engagement_member"
		 " WHERE engagement_id = $1 AND lead = 1");

/* Somebody leads an audit from its approval on. */
static bool
lead_stays(struct db *db, const struct engagement *g, const struct account *who, struct err *e)
{
	struct rows r;
	if (g->state == ENGAGEMENT_DRAFTED)
		return true;
	if (!db_query(db, &r, e, count_leads, "ii", g->id, who->id))
		return false;
	bool last = rows_next(&r) && row_int(&r, 0) == 1 && row_int(&r, 1) == 1;
	if (!rows_end(&r, e))
		return false;
	return !last || err_set(e, ERR_CONFLICT, _("%s alone leads this audit; name another lead first"), who->name);
}

bool
engagement_name(struct db *db, const struct engagement_act *x, int64_t account_id, bool lead,
	const char *reason, struct err *e)
{
	struct engagement g;
	struct account who;
	if (!members_open(db, x, &g, e) || !account_find(db, x->arena, account_id, &who, e))
		return false;
	if ((who.roles & (lead ? ROLE_LEAD : ROLE_AUDITOR | ROLE_LEAD)) == 0)
		return err_set(e, ERR_INPUT, _("%s has not the role for this"), who.name);
	return change_explained(&g, reason, e) && is_independent(db, x, &g, &who, e) &&
	       (lead || lead_stays(db, &g, &who, e)) &&
	       db_exec(db, e, upsert_member, "iiissii", g.id, account_id, (int64_t)lead, who.name,
		       who.department_name, x->account_id, x->now) &&
	       db_exec(db, e, touch_engagement, "i", g.id) &&
	       change_store(db, x, &g, "member_named", &who, reason, e);
}

SQL(count_worked,
	"SELECT (SELECT count(*) FROM line_edition WHERE engagement_id = $1 AND account_id = $2)"
	" + (SELECT count(*) FROM line_evidence WHERE engagement_id = $1 AND added_by = $2)"
	" + (SELECT count(*) FROM line_sample WHERE engagement_id = $1 AND account_id = $2)"
	" + (SELECT count(*) FROM line_act WHERE engagement_id = $1 AND account_id = $2"
	" AND name IN ('confirmed', 'objected', 'reviewed'))");
SQL(insert_leaver,
	"INSERT INTO engagement_leaver (engagement_id, account_id, lead, who, department, named_at, left_by,"
	" left_at) SELECT engagement_id, account_id, lead, who, department, named_at, $3, $4"
	" FROM engagement_member WHERE engagement_id = $1 AND account_id = $2");

/* Whose work bears the report stays named in it: as long as nothing stands against them, and after that as
 * one who has left. */
static bool
papers_settle(struct db *db, const struct engagement_act *x, const struct engagement *g,
	const struct account *who, struct err *e)
{
	struct rows r;
	struct conflict *list;
	size_t count;
	if (!db_query(db, &r, e, count_worked, "ii", g->id, who->id))
		return false;
	bool worked = rows_next(&r) && row_int(&r, 0) > 0;
	if (!rows_end(&r, e) ||
		!engagement_conflicts(db, x->arena, g, who->id, day_of_instant(x->now), &list, &count, e))
		return false;
	if (!worked)
		return true;
	return count > 0 ? db_exec(db, e, insert_leaver, "iiii", g->id, who->id, x->account_id, x->now)
			 : err_set(e, ERR_CONFLICT,
				   _("%s has worked on working papers of this audit and stays named in it"),
				   who->name);
}

SQL(delete_member, "DELETE FROM engagement_member WHERE engagement_id = $1 AND account_id = $2");

bool
engagement_unname(struct db *db, const struct engagement_act *x, int64_t account_id, const char *reason,
	struct err *e)
{
	struct engagement g;
	struct account who;
	if (!members_open(db, x, &g, e) || !account_find(db, x->arena, account_id, &who, e) ||
		!change_explained(&g, reason, e) || !lead_stays(db, &g, &who, e) ||
		!papers_settle(db, x, &g, &who, e) || !db_exec(db, e, delete_member, "ii", g.id, account_id))
		return false;
	if (db_changes(db) == 0)
		return err_set(e, ERR_ABSENT, _("%s is not named in this audit"), who.name);
	return db_exec(db, e, touch_engagement, "i", g.id) &&
	       change_store(db, x, &g, "member_dropped", &who, reason, e);
}
