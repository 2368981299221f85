/* Moving an audit from state to state, and what has to hold before. */
#include "base/utf8.h"
#include "base/words.h"
#include "store/audit/engagement_inside.h"
#include "store/audit/request_inside.h"
#include "store/organisation/account.h"

bool
engagement_act_begin(struct db *db, const struct engagement_act *x, struct engagement *out, unsigned *actors,
	struct err *e)
{
	if (!engagement_find(db, x->arena, x->engagement_id, out, e) ||
		!engagement_acting(db, x, out, actors, e))
		return false;
	return out->revision == x->revision ||
	       err_set(e, ERR_CONFLICT,
		       _("someone else has changed this audit meanwhile; look at it and do it again"));
}

/* ---- what has to hold ----------------------------------------------------------------------- */

SQL(count_needs,
	"SELECT (SELECT count(*) FROM engagement_member m WHERE m.engagement_id = $1 AND m.lead = 1),"
	" (SELECT count(*) FROM engagement_member m WHERE m.engagement_id = $1 AND m.lead = 0),"
	" count(*), count(*) FILTER (WHERE l.judgement = ''),"
	" count(*) FILTER (WHERE l.reviewed_at IS NULL) FROM engagement_line l WHERE l.engagement_id = $1");

static bool
papers_count(struct db *db, int64_t id, unsigned *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, count_needs, "i", id))
		return false;
	if (rows_next(&r)) {
		*out |= row_int(&r, 0) == 0 || row_int(&r, 1) == 0 ? ENGAGEMENT_NEEDS_LEAD : 0;
		*out |= row_int(&r, 2) == 0 ? ENGAGEMENT_NEEDS_TARGET : 0;
		*out |= row_int(&r, 2) == 0 || row_int(&r, 3) > 0 ? ENGAGEMENT_NEEDS_JUDGED : 0;
		*out |= row_int(&r, 2) == 0 || row_int(&r, 4) > 0 ? ENGAGEMENT_NEEDS_SIGNED : 0;
	}
	return rows_end(&r, e);
}

/* A risk whose acceptance has run out is open again. */
SQL(count_open_findings,
	"SELECT count(*) FILTER (WHERE f.state IN ('raised', 'checking')),"
	" count(*) FILTER (WHERE f.state NOT IN ('closed', 'withdrawn', 'accepted')"
	" OR (f.state = 'accepted' AND f.due_day < $2))"
	" FROM finding f JOIN finding_line l ON l.finding_id = f.id WHERE l.engagement_id = $1");

static bool
findings_open_count(struct db *db, int64_t id, day_t today, unsigned *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, count_open_findings, "ii", id, (int64_t)today))
		return false;
	if (rows_next(&r)) {
		*out |= row_int(&r, 0) > 0 ? ENGAGEMENT_NEEDS_FINDINGS : 0;
		*out |= row_int(&r, 1) > 0 ? ENGAGEMENT_NEEDS_CLOSED : 0;
	}
	return rows_end(&r, e);
}

/* Somebody may have been transferred since. */
static bool
conflicts_look(
	struct db *db, struct arena *a, const struct engagement *x, day_t today, unsigned *out, struct err *e)
{
	struct engagement_member *list;
	size_t count;
	if (!engagement_members(db, a, x->id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct conflict *conflicts;
		size_t n;
		if (!engagement_conflicts(db, a, x, list[i].account_id, today, &conflicts, &n, e))
			return false;
		*out |= n > 0 ? ENGAGEMENT_NEEDS_LEAD : 0;
	}
	return true;
}

bool
engagement_unmet(struct db *db, struct arena *a, const struct engagement *x, instant_t now, unsigned *out,
	struct err *e)
{
	day_t today = day_of_instant(now);
	*out = x->edition > 1 ? ENGAGEMENT_NEEDS_UNTOLD : 0;
	return papers_count(db, x->id, out, e) && conflicts_look(db, a, x, today, out, e) &&
	       findings_open_count(db, x->id, today, out, e);
}

/* ---- moves ------------------------------------------------------------------------------------- */

SQL(move_engagement,
	"UPDATE engagement SET state = $2, edition = $3, revision = revision + 1, fixed_at ="
	" CASE WHEN $2 = 'fixed' THEN $4 WHEN $2 = 'reporting' THEN NULL ELSE fixed_at END WHERE id = $1");
SQL(insert_engagement_move,
	"INSERT INTO engagement_move (engagement_id, at, account_id, who, name, from_state, to_state,"
	" edition, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");

bool
engagement_history_add(struct db *db, const struct engagement_act *x, const struct engagement *g,
	const char *name, enum engagement_state to, int edition, const char *reason, struct err *e)
{
	struct account who;
	return account_find(db, x->arena, x->account_id, &who, e) &&
	       db_exec(db, e, insert_engagement_move, "iiissssis", g->id, x->now, x->account_id, who.name, name,
		       engagement_state_key(g->state), engagement_state_key(to), (int64_t)edition, reason);
}

static bool
move_store(struct db *db, const struct engagement_act *x, const struct engagement *g,
	const struct engagement_move *m, const char *reason, struct err *e)
{
	int edition = g->edition + m->edition;
	return db_exec(db, e, move_engagement, "isii", g->id, engagement_state_key(m->to), (int64_t)edition,
		       x->now) &&
	       engagement_history_add(db, x, g, m->name, m->to, edition, reason, e) &&
	       event_add(db, x->now, x->account_id, "audit_moved", engagement_number(x->arena, g),
		       engagement_state_key(m->to), e);
}

bool
engagement_act_move(
	struct db *db, const struct engagement_act *x, const char *name, const char *reason, struct err *e)
{
	struct engagement g;
	unsigned actors, unmet;
	if (!engagement_act_begin(db, x, &g, &actors, e) ||
		!engagement_unmet(db, x->arena, &g, x->now, &unmet, e))
		return false;
	if (utf8_count(reason) > ENGAGEMENT_TEXT_MOST)
		return err_set(
			e, ERR_INPUT, _("the comment has more than %d characters"), ENGAGEMENT_TEXT_MOST);
	unmet |= utf8_blank(reason) ? ENGAGEMENT_NEEDS_REASON : 0;
	const struct engagement_move *m = engagement_move_find(g.state, name, actors, unmet, e);
	return m != NULL && move_store(db, x, &g, m, reason, e) &&
	       (m->to != ENGAGEMENT_CANCELLED || requests_void(db, x, &g, e));
}

SQL(list_engagement_moves, "SELECT at, who, name, reason, from_state, to_state, edition FROM engagement_move"
			   " WHERE engagement_id = $1 ORDER BY id DESC");

bool
engagement_moves_of(struct db *db, struct arena *a, int64_t engagement_id, struct engagement_moved **out,
	size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_engagement_moves, "i", engagement_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct engagement_moved){.at = row_int(&r, 0),
			.who = row_text(&r, 1, a),
			.name = row_text(&r, 2, a),
			.reason = row_text(&r, 3, a),
			.from = engagement_state_of(row_peek(&r, 4, NULL)),
			.to = engagement_state_of(row_peek(&r, 5, NULL)),
			.edition = (int)row_int(&r, 6)};
	}
	return rows_end(&r, e);
}
