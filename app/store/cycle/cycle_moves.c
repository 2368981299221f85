/* The moves of a cycle: each is checked, made, and written down. */
#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "store/cycle/cycle_open.h"
#include "store/cycle/editions.h"
#include "store/cycle/frozen.h"
#include "store/decision/na.h"
#include "store/event.h"
#include "store/figure/shown.h"
#include "store/keep/disposals.h"

SQL(set_approver, "UPDATE cycle SET approver = $2 WHERE id = $1");
SQL(set_grace, "UPDATE cycle SET grace_day = $2 WHERE id = $1 AND due_day < $2");
SQL(set_reported, "UPDATE cycle SET reported_day = $2 WHERE id = $1");

bool
cycle_set_approver(struct db *db, int64_t id, const char *approver, struct err *e)
{
	return db_exec(db, e, set_approver, "is", id, approver);
}

bool
cycle_set_grace(struct db *db, int64_t id, day_t day, struct err *e)
{
	if (!db_exec(db, e, set_grace, "ii", id, (int64_t)day))
		return false;
	return db_changes(db) > 0 || err_set(e, ERR_INPUT, _("the days of grace end after the due day"));
}

bool
cycle_set_reported(struct db *db, int64_t id, day_t day, struct err *e)
{
	return db_exec(db, e, set_reported, "ii", id, (int64_t)day);
}

/* ---- what hinders a move ---------------------------------------------------------------- */

SQL(count_unsubmitted,
	"SELECT count(*) FROM sheet WHERE cycle_id = $1 AND submitted IS NULL AND excluded_at IS NULL");
SQL(count_returned,
	"SELECT count(*) FROM sheet WHERE cycle_id = $1 AND returned_at IS NOT NULL AND excluded_at IS NULL");
SQL(count_unconfirmed, "SELECT count(*) FROM sheet WHERE cycle_id = $1 AND submitted IS NOT NULL"
		       " AND returned_at IS NULL AND confirmed_at IS NULL AND excluded_at IS NULL");
SQL(count_unnamed, "SELECT count(*) FROM sheet WHERE cycle_id = $1 AND person_id IS NULL"
		   " AND submitted IS NULL AND excluded_at IS NULL");
/* What fewer than k changed since the figures were last seen is told by the next ones. */
SQL(count_few, "SELECT count(*) FROM (SELECT 1 FROM unshown u JOIN cycle c ON c.id = u.cycle_id"
	       " WHERE u.cycle_id = $1 AND EXISTS (SELECT 1 FROM shown s WHERE s.cycle_id = u.cycle_id"
	       " AND s.set_key = u.set_key AND s.department_id = u.department_id AND s.submitted > 0)"
	       " GROUP BY u.set_key, u.department_id, c.k HAVING count(*) < c.k) few");

static const struct {
	const char *move, *key, *count;
} hindrances[] = {
	{"confirm", "unsubmitted", count_unsubmitted},
	{"confirm", "unnamed", count_unnamed},
	{"finalise", "unsubmitted", count_unsubmitted},
	{"finalise", "returned", count_returned},
	{"finalise", "unconfirmed", count_unconfirmed},
	{"finalise", "few_changed", count_few},
};

static void
hindrance_add(struct arena *a, const char *key, int64_t n, struct cycle_hindrance **out, size_t *count)
{
	if (n == 0)
		return;
	*out = ARENA_PUSH(a, *out, *count);
	(*out)[(*count)++] = (struct cycle_hindrance){key, n};
}

static bool
na_hindrance(struct db *db, struct arena *a, const struct bank *bank, int64_t id, int64_t *n, struct err *e)
{
	struct cycle cycle;
	return cycle_find(db, a, id, &cycle, e) && na_undecided(db, a, bank, &cycle, n, e);
}

