/* How somebody stands to an audit: within it, or outside as the department is. */
#include "store/audit/engagement_inside.h"
#include "store/organisation/managed.h"

/* Has a post in what is audited, today or on the first day. */
static bool
belongs_there(struct db *db, struct arena *a, const struct engagement *x, int64_t account_id, day_t today,
	bool *out, struct err *e)
{
	const struct audit_target what = {.department_id = x->department_id, .begins = x->begins_day};
	struct conflict *list;
	size_t count;
	*out = false;
	if (!auditor_conflicts(db, a, account_id, &what, today, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		*out |= list[i].kind == CONFLICT_BELONGS;
	return true;
}

SQL(find_planner, "SELECT created_by FROM engagement WHERE id = $1");

static bool
planned_by(struct db *db, int64_t engagement_id, int64_t account_id, bool *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_planner, "i", engagement_id))
		return false;
	*out = rows_next(&r) && row_int(&r, 0) == account_id;
	return rows_end(&r, e);
}

bool
engagement_stand(struct db *db, struct arena *a, const struct engagement *x, int64_t account_id, day_t today,
	struct engagement_stand *out, struct err *e)
{
	bool told, looks, belongs, planned;
	*out = (struct engagement_stand){0};
	if (!engagement_actors(db, a, x, account_id, &out->actors, e) ||
		!engagement_told(db, x->id, &told, e) ||
		!manages_today(db, account_id, x->department_id, &looks, &out->auditee, e) ||
		!belongs_there(db, a, x, account_id, today, &belongs, e) ||
		!planned_by(db, x->id, account_id, &planned, e))
		return false;
	bool within = (out->actors & (ENGAGEMENT_MEMBER | ENGAGEMENT_MANAGEMENT)) != 0 ||
		      (planned && !told && !looks);
	out->outside = (looks || belongs) && !within;
	out->hidden = out->outside && !told;
	out->looks = looks;
	return true;
}
