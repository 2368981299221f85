/* What is frozen and made when a cycle opens. The move itself is in cycle_moves.c. */
#include "store/cycle/cycle_open.h"

#include <string.h>

#include "base/words.h"
#include "domain/answer/sheet_code.h"
#include "domain/organisation/role.h"
#include "domain/score/suppress.h"
#include "store/cycle/cycle_rules.h"
#include "store/cycle/entry_sheets.h"
#include "store/cycle/frozen.h"
#include "store/event.h"
#include "store/jobs.h"
#include "store/organisation/departments.h"
#include "store/setting.h"

/* ---- opening ------------------------------------------------------------------------- */

SQL(freeze_departments,
	"INSERT INTO cycle_department (cycle_id, department_id, name, kind, ord, flags, approver, reason)"
	" SELECT $1, d.id, t.name, t.kind, t.ord, t.flags, t.flags_approver, t.flags_reason"
	" FROM department d" TERM_ON("t", "d.id", "$2") " WHERE d.valid_from <= $2 AND (d.valid_to IS NULL OR d.valid_to >= $2)");

/* The post `o` of a person on the base date. */
#define HELD_ON_BASE                                                                                         \
	"o.valid_from <= (SELECT base_day FROM cycle WHERE id = $1) AND (o.valid_to IS NULL OR"              \
	" o.valid_to >= (SELECT base_day FROM cycle WHERE id = $1))"

/* The condition of a set, as condition_holds reads it: $3 its flags, $4 whether any will do. */
#define CONDITION "($3 = 0 OR ($4 = 1 AND (c.flags & $3) <> 0) OR ($4 = 0 AND (c.flags & $3) = $3))"
#define INSERT_SHEET                                                                                         \
	"INSERT INTO sheet (cycle_id, set_key, unit_id, unit_name, department_id, flags, person_id,"         \
	" person_name, person_kind) SELECT $1, $2, "

SQL(sheets_per_person,
	INSERT_SHEET "p.id, p.name, c.department_id, c.flags, p.id, p.name, p.kind"
		     " FROM cycle_department c JOIN post o ON o.department_id = c.department_id"
		     " JOIN person p ON p.id = o.person_id WHERE c.cycle_id = $1 AND o.main = 1"
		     " AND " HELD_ON_BASE " AND " CONDITION " ORDER BY c.ord, p.number");

/* Who holds further posts is asked once. Without work of the set in the main department, the sheet belongs
 * to the first further one that has it. */
SQL(sheets_of_further, INSERT_SHEET
	"p.id, p.name, c.department_id, c.flags, p.id, p.name, p.kind"
	" FROM cycle_department c JOIN post o ON o.department_id = c.department_id"
	" JOIN person p ON p.id = o.person_id WHERE c.cycle_id = $1 AND o.main = 0"
	" AND " HELD_ON_BASE " AND " CONDITION " ORDER BY c.ord, p.number ON CONFLICT DO NOTHING");
SQL(list_further, "SELECT s.id, c.department_id, c.flags FROM sheet s"
		  " JOIN post o ON o.person_id = s.unit_id AND o.main = 0 AND " HELD_ON_BASE
		  " JOIN cycle_department c ON c.cycle_id = $1 AND c.department_id = o.department_id"
		  " WHERE s.cycle_id = $1 AND s.set_key = $2 AND c.department_id <> s.department_id"
		  " AND " CONDITION " ORDER BY s.id, c.ord");
SQL(add_further, "INSERT INTO sheet_department (sheet_id, department_id) VALUES ($1, $2)");
SQL(add_flags, "UPDATE sheet SET flags = flags | $2 WHERE id = $1");

struct further {
	int64_t sheet_id, department_id, flags;
};

static bool
further_departments(struct db *db, int64_t id, const struct questionnaire *q, struct err *e)
{
	int64_t flags = q->when.flags, any = q->when.any;
	struct rows r;
	struct further *list = NULL;
	size_t n = 0;
	if (!db_exec(db, e, sheets_of_further, "isii", id, q->key, flags, any) ||
		!db_query(db, &r, e, list_further, "isii", id, q->key, flags, any))
		return false;
	struct arena *a = arena_create();
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct further){row_int(&r, 0), row_int(&r, 1), row_int(&r, 2)};
	}
	bool ok = rows_end(&r, e);
	for (size_t i = 0; ok && i < n; i++)
		ok = db_exec(db, e, add_further, "ii", list[i].sheet_id, list[i].department_id) &&
		     db_exec(db, e, add_flags, "ii", list[i].sheet_id, list[i].flags);
	arena_destroy(a);
	return ok;
}

/* Who was away on the base date, or came after it, is not asked; the list says so, and the secretariat
 * may ask them nevertheless. $3 is when the cycle opens, $4 that day. */
SQL(exclude_absent, "UPDATE sheet SET excluded_at = $3, excluded_reason = 'absent', excluded_text = b.reason"
		    " FROM absence b, cycle c WHERE sheet.cycle_id = $1 AND sheet.set_key = $2 AND c.id = $1"
		    " AND b.person_id = sheet.person_id AND b.from_day <= c.base_day"
		    " AND (b.to_day IS NULL OR b.to_day >= c.base_day)");
