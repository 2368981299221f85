#include "store/people.h"

#include "base/words.h"

#define DEPARTMENT_COLUMNS "SELECT id, key, name, kind, ord, flags, valid_from, valid_to FROM department "

static void
department_read(struct rows *r, struct arena *a, struct department *out)
{
	*out = (struct department){.id = row_int(r, 0),
		.key = row_text(r, 1, a),
		.name = row_text(r, 2, a),
		.kind = row_text(r, 3, a),
		.ord = (int)row_int(r, 4),
		.flags = (flags_t)row_int(r, 5),
		.valid_from = (day_t)row_int(r, 6),
		.valid_to = (day_t)row_int(r, 7)};
}

SQL(find_department, DEPARTMENT_COLUMNS "WHERE key = $1");

bool
department_find(struct db *db, struct arena *a, const char *key, struct department *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_department, "s", key))
		return false;
	bool found = rows_next(&r);
	if (found)
		department_read(&r, a, out);
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no department %s"), key);
}

SQL(list_departments, DEPARTMENT_COLUMNS "ORDER BY ord, id");

bool
departments_list(struct db *db, struct arena *a, struct department **out, size_t *count, struct err *e)
{
	struct rows r;
	struct department *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_departments, ""))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		department_read(&r, a, &list[n++]);
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

SQL(save_department,
	"INSERT INTO department (key, name, kind, ord, flags, valid_from, valid_to)"
	" VALUES ($1, $2, $3, $4, $5, $6, nullif($7, 0)) ON CONFLICT (key) DO UPDATE SET"
	" name = excluded.name, kind = excluded.kind, ord = excluded.ord, flags = excluded.flags,"
	" valid_from = excluded.valid_from, valid_to = excluded.valid_to RETURNING id");

bool
department_save(struct db *db, struct department *d, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, save_department, "sssiiii", d->key, d->name, d->kind, (int64_t)d->ord,
		    (int64_t)d->flags, (int64_t)d->valid_from, (int64_t)d->valid_to))
		return false;
	if (rows_next(&r))
		d->id = row_int(&r, 0);
	return rows_end(&r, e);
}

SQL(set_flags, "UPDATE department SET flags = $2 WHERE id = $1");

bool
department_set_flags(struct db *db, int64_t id, flags_t flags, struct err *e)
{
	if (!db_exec(db, e, set_flags, "ii", id, (int64_t)flags))
		return false;
	return db_changes(db) > 0 || err_set(e, ERR_ABSENT, _("there is no such department"));
}

SQL(add_lineage, "INSERT INTO lineage (predecessor_id, successor_id, day) VALUES ($1, $2, $3)"
		 " ON CONFLICT (predecessor_id, successor_id) DO UPDATE SET day = excluded.day");

bool
lineage_add(struct db *db, int64_t predecessor, int64_t successor, day_t day, struct err *e)
{
	if (predecessor == successor)
		return err_set(e, ERR_INPUT, _("a department is not its own predecessor"));
	return db_exec(db, e, add_lineage, "iii", predecessor, successor, (int64_t)day);
}
