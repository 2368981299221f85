#include "store/organisation/managed.h"

/* Rank 0 the own department, 1 a further one, 2 and more so many steps below. */
SQL(list_managed,
	"WITH RECURSIVE" CHIEFS ", line(department_id, rank) AS (SELECT department_id, 1 - main FROM manager"
	" WHERE account_id = $1 UNION SELECT t.department_id, CASE WHEN line.rank < 2 THEN 2 ELSE"
	" line.rank + 1 END FROM line JOIN department_term t ON t.parent_id = line.department_id"
	" WHERE line.rank < 20 AND t.valid_from = (SELECT max(x.valid_from) FROM department_term x"
	" WHERE x.department_id = t.department_id))"
	" SELECT line.department_id, min(line.rank), EXISTS (SELECT 1 FROM manager m"
	" WHERE m.department_id = line.department_id) FROM line" TERM_LATEST("n", "line.department_id")
		" GROUP BY line.department_id, n.ord ORDER BY min(line.rank), n.ord, line.department_id");

struct led {
	int64_t department_id;
	bool acts;
};

static bool
led_list(struct db *db, struct arena *a, int64_t account_id, struct led **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_managed, "i", account_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] =
			(struct led){row_int(&r, 0), row_int(&r, 1) < 2 || row_int(&r, 2) == 0};
	}
	return rows_end(&r, e);
}

static void
managed_add(struct arena *a, const struct cycle_department *d, bool acts, struct managed **out, size_t *count)
{
	for (size_t i = 0; i < *count; i++)
		if ((*out)[i].department.department_id == d->department_id) {
			(*out)[i].acts |= acts;
			return;
		}
	*out = ARENA_PUSH(a, *out, *count);
	(*out)[(*count)++] = (struct managed){*d, acts};
}

bool
managed_departments(struct db *db, struct arena *a, int64_t cycle_id, int64_t account_id,
	struct managed **out, size_t *count, struct err *e)
{
	struct led *list;
	size_t led_count;
	*out = NULL;
	*count = 0;
	if (!led_list(db, a, account_id, &list, &led_count, e))
		return false;
	for (size_t i = 0; i < led_count; i++) {
		struct cycle_department *then;
		size_t n;
		if (!cycle_ancestors(db, a, cycle_id, list[i].department_id, &then, &n, e))
			return false;
		for (size_t k = 0; k < n; k++)
			managed_add(a, &then[k], list[i].acts, out, count);
	}
	return true;
}

bool
manages(struct db *db, struct arena *a, int64_t cycle_id, int64_t account_id, int64_t department_id,
	bool *acts, struct err *e)
{
	struct managed *list;
	size_t count;
	*acts = false;
	if (!managed_departments(db, a, cycle_id, account_id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		*acts |= list[i].acts && list[i].department.department_id == department_id;
	return true;
}
