/* What lies in the boxes, and the statements over them. */
#include "store/audit/outbox.h"

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/audit/requests.h"
#include "store/organisation/people.h"

/* Of one box: its table, and the column that says what a reminder is about. */
#define BOX(box, table, thing)                                                                               \
	SQL(interrupt_##box, "UPDATE " table " SET state = 'unknown' WHERE state = 'sending'");              \
	SQL(hand_##box, "UPDATE " table " SET state = 'by_hand' WHERE state = 'planned'");                   \
	SQL(put_off_##box, "UPDATE " table " SET retry_at = $1 WHERE state = 'planned'");                    \
	SQL(count_##box, "SELECT count(*) FROM " table " r WHERE (r.state = 'sending' OR (r.state ="         \
			 " 'planned' AND (r.retry_at IS NULL OR r.retry_at <= $1))) AND " NOW_OR_URGENT);    \
	SQL(next_##box, "SELECT r.person_id, q.name, r.address, r.rung, r.subject, r.text, max(r.tries)"     \
			" FROM " table " r JOIN person q ON q.id = r.person_id WHERE r.state = 'planned'"    \
			" AND (r.retry_at IS NULL OR r.retry_at <= $1) AND " NOW_OR_URGENT                   \
			" GROUP BY r.person_id, q.name, r.address, r.rung, r.subject, r.text"                \
			" ORDER BY r.person_id, r.rung LIMIT 1");                                            \
	SQL(claim_##box, "UPDATE " table " SET state = 'sending', message_id = $6 WHERE state = 'planned'"   \
			 " AND person_id = $1 AND rung = $2 AND address = $3 AND subject = $4"               \
			 " AND text = $5");                                                                  \
	SQL(things_##box, "SELECT about, " thing ", due_day FROM " table " WHERE message_id = $1"            \
			  " ORDER BY due_day, " thing);                                                      \
	SQL(settle_##box, "UPDATE " table " SET state = $2, sent_at = nullif($3, 0), error = $4, tries = $5" \
			  " WHERE message_id = $1");                                                         \
	SQL(told_##box, "UPDATE " table " SET state = 'handed', sent_at = $2 WHERE id = $1"                  \
			" AND state = 'by_hand' AND (about = 'urgent') = ($3 = 1) RETURNING about, " thing ", (SELECT q.name FROM person q"    \
			" WHERE q.id = " table ".person_id)");                                               \
	SQL(untold_##box,                                                                                    \
		"SELECT r.id, r.about, r." thing ", r.recipient, r.planned_at, q.name,"                      \
		" coalesce(t.name, '') FROM " table " r JOIN person q ON q.id = r.person_id" LATEST_POST(    \
			"o", "q.id", "t") " WHERE r.state = 'by_hand' AND r.about <> 'urgent'"               \
					  " ORDER BY q.name, q.id, r.planned_at, r.id")
#define NOW_OR_URGENT "($2 = 1 OR r.about = 'urgent')"

BOX(findings, "finding_reminder", "finding_id");
BOX(audits, "audit_reminder", "about_id");

/* What nobody waits for any more: it was handed in meanwhile, or has another day. */
SQL(drop_findings,
	"UPDATE finding_reminder SET state = 'unneeded' WHERE state IN ('planned', 'by_hand') AND NOT EXISTS (SELECT 1"
	" FROM finding f WHERE f.id = finding_reminder.finding_id AND ("
	" (finding_reminder.about = 'plan' AND f.state IN ('planning', 'returned')"
	" AND NOT EXISTS (SELECT 1 FROM finding_plan n WHERE n.finding_id = f.id AND n.at >="
	" coalesce((SELECT max(m.at) FROM finding_move m WHERE m.finding_id = f.id AND m.to_state = "
	"f.state), 0)))"
	" OR (finding_reminder.about = 'measure' AND f.state IN ('planned', 'doing')"
	" AND f.due_day = finding_reminder.due_day)"
	" OR (finding_reminder.about = 'acceptance' AND f.state = 'accepted'"
	" AND f.due_day = finding_reminder.due_day)))");
SQL(drop_audits,
	"UPDATE audit_reminder SET state = 'unneeded' WHERE state IN ('planned', 'by_hand') AND NOT EXISTS (SELECT 1"
	" FROM audit_request q JOIN engagement g ON g.id = q.engagement_id WHERE audit_reminder.about ="
	" 'request' AND q.id = audit_reminder.about_id AND q.state IN ('asked', 'returned') AND q.due_day ="
	" audit_reminder.due_day AND g.state IN ('announced', 'requesting', 'fieldwork', 'judging',"
	" 'exchanging', 'reporting')) AND NOT EXISTS (SELECT 1 FROM urgent_report u WHERE"
	" audit_reminder.about = 'urgent' AND u.id = audit_reminder.about_id AND u.acknowledged_at IS NULL)");

static const char *
thing_words(struct arena *a, const char *number, const char *department, day_t due)
{
	return arena_printf(a, _("- %s (%s), due %s"), number, department, wareki_day(a, due));
}

static bool
finding_thing(struct db *db, struct arena *a, enum chase_about about, int64_t id, day_t due, const char **out,
	struct err *e)
{
	struct finding f;
	(void)about;
	if (!finding_find(db, a, id, &f, e))
		return false;
	*out = thing_words(a, finding_number(a, &f), f.department_name, due);
	return true;
}

static bool
finding_number_find(
	struct db *db, struct arena *a, enum chase_about about, int64_t id, const char **out, struct err *e)
{
	struct finding f;
	(void)about;
	if (!finding_find(db, a, id, &f, e))
		return false;
	*out = finding_number(a, &f);
	return true;
}

SQL(find_urgent_audit, "SELECT engagement_id FROM urgent_report WHERE id = $1");

/* The audit it belongs to; r: the request, if it is about one. */
static bool
audit_of_thing(struct db *db, struct arena *a, enum chase_about about, int64_t id, struct engagement *g,
	struct audit_request *r, struct err *e)
{
	struct rows rows;
	int64_t audit = 0;
	if (about == CHASE_REQUEST)
		return request_find(db, a, id, r, e) && engagement_find(db, a, r->engagement_id, g, e);
	if (!db_query(db, &rows, e, find_urgent_audit, "i", id))
		return false;
	if (rows_next(&rows))
		audit = row_int(&rows, 0);
	return rows_end(&rows, e) && engagement_find(db, a, audit, g, e);
}

static bool
audit_number_find(
	struct db *db, struct arena *a, enum chase_about about, int64_t id, const char **out, struct err *e)
{
	struct engagement g;
	struct audit_request r;
	if (!audit_of_thing(db, a, about, id, &g, &r, e))
		return false;
	*out = about == CHASE_REQUEST ? request_number(a, &g, &r) : engagement_number(a, &g);
	return true;
}

/* Of an urgent report nothing but in which audit it was filed. */
static bool
audit_thing(struct db *db, struct arena *a, enum chase_about about, int64_t id, day_t due, const char **out,
	struct err *e)
{
	struct engagement g;
	struct audit_request r;
	if (!audit_of_thing(db, a, about, id, &g, &r, e))
		return false;
	*out = about == CHASE_REQUEST ? thing_words(a, request_number(a, &g, &r), g.department_name, due)
				      : arena_printf(a, _("- %s"), engagement_number(a, &g));
	return true;
}

#define STATEMENTS(box)                                                                                      \
	.interrupt = interrupt_##box, .hand = hand_##box, .put_off = put_off_##box, .drop = drop_##box,      \
	.next = next_##box, .claim = claim_##box, .settle = settle_##box, .count = count_##box,              \
	.things = things_##box, .told = told_##box, .untold = untold_##box

const struct outbox outboxes[] = {
	{"audits", STATEMENTS(audits), .thing = audit_thing, .number = audit_number_find},
	{"findings", STATEMENTS(findings), .thing = finding_thing, .number = finding_number_find},
};
const size_t outbox_count = sizeof outboxes / sizeof *outboxes;
