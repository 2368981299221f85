/* Moving findings from state to state, and 横展開. */
#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/audit/finding_inside.h"
#include "store/organisation/account.h"
#include "store/organisation/departments.h"

static bool
still_as_it_was(bool unchanged, struct err *e)
{
	return unchanged ||
	       err_set(e, ERR_CONFLICT,
		       _("someone else has changed this finding meanwhile; look at it and do it again"));
}

bool
finding_unchanged(struct db *db, struct err *e)
{
	return still_as_it_was(db_changes(db) > 0, e);
}

bool
finding_act_begin(
	struct db *db, const struct finding_act *x, struct finding *f, unsigned *actors, struct err *e)
{
	return finding_find(db, x->arena, x->finding_id, f, e) &&
	       finding_actors(db, x->arena, f, x->account_id, actors, e) &&
	       still_as_it_was(f->revision == x->revision, e);
}

bool
finding_actor_name(struct db *db, struct arena *a, int64_t account_id, const char **name, struct err *e)
{
	struct account who;
	if (!account_find(db, a, account_id, &who, e))
		return false;
	*name = who.name;
	return true;
}

/* ---- moves -------------------------------------------------------------------------------- */

/* Papers count from the move that asked for them anew. */
SQL(find_papers,
	"WITH last AS (SELECT coalesce(max(revision) FILTER (WHERE name = 'revive' OR (name = 'return' AND"
	" from_state = 'planning')), -1) AS refused, coalesce(max(revision) FILTER (WHERE name = 'approve'), "
	"-1)"
	" AS approved, coalesce(max(revision) FILTER (WHERE to_state = 'doing'), -1) AS begun"
	" FROM finding_move WHERE finding_id = $1), plan AS (SELECT revision, due_day FROM finding_plan"
	" WHERE finding_id = $1 ORDER BY edition DESC LIMIT 1)"
	" SELECT (SELECT due_day FROM plan), coalesce((SELECT revision FROM plan), -2) > last.refused,"
	" coalesce((SELECT revision FROM plan), -2) > last.refused AND last.approved >"
	" coalesce((SELECT revision FROM plan), -2), (SELECT count(*) FROM finding_report"
	" WHERE finding_id = $1 AND revision > last.begun) FROM last");

static bool
facts_read(struct db *db, const struct finding *f, struct finding_facts *out, day_t *planned, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_papers, "i", f->id))
		return false;
	if (rows_next(&r)) {
		*planned = (day_t)row_int(&r, 0);
		out->planned = row_int(&r, 1) != 0;
		out->approved = row_int(&r, 2) != 0;
		out->reported = row_int(&r, 3) > 0;
	}
	return rows_end(&r, e);
}

bool
finding_facts_find(struct db *db, struct arena *a, const struct finding *f, int64_t account_id,
	struct finding_facts *out, struct err *e)
{
	day_t planned;
	*out = (struct finding_facts){.state = f->state, .own = f->raised_by == account_id};
	return finding_actors(db, a, f, account_id, &out->actors, e) && facts_read(db, f, out, &planned, e);
}

/* The day that counts from the move on: of the plan, or of the acceptance; else it stays. */
static day_t
day_after(const struct finding *f, const struct finding_move *m, day_t planned, day_t expiry)
{
	if (m->to == FINDING_ACCEPTED)
		return expiry;
	return m->to == FINDING_PLANNED ? planned : m->from == FINDING_ACCEPTED ? 0 : f->due_day;
}

SQL(move_finding,
	"UPDATE finding SET state = $2, due_day = nullif($3, 0),"
	" confirmed_at = CASE WHEN $4 = 'confirm' THEN $5 ELSE confirmed_at END,"
	" closed_at = CASE WHEN $2 = 'closed' THEN $5 ELSE NULL END, revision = revision + 1 WHERE id = $1");
SQL(insert_finding_move,
	"INSERT INTO finding_move (finding_id, at, account_id, who, name, from_state, to_state, reason,"
	" revision) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");

static bool
move_store(struct db *db, const struct finding_act *x, const struct finding *f, const struct finding_move *m,
	const char *reason, day_t day, struct err *e)
{
	const char *who;
	return finding_actor_name(db, x->arena, x->account_id, &who, e) &&
	       db_exec(db, e, move_finding, "isisi", f->id, finding_state_key(m->to), (int64_t)day, m->name,
		       x->now) &&
	       db_exec(db, e, insert_finding_move, "iiisssssi", f->id, x->now, x->account_id, who, m->name,
		       finding_state_key(m->from), finding_state_key(m->to), reason, (int64_t)f->revision) &&
	       event_add(db, x->now, x->account_id, "finding_moved", finding_number(x->arena, f),
		       finding_state_key(m->to), e);
}

