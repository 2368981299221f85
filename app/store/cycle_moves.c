/* 準備 → 実施中 → 締切, and what is frozen and made on the way. */
#include "store/cycles.h"

#include <string.h>

#include "base/words.h"
#include "domain/role.h"
#include "domain/suppress.h"
#include "store/departments.h"
#include "store/event.h"
#include "store/frozen.h"
#include "store/setting.h"

SQL(insert_cycle, "INSERT INTO cycle (year, title, state, base_day, opens_day, due_day, k)"
		  " VALUES ($1, $2, 'prepared', $3, $4, $5, $6) RETURNING id");
SQL(insert_cycle_set, "INSERT INTO cycle_set (cycle_id, set_key, ord, question_set_id)"
		      " SELECT $1, key, $2, id FROM question_set WHERE id = $3 ON CONFLICT DO NOTHING");

bool
cycle_create(struct db *db, struct cycle *c, const int64_t *question_set_ids, size_t count, struct err *e)
{
	if (c->due_day < c->opens_day)
		return err_set(e, ERR_INPUT, _("the due day lies before the day of opening"));
	if (count == 0)
		return err_set(e, ERR_INPUT, _("a cycle needs at least one question set"));
	struct rows r;
	if (!db_query(db, &r, e, insert_cycle, "isiiii", (int64_t)c->year, c->title, (int64_t)c->base_day,
		    (int64_t)c->opens_day, (int64_t)c->due_day, (int64_t)c->k))
		return false;
	if (rows_next(&r))
		c->id = row_int(&r, 0);
	if (!rows_end(&r, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!db_exec(db, e, insert_cycle_set, "iii", c->id, (int64_t)i + 1, question_set_ids[i]))
			return false;
		if (db_changes(db) == 0)
			return err_set(
				e, ERR_INPUT, _("a question set is not there, or chosen in two editions"));
	}
	c->state = CYCLE_PREPARED;
	c->edition = 1;
	return true;
}

/* ---- opening ------------------------------------------------------------------------- */

SQL(freeze_departments,
	"INSERT INTO cycle_department (cycle_id, department_id, name, kind, ord, flags, approver, reason)"
	" SELECT $1, d.id, t.name, t.kind, t.ord, t.flags, t.approver, t.reason FROM department d" TERM_ON(
		"t", "d.id", "$2") " WHERE d.valid_from <= $2 AND (d.valid_to IS NULL OR d.valid_to >= $2)");

/* The post `o` of a person on the base date. */
#define HELD_ON_BASE                                                                                         \
	"o.valid_from <= (SELECT base_day FROM cycle WHERE id = $1) AND (o.valid_to IS NULL OR"              \
	" o.valid_to >= (SELECT base_day FROM cycle WHERE id = $1))"

/* The condition of a set, as condition_holds reads it: $3 its flags, $4 whether any will do. */
#define CONDITION "($3 = 0 OR ($4 = 1 AND (c.flags & $3) <> 0) OR ($4 = 0 AND (c.flags & $3) = $3))"
#define INSERT_SHEET                                                                                         \
	"INSERT INTO sheet (cycle_id, set_key, department_id, person_id, person_name, person_kind)"          \
	" SELECT $1, $2, c.department_id, p.id, p.name, p.kind "

SQL(sheets_per_person,
	INSERT_SHEET "FROM cycle_department c JOIN post o ON o.department_id = c.department_id"
		     " JOIN person p ON p.id = o.person_id WHERE c.cycle_id = $1 AND o.main = 1"
		     " AND " HELD_ON_BASE " AND " CONDITION " ORDER BY c.ord, p.number");

SQL(sheets_per_department,
	INSERT_SHEET "FROM cycle_department c JOIN person p ON p.id = (SELECT m.id FROM post o"
		     " JOIN person m ON m.id = o.person_id JOIN account a ON a.person_id = m.id"
		     " WHERE o.department_id = c.department_id AND " HELD_ON_BASE
		     " AND a.active = 1 AND (a.roles & $5) <> 0 ORDER BY o.main DESC, m.number LIMIT 1)"
		     " WHERE c.cycle_id = $1 AND " CONDITION " ORDER BY c.ord");

