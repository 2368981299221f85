#include "store/audit/audit_plans.h"

#include <string.h>

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/organisation/departments.h"

#define PLAN_COLUMNS                                                                                         \
	"SELECT id, kind, first_year, last_year, title, aims, state, edition, revision FROM audit_plan "

static struct audit_plan
plan_read(struct rows *r, struct arena *a)
{
	return (struct audit_plan){.id = row_int(r, 0),
		.kind = audit_plan_kind_of(row_peek(r, 1, NULL)),
		.first_year = (int)row_int(r, 2),
		.last_year = (int)row_int(r, 3),
		.title = row_text(r, 4, a),
		.aims = row_text(r, 5, a),
		.state = audit_plan_state_of(row_peek(r, 6, NULL)),
		.edition = (int)row_int(r, 7),
		.revision = (int)row_int(r, 8)};
}

SQL(find_audit_plan, PLAN_COLUMNS "WHERE id = $1");

bool
audit_plan_find(struct db *db, struct arena *a, int64_t id, struct audit_plan *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_audit_plan, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found)
		*out = plan_read(&r, a);
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such plan"));
}

SQL(list_audit_plans, PLAN_COLUMNS "ORDER BY first_year DESC, kind, id");

bool
audit_plans_list(struct db *db, struct arena *a, struct audit_plan **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_audit_plans, ""))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = plan_read(&r, a);
	}
	return rows_end(&r, e);
}

const char *
audit_plan_number(struct arena *a, const struct audit_plan *p)
{
	return arena_printf(a, "%s-P%lld", fiscal_year_mark(a, p->first_year), (long long)p->id);
}

int
audit_plan_edition(const struct audit_plan *p)
{
	return p->state == AUDIT_PLAN_APPROVED ? p->edition : p->edition + 1;
}

SQL(list_audit_plan_moves, "SELECT at, who, reason, to_state, edition FROM audit_plan_move"
			   " WHERE plan_id = $1 ORDER BY id DESC");

bool
audit_plan_moves_of(struct db *db, struct arena *a, int64_t plan_id, struct plan_moved **out, size_t *count,
	struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_audit_plan_moves, "i", plan_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct plan_moved){.at = row_int(&r, 0),
			.who = row_text(&r, 1, a),
			.reason = row_text(&r, 2, a),
			.to = audit_plan_state_of(row_peek(&r, 3, NULL)),
			.edition = (int)row_int(&r, 4)};
	}
	return rows_end(&r, e);
}

/* ---- targets ---------------------------------------------------------------------------------- */

/* An audit of one of its systems is not one of the department. */
SQL(list_plan_targets,
	"SELECT g.id, g.department_id, g.entry_id, d.key, t.name, coalesce(y.name, ''), g.ord, g.proposed,"
	" g.chosen, g.year, g.points, g.reason, g.changed_who, g.engagement_id, (SELECT CASE WHEN count(*)"
	" FILTER (WHERE x.state IN ('fixed', 'notified', 'presented', 'following', 'completed')) > 0 THEN 2"
	" WHEN count(*) > 0 THEN 1 ELSE 0 END FROM engagement x WHERE x.department_id = g.department_id"
	" AND coalesce(x.entry_id, 0) = g.entry_id AND x.state <> 'cancelled' AND x.year BETWEEN $3 AND $4)"
	" FROM audit_plan_target g JOIN department d ON d.id = g.department_id" TERM_LATEST(
		"t", "d.id") " LEFT JOIN entry y ON y.id = g.entry_id WHERE g.plan_id = $1 AND g.edition = "
			     "$2 ORDER BY g.ord");

static struct plan_target
target_read(struct rows *r, struct arena *a)
{
	return (struct plan_target){.id = row_int(r, 0),
		.department_id = row_int(r, 1),
		.entry_id = row_int(r, 2),
		.department_key = row_text(r, 3, a),
		.department_name = row_text(r, 4, a),
		.entry_name = row_text(r, 5, a),
		.ord = (int)row_int(r, 6),
		.proposed = (int)row_int(r, 7),
		.chosen = row_int(r, 8) != 0,
		.year = (int)row_int(r, 9),
		.points = (int)row_int(r, 10),
		.reason = row_text(r, 11, a),
		.changed_who = row_text(r, 12, a),
		.engagement_id = row_int(r, 13),
		.coverage = (enum plan_coverage)row_int(r, 14)};
}

SQL(list_plan_factors,
	"SELECT f.target_id, f.factor, f.state, f.value, f.points FROM audit_plan_factor f"
	" JOIN audit_plan_target g ON g.id = f.target_id WHERE g.plan_id = $1 AND g.edition = $2");

static bool
factors_read(struct db *db, const struct audit_plan *p, int edition, struct plan_target *list, size_t count,
	struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, list_plan_factors, "ii", p->id, (int64_t)edition))
		return false;
	while (rows_next(&r)) {
		enum audit_factor f = audit_factor_of(row_peek(&r, 1, NULL));
		for (size_t i = 0; i < count && f < FACTORS; i++)
			if (list[i].id == row_int(&r, 0)) {
				list[i].values[f] = (struct factor_value){
					(enum factor_state)row_int(&r, 2), (int)row_int(&r, 3)};
				list[i].factor_points[f] = (int)row_int(&r, 4);
			}
	}
	return rows_end(&r, e);
}

bool
plan_targets(struct db *db, struct arena *a, const struct audit_plan *p, int edition,
	struct plan_target **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_plan_targets, "iiii", p->id, (int64_t)edition, (int64_t)p->first_year,
		    (int64_t)p->last_year))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = target_read(&r, a);
	}
	return rows_end(&r, e) && factors_read(db, p, edition, *out, *count, e);
}

SQL(find_midterm_year,
	"SELECT g.year FROM audit_plan_target g JOIN audit_plan p ON p.id = g.plan_id AND p.edition = "
	"g.edition"
	" WHERE p.kind = 'mid' AND p.edition > 0 AND $3 BETWEEN p.first_year AND p.last_year"
	" AND g.department_id = $1 AND g.entry_id = $2 AND g.chosen = 1 ORDER BY p.first_year DESC LIMIT 1");

bool
plan_midterm_year(struct db *db, int64_t department_id, int64_t entry_id, int year, int *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_midterm_year, "iii", department_id, entry_id, (int64_t)year))
		return false;
	*out = rows_next(&r) ? (int)row_int(&r, 0) : 0;
	return rows_end(&r, e);
}