bool
cycle_hindrances(struct db *db, struct arena *a, const struct bank *bank, int64_t id, const char *move,
	struct cycle_hindrance **out, size_t *count, struct err *e)
{
	int64_t n = 0;
	*out = NULL;
	*count = 0;
	for (size_t i = 0; i < sizeof hindrances / sizeof *hindrances; i++) {
		struct rows r;
		if (strcmp(hindrances[i].move, move) != 0)
			continue;
		if (!db_query(db, &r, e, hindrances[i].count, "i", id))
			return false;
		n = rows_next(&r) ? row_int(&r, 0) : 0;
		if (!rows_end(&r, e))
			return false;
		hindrance_add(a, hindrances[i].key, n, out, count);
	}
	if (strcmp(move, "finalise") != 0)
		return true;
	if (!na_hindrance(db, a, bank, id, &n, e))
		return false;
	hindrance_add(a, "na_undecided", n, out, count);
	return true;
}

/* ---- making one --------------------------------------------------------------------------- */

struct making {
	struct cycle cycle;
	const struct cycle_move *move;
	const struct bank *bank;
	const char *reason;
	int64_t account_id;
	instant_t now;
	bool by_itself; /* its day has come */
	struct arena *arena;
};

static bool
reason_given(struct db *db, const struct making *m, struct err *e)
{
	struct cycle_hindrance *list;
	size_t count;
	if (!utf8_blank(m->reason) || m->by_itself)
		return true;
	if (m->move->reason)
		return err_set(e, ERR_INPUT, _("this move of a cycle needs a reason"));
	if (!cycle_hindrances(db, m->arena, m->bank, m->cycle.id, m->move->name, &list, &count, e))
		return false;
	return count == 0 ||
	       err_set(e, ERR_CONFLICT,
		       _("something is left to be done first; going on nevertheless needs a reason"));
}

SQL(set_state, "UPDATE cycle SET state = $2, edition = edition + $3 WHERE id = $1");
SQL(insert_move, "INSERT INTO cycle_move (cycle_id, at, account_id, from_state, to_state, edition, reason,"
		 " by_itself) VALUES ($1, $2, nullif($3, 0), $4, $5, $6, $7, $8)");

/* What else a move writes: $1 the cycle, $2 when, $3 who. What was reopened is closed by hand: its days
 * are over. */
SQL(stamp_approved, "UPDATE cycle SET approved_at = $2, approved_by = nullif($3, 0) WHERE id = $1");
SQL(stamp_withdrawn, "UPDATE cycle SET approved_at = NULL, approved_by = NULL, approver = '' WHERE id = $1");
SQL(stamp_final, "UPDATE cycle SET final_at = $2 WHERE id = $1");
SQL(stamp_ended, "UPDATE cycle SET ended_at = $2 WHERE id = $1");
SQL(stamp_reopened, "UPDATE cycle SET final_at = NULL, ended_at = NULL, grace_day = NULL,"
		    " reported_day = NULL, automatic = 0 WHERE id = $1");

static const struct {
	const char *move, *event, *stamp, *types;
} records[] = {
	{"approve", "cycle_approved", stamp_approved, "iii"},
	{"withdraw", "cycle_withdrawn", stamp_withdrawn, "i"},
	{"open", "cycle_opened", NULL, NULL},
	{"grace", "cycle_grace", NULL, NULL},
	{"confirm", "cycle_confirming", NULL, NULL},
	{"finalise", "cycle_final", stamp_final, "ii"},
	{"report", "cycle_reported", NULL, NULL},
	{"improve", "cycle_improving", NULL, NULL},
	{"end", "cycle_ended", stamp_ended, "ii"},
	{"reopen", "cycle_reopened", stamp_reopened, "i"},
};

static bool
move_record(struct db *db, const struct making *m, struct err *e)
{
	const struct cycle *c = &m->cycle;
	size_t i = 0;
	while (strcmp(records[i].move, m->move->name) != 0)
		i++;
	if (records[i].stamp != NULL &&
		!db_exec(db, e, records[i].stamp, records[i].types, c->id, m->now, m->account_id))
		return false;
	return db_exec(db, e, set_state, "isi", c->id, cycle_state_key(m->move->to),
		       (int64_t)m->move->edition) &&
	       db_exec(db, e, insert_move, "iiissisi", c->id, m->now, m->account_id,
		       cycle_state_key(m->move->from), cycle_state_key(m->move->to),
		       (int64_t)(c->edition + m->move->edition), m->reason, (int64_t)m->by_itself) &&
	       event_add(db, m->now, m->account_id, records[i].event, arena_printf(m->arena, "%d", c->year),
		       utf8_blank(m->reason) ? c->title : m->reason, e);
}