SQL(sheets_of_hired,
	"INSERT INTO sheet (cycle_id, set_key, unit_id, unit_name, department_id, flags, person_id,"
	" person_name, person_kind, excluded_at, excluded_reason, excluded_text)"
	" SELECT $1, $2, p.id, p.name, d.department_id, d.flags, p.id, p.name, p.kind, $3, 'hired', ''"
	" FROM cycle c JOIN person p JOIN post o ON o.id = (SELECT y.id FROM post y"
	" WHERE y.person_id = p.id AND y.main = 1 AND y.valid_from > c.base_day AND y.valid_from <= $4"
	" AND (y.valid_to IS NULL OR y.valid_to >= $4) ORDER BY y.valid_from LIMIT 1)"
	" JOIN cycle_department d ON d.cycle_id = c.id AND d.department_id = o.department_id"
	" WHERE c.id = $1 AND ($5 = 0 OR ($6 = 1 AND (d.flags & $5) <> 0) OR"
	" ($6 = 0 AND (d.flags & $5) = $5)) AND NOT EXISTS (SELECT 1 FROM sheet s WHERE s.cycle_id = $1"
	" AND s.set_key = $2 AND s.unit_id = p.id) ORDER BY d.ord, p.number");
SQL(log_excluded, "INSERT INTO event (at, what, subject, detail)"
		  " SELECT $3, 'sheets_excluded', $2, count(*) FROM sheet"
		  " WHERE cycle_id = $1 AND set_key = $2 AND excluded_at IS NOT NULL HAVING count(*) > 0");

/* A duty nobody can answer yet waits for the secretariat to name someone. */
SQL(sheets_per_department,
	INSERT_SHEET "c.department_id, c.name, c.department_id, c.flags, p.id, coalesce(p.name, ''),"
		     " coalesce(p.kind, '') FROM cycle_department c"
		     " LEFT JOIN person p ON p.id = (SELECT m.id FROM post o"
		     " JOIN person m ON m.id = o.person_id JOIN account a ON a.person_id = m.id"
		     " WHERE o.department_id = c.department_id AND " HELD_ON_BASE
		     " AND a.active = 1 AND (a.roles & $5) <> 0 ORDER BY o.main DESC, m.number LIMIT 1)"
		     " WHERE c.cycle_id = $1 AND " CONDITION " ORDER BY c.ord");

SQL(sheet_of_body,
	INSERT_SHEET "0, '', c.department_id, c.flags, p.id, p.name, p.kind"
		     " FROM account a JOIN person p ON p.id = a.person_id"
		     " JOIN post o ON o.person_id = p.id AND o.main = 1 AND " HELD_ON_BASE
		     " JOIN cycle_department c ON c.cycle_id = $1 AND c.department_id = o.department_id"
		     " WHERE a.active = 1 AND (a.roles & $5) <> 0 AND " CONDITION " ORDER BY a.id LIMIT 1");

SQL(unnamed_sheet_of_body, INSERT_SHEET "0, '', c.department_id, c.flags, NULL, '', ''"
					" FROM cycle_department c WHERE c.cycle_id = $1 AND " CONDITION
					" ORDER BY c.ord LIMIT 1");

/* Where each sheet counts: its own department and the further ones (兼務). */
#define COUNTED                                                                                              \
	"(SELECT id, department_id, excluded_at FROM sheet WHERE cycle_id = $1 AND set_key = $2 UNION ALL"   \
	" SELECT s.id, x.department_id, s.excluded_at FROM sheet s JOIN sheet_department x"                  \
	" ON x.sheet_id = s.id WHERE s.cycle_id = $1 AND s.set_key = $2) "

/* A department without anyone asked keeps its row: it is shown as such. */
SQL(progress_of_set,
	"INSERT INTO progress (cycle_id, set_key, department_id, asked, excluded)"
	" SELECT $1, $2, c.department_id, count(s.id) - count(s.excluded_at), count(s.excluded_at)"
	" FROM cycle_department c LEFT JOIN " COUNTED "s ON s.department_id = c.department_id"
	" WHERE c.cycle_id = $1 AND (" CONDITION " OR s.id IS NOT NULL) GROUP BY c.department_id");
SQL(progress_of_body, "INSERT INTO progress (cycle_id, set_key, department_id, asked)"
		      " SELECT cycle_id, set_key, department_id, count(*) FROM sheet"
		      " WHERE cycle_id = $1 AND set_key = $2 GROUP BY cycle_id, set_key, department_id");

SQL(log_unnamed, "INSERT INTO event (at, what, subject, detail)"
		 " SELECT $3, 'sheet_unnamed', unit_name, set_key FROM sheet"
		 " WHERE cycle_id = $1 AND set_key = $2 AND person_id IS NULL ORDER BY id");

