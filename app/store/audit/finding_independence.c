/* Independence (独立性): nobody raises or judges a finding about what they are too close to. */
#include "base/words.h"
#include "store/audit/finding_inside.h"
#include "store/audit/independence.h"

SQL(find_finding_audit,
	"SELECT g.id, coalesce(g.entry_id, 0) FROM engagement g WHERE g.id = $2 OR ($2 = 0 AND g.id ="
	" (SELECT l.engagement_id FROM finding_line l WHERE l.finding_id = $1))");

/* The audit it is raised in, or was. */
static bool
audit_of_finding(struct db *db, const struct finding_act *x, struct audit_target *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_finding_audit, "ii", x->finding_id, x->engagement_id))
		return false;
	if (rows_next(&r)) {
		out->engagement_id = row_int(&r, 0);
		out->entry_id = row_int(&r, 1);
	}
	return rows_end(&r, e);
}

bool
finding_independent(struct db *db, const struct finding_act *x, int64_t department_id, struct err *e)
{
	static const char *const sentences[CONFLICTS] = {
		[CONFLICT_BELONGS] = N_("you belong to this department, so someone else has to audit it"),
		[CONFLICT_LEFT] =
			N_("you left this department too short a time ago, so someone else has to audit it"),
		[CONFLICT_ADMINISTERS] = N_("you administer this system, so someone else has to audit it"),
	};
	struct audit_target what = {.department_id = department_id};
	struct conflict *list;
	size_t count;
	if (!audit_of_finding(db, x, &what, e) || !auditor_unwaived(db, x->arena, x->account_id, &what,
							  day_of_instant(x->now), &list, &count, e))
		return false;
	return count == 0 || err_set(e, ERR_DENIED, "%s", _(sentences[list[0].kind]));
}

bool
finding_acting(struct db *db, struct arena *a, const struct finding *f, int64_t account_id, instant_t now,
	unsigned *out, struct err *e)
{
	const unsigned judges = FINDING_AUDITOR | FINDING_LEAD;
	const struct finding_act x = {
		.arena = a, .account_id = account_id, .now = now, .finding_id = f->id};
	struct err close = {0};
	if (!finding_actors(db, a, f, account_id, out, e))
		return false;
	if ((*out & judges) == 0 || finding_independent(db, &x, f->department_id, &close))
		return true;
	*out &= ~judges;
	return close.kind == ERR_DENIED || err_set(e, close.kind, "%s", close.text);
}
