/* Which reminders of audits have come due; and of findings, to whom they go. */
#include <string.h>

#include "store/audit/outbox.h"
#include "store/cycle/closings.h"
#include "store/organisation/managed.h"
#include "store/remind/reminder_sql.h"

static bool
taken_find(const struct planning *p, const char *statement, int64_t id, enum chase_about about, day_t due,
	bool *taken, struct err *e)
{
	struct rows r;
	if (!db_query(p->db, &r, e, statement, "isi", id, chase_about_key(about), (int64_t)due))
		return false;
	while (rows_next(&r))
		for (size_t i = 0; i < p->count; i++)
			if (strcmp(p->rungs[i].key, row_peek(&r, 0, NULL)) == 0)
				taken[i] = true;
	return rows_end(&r, e);
}

bool
chase_climb(const struct planning *p, enum chase_about about, day_t due, const char *taken_statement,
	int64_t id,
	bool (*plan)(const struct planning *p, const struct chase_rung *r, const void *thing, day_t due,
		struct err *e),
	const void *thing, struct err *e)
{
	bool *taken = ARENA_ARRAY(p->arena, bool, p->count);
	if (!taken_find(p, taken_statement, id, about, due, taken, e))
		return false;
	for (enum chase_to to = CHASE_OWNER; to < CHASE_TOS; to++) {
		const struct chase_rung *r =
			chase_pick(p->rungs, p->count, about, to, &p->calendar, due, p->today, taken);
		if (r != NULL && !plan(p, r, thing, due, e))
			return false;
	}
	return true;
}

/* ---- of findings ----------------------------------------------------------------------------------- */

#define INSERT_FOR                                                                                           \
	" INSERT INTO finding_reminder (finding_id, about, due_day, rung, recipient, person_id, address,"    \
	" subject, text, planned_at, state) SELECT $1, $2, $3, $4, $5, q.id, q.mail, $6, $7, $8,"            \
	" CASE WHEN q.mail = '' THEN 'by_hand' ELSE 'planned' END FROM person q WHERE " THERE("$9") " AND "
#define ONCE " ON CONFLICT (finding_id, about, due_day, rung, person_id) DO NOTHING"

/* Who was put in charge of the latest plan. */
SQL(plan_owner, INSERT_FOR "q.id = (SELECT n.owner_id FROM finding_plan n WHERE n.finding_id = $1"
			   " ORDER BY n.edition DESC LIMIT 1)" ONCE);
/* Whoever manages the department, or what came out of it. */
SQL(plan_manager,
	"WITH RECURSIVE line(id, steps) AS (SELECT department_id, 0 FROM finding WHERE id = $1 UNION"
	" SELECT l.successor_id, line.steps + 1 FROM lineage l JOIN line ON l.predecessor_id = line.id"
	" WHERE line.steps < 20)," CHIEFS INSERT_FOR
	"q.id IN (SELECT m.person_id FROM manager m JOIN line ON line.id = m.department_id)" ONCE);
SQL(plan_lead, INSERT_FOR "q.id IN (SELECT a.person_id FROM account a WHERE a.active = 1"
			  " AND a.roles & 32 <> 0)" ONCE);
SQL(plan_management, INSERT_FOR "q.id IN (SELECT a.person_id FROM account a WHERE a.active = 1"
				" AND a.roles & 8 <> 0)" ONCE);

_Static_assert(ROLE_LEAD == 32 && ROLE_MANAGEMENT == 8, "the statements above name their bits");

static const char *const statements[CHASE_TOS] = {[CHASE_OWNER] = plan_owner,
	[CHASE_MANAGER] = plan_manager,
	[CHASE_LEAD] = plan_lead,
	[CHASE_MANAGEMENT] = plan_management};

static bool
rung_plan(const struct planning *p, const struct chase_rung *r, const void *thing, day_t due, struct err *e)
{
	const struct finding *f = thing;
	return db_exec(p->db, e, statements[r->to], "isissssii", f->id, chase_about_key(r->about),
		(int64_t)due, r->key, chase_to_key(r->to), r->subject, r->text, p->now, (int64_t)p->today);
}

SQL(list_taken, "SELECT DISTINCT rung FROM finding_reminder WHERE finding_id = $1 AND about = $2"
		" AND due_day = $3");

static bool
finding_plan_chase(const struct planning *p, const struct finding *f, struct err *e)
{
	enum chase_about about;
	day_t due;
	return !chase_due(f->state, f->wait_day, &about, &due) ||
	       chase_climb(p, about, due, list_taken, f->id, rung_plan, f, e);
}

static bool
findings_plan_chases(const struct planning *p, struct err *e)
{
	static const enum finding_state waits[] = {
		FINDING_PLANNING, FINDING_RETURNED, FINDING_PLANNED, FINDING_DOING, FINDING_ACCEPTED};
	for (size_t s = 0; s < sizeof waits / sizeof *waits; s++) {
		const struct finding_filter filter = {
			.state = waits[s], .severity = SEVERITIES, .told = true};
		struct finding *list;
		size_t count;
		if (!findings_list(p->db, p->arena, &filter, &list, &count, e))
			return false;
		for (size_t i = 0; i < count; i++)
			if (!finding_plan_chase(p, &list[i], e))
				return false;
	}
	return true;
}

bool
chases_plan(struct db *db, struct arena *a, instant_t now, struct err *e)
{
	struct chase_rung *rungs;
	struct planning p = {.db = db,
		.arena = a,
		.now = now,
		.today = day_of_instant(now)};
	if (!chase_ladder(db, a, &rungs, &p.count, e) || !calendar_load(db, a, &p.calendar, e))
		return false;
	p.rungs = rungs;
	return findings_plan_chases(&p, e) && requests_plan_chases(&p, e);
}
