#include "store/cycle/entry_sheets.h"

#include "base/words.h"
#include "domain/organisation/role.h"
#include "store/register/registers.h"

struct place {
	int64_t department_id; /* 0: nothing of the department took part */
	flags_t flags;
};

/* A department that ended before the base date and whose entries nobody has moved since. */
SQL(find_heir,
	"WITH RECURSIVE line(id, steps) AS (SELECT id, 0 FROM department WHERE id = $2 UNION"
	" SELECT l.successor_id, line.steps + 1 FROM lineage l JOIN line ON l.predecessor_id = line.id"
	" WHERE line.steps < 20) SELECT c.department_id, c.flags FROM cycle_department c"
	" JOIN line ON line.id = c.department_id WHERE c.cycle_id = $1 ORDER BY line.steps, c.ord LIMIT 1");

/* Where the entry was on the base date: its department of today, what that came out of, or its heir. */
static bool
place_find(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id, struct place *out,
	struct err *e)
{
	struct cycle_department d;
	struct err absent = {0};
	struct rows r;
	*out = (struct place){0};
	if (cycle_ancestor(db, a, cycle_id, department_id, &d, &absent)) {
		*out = (struct place){d.department_id, d.flags};
		return true;
	}
	if (absent.kind != ERR_ABSENT) {
		*e = absent;
		return false;
	}
	if (!db_query(db, &r, e, find_heir, "ii", cycle_id, department_id))
		return false;
	if (rows_next(&r))
		*out = (struct place){row_int(&r, 0), (flags_t)row_int(&r, 1)};
	return rows_end(&r, e);
}

SQL(insert_entry_sheet,
	"INSERT INTO sheet (cycle_id, set_key, unit_id, unit_name, department_id, flags, person_id,"
	" person_name, person_kind) SELECT $1, $2, $3, $4, $5, $6, p.id, coalesce(p.name, ''),"
	" coalesce(p.kind, '') FROM cycle c LEFT JOIN person p ON p.id = coalesce("
	"(SELECT o.id FROM person o WHERE o.id = $7 AND (o.left_day IS NULL OR o.left_day >= c.base_day)"
	" AND NOT EXISTS (SELECT 1 FROM absence b WHERE b.person_id = o.id AND b.from_day <= c.base_day"
	" AND (b.to_day IS NULL OR b.to_day >= c.base_day))),"
	"(SELECT m.id FROM post t JOIN person m ON m.id = t.person_id JOIN account a ON a.person_id = m.id"
	" WHERE t.department_id = $5 AND t.valid_from <= c.base_day"
	" AND (t.valid_to IS NULL OR t.valid_to >= c.base_day) AND a.active = 1 AND (a.roles & $8) <> 0"
	" ORDER BY t.main DESC, m.number LIMIT 1)) WHERE c.id = $1");

/* What belongs nowhere is not made up: the secretariat reads of it. */
static bool
entry_open(struct db *db, struct arena *a, const struct register_kind *kind, int64_t cycle_id,
	const struct questionnaire *q, const struct entry *entry, instant_t now, struct err *e)
{
	struct place at;
	const char *const *texts = entry->texts;
	if (!place_find(db, a, cycle_id, entry->department_id, &at, e))
		return false;
	if (at.department_id == 0)
		return event_add(
			db, now, 0, "sheet_not_made", entry_subject(a, kind, texts[FIELD_KEY]), q->key, e);
	flags_t flags = entry_flags(kind, texts, at.flags);
	return !condition_holds(q->when, flags) ||
	       db_exec(db, e, insert_entry_sheet, "isisiiii", cycle_id, q->key, entry->id, texts[FIELD_NAME],
		       at.department_id, (int64_t)flags, entry->owner_id, (int64_t)ROLE_MANAGER);
}

bool
sheets_per_entry(struct db *db, struct arena *a, const struct register_kind *kind, int64_t cycle_id,
	const struct questionnaire *q, instant_t now, struct err *e)
{
	struct cycle cycle;
	struct entries list;
	if (!cycle_find(db, a, cycle_id, &cycle, e))
		return false;
	const struct entry_filter there = {.from = cycle.base_day, .there = cycle.base_day};
	if (!entries_list(db, a, kind, &there, &list, e))
		return false;
	for (size_t i = 0; i < list.count; i++)
		if (!entry_open(db, a, kind, cycle_id, q, &list.rows[i], now, e))
			return false;
	return list.count > 0 || event_add(db, now, 0, "register_empty", kind->title, q->key, e);
}