static bool
questions_marked(struct db *db, const struct making *m, struct err *e)
{
	size_t unmarked;
	return edition_unmarked(db, m->arena, m->bank, m->cycle.id, &unmarked, e) &&
	       (unmarked == 0 ||
		       err_set(e, ERR_CONFLICT,
			       _("%zu questions read otherwise than last time; say of each what that means"),
			       unmarked));
}

/* Found out before anybody has approved them, not when the cycle opens. */
static bool
sets_answerable(struct db *db, const struct making *m, struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	if (!cycle_sets(db, m->arena, m->cycle.id, &sets, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct questionnaire *q =
			cycle_set_parse(db, m->arena, m->bank, m->cycle.id, sets[i].set_key, e);
		if (q == NULL)
			return false;
		if (q->unit == UNIT_ENGAGEMENT)
			return err_set(e, ERR_CONFLICT,
				_("%s is an audit checklist and has no place in a self-check"), q->title);
	}
	return true;
}

/* What follows from the move besides the new state. */
static bool
move_carry_out(struct db *db, const struct making *m, struct err *e)
{
	enum cycle_state from = m->cycle.state, to = m->move->to;
	if (from == CYCLE_ENDED && !cycle_undisposed(db, m->cycle.id, e))
		return false;
	if (to == CYCLE_APPROVED)
		return sets_answerable(db, m, e) && questions_marked(db, m, e);
	if (from == CYCLE_APPROVED && to == CYCLE_OPEN)
		return cycle_open(db, m->arena, m->bank, &m->cycle, m->now, e);
	if (to == CYCLE_FINAL)
		return shown_forget(db, m->cycle.id, e);
	if (to == CYCLE_CONFIRMING || (cycle_final(from) && to == CYCLE_OPEN))
		return shown_all(db, m->cycle.id, e);
	return true;
}

static bool
move_make(struct db *db, struct making m, int64_t id, const char *name, struct err *e)
{
	m.arena = arena_create();
	bool ok = cycle_find(db, m.arena, id, &m.cycle, e) &&
		  (m.move = cycle_move_find(m.cycle.state, name, e)) != NULL && reason_given(db, &m, e) &&
		  move_carry_out(db, &m, e) && move_record(db, &m, e);
	arena_destroy(m.arena);
	return ok;
}

bool
cycle_move_make(struct db *db, struct piece *p, const struct bank *bank, int64_t id, const char *name,
	const char *reason, int64_t account_id, instant_t now, struct err *e)
{
	(void)p; /* that it runs inside one is what undoes it when it fails half-way */
	struct making m = {.bank = bank, .reason = reason, .account_id = account_id, .now = now};
	return move_make(db, m, id, name, e);
}

bool
cycle_move_itself(struct db *db, struct piece *p, const struct bank *bank, int64_t id, const char *name,
	instant_t now, struct err *e)
{
	(void)p;
	struct making m = {.bank = bank, .reason = "", .now = now, .by_itself = true};
	return move_make(db, m, id, name, e);
}

SQL(list_moves, "SELECT m.at, coalesce(p.name, a.login, ''), m.from_state, m.to_state, m.edition, m.reason,"
		" m.by_itself FROM cycle_move m LEFT JOIN account a ON a.id = m.account_id"
		" LEFT JOIN person p ON p.id = a.person_id WHERE m.cycle_id = $1 ORDER BY m.id");

bool
cycle_moves_list(
	struct db *db, struct arena *a, int64_t id, struct cycle_moved **out, size_t *count, struct err *e)
{
	struct rows r;
	struct cycle_moved *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_moves, "i", id))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct cycle_moved){.at = row_int(&r, 0),
			.who = row_text(&r, 1, a),
			.from = cycle_state_of(row_peek(&r, 2, NULL)),
			.to = cycle_state_of(row_peek(&r, 3, NULL)),
			.edition = (int)row_int(&r, 4),
			.reason = row_text(&r, 5, a),
			.by_itself = row_int(&r, 6) != 0};
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}
