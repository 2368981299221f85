#include "store/figure/shown.h"

/* Only the first change since the last copy finds the sheet as it stands there. */
SQL(add_unshown, "INSERT INTO unshown (cycle_id, set_key, department_id, sheet_id, document)"
		 " SELECT $1, $2, $3, $4, CASE WHEN excluded_at IS NULL THEN submitted END"
		 " FROM sheet WHERE id = $4 ON CONFLICT DO NOTHING");

bool
shown_change(struct db *db, struct piece *p, int64_t cycle_id, const char *set_key, int64_t department_id,
	int64_t sheet_id, struct err *e)
{
	batch_progress(p, cycle_id, set_key, department_id, (struct progress_delta){.changed = 1});
	return db_exec(db, e, add_unshown, "isii", cycle_id, set_key, department_id, sheet_id);
}

/* ---- publishing ------------------------------------------------------------------------ */

SQL(step_of, "SELECT c.k, p.asked - p.submitted, (SELECT count(*) FROM unshown u"
	     " WHERE u.cycle_id = $1 AND u.set_key = $2 AND u.department_id = $3)"
	     " FROM cycle c JOIN progress p ON p.cycle_id = c.id"
	     " WHERE c.id = $1 AND p.set_key = $2 AND p.department_id = $3");

static bool
step_reached(struct db *db, int64_t cycle_id, const char *set_key, int64_t department_id, bool *reached,
	struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, step_of, "isi", cycle_id, set_key, department_id))
		return false;
	*reached = false;
	if (rows_next(&r)) {
		int64_t k = row_int(&r, 0), left = row_int(&r, 1), changed = row_int(&r, 2);
		*reached = changed >= k && (left <= 0 || left >= k);
	}
	return rows_end(&r, e);
}

#define OF_CYCLE      "WHERE cycle_id = $1"
#define OF_DEPARTMENT "WHERE cycle_id = $1 AND set_key = $2 AND department_id = $3"
#define SUBMITTED                                                                                            \
	"INSERT INTO shown (cycle_id, set_key, department_id, submitted)"                                    \
	" SELECT cycle_id, set_key, department_id, submitted FROM progress "
#define NEWER                                                                                                \
	" ON CONFLICT (cycle_id, set_key, department_id) DO UPDATE SET submitted = excluded.submitted,"      \
	" times = shown.times + 1"

SQL(drop_shown_tally, "DELETE FROM shown_tally " OF_DEPARTMENT);
SQL(copy_tally, "INSERT INTO shown_tally SELECT * FROM tally " OF_DEPARTMENT);
SQL(copy_submitted, SUBMITTED OF_DEPARTMENT NEWER);
SQL(drop_unshown, "DELETE FROM unshown " OF_DEPARTMENT);

SQL(drop_all_shown_tally, "DELETE FROM shown_tally " OF_CYCLE);
SQL(copy_all_tally, "INSERT INTO shown_tally SELECT * FROM tally " OF_CYCLE);
SQL(copy_all_submitted, SUBMITTED OF_CYCLE NEWER);
SQL(drop_all_shown, "DELETE FROM shown " OF_CYCLE);
SQL(drop_all_unshown, "DELETE FROM unshown " OF_CYCLE);

bool
shown_publish(struct db *db, int64_t cycle_id, const char *set_key, int64_t department_id, struct err *e)
{
	static const char *const steps[] = {drop_shown_tally, copy_tally, copy_submitted, drop_unshown};
	bool reached, ok = step_reached(db, cycle_id, set_key, department_id, &reached, e);
	for (size_t i = 0; ok && reached && i < sizeof steps / sizeof *steps; i++)
		ok = db_exec(db, e, steps[i], "isi", cycle_id, set_key, department_id);
	return ok;
}

bool
shown_all(struct db *db, int64_t cycle_id, struct err *e)
{
	return db_exec(db, e, drop_all_shown_tally, "i", cycle_id) &&
	       db_exec(db, e, copy_all_tally, "i", cycle_id) &&
	       db_exec(db, e, copy_all_submitted, "i", cycle_id) &&
	       db_exec(db, e, drop_all_unshown, "i", cycle_id);
}

bool
shown_forget(struct db *db, int64_t cycle_id, struct err *e)
{
	return db_exec(db, e, drop_all_shown_tally, "i", cycle_id) &&
	       db_exec(db, e, drop_all_shown, "i", cycle_id) &&
	       db_exec(db, e, drop_all_unshown, "i", cycle_id);
}

/* ---- reading --------------------------------------------------------------------------- */

SQL(list_shown, "SELECT department_id, submitted FROM shown WHERE cycle_id = $1 AND set_key = $2");

SQL(count_shown_times, "SELECT coalesce(sum(times), 0) FROM shown WHERE cycle_id = $1 AND set_key = $2");

bool
shown_times(struct db *db, int64_t cycle_id, const char *set_key, int64_t *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, count_shown_times, "is", cycle_id, set_key))
		return false;
	*out = rows_next(&r) ? row_int(&r, 0) : 0;
	return rows_end(&r, e);
}

bool
shown_respondents(struct db *db, int64_t cycle_id, const char *set_key, const int64_t *departments,
	size_t count, int64_t *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, list_shown, "is", cycle_id, set_key))
		return false;
	while (rows_next(&r))
		for (size_t i = 0; i < count; i++)
			if (departments[i] == row_int(&r, 0))
				out[i] = row_int(&r, 1);
	return rows_end(&r, e);
}
