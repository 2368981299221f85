#include "store/cycle/cycles.h"

#include <string.h>

#include "base/words.h"

#define CYCLE_COLUMNS                                                                                        \
	"SELECT id, year, edition, k, title, state, base_day, opens_day, due_day, opened_at, final_at,"      \
	" grade_a, grade_b, grade_c, kind = 'adhoc', grace_day, reported_day, approver, approved_at,"        \
	" ended_at, approved_by, previous_id, individual, automatic"                                         \
	" FROM cycle "

static void
cycle_read(struct rows *r, struct arena *a, struct cycle *out)
{
	*out = (struct cycle){.id = row_int(r, 0),
		.year = (int)row_int(r, 1),
		.edition = (int)row_int(r, 2),
		.k = (int)row_int(r, 3),
		.title = row_text(r, 4, a),
		.state = cycle_state_of(row_peek(r, 5, NULL)),
		.base_day = (day_t)row_int(r, 6),
		.opens_day = (day_t)row_int(r, 7),
		.due_day = (day_t)row_int(r, 8),
		.opened_at = row_int(r, 9),
		.final_at = row_int(r, 10),
		.grading = {{(int)row_int(r, 11), (int)row_int(r, 12), (int)row_int(r, 13)}},
		.adhoc = row_int(r, 14) != 0,
		.grace_day = (day_t)row_int(r, 15),
		.reported_day = (day_t)row_int(r, 16),
		.approver = row_text(r, 17, a),
		.approved_at = row_int(r, 18),
		.ended_at = row_int(r, 19),
		.approved_by = row_int(r, 20),
		.previous_id = row_int(r, 21),
		.individual = row_int(r, 22) != 0,
		.automatic = row_int(r, 23) != 0};
}

struct cycle_days
cycle_days(const struct cycle *c)
{
	return (struct cycle_days){.base = c->base_day,
		.opens = c->opens_day,
		.due = c->due_day,
		.grace = c->grace_day,
		.automatic = c->automatic};
}

static bool
cycle_one(struct rows *r, struct arena *a, struct cycle *out, bool *found, struct err *e)
{
	*found = rows_next(r);
	if (*found)
		cycle_read(r, a, out);
	return rows_end(r, e);
}

SQL(find_cycle, CYCLE_COLUMNS "WHERE id = $1");

