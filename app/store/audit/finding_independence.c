/* Independence (独立性): nobody raises or judges a finding about the own department. */
#include "domain/audit/independence.h"

#include "base/words.h"
#include "store/audit/finding_inside.h"
#include "store/organisation/account.h"
#include "store/organisation/people.h"
#include "store/setting.h"

static bool
posts_held(struct db *db, struct arena *a, int64_t person_id, struct held_post **out, size_t *count,
	struct err *e)
{
	struct post *list;
	if (!posts_of_person(db, a, person_id, &list, count, e))
		return false;
	*out = ARENA_ARRAY(a, struct held_post, *count);
	for (size_t i = 0; i < *count; i++)
		(*out)[i] = (struct held_post){list[i].department_id, list[i].valid_from, list[i].valid_to};
	return true;
}

/* Those under it, those it came out of, and so on. */
SQL(list_audited,
	"WITH RECURSIVE kin(id, of_id) AS (SELECT predecessor_id, successor_id FROM lineage UNION"
	" SELECT t.department_id, t.parent_id FROM department_term t WHERE t.parent_id IS NOT NULL"
	" AND t.valid_from = (SELECT max(x.valid_from) FROM department_term x"
	" WHERE x.department_id = t.department_id)), line(id, steps) AS (SELECT id, 0 FROM department"
	" WHERE id = $1 UNION SELECT kin.id, line.steps + 1 FROM kin JOIN line ON kin.of_id = line.id"
	" WHERE line.steps < 20) SELECT DISTINCT id FROM line");

static bool
audited_list(struct db *db, struct arena *a, int64_t department_id, struct audited *out, struct err *e)
{
	struct rows r;
	int64_t *list = NULL;
	size_t n = 0;
	if (!db_query(db, &r, e, list_audited, "i", department_id))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = row_int(&r, 0);
	}
	*out = (struct audited){list, n};
	return rows_end(&r, e);
}

bool
finding_independent(struct db *db, const struct finding_act *x, int64_t department_id, struct err *e)
{
	struct account who;
	struct held_post *posts;
	struct conflict *list;
	size_t count;
	struct audited what;
	if (!account_find(db, x->arena, x->account_id, &who, e) ||
		!posts_held(db, x->arena, who.person_id, &posts, &count, e) ||
		!audited_list(db, x->arena, department_id, &what, e))
		return false;
	if (conflicts_find(x->arena, posts, count, &what, day_of_instant(x->now),
		    setting_number(db, "independence_months"), &list) == 0)
		return true;
	return err_set(e, ERR_DENIED, "%s",
		list[0].kind == CONFLICT_BELONGS
			? _("you belong to this department, so someone else has to audit it")
			: _("you left this department too short a time ago, so someone else has to audit "
			    "it"));
}
