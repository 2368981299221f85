#include "store/audit/independence.h"

#include "store/audit/waivers.h"
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
departments_audited(struct db *db, struct arena *a, int64_t department_id, struct audited *out, struct err *e)
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
	out->departments = list;
	out->department_count = n;
	return rows_end(&r, e);
}

SQL(find_owner, "SELECT coalesce(owner_id, 0), department_id FROM entry WHERE id = $1");

static bool
owner_find(struct db *db, int64_t entry_id, struct audited *out, struct err *e)
{
	struct rows r;
	if (entry_id == 0)
		return true;
	if (!db_query(db, &r, e, find_owner, "i", entry_id))
		return false;
	if (rows_next(&r)) {
		out->owner_id = row_int(&r, 0);
		out->owner_department_id = row_int(&r, 1);
	}
	return rows_end(&r, e);
}

/* What holds on either day, once. */
static void
conflicts_merge(
	struct arena *a, const struct conflict *more, size_t more_count, struct conflict **out, size_t *count)
{
	for (size_t i = 0; i < more_count; i++) {
		bool known = false;
		for (size_t k = 0; k < *count; k++)
			known |= (*out)[k].kind == more[i].kind &&
				 (*out)[k].department_id == more[i].department_id;
		if (known)
			continue;
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = more[i];
	}
}

bool
auditor_conflicts(struct db *db, struct arena *a, int64_t account_id, const struct audit_target *what,
	day_t today, struct conflict **out, size_t *count, struct err *e)
{
	struct account account;
	struct held_post *posts;
	struct audited audited = {0};
	struct auditor who = {0};
	struct conflict *now;
	int months = setting_number(db, "independence_months");
	if (!account_find(db, a, account_id, &account, e) ||
		!posts_held(db, a, account.person_id, &posts, &who.post_count, e) ||
		!departments_audited(db, a, what->department_id, &audited, e) ||
		!owner_find(db, what->entry_id, &audited, e))
		return false;
	who.person_id = account.person_id;
	who.posts = posts;
	*count = conflicts_find(a, &who, &audited, what->begins != 0 ? what->begins : today, months, out);
	size_t more = conflicts_find(a, &who, &audited, today, months, &now);
	conflicts_merge(a, now, more, out, count);
	return true;
}

bool
auditor_unwaived(struct db *db, struct arena *a, int64_t account_id, const struct audit_target *what,
	day_t today, struct conflict **out, size_t *count, struct err *e)
{
	struct conflict *all;
	struct waiver *waivers = NULL;
	size_t n, waived = 0;
	*out = NULL;
	*count = 0;
	if (!auditor_conflicts(db, a, account_id, what, today, &all, &n, e) ||
		(n > 0 && what->engagement_id != 0 &&
			!waivers_list(db, a, what->engagement_id, &waivers, &waived, e)))
		return false;
	for (size_t i = 0; i < n; i++) {
		bool aside = false;
		for (size_t k = 0; k < waived; k++)
			aside |= waiver_covers(&waivers[k], account_id, &all[i]);
		if (aside)
			continue;
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = all[i];
	}
	return true;
}