bool
cycle_find(struct db *db, struct arena *a, int64_t id, struct cycle *out, struct err *e)
{
	struct rows r;
	bool found;
	if (!db_query(db, &r, e, find_cycle, "i", id) || !cycle_one(&r, a, out, &found, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such cycle"));
}

const char *
cycle_mark(struct arena *a, const struct cycle *c)
{
	return c->adhoc ? arena_printf(a, "%d-adhoc-%lld", c->year, (long long)c->id)
			: arena_printf(a, "%d", c->year);
}

SQL(find_year,
	CYCLE_COLUMNS "WHERE year = $1 ORDER BY CASE WHEN state IN ('prepared', 'approved') THEN 1 ELSE 0 END,"
		      " kind, id DESC LIMIT 1");

bool
cycle_of_year(struct db *db, struct arena *a, int year, struct cycle *out, struct err *e)
{
	struct rows r;
	bool found;
	if (!db_query(db, &r, e, find_year, "i", (int64_t)year) || !cycle_one(&r, a, out, &found, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no cycle of the fiscal year %d"), year);
}

SQL(find_yearly, CYCLE_COLUMNS "WHERE year = $1 AND kind = 'annual' AND state NOT IN ('prepared', 'approved')"
			       " ORDER BY id DESC LIMIT 1");

bool
cycle_before(
	struct db *db, struct arena *a, const struct cycle *c, int year, struct cycle *out, struct err *e)
{
	struct rows r;
	bool found = false;
	*out = *c;
	while (c->adhoc && !found && out->previous_id != 0 && out->year > year) {
		if (!cycle_find(db, a, out->previous_id, out, e))
			return false;
		found = out->adhoc && out->year == year && cycle_opened(out->state);
	}
	if (!c->adhoc && (!db_query(db, &r, e, find_yearly, "i", (int64_t)year) ||
				 !cycle_one(&r, a, out, &found, e)))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no cycle of the fiscal year %d"), year);
}

/* A live one goes before one whose figures are final, the yearly one before those of an occasion,
 * the younger before the older. */
SQL(find_current,
	CYCLE_COLUMNS "WHERE state NOT IN ('prepared', 'approved')"
		      " ORDER BY CASE WHEN state IN ('open', 'grace', 'confirming') THEN 0 ELSE 1 END,"
		      " kind, year DESC, id DESC LIMIT 1");

bool
cycle_current(struct db *db, struct arena *a, struct cycle *out, struct err *e)
{
	struct rows r;
	bool found;
	if (!db_query(db, &r, e, find_current, "") || !cycle_one(&r, a, out, &found, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("no cycle has been opened yet"));
}

SQL(list_cycles, CYCLE_COLUMNS "ORDER BY year DESC, id DESC");

bool
cycles_list(struct db *db, struct arena *a, struct cycle **out, size_t *count, struct err *e)
{
	struct rows r;
	struct cycle *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_cycles, ""))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		cycle_read(&r, a, &list[n++]);
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

SQL(list_cycle_sets, "SELECT s.set_key, q.title, q.edition, q.id FROM cycle_set s"
		     " JOIN question_set q ON q.id = s.question_set_id WHERE s.cycle_id = $1 ORDER BY s.ord");

bool
cycle_sets(struct db *db, struct arena *a, int64_t cycle_id, struct cycle_set **out, size_t *count,
	struct err *e)
{
	struct rows r;
	struct cycle_set *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_cycle_sets, "i", cycle_id))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct cycle_set){.set_key = row_text(&r, 0, a),
			.title = row_text(&r, 1, a),
			.edition = row_text(&r, 2, a),
			.question_set_id = row_int(&r, 3)};
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

/* ---- departments ------------------------------------------------------------------- */

#define DEPARTMENT_COLUMNS                                                                                   \
	"SELECT c.department_id, d.key, c.name, c.kind, c.ord, c.flags, c.approver, c.reason"                \
	" FROM cycle_department c JOIN department d ON d.id = c.department_id "

static void
department_read(struct rows *r, struct arena *a, struct cycle_department *out)
{
	*out = (struct cycle_department){.department_id = row_int(r, 0),
		.key = row_text(r, 1, a),
		.name = row_text(r, 2, a),
		.kind = row_text(r, 3, a),
		.ord = (int)row_int(r, 4),
		.flags = (flags_t)row_int(r, 5),
		.approver = row_text(r, 6, a),
		.reason = row_text(r, 7, a)};
}

static bool
departments_read(struct rows *r, struct arena *a, struct cycle_department **out, size_t *count, struct err *e)
{
	struct cycle_department *list = NULL;
	size_t n = 0;
	while (rows_next(r)) {
		list = ARENA_PUSH(a, list, n);
		department_read(r, a, &list[n++]);
	}
	*out = list;
	*count = n;
	return rows_end(r, e);
}

SQL(list_cycle_departments, DEPARTMENT_COLUMNS "WHERE c.cycle_id = $1 ORDER BY c.ord, d.id");

bool
cycle_departments(struct db *db, struct arena *a, int64_t cycle_id, struct cycle_department **out,
	size_t *count, struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, list_cycle_departments, "i", cycle_id) &&
	       departments_read(&r, a, out, count, e);
}

SQL(list_ancestors, "WITH RECURSIVE line(id) AS (SELECT $2 UNION SELECT l.predecessor_id FROM lineage l"
		    " JOIN line ON l.successor_id = line.id WHERE l.day > (SELECT base_day FROM cycle"
		    " WHERE id = $1)) " DEPARTMENT_COLUMNS "JOIN line ON line.id = c.department_id"
		    " WHERE c.cycle_id = $1 ORDER BY c.ord, d.id");

bool
cycle_ancestors(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id,
	struct cycle_department **out, size_t *count, struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, list_ancestors, "ii", cycle_id, department_id) &&
	       departments_read(&r, a, out, count, e);
}

/* The nearest that took part; of several merged into one, the first in order. */
SQL(find_ancestor,
	"WITH RECURSIVE line(id, steps) AS (SELECT id, 0 FROM department WHERE id = $2 UNION"
	" SELECT l.predecessor_id, line.steps + 1 FROM lineage l JOIN line ON l.successor_id = line.id"
	" WHERE line.steps < 20) " DEPARTMENT_COLUMNS
	"JOIN line ON line.id = c.department_id WHERE c.cycle_id = $1"
	" ORDER BY line.steps, c.ord LIMIT 1");

bool
cycle_ancestor(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id,
	struct cycle_department *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_ancestor, "ii", cycle_id, department_id))
		return false;
	bool found = rows_next(&r);
	if (found)
		department_read(&r, a, out);
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("the department had no predecessor in that cycle"));
}
