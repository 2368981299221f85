#include "store/sheet/lessons.h"

#include "base/words.h"

SQL(find_learner, "SELECT s.person_id, s.submitted_at FROM sheet s WHERE s.id = $1");
SQL(insert_lesson, "INSERT INTO lesson (sheet_id, person_id, taught_at) VALUES ($1, $2, $3)"
		   " ON CONFLICT (sheet_id, person_id) DO NOTHING");

bool
lesson_teach(struct db *db, int64_t sheet_id, int64_t person_id, instant_t now, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_learner, "i", sheet_id))
		return false;
	bool found = rows_next(&r), own = found && row_int(&r, 0) == person_id && person_id != 0,
	     submitted = found && !row_null(&r, 1);
	if (!rows_end(&r, e))
		return false;
	if (!own)
		return err_set(e, ERR_DENIED, _("this sheet belongs to someone else"));
	if (!submitted)
		return err_set(e, ERR_CONFLICT, _("this sheet has not been submitted yet"));
	return db_exec(db, e, insert_lesson, "iii", sheet_id, person_id, now);
}

SQL(save_reading,
	"UPDATE lesson SET read_at = $3 WHERE sheet_id = $1 AND person_id = $2 AND read_at IS NULL");

/* What is said in the moment the figures become final counts as said afterwards. */
static bool
reading_instant(struct db *db, struct arena *a, const struct sheet *s, instant_t *now, struct err *e)
{
	struct cycle c;
	if (!cycle_find(db, a, s->cycle_id, &c, e))
		return false;
	if (*now < c.final_at)
		*now = c.final_at;
	return true;
}

bool
lesson_read(struct db *db, struct arena *a, int64_t sheet_id, int64_t person_id, instant_t now, struct err *e)
{
	struct sheet s;
	if (!sheet_find(db, a, sheet_id, &s, e) || !reading_instant(db, a, &s, &now, e))
		return false;
	if (person_id == 0 || s.person_id != person_id)
		return err_set(e, ERR_DENIED, _("this sheet belongs to someone else"));
	if (s.taught_at == 0)
		return err_set(e, ERR_CONFLICT, _("the right answers have not been shown yet"));
	return db_exec(db, e, save_reading, "iii", sheet_id, person_id, now);
}

/* ---- who has ---------------------------------------------------------------------------- */

#define LEARNERS                                                                                             \
	" FROM sheet s JOIN cycle_department d ON d.cycle_id = s.cycle_id"                                   \
	" AND d.department_id = s.department_id"                                                             \
	" LEFT JOIN lesson l ON l.sheet_id = s.id AND l.person_id = s.person_id"
#define WHO_SUBMITTED                                                                                        \
	" WHERE s.cycle_id = $1 AND s.set_key = $2 AND ($3 = 0 OR s.department_id = $3)"                     \
	" AND s.submitted_at IS NOT NULL AND s.excluded_at IS NULL"

SQL(list_lessons, "SELECT p.number, s.person_name, d.name, s.person_kind, l.read_at" LEARNERS
		  " LEFT JOIN person p ON p.id = s.person_id" WHO_SUBMITTED
		  " AND CASE $4 WHEN 1 THEN l.read_at IS NOT NULL WHEN 2 THEN l.read_at IS NULL ELSE 1 END"
		  " ORDER BY d.ord, d.department_id, p.number, s.id LIMIT $5 OFFSET $6");

bool
lessons_list(struct db *db, struct arena *a, const struct lesson_wanted *w, struct lesson_row **out,
	size_t *count, struct err *e)
{
	struct rows r;
	struct lesson_row *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_lessons, "isiiii", w->cycle_id, w->set_key, w->department_id,
		    (int64_t)w->filter, w->most > 0 ? w->most : INT64_MAX, w->skip))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct lesson_row){.number = row_null(&r, 0) ? "" : row_text(&r, 0, a),
			.name = row_text(&r, 1, a),
			.department = row_text(&r, 2, a),
			.kind = row_text(&r, 3, a),
			.read_at = row_int(&r, 4)};
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

#define HOW_MANY                                                                                             \
	", count(*), count(CASE WHEN $4 = 0 OR l.read_at < $4 THEN l.read_at END)" LEARNERS WHO_SUBMITTED

SQL(count_lessons, "SELECT ''" HOW_MANY);
SQL(count_lessons_by_department,
	"SELECT d.name" HOW_MANY " GROUP BY d.ord, d.department_id, d.name ORDER BY d.ord, d.department_id");
SQL(count_lessons_by_kind,
	"SELECT s.person_kind" HOW_MANY " GROUP BY s.person_kind ORDER BY count(*) DESC, s.person_kind");

bool
lesson_counts(struct db *db, struct arena *a, int64_t cycle_id, const char *set_key, int64_t department_id,
	enum lesson_axis axis, instant_t before, struct lesson_count **out, size_t *count, struct err *e)
{
	static const char *const statements[] = {[LESSONS_TOGETHER] = count_lessons,
		[LESSONS_BY_DEPARTMENT] = count_lessons_by_department,
		[LESSONS_BY_KIND] = count_lessons_by_kind};
	struct rows r;
	struct lesson_count *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, statements[axis], "isii", cycle_id, set_key, department_id, before))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct lesson_count){
			.name = row_text(&r, 0, a), .submitted = row_int(&r, 1), .read = row_int(&r, 2)};
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}
