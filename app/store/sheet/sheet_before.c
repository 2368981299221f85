#include "store/sheet/sheet_before.h"

SQL(find_before,
	"SELECT b.cycle_id, e.year, b.submitted FROM sheet s JOIN cycle c ON c.id = s.cycle_id"
	" JOIN sheet b ON b.set_key = s.set_key AND b.unit_id = s.unit_id AND b.submitted IS NOT NULL"
	" JOIN cycle e ON e.id = b.cycle_id AND e.opened_at < c.opened_at WHERE s.id = $1"
	" ORDER BY e.opened_at DESC, e.id DESC LIMIT 1");

bool
sheet_before_find(
	struct store *store, struct arena *a, const struct sheet *s, struct sheet_before *out, struct err *e)
{
	struct rows r;
	const char *document = NULL;
	struct db *db = store_reader(store, e);
	*out = (struct sheet_before){0};
	if (db == NULL || !db_query(db, &r, e, find_before, "i", s->id))
		return false;
	if (rows_next(&r)) {
		out->cycle_id = row_int(&r, 0);
		out->year = (int)row_int(&r, 1);
		document = row_text(&r, 2, a);
	}
	if (!rows_end(&r, e))
		return false;
	if (document == NULL)
		return true;
	out->questionnaire = store_cycle_set(store, out->cycle_id, s->set_key, e);
	return out->questionnaire != NULL && answers_parse(a, out->questionnaire, document, &out->answers, e);
}