SQL(sheet_of_body,
	INSERT_SHEET "FROM account a JOIN person p ON p.id = a.person_id"
		     " JOIN post o ON o.person_id = p.id AND o.main = 1 AND " HELD_ON_BASE
		     " JOIN cycle_department c ON c.cycle_id = $1 AND c.department_id = o.department_id"
		     " WHERE a.active = 1 AND (a.roles & $5) <> 0 AND " CONDITION " ORDER BY a.id LIMIT 1");

/* A department without anyone asked keeps its row: it is shown as such. */
SQL(progress_of_set, "INSERT INTO progress (cycle_id, set_key, department_id, asked)"
		     " SELECT $1, $2, c.department_id, count(s.id) FROM cycle_department c LEFT JOIN sheet s"
		     " ON s.cycle_id = $1 AND s.set_key = $2 AND s.department_id = c.department_id"
		     " WHERE c.cycle_id = $1 AND " CONDITION " GROUP BY c.department_id");
SQL(progress_of_body, "INSERT INTO progress (cycle_id, set_key, department_id, asked)"
		      " SELECT cycle_id, set_key, department_id, count(*) FROM sheet"
		      " WHERE cycle_id = $1 AND set_key = $2 GROUP BY cycle_id, set_key, department_id");

/* A duty nobody can answer is not made up: the secretariat reads of it. */
SQL(log_unanswerable, "INSERT INTO event (at, what, subject, detail)"
		      " SELECT $5, 'sheet_not_made', c.name, $2 FROM cycle_department c"
		      " WHERE c.cycle_id = $1 AND " CONDITION " AND NOT EXISTS (SELECT 1 FROM sheet s"
		      " WHERE s.cycle_id = $1 AND s.set_key = $2 AND s.department_id = c.department_id)");

static bool
department_sheets(struct db *db, int64_t id, const struct questionnaire *q, instant_t now, struct err *e)
{
	int64_t flags = q->when.flags, any = q->when.any;
	return db_exec(db, e, sheets_per_department, "isiii", id, q->key, flags, any,
		       (int64_t)ROLE_MANAGER) &&
	       db_exec(db, e, progress_of_set, "isii", id, q->key, flags, any) &&
	       db_exec(db, e, log_unanswerable, "isiii", id, q->key, flags, any, now);
}

static bool
body_sheet(struct db *db, int64_t id, const struct questionnaire *q, instant_t now, struct err *e)
{
	if (!db_exec(db, e, sheet_of_body, "isiii", id, q->key, (int64_t)q->when.flags, (int64_t)q->when.any,
		    (int64_t)ROLE_ADMIN))
		return false;
	if (db_changes(db) == 0)
		return event_add(db, now, 0, "sheet_not_made", "", q->key, e);
	return db_exec(db, e, progress_of_body, "is", id, q->key);
}

static bool
set_open(struct db *db, int64_t id, const struct questionnaire *q, instant_t now, struct err *e)
{
	switch (q->unit) {
	case UNIT_PERSON:
		return db_exec(db, e, sheets_per_person, "isii", id, q->key, (int64_t)q->when.flags,
			       (int64_t)q->when.any) &&
		       db_exec(db, e, progress_of_set, "isii", id, q->key, (int64_t)q->when.flags,
			       (int64_t)q->when.any);
	case UNIT_BODY:
		return body_sheet(db, id, q, now, e);
	case UNIT_ENGAGEMENT:
		return err_set(e, ERR_CONFLICT,
			_("%s is an audit checklist and has no place in a self-check"), q->title);
	default:
		return department_sheets(db, id, q, now, e);
	}
}

