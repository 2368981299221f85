#include "store/cycle/latecomers.h"

#include "base/words.h"
#include "domain/answer/sheet_code.h"
#include "store/cycle/cycles.h"
#include "store/cycle/frozen.h"
#include "store/sheet/sheet_acts.h"

/* The post `o` of a person on the day $6; the condition of a set, $4 and $5 (cycle_open.c). */
#define HELD "o.valid_from <= $6 AND (o.valid_to IS NULL OR o.valid_to >= $6)"
#define CONDITION "($4 = 0 OR ($5 = 1 AND (c.flags & $4) <> 0) OR ($5 = 0 AND (c.flags & $4) = $4))"

SQL(add_sheet, "INSERT INTO sheet (cycle_id, set_key, unit_id, unit_name, department_id, flags, person_id,"
	       " person_name, person_kind) SELECT $1, $2, p.id, p.name, c.department_id, c.flags, p.id,"
	       " p.name, p.kind FROM person p JOIN post o ON o.person_id = p.id AND o.main = 1 AND " HELD
	       " JOIN cycle_department c ON c.cycle_id = $1 AND c.department_id = o.department_id"
	       " WHERE p.id = $3 AND " CONDITION " ON CONFLICT DO NOTHING");
SQL(find_added, "SELECT id FROM sheet WHERE cycle_id = $1 AND set_key = $2 AND unit_id = $3");
SQL(set_code, "UPDATE sheet SET code = $2 WHERE id = $1");
SQL(list_further, "SELECT c.department_id, c.flags FROM sheet s"
		  " JOIN post o ON o.person_id = s.unit_id AND o.main = 0 AND " HELD
		  " JOIN cycle_department c ON c.cycle_id = $1 AND c.department_id = o.department_id"
		  " WHERE s.cycle_id = $1 AND s.set_key = $2 AND s.unit_id = $3"
		  " AND c.department_id <> s.department_id AND " CONDITION " ORDER BY c.ord");
SQL(add_further, "INSERT INTO sheet_department (sheet_id, department_id) VALUES ($1, $2)");
SQL(add_flags, "UPDATE sheet SET flags = flags | $2 WHERE id = $1");
SQL(count_asked, "INSERT INTO progress (cycle_id, set_key, department_id, asked)"
		 " SELECT s.cycle_id, s.set_key, d.department_id, 1 FROM sheet s JOIN (SELECT id, department_id"
		 " FROM sheet UNION ALL SELECT sheet_id, department_id FROM sheet_department) d ON d.id = s.id"
		 " WHERE s.id = $1 ON CONFLICT (cycle_id, set_key, department_id) DO UPDATE SET asked = asked + 1");

struct asking {
	struct db *db;
	struct arena *arena;
	const struct latecomer *late;
	day_t today;
	size_t made;
};

struct further {
	int64_t department_id, flags;
};

/* 兼務: counted once for each post that has work of the set. */
static bool
further_add(struct asking *w, int64_t cycle, const struct questionnaire *q, int64_t sheet, struct err *e)
{
	struct rows r;
	struct further *list = NULL;
	size_t n = 0;
	if (!db_query(w->db, &r, e, list_further, "isiiii", cycle, q->key, w->late->person_id,
		    (int64_t)q->when.flags, (int64_t)q->when.any, (int64_t)w->today))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(w->arena, list, n);
		list[n++] = (struct further){row_int(&r, 0), row_int(&r, 1)};
	}
	bool ok = rows_end(&r, e);
	for (size_t i = 0; ok && i < n; i++)
		ok = db_exec(w->db, e, add_further, "ii", sheet, list[i].department_id) &&
		     db_exec(w->db, e, add_flags, "ii", sheet, list[i].flags);
	return ok;
}

static bool
sheet_added(struct asking *w, const struct cycle *c, const struct questionnaire *q, struct err *e)
{
	struct rows r;
	if (!db_query(w->db, &r, e, find_added, "isi", c->id, q->key, w->late->person_id))
		return false;
	int64_t id = rows_next(&r) ? row_int(&r, 0) : 0;
	w->made++;
	return rows_end(&r, e) && db_exec(w->db, e, set_code, "is", id, sheet_code(w->arena, c->year, id)) &&
	       (!q->concurrent || further_add(w, c->id, q, id, e)) &&
	       db_exec(w->db, e, count_asked, "i", id) &&
	       sheet_log(w->db, w->arena, id, w->late->account_id, "sheet_given", "", w->late->now, e);
}

static bool
cycle_ask(struct asking *w, const struct cycle *c, struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	if (!cycle_sets(w->db, w->arena, c->id, &sets, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct questionnaire *q =
			cycle_set_parse(w->db, w->arena, w->late->bank, c->id, sets[i].set_key, e);
		if (q == NULL)
			return false;
		if (q->unit != UNIT_PERSON)
			continue;
		if (!db_exec(w->db, e, add_sheet, "isiiii", c->id, q->key, w->late->person_id,
			    (int64_t)q->when.flags, (int64_t)q->when.any, (int64_t)w->today))
			return false;
		if (db_changes(w->db) > 0 && !sheet_added(w, c, q, e))
			return false;
	}
	return true;
}

SQL(any_excluded, "SELECT EXISTS (SELECT 1 FROM sheet s JOIN cycle c ON c.id = s.cycle_id"
		  " WHERE s.unit_id = $1 AND s.person_id = $1 AND s.excluded_at IS NOT NULL"
		  " AND c.state IN ('open', 'grace'))");

static bool
nothing_made(const struct asking *w, struct err *e)
{
	struct rows r;
	if (!db_query(w->db, &r, e, any_excluded, "i", w->late->person_id))
		return false;
	bool excluded = rows_next(&r) && row_int(&r, 0) != 0;
	if (!rows_end(&r, e))
		return false;
	if (excluded)
		return err_set(e, ERR_CONFLICT,
			_("this person has a sheet that is excluded; take that back in the list of sheets"));
	return err_set(e, ERR_CONFLICT,
		_("there is no sheet to make: no cycle takes answers, the sheets are there already, or the "
		  "department of the main post is not in the cycle"));
}

bool
latecomer_ask(struct db *db, struct arena *a, const struct latecomer *x, struct err *e)
{
	struct asking w = {db, a, x, day_of_instant(x->now), 0};
	struct cycle *list;
	size_t count;
	if (!cycles_list(db, a, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (cycle_answers(list[i].state) && !cycle_ask(&w, &list[i], e))
			return false;
	return w.made > 0 || nothing_made(&w, e);
}
