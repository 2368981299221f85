/* Departments as they were on a day. What changes them is in reorganise.c. */
#include "store/organisation/departments.h"

#include "base/words.h"

#define TERM_COLUMNS                                                                                         \
	"SELECT d.id, coalesce(t.parent_id, 0), d.key, t.name, t.kind, t.ord, t.flags, t.approver,"          \
	" t.reason, t.valid_from, d.valid_from, d.valid_to, t.flags_approver, t.flags_reason"
enum { TERM_COLUMN_COUNT = 14 };

static void
department_read(struct rows *r, struct arena *a, struct department *out)
{
	*out = (struct department){.id = row_int(r, 0),
		.parent_id = row_int(r, 1),
		.key = row_text(r, 2, a),
		.name = row_text(r, 3, a),
		.kind = row_text(r, 4, a),
		.ord = (int)row_int(r, 5),
		.flags = (flags_t)row_int(r, 6),
		.approver = row_text(r, 7, a),
		.reason = row_text(r, 8, a),
		.since = (day_t)row_int(r, 9),
		.valid_from = (day_t)row_int(r, 10),
		.valid_to = (day_t)row_int(r, 11),
		.flags_approver = row_text(r, 12, a),
		.flags_reason = row_text(r, 13, a)};
}

#define DEPARTMENT_ON(day)                                                                                   \
	TERM_COLUMNS " FROM department d" TERM_ON("t", "d.id", "max(" day ", d.valid_from)")

static bool
department_one(struct rows *r, struct arena *a, struct department *out, bool *found, struct err *e)
{
	*found = rows_next(r);
	if (*found)
		department_read(r, a, out);
	return rows_end(r, e);
}

SQL(find_department, DEPARTMENT_ON("$2") " WHERE d.key = $1");

bool
department_find(
	struct db *db, struct arena *a, const char *key, day_t day, struct department *out, struct err *e)
{
	struct rows r;
	bool found;
	if (!db_query(db, &r, e, find_department, "si", key, (int64_t)day) ||
		!department_one(&r, a, out, &found, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no department %s"), key);
}

SQL(find_department_id, DEPARTMENT_ON("$2") " WHERE d.id = $1");

bool
department_at(struct db *db, struct arena *a, int64_t id, day_t day, struct department *out, struct err *e)
{
	struct rows r;
	bool found;
	if (!db_query(db, &r, e, find_department_id, "ii", id, (int64_t)day) ||
		!department_one(&r, a, out, &found, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such department"));
}

static bool
departments_read(struct rows *r, struct arena *a, struct department **out, size_t *count, struct err *e)
{
	struct department *list = NULL;
	size_t n = 0;
	while (rows_next(r)) {
		list = ARENA_PUSH(a, list, n);
		department_read(r, a, &list[n++]);
	}
	*out = list;
	*count = n;
	return rows_end(r, e);
}

SQL(list_departments,
	DEPARTMENT_ON("$1") " WHERE d.valid_from <= $1"
			    " AND (d.valid_to IS NULL OR d.valid_to >= $1) ORDER BY t.ord, d.id");

bool
departments_list(
	struct db *db, struct arena *a, day_t day, struct department **out, size_t *count, struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, list_departments, "i", (int64_t)day) &&
	       departments_read(&r, a, out, count, e);
}

SQL(list_ended, DEPARTMENT_ON("$1") " WHERE d.valid_to < $1 ORDER BY d.valid_to DESC, t.ord, d.id");

bool
departments_ended(
	struct db *db, struct arena *a, day_t day, struct department **out, size_t *count, struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, list_ended, "i", (int64_t)day) && departments_read(&r, a, out, count, e);
}

SQL(list_terms,
	TERM_COLUMNS ", coalesce(p.name, a.login, ''), t.set_at FROM department d"
		     " JOIN department_term t ON t.department_id = d.id"
		     " LEFT JOIN account a ON a.id = t.set_by LEFT JOIN person p ON p.id = a.person_id"
		     " WHERE d.id = $1 ORDER BY t.valid_from DESC");

bool
department_terms(struct db *db, struct arena *a, int64_t id, struct department_term **out, size_t *count,
	struct err *e)
{
	struct rows r;
	struct department_term *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_terms, "i", id))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		department_read(&r, a, &list[n].was);
		list[n].set_by = row_text(&r, TERM_COLUMN_COUNT, a);
		list[n++].set_at = row_int(&r, TERM_COLUMN_COUNT + 1);
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

/* Each as it was when the one became the other. */
SQL(list_kin, TERM_COLUMNS
	", l.day FROM lineage l JOIN department d"
	" ON d.id = CASE WHEN $2 = 1 THEN l.successor_id ELSE l.predecessor_id END" TERM_ON("t", "d.id",
		"max(l.day - 1 + $2, d.valid_from)") " WHERE $1 = CASE WHEN $2 = 1"
						     " THEN l.predecessor_id ELSE l.successor_id END"
						     " ORDER BY l.day, t.ord, d.id");

bool
department_kin(struct db *db, struct arena *a, int64_t id, bool successors, struct kin **out, size_t *count,
	struct err *e)
{
	struct rows r;
	struct kin *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_kin, "ii", id, (int64_t)successors))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		department_read(&r, a, &list[n].department);
		list[n++].day = (day_t)row_int(&r, TERM_COLUMN_COUNT);
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}
