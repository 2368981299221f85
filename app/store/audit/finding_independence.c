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

bool
finding_independent(struct db *db, const struct finding_act *x, int64_t department_id, struct err *e)
{
	struct account who;
	struct held_post *posts;
	struct conflict *list;
	size_t count;
	const struct audited what = {.departments = &department_id, .department_count = 1};
	if (!account_find(db, x->arena, x->account_id, &who, e) ||
		!posts_held(db, x->arena, who.person_id, &posts, &count, e))
		return false;
	if (conflicts_find(x->arena, who.person_id, posts, count, &what, day_of_instant(x->now),
		    setting_number(db, "independence_months"), &list) == 0)
		return true;
	return err_set(e, ERR_DENIED, "%s",
		list[0].kind == CONFLICT_BELONGS
			? _("you belong to this department, so someone else has to audit it")
			: _("you left this department too short a time ago, so someone else has to audit it"));
}
