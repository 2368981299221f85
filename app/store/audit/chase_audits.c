/* Of requests for documents which reminders have come due, and of urgent reports, to whom they go. */
#include "store/audit/outbox.h"
#include "store/audit/requests.h"
#include "store/audit/urgent.h"
#include "store/organisation/managed.h"
#include "store/remind/reminder_sql.h"

/* ---- requests ---------------------------------------------------------------------------------------- */

#define INSERT_FOR                                                                                           \
	" INSERT INTO audit_reminder (engagement_id, about, about_id, due_day, rung, recipient, person_id,"  \
	" address, subject, text, planned_at, state) SELECT $1, 'request', $2, $3, $4, $5, q.id, q.mail,"    \
	" $6, $7, $8, CASE WHEN q.mail = '' THEN 'by_hand' ELSE 'planned' END FROM person q"                 \
	" WHERE " THERE("$9") " AND "
#define ONCE " ON CONFLICT (about, about_id, due_day, rung, person_id) DO NOTHING"

/* Managers of the department, or what came out of it, and above: `manager` with how many steps up. */
#define MANAGERS                                                                                             \
	"WITH RECURSIVE line(id, steps) AS (SELECT department_id, 0 FROM engagement WHERE id = $1 UNION"     \
	" SELECT l.successor_id, line.steps + 1 FROM lineage l JOIN line ON l.predecessor_id = line.id"      \
	" WHERE line.steps < 20)," CHIEFS ", waiting(department_id) AS (SELECT id FROM line)," ABOVE         \
	" led(person_id, steps) AS (SELECT m.person_id, min(a.steps) FROM above a JOIN manager m"            \
	" ON m.department_id = a.up GROUP BY m.person_id)"

/* Whoever hands it in: the nearest there is, as nobody else acts for a department without a manager. */
SQL(request_manager, MANAGERS INSERT_FOR "q.id IN (SELECT person_id FROM led WHERE steps = (SELECT min(steps)"
					 " FROM led))" ONCE);
SQL(request_head,
	MANAGERS INSERT_FOR "q.id IN (SELECT person_id FROM led WHERE steps = (SELECT min(steps) FROM led"
			    " WHERE steps > (SELECT min(steps) FROM led)))" ONCE);
SQL(request_lead, INSERT_FOR "q.id IN (SELECT a.person_id FROM account a JOIN engagement_member m"
			     " ON m.account_id = a.id AND m.lead = 1 WHERE m.engagement_id = $1"
			     " AND a.active = 1)" ONCE);
SQL(request_management, INSERT_FOR "q.id IN (SELECT a.person_id FROM account a WHERE a.active = 1"
				   " AND a.roles & 8 <> 0)" ONCE);

_Static_assert(ROLE_MANAGEMENT == 8, "the statement above names its bit");

static const char *const statements[CHASE_TOS] = {[CHASE_MANAGER] = request_manager,
	[CHASE_HEAD] = request_head,
	[CHASE_LEAD] = request_lead,
	[CHASE_MANAGEMENT] = request_management};

static bool
rung_plan(const struct planning *p, const struct chase_rung *r, const void *thing, day_t due, struct err *e)
{
	const struct audit_request *q = thing;
	return statements[r->to] == NULL ||
	       db_exec(p->db, e, statements[r->to], "iiissssii", q->engagement_id, q->id, (int64_t)due,
		       r->key, chase_to_key(r->to), r->subject, r->text, p->now, (int64_t)p->today);
}

SQL(list_taken,
	"SELECT DISTINCT rung FROM audit_reminder WHERE about_id = $1 AND about = $2 AND due_day = $3");

/* A department is asked only from when it was told of the audit until the report is fixed. */
bool
requests_plan_chases(const struct planning *p, struct err *e)
{
	struct engagement *audits;
	size_t count, asked;
	if (!engagements_list(
		    p->db, p->arena, &(struct engagement_filter){.running = true}, &audits, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct audit_request *list;
		if (!engagement_asks(audits[i].state))
			continue;
		if (!requests_list(p->db, p->arena, audits[i].id, &list, &asked, e))
			return false;
		for (size_t k = 0; k < asked; k++)
			if (request_waits(list[k].state) &&
				!chase_climb(p, CHASE_REQUEST, list[k].due_day, list_taken, list[k].id,
					rung_plan, &list[k], e))
				return false;
	}
	return true;
}

/* ---- urgent reports ------------------------------------------------------------------------------------ */

SQL(list_higher, "SELECT a.id FROM account a WHERE a.active = 1 AND a.person_id IS NOT NULL"
		 " AND a.roles & 40 <> 0 ORDER BY a.id");
_Static_assert((ROLE_LEAD | ROLE_MANAGEMENT) == 40, "the statement above names their bits");

/* CHASE_TOS: nobody who is told. */
static bool
urgent_to(struct db *db, const struct engagement_act *x, const struct engagement *g, int64_t account_id,
	enum chase_to *out, struct err *e)
{
	unsigned actors;
	bool seen;
	*out = CHASE_TOS;
	if (account_id == x->account_id)
		return true;
	if (!engagement_actors(db, x->arena, g, account_id, &actors, e) ||
		!urgent_seen_by(db, x->arena, g, account_id, &seen, e))
		return false;
	if (seen && (actors & ENGAGEMENT_MANAGEMENT) != 0)
		*out = CHASE_MANAGEMENT;
	else if (seen && (actors & ENGAGEMENT_LEAD) != 0)
		*out = CHASE_LEAD;
	return true;
}

SQL(insert_urgent_chase,
	"INSERT INTO audit_reminder (engagement_id, about, about_id, due_day, rung, recipient, person_id,"
	" address, subject, text, planned_at, state) SELECT $1, 'urgent', $2, 0, $3, $4, q.id, q.mail, $5, "
	"$6,"
	" $7, CASE WHEN q.mail = '' THEN 'by_hand' ELSE 'planned' END FROM person q JOIN account a ON"
	" a.person_id = q.id WHERE a.id = $8 AND " STAYS("$9") ONCE);

static bool
urgent_plan(struct db *db, const struct engagement_act *x, const struct engagement *g, int64_t urgent_id,
	int64_t account_id, const struct chase_rung *r, struct err *e)
{
	return db_exec(db, e, insert_urgent_chase, "iissssiii", g->id, urgent_id, r->key, chase_to_key(r->to),
		r->subject, r->text, x->now, account_id, (int64_t)day_of_instant(x->now));
}

static bool
accounts_higher(struct db *db, struct arena *a, int64_t **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_higher, ""))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = row_int(&r, 0);
	}
	return rows_end(&r, e);
}

bool
chases_plan_urgent(struct db *db, const struct engagement_act *x, const struct engagement *g,
	int64_t urgent_id, struct err *e)
{
	struct chase_rung *rungs;
	int64_t *accounts;
	size_t count, n;
	if (!chase_ladder(db, x->arena, &rungs, &count, e) ||
		!accounts_higher(db, x->arena, &accounts, &n, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		enum chase_to to;
		if (!urgent_to(db, x, g, accounts[i], &to, e))
			return false;
		for (size_t k = 0; k < count; k++)
			if (rungs[k].used && rungs[k].about == CHASE_URGENT && rungs[k].to == to &&
				!urgent_plan(db, x, g, urgent_id, accounts[i], &rungs[k], e))
				return false;
	}
	return true;
}