/* What is done as auditor or lead is done by nobody of the department. */
static bool
judges_fairly(struct db *db, const struct finding_act *x, const struct finding *f,
	const struct finding_move *m, unsigned actors, struct err *e)
{
	const unsigned judges = FINDING_AUDITOR | FINDING_LEAD;
	return (m->actors & actors & ~judges) != 0 || finding_independent(db, x, f->department_id, e);
}

bool
finding_act_move(struct db *db, const struct finding_act *x, const char *name, const char *reason,
	day_t expiry, struct err *e)
{
	struct finding f;
	day_t planned = 0;
	struct finding_facts facts = {.reason = reason, .expiry = expiry, .today = day_of_instant(x->now)};
	if (!finding_act_begin(db, x, &f, &facts.actors, e) || !facts_read(db, &f, &facts, &planned, e))
		return false;
	if (utf8_count(reason) > FINDING_TEXT_MOST)
		return err_set(e, ERR_INPUT, _("the comment has more than %d characters"), FINDING_TEXT_MOST);
	facts.state = f.state;
	facts.own = f.raised_by == x->account_id;
	const struct finding_move *m = finding_move_find(&facts, name, e);
	return m != NULL && judges_fairly(db, x, &f, m, facts.actors, e) &&
	       move_store(db, x, &f, m, reason, day_after(&f, m, planned, expiry), e);
}

SQL(list_finding_moves, "SELECT at, who, name, reason, from_state, to_state FROM finding_move"
			" WHERE finding_id = $1 ORDER BY id DESC");

bool
finding_moves_of(struct db *db, struct arena *a, int64_t finding_id, struct finding_moved **out,
	size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_finding_moves, "i", finding_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct finding_moved){.at = row_int(&r, 0),
			.who = row_text(&r, 1, a),
			.name = row_text(&r, 2, a),
			.reason = row_text(&r, 3, a),
			.from = finding_state_of(row_peek(&r, 4, NULL)),
			.to = finding_state_of(row_peek(&r, 5, NULL))};
	}
	return rows_end(&r, e);
}

/* ---- 横展開 ----------------------------------------------------------------------------------- */

SQL(find_child, "SELECT 1 FROM finding WHERE parent_id = $1 AND department_id = $2 AND state <> 'withdrawn'");

static bool
spread_fits(struct db *db, const struct finding *f, unsigned actors, int64_t department_id, struct err *e)
{
	struct rows r;
	if ((actors & (FINDING_LEAD | FINDING_MANAGEMENT)) == 0)
		return err_set(e, ERR_DENIED, _("this is not yours to do with this finding"));
	if (!finding_counts(f->state))
		return err_set(
			e, ERR_CONFLICT, _("only a confirmed finding is passed on to other departments"));
	if (f->parent_id != 0)
		return err_set(
			e, ERR_CONFLICT, _("this finding was passed on itself; pass on the first one"));
	if (f->department_id == department_id)
		return err_set(e, ERR_INPUT, _("the finding is this department's own"));
	if (!db_query(db, &r, e, find_child, "ii", f->id, department_id))
		return false;
	bool there = rows_next(&r);
	if (!rows_end(&r, e))
		return false;
	return !there || err_set(e, ERR_CONFLICT, _("this department has been told of the finding already"));
}

SQL(mark_confirmed, "UPDATE finding SET confirmed_at = $2 WHERE id = $1");

bool
finding_spread(
	struct db *db, const struct finding_act *x, int64_t department_id, int64_t *child_id, struct err *e)
{
	struct finding f, child;
	struct department where;
	unsigned actors;
	if (!finding_act_begin(db, x, &f, &actors, e) || !spread_fits(db, &f, actors, department_id, e) ||
		!department_at(db, x->arena, department_id, day_of_instant(x->now), &where, e))
		return false;
	child = f;
	child.department_id = department_id;
	child.year = fiscal_year_of(day_of_instant(x->now));
	child.state = FINDING_PLANNING;
	child.parent_id = f.id;
	child.predecessor_id = 0;
	child.times = 1;
	if (!finding_insert(db, x, &child, e) || !db_exec(db, e, mark_confirmed, "ii", child.id, x->now))
		return false;
	*child_id = child.id;
	return true;
}
