#include "store/cycle/approvals.h"

#include "store/event.h"
#include "store/keep/retained.h"

SQL(list_approvals, "SELECT title, name, day FROM approval WHERE cycle_id = $1 ORDER BY title");

bool
approvals_list(struct db *db, struct arena *a, int64_t cycle_id, struct approval_mark **out, size_t *count,
	struct err *e)
{
	struct rows r;
	size_t n = 0;
	*out = NULL;
	if (!db_query(db, &r, e, list_approvals, "i", cycle_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, n);
		(*out)[n++] =
			(struct approval_mark){row_text(&r, 0, a), row_text(&r, 1, a), (day_t)row_int(&r, 2)};
	}
	*count = n;
	return rows_end(&r, e);
}

SQL(drop_approval, "DELETE FROM approval WHERE cycle_id = $1 AND title = $2");
SQL(save_approval, "INSERT INTO approval (cycle_id, title, name, day, account_id, at)"
		   " VALUES ($1, $2, $3, $4, nullif($5, 0), $6) ON CONFLICT (cycle_id, title) DO UPDATE"
		   " SET name = excluded.name, day = excluded.day, account_id = excluded.account_id,"
		   " at = excluded.at WHERE name <> excluded.name OR day <> excluded.day");

bool
approval_save(struct db *db, int64_t cycle_id, const struct approval_mark *m, int64_t account_id,
	instant_t now, struct err *e)
{
	struct arena *a = arena_create();
	bool there = records_there(db, a, cycle_id, "documents", e);
	arena_destroy(a);
	if (!there)
		return false;
	bool ok = m->name[0] == '\0' ? db_exec(db, e, drop_approval, "is", cycle_id, m->title)
				     : db_exec(db, e, save_approval, "issiii", cycle_id, m->title, m->name,
					       (int64_t)m->day, account_id, now);
	return ok && (db_changes(db) == 0 ||
			     event_add(db, now, account_id, "approval_saved", m->title, m->name, e));
}