static bool
sets_open(struct db *db, struct arena *a, const struct bank *bank, int64_t id, instant_t now, struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	if (!cycle_sets(db, a, id, &sets, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct questionnaire *q = cycle_set_parse(db, a, bank, id, sets[i].set_key, e);
		if (q == NULL || !set_open(db, id, q, now, e))
			return false;
	}
	return true;
}

static bool
departments_freeze(struct db *db, const struct cycle *c, struct err *e)
{
	if (!db_exec(db, e, freeze_departments, "ii", c->id, (int64_t)c->base_day))
		return false;
	return db_changes(db) > 0 ||
	       err_set(e, ERR_CONFLICT, _("no department exists on the base date; load the roster first"));
}

static int
suppression_bound(struct db *db, const struct cycle *c)
{
	int decided = c->k > 0 ? c->k : setting_number(db, "k");
	return decided > 0 ? decided : SUPPRESS_DEFAULT_K;
}

SQL(set_open_state, "UPDATE cycle SET state = 'open', opened_at = $2, k = $3,"
		    " grade_a = $4, grade_b = $5, grade_c = $6 WHERE id = $1");

/* The rules the body has set by now count for this cycle, whatever it sets later. */
static bool
rules_freeze(struct db *db, const struct cycle *c, instant_t now, struct err *e)
{
	return db_exec(db, e, set_open_state, "iiiiii", c->id, now, (int64_t)suppression_bound(db, c),
		(int64_t)10 * setting_number(db, "grade_a"), (int64_t)10 * setting_number(db, "grade_b"),
		(int64_t)10 * setting_number(db, "grade_c"));
}

bool
cycle_open(struct db *db, struct piece *p, const struct bank *bank, int64_t id, instant_t now, struct err *e)
{
	(void)p; /* that it runs inside one is what undoes it when it fails half-way */
	struct arena *a = arena_create();
	struct cycle c;
	bool ok = cycle_find(db, a, id, &c, e);
	if (ok && c.state == CYCLE_CLOSED)
		ok = err_set(e, ERR_CONFLICT, _("a closed cycle is reopened with a reason, not opened"));
	ok = ok && cycle_may_move(c.state, CYCLE_OPEN, e) && departments_freeze(db, &c, e) &&
	     sets_open(db, a, bank, id, now, e) && rules_freeze(db, &c, now, e);
	arena_destroy(a);
	return ok;
}

/* ---- closing and reopening --------------------------------------------------------------- */

SQL(set_closed_state, "UPDATE cycle SET state = 'closed', closed_at = $2 WHERE id = $1");

bool
cycle_close(struct db *db, int64_t id, instant_t now, struct err *e)
{
	struct arena *a = arena_create();
	struct cycle c;
	bool ok = cycle_find(db, a, id, &c, e) && cycle_may_move(c.state, CYCLE_CLOSED, e) &&
		  db_exec(db, e, set_closed_state, "ii", id, now);
	arena_destroy(a);
	return ok;
}

SQL(set_reopened_state, "UPDATE cycle SET state = 'open', edition = edition + 1 WHERE id = $1");

bool
cycle_reopen(struct db *db, int64_t id, const char *reason, int64_t account_id, instant_t now, struct err *e)
{
	if (reason[strspn(reason, " \t\r\n")] == '\0')
		return err_set(e, ERR_INPUT, _("reopening a cycle needs a reason"));
	struct arena *a = arena_create();
	struct cycle c;
	bool ok = cycle_find(db, a, id, &c, e) && cycle_may_move(c.state, CYCLE_OPEN, e);
	if (ok && c.state != CYCLE_CLOSED)
		ok = err_set(e, ERR_CONFLICT, _("only a closed cycle can be reopened"));
	ok = ok && db_exec(db, e, set_reopened_state, "i", id) &&
	     event_add(db, now, account_id, "cycle_reopened", arena_printf(a, "%d", c.year), reason, e);
	arena_destroy(a);
	return ok;
}
