#include "store/cycle/latecomers.h"

#include "base/words.h"
#include "domain/answer/sheet_code.h"
#include "store/cycle/cycles.h"
#include "store/cycle/frozen.h"

/* $4 and $5 are the condition of the set (cycle_open.c). */
SQL(add_sheet,
	"INSERT INTO sheet (cycle_id, set_key, unit_id, unit_name, department_id, flags, person_id,"
	" person_name, person_kind) SELECT $1, $2, p.id, p.name, c.department_id, c.flags, p.id, p.name, p.kind"
	" FROM person p JOIN post o ON o.person_id = p.id AND o.main = 1 AND o.valid_from <= $6"
	" AND (o.valid_to IS NULL OR o.valid_to >= $6)"
	" JOIN cycle_department c ON c.cycle_id = $1 AND c.department_id = o.department_id"
	" WHERE p.id = $3 AND ($4 = 0 OR ($5 = 1 AND (c.flags & $4) <> 0) OR ($5 = 0 AND (c.flags & $4) = $4))"
	" ON CONFLICT DO NOTHING");
SQL(find_added, "SELECT id FROM sheet WHERE cycle_id = $1 AND set_key = $2 AND unit_id = $3");
SQL(set_code, "UPDATE sheet SET code = $2 WHERE id = $1");
SQL(count_asked,
	"INSERT INTO progress (cycle_id, set_key, department_id, asked) SELECT cycle_id, set_key, department_id, 1"
	" FROM sheet WHERE id = $1 ON CONFLICT (cycle_id, set_key, department_id) DO UPDATE SET asked = asked + 1");

struct asking {
	struct db *db;
	struct arena *arena;
	const struct bank *bank;
	int64_t person_id;
	day_t today;
	size_t made;
};

static bool
sheet_added(struct asking *w, const struct cycle *c, const char *set_key, struct err *e)
{
	struct rows r;
	if (!db_query(w->db, &r, e, find_added, "isi", c->id, set_key, w->person_id))
		return false;
	int64_t id = rows_next(&r) ? row_int(&r, 0) : 0;
	w->made++;
	return rows_end(&r, e) && db_exec(w->db, e, set_code, "is", id, sheet_code(w->arena, c->year, id)) &&
	       db_exec(w->db, e, count_asked, "i", id);
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
			cycle_set_parse(w->db, w->arena, w->bank, c->id, sets[i].set_key, e);
		if (q == NULL)
			return false;
		if (q->unit != UNIT_PERSON)
			continue;
		if (!db_exec(w->db, e, add_sheet, "isiiii", c->id, q->key, w->person_id, (int64_t)q->when.flags,
			    (int64_t)q->when.any, (int64_t)w->today))
			return false;
		if (db_changes(w->db) > 0 && !sheet_added(w, c, q->key, e))
			return false;
	}
	return true;
}

bool
latecomer_ask(struct db *db, struct arena *a, const struct bank *bank, int64_t person_id, day_t today,
	struct err *e)
{
	struct asking w = {db, a, bank, person_id, today, 0};
	struct cycle *list;
	size_t count;
	if (!cycles_list(db, a, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (cycle_answers(list[i].state) && !cycle_ask(&w, &list[i], e))
			return false;
	return w.made > 0 ||
	       err_set(e, ERR_CONFLICT,
		       _("there is no sheet to make: either no cycle takes answers, or this person has the sheets already or no department in it"));
}
