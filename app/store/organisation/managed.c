#include "store/organisation/managed.h"

SQL(list_managed, "WITH RECURSIVE" LED("$1") " SELECT led.department_id, led.acts FROM led" TERM_LATEST(
			  "n", "led.department_id") " ORDER BY led.rank, n.ord, led.department_id");

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
		(*out)[(*count)++] = (struct led){row_int(&r, 0), row_int(&r, 1) != 0};
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

/* Of what the account manages, that which came out of the department, or is that one. */
SQL(find_managed,
	"WITH RECURSIVE" LED("$1") ", line(id, acts, steps) AS (SELECT department_id, acts, 0"
				   " FROM led UNION SELECT l.predecessor_id, line.acts, line.steps + 1"
				   " FROM lineage l JOIN line ON l.successor_id = line.id"
				   " WHERE line.steps < 20) SELECT count(*), coalesce(max(acts), 0)"
				   " FROM line WHERE id = $2");

bool
manages_today(
	struct db *db, int64_t account_id, int64_t department_id, bool *looks, bool *acts, struct err *e)
{
	struct rows r;
	*looks = *acts = false;
	if (!db_query(db, &r, e, find_managed, "ii", account_id, department_id))
		return false;
	if (rows_next(&r)) {
		*looks = row_int(&r, 0) > 0;
		*acts = row_int(&r, 1) != 0;
	}
	return rows_end(&r, e);
}
