#include "store/organisation/unsettled.h"

#include "store/organisation/managed.h"

/* It lasts on the day. */
#define HELD_ON(o, day) o ".valid_from <= " day " AND (" o ".valid_to IS NULL OR " o ".valid_to >= " day ")"

/* clang-format off */
SQL(list_needs,
	"WITH" CHIEFS ", holder(id) AS (SELECT DISTINCT o.department_id FROM post o WHERE " HELD_ON("o", "$1") "),"
	" living(id, parent_id, flags, approver, ord) AS (SELECT d.id, t.parent_id, t.flags, t.approver, t.ord"
	" FROM department d" TERM_ON("t", "d.id", "$1") " WHERE " HELD_ON("d", "$1") "),"
	" need(id, ord, nobody, unmanaged, undecided, parent_ended) AS (SELECT l.id, l.ord,"
	" l.id NOT IN (SELECT id FROM holder) AND NOT EXISTS (SELECT 1 FROM living u WHERE u.parent_id = l.id),"
	" l.id IN (SELECT id FROM holder) AND l.id NOT IN (SELECT department_id FROM manager),"
	" l.id IN (SELECT id FROM holder) AND l.flags = 0 AND l.approver = '',"
	" l.parent_id IS NOT NULL AND l.parent_id NOT IN (SELECT id FROM living) FROM living l)"
	" SELECT id, nobody, unmanaged, undecided, parent_ended FROM need"
	" WHERE nobody OR unmanaged OR undecided OR parent_ended ORDER BY ord, id");
/* clang-format on */

bool
department_needs(
	struct db *db, struct arena *a, day_t day, struct department_need **out, size_t *count, struct err *e)
{
	struct rows r;
	struct department_need *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_needs, "i", (int64_t)day))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct department_need){.department_id = row_int(&r, 0),
			.nobody = row_int(&r, 1) != 0,
			.unmanaged = row_int(&r, 2) != 0,
			.undecided = row_int(&r, 3) != 0,
			.parent_ended = row_int(&r, 4) != 0};
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}
