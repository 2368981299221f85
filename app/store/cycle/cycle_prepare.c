#include "store/cycle/cycle_prepare.h"

#include <stddef.h>
#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/event.h"
#include "store/sheet/sheet_count.h"
#include "store/sheet/sheets.h"

/* ---- making one ------------------------------------------------------------------------ */

SQL(insert_cycle, "INSERT INTO cycle (year, title, kind, state, base_day, opens_day, due_day, k, individual,"
		  " previous_id, grace_day, automatic) VALUES ($1, $2, CASE $3 WHEN 0 THEN 'annual' ELSE"
		  " 'adhoc' END, 'prepared', $4, $5, $6, $7, $8, nullif($9, 0), nullif($10, 0), $11)"
		  " RETURNING id");
SQL(insert_cycle_set, "INSERT INTO cycle_set (cycle_id, set_key, ord, question_set_id)"
		      " SELECT $1, key, $2, id FROM question_set WHERE id = $3 ON CONFLICT DO NOTHING");

static bool
sets_add(struct db *db, int64_t cycle_id, const int64_t *ids, size_t count, struct err *e)
{
	if (count == 0)
		return err_set(e, ERR_INPUT, _("a cycle needs at least one question set"));
	for (size_t i = 0; i < count; i++) {
		if (!db_exec(db, e, insert_cycle_set, "iii", cycle_id, (int64_t)i + 1, ids[i]))
			return false;
		if (db_changes(db) == 0)
			return err_set(
				e, ERR_INPUT, _("a question set is not there, or chosen in two editions"));
	}
	return true;
}

bool
cycle_create(struct db *db, struct cycle *c, const int64_t *question_set_ids, size_t count, struct err *e)
{
	struct cycle_days days = cycle_days(c);
	struct rows r;
	if (!cycle_days_check(&days, e) ||
		!db_query(db, &r, e, insert_cycle, "isiiiiiiiii", (int64_t)c->year, c->title,
			(int64_t)c->adhoc, (int64_t)c->base_day, (int64_t)c->opens_day, (int64_t)c->due_day,
			(int64_t)c->k, (int64_t)c->individual, c->previous_id, (int64_t)c->grace_day,
			(int64_t)c->automatic))
		return false;
	if (rows_next(&r))
		c->id = row_int(&r, 0);
	c->state = CYCLE_PREPARED;
	c->edition = 1;
	return rows_end(&r, e) && sets_add(db, c->id, question_set_ids, count, e);
}

SQL(find_twin, "SELECT id FROM cycle WHERE year = $1 AND kind = 'annual' AND id <> $2 ORDER BY id LIMIT 1");

bool
cycle_twin(struct db *db, struct arena *a, const struct cycle *c, struct cycle *out, struct err *e)
{
	struct rows r;
	*out = (struct cycle){0};
	if (c->adhoc)
		return true;
	if (!db_query(db, &r, e, find_twin, "ii", (int64_t)c->year, c->id))
		return false;
	int64_t id = rows_next(&r) ? row_int(&r, 0) : 0;
	return rows_end(&r, e) && (id == 0 || cycle_find(db, a, id, out, e));
}

/* ---- changing one ------------------------------------------------------------------------ */

static void
settable_take(struct cycle *to, const struct cycle *from, unsigned parts)
{
	if (parts & CYCLE_RULES) {
		to->year = from->year;
		to->adhoc = from->adhoc;
		to->individual = from->individual;
	}
	if (parts & CYCLE_BEGIN) {
		to->title = from->title;
		to->base_day = from->base_day;
		to->opens_day = from->opens_day;
	}
	if (parts & CYCLE_DUE)
		to->due_day = from->due_day;
	if (parts & CYCLE_GRACE_DAY) {
		to->grace_day = from->grace_day;
		to->automatic = from->automatic;
	}
}

static const char *
day_or_none(struct arena *a, day_t d)
{
	return d == 0 ? _("none") : wareki_short(a, d);
}

/* "due day R8.10.30 → R8.11.6", each on a line of its own; "" when nothing differs. */
static const char *
differing(struct arena *a, const struct cycle *was, const struct cycle *is)
{
	const struct {
		const char *name;
		day_t was, is;
	} days[] = {{_("base day"), was->base_day, is->base_day},
		{_("day of opening"), was->opens_day, is->opens_day},
		{_("due day"), was->due_day, is->due_day}, {_("day of grace"), was->grace_day, is->grace_day}};
	const char *out = "";
	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		if (days[i].was != days[i].is)
			out = arena_printf(a, "%s%s%s %s → %s", out, *out == '\0' ? "" : "\n", days[i].name,
				day_or_none(a, days[i].was), day_or_none(a, days[i].is));
	if (was->automatic != is->automatic)
		out = arena_printf(a, "%s%s%s", out, *out == '\0' ? "" : "\n",
			is->automatic ? _("moves by itself from now on")
				      : _("does not move by itself any more"));
	return out;
}

static bool
change_allowed(const struct cycle_change *x, const struct cycle *was, const struct cycle *is, struct err *e)
{
	struct cycle_days days = cycle_days(is);
	if (was->state != x->cycle.state)
		return err_set(e, ERR_CONFLICT,
			_("the cycle has been moved on meanwhile, so nothing of it was changed"));
	if (cycle_settable(was->state) == 0)
		return err_set(e, ERR_CONFLICT, _("nothing of this cycle can be changed any more"));
	if (!cycle_days_check(&days, e))
		return false;
	if (!cycle_opened(was->state))
		return true;
	if (is->due_day != was->due_day && is->due_day < day_of_instant(x->now))
		return err_set(e, ERR_INPUT, _("the new due day is over already"));
	return !utf8_blank(x->reason) ||
	       err_set(e, ERR_INPUT, _("the days of an open cycle are changed with a reason"));
}

