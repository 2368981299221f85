#include "store/sheet/submissions.h"

SQL(list_submissions,
	"SELECT department_id, submitted FROM sheet WHERE cycle_id = $1 AND set_key = $2"
	" AND ($3 = 0 OR department_id = $3) AND submitted IS NOT NULL AND excluded_at IS NULL");

static bool
submission_read(struct rows *r, struct arena *a, const struct questionnaire *q, submission_take *take,
	void *with, struct err *e)
{
	struct submission s = {.department_id = row_int(r, 0)};
	return answers_parse(a, q, row_peek(r, 1, NULL), &s.answers, e) && take(with, &s, e);
}

bool
submissions_each(struct store *s, int64_t cycle_id, const struct questionnaire *q, int64_t department_id,
	submission_take *take, void *with, struct err *e)
{
	struct rows r;
	struct db *db = store_reader(s, e);
	if (db == NULL || !db_query(db, &r, e, list_submissions, "isi", cycle_id, q->key, department_id))
		return false;
	struct arena *a = arena_create();
	bool ok = true;
	while (ok && rows_next(&r)) {
		ok = submission_read(&r, a, q, take, with, e);
		arena_reset(a);
	}
	arena_destroy(a);
	return rows_end(&r, ok ? e : NULL) && ok;
}