static bool
person_sheets(struct db *db, int64_t id, const struct questionnaire *q, instant_t now, struct err *e)
{
	int64_t flags = q->when.flags, any = q->when.any;
	return db_exec(db, e, sheets_per_person, "isii", id, q->key, flags, any) &&
	       (!q->concurrent || further_departments(db, id, q, e)) &&
	       db_exec(db, e, exclude_absent, "isi", id, q->key, now) &&
	       db_exec(db, e, sheets_of_hired, "isiiii", id, q->key, now, (int64_t)day_of_instant(now), flags,
		       any) &&
	       db_exec(db, e, progress_of_set, "isii", id, q->key, flags, any) &&
	       db_exec(db, e, log_excluded, "isi", id, q->key, now);
}

static bool
department_sheets(struct db *db, int64_t id, const struct questionnaire *q, instant_t now, struct err *e)
{
	int64_t flags = q->when.flags, any = q->when.any;
	return db_exec(db, e, sheets_per_department, "isiii", id, q->key, flags, any,
		       (int64_t)ROLE_MANAGER) &&
	       db_exec(db, e, progress_of_set, "isii", id, q->key, flags, any) &&
	       db_exec(db, e, log_unnamed, "isi", id, q->key, now);
}

static bool
body_sheet(struct db *db, int64_t id, const struct questionnaire *q, instant_t now, struct err *e)
{
	if (!db_exec(db, e, sheet_of_body, "isiii", id, q->key, (int64_t)q->when.flags, (int64_t)q->when.any,
		    (int64_t)ROLE_ADMIN))
		return false;
	if (db_changes(db) == 0 && !db_exec(db, e, unnamed_sheet_of_body, "isii", id, q->key,
					   (int64_t)q->when.flags, (int64_t)q->when.any))
		return false;
	return db_exec(db, e, progress_of_body, "is", id, q->key) &&
	       db_exec(db, e, log_unnamed, "isi", id, q->key, now);
}

/* Per entry of the register of that unit. */
static bool
entry_sheets(struct db *db, struct arena *a, const struct registers *all, int64_t id,
	const struct questionnaire *q, instant_t now, struct err *e)
{
	const struct register_kind *kind = register_of_unit(all, q->unit);
	if (kind == NULL)
		return err_set(
			e, ERR_CONFLICT, _("there is no register of what %s is answered for"), q->title);
	return sheets_per_entry(db, a, kind, id, q, now, e) &&
	       db_exec(db, e, progress_of_set, "isii", id, q->key, (int64_t)q->when.flags,
		       (int64_t)q->when.any) &&
	       db_exec(db, e, log_unnamed, "isi", id, q->key, now);
}

static bool
set_open(struct db *db, struct arena *a, const struct bank *bank, int64_t id, const struct questionnaire *q,
	instant_t now, struct err *e)
{
	switch (q->unit) {
	case UNIT_PERSON:
		return person_sheets(db, id, q, now, e);
	case UNIT_BODY:
		return body_sheet(db, id, q, now, e);
	case UNIT_ENGAGEMENT:
		return err_set(e, ERR_CONFLICT,
			_("%s is an audit checklist and has no place in a self-check"), q->title);
	case UNIT_DEPARTMENT:
		return department_sheets(db, id, q, now, e);
	default:
		return entry_sheets(db, a, bank->registers, id, q, now, e);
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
		if (q == NULL || !set_open(db, a, bank, id, q, now, e))
			return false;
	}
	return true;
}

SQL(list_uncoded, "SELECT id FROM sheet WHERE cycle_id = $1 AND code IS NULL ORDER BY id");
SQL(set_code, "UPDATE sheet SET code = $2 WHERE id = $1");

static bool
codes_give(struct db *db, struct arena *a, const struct cycle *c, struct err *e)
{
	struct rows r;
	int64_t *ids = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_uncoded, "i", c->id))
		return false;
	while (rows_next(&r)) {
		ids = ARENA_PUSH(a, ids, n);
		ids[n++] = row_int(&r, 0);
	}
	bool ok = rows_end(&r, e);
	for (size_t i = 0; ok && i < n; i++)
		ok = db_exec(db, e, set_code, "is", ids[i], sheet_code(a, c->year, ids[i]));
	return ok;
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

SQL(freeze_rules, "UPDATE cycle SET opened_at = $2, k = $3, grade_a = $4, grade_b = $5, grade_c = $6"
		  " WHERE id = $1");

/* The rules the body has set by now count for this cycle, whatever it sets later. */
static bool
rules_freeze(struct db *db, const struct cycle *c, instant_t now, struct err *e)
{
	return db_exec(db, e, freeze_rules, "iiiiii", c->id, now, (int64_t)suppression_bound(db, c),
		(int64_t)10 * setting_number(db, "grade_a"), (int64_t)10 * setting_number(db, "grade_b"),
		(int64_t)10 * setting_number(db, "grade_c"));
}

bool
cycle_open(struct db *db, struct arena *a, const struct bank *bank, const struct cycle *c, instant_t now,
	struct err *e)
{
	return organisation_free(db, e) && cycle_rules_keep(db, bank, c->id, e) && departments_freeze(db, c, e) &&
	       sets_open(db, a, bank, c->id, now, e) && codes_give(db, a, c, e) &&
	       rules_freeze(db, c, now, e);
}