/* ---- who is late by another day */

SQL(list_judged, "SELECT id, first_at, late FROM sheet WHERE cycle_id = $1 AND first_at IS NOT NULL"
		 " AND proxy_at IS NULL ORDER BY id");
SQL(set_late, "UPDATE sheet SET late = $2 WHERE id = $1");

static bool
sheet_judge(struct db *db, struct piece *p, struct arena *a, int64_t id, bool late, struct err *e)
{
	struct sheet s;
	struct sheet_places places;
	if (!sheet_find(db, a, id, &s, e) || !sheet_places(db, a, id, &places, e))
		return false;
	struct sheet_facts facts = sheet_facts(&s);
	struct progress_delta was = sheet_counts(&facts, s.late), is = sheet_counts(&facts, late);
	sheet_count_progress(p, &places, &was, &is);
	return db_exec(db, e, set_late, "ii", id, (int64_t)late);
}

static bool
sheets_judge(struct db *db, struct piece *p, const struct cycle *c, struct err *e)
{
	struct rows r;
	struct arena *a = arena_create();
	struct judged {
		int64_t id;
		bool late;
	} *list = NULL;
	size_t n = 0;
	bool ok = db_query(db, &r, e, list_judged, "i", c->id);
	while (ok && rows_next(&r)) {
		bool late = cycle_is_late(c->due_day, row_int(&r, 1));
		if (late == (row_int(&r, 2) != 0))
			continue;
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct judged){row_int(&r, 0), late};
	}
	ok = ok && rows_end(&r, e);
	for (size_t i = 0; ok && i < n; i++)
		ok = sheet_judge(db, p, a, list[i].id, list[i].late, e);
	arena_destroy(a);
	return ok;
}

/* ---- */

SQL(update_cycle, "UPDATE cycle SET year = $2, title = $3, kind = CASE $4 WHEN 0 THEN 'annual' ELSE 'adhoc'"
		  " END, individual = $5, base_day = $6, opens_day = $7, due_day = $8,"
		  " grace_day = nullif($9, 0), automatic = $10 WHERE id = $1");
SQL(drop_cycle_sets, "DELETE FROM cycle_set WHERE cycle_id = $1");
SQL(insert_change, "INSERT INTO cycle_move (cycle_id, at, account_id, from_state, to_state, edition, reason)"
		   " VALUES ($1, $2, nullif($3, 0), $4, $4, $5, $6)");

static bool
change_store(struct db *db, const struct cycle_change *x, const struct cycle *is, struct err *e)
{
	if (!db_exec(db, e, update_cycle, "iisiiiiiii", is->id, (int64_t)is->year, is->title,
		    (int64_t)is->adhoc, (int64_t)is->individual, (int64_t)is->base_day,
		    (int64_t)is->opens_day, (int64_t)is->due_day, (int64_t)is->grace_day,
		    (int64_t)is->automatic))
		return false;
	return (cycle_settable(is->state) & CYCLE_RULES) == 0 || x->count == 0 ||
	       (db_exec(db, e, drop_cycle_sets, "i", is->id) &&
		       sets_add(db, is->id, x->question_set_ids, x->count, e));
}

static bool
change_record(struct db *db, const struct cycle_change *x, const struct cycle *was, const struct cycle *is,
	struct err *e)
{
	const char *what = differing(x->arena, was, is);
	if (!utf8_blank(x->reason))
		what = arena_printf(x->arena, "%s%s%s", what, *what == '\0' ? "" : "\n", x->reason);
	return (!cycle_opened(is->state) ||
		       db_exec(db, e, insert_change, "iiisis", is->id, x->now, x->account_id,
			       cycle_state_key(is->state), (int64_t)is->edition, what)) &&
	       event_add(db, x->now, x->account_id, "cycle_changed", arena_printf(x->arena, "%d", is->year),
		       *what == '\0' ? is->title : what, e);
}

bool
cycle_change(struct db *db, struct piece *p, struct cycle_change *x, struct err *e)
{
	struct cycle was;
	if (!cycle_find(db, x->arena, x->cycle.id, &was, e))
		return false;
	struct cycle is = was;
	settable_take(&is, &x->cycle, cycle_settable(was.state));
	return change_allowed(x, &was, &is, e) && change_store(db, x, &is, e) &&
	       change_record(db, x, &was, &is, e) &&
	       (is.due_day == was.due_day || sheets_judge(db, p, &is, e));
}

/* ---- giving one up ------------------------------------------------------------------------- */

SQL(forget_previous, "UPDATE cycle SET previous_id = NULL WHERE previous_id = $1");
SQL(drop_moves, "DELETE FROM cycle_move WHERE cycle_id = $1");
SQL(drop_cycle, "DELETE FROM cycle WHERE id = $1");

bool
cycle_discard(
	struct db *db, int64_t id, const char *reason, int64_t account_id, instant_t now, struct err *e)
{
	struct arena *a = arena_create();
	struct cycle c;
	bool ok = cycle_find(db, a, id, &c, e);
	if (ok && cycle_opened(c.state))
		ok = err_set(e, ERR_CONFLICT, _("a cycle that has been opened is not given up any more"));
	if (ok && utf8_blank(reason))
		ok = err_set(e, ERR_INPUT, _("say why the cycle is given up"));
	ok = ok && db_exec(db, e, forget_previous, "i", id) && db_exec(db, e, drop_cycle_sets, "i", id) &&
	     db_exec(db, e, drop_moves, "i", id) && db_exec(db, e, drop_cycle, "i", id) &&
	     event_add(db, now, account_id, "cycle_discarded", c.title, reason, e);
	arena_destroy(a);
	return ok;
}
