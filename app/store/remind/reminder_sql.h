#ifndef STORE_REMIND_REMINDER_SQL_H
#define STORE_REMIND_REMINDER_SQL_H

/* What the statements about reminders share. Arguments are expressions of SQL: the
 * cycle, a department (0: every one), the day of today, whom the wave is for. */

#include "domain/organisation/role.h"
#include "store/organisation/people.h"

/* Whether a sheet `s` waits to be submitted: not yet, or returned. */
#define SHEET_WAITS(department)                                                                              \
	"(s.submitted IS NULL OR s.returned_at IS NOT NULL) AND s.excluded_at IS NULL AND (" department      \
	" = 0 OR s.department_id = " department ")"

/* Whether the person `q` still belongs here; and is on leave. */
#define STAYS(today) "(q.left_day IS NULL OR q.left_day >= " today ")"
#define ON_LEAVE(today)                                                                                      \
	"EXISTS (SELECT 1 FROM absence b WHERE b.person_id = q.id AND b.from_day <= " today                  \
	" AND (b.to_day IS NULL OR b.to_day >= " today "))"
#define THERE(today) STAYS(today) " AND NOT " ON_LEAVE(today)

/* Sheets `s` that wait for somebody `q` who is there. */
#define WAITING(cycle, department, today)                                                                    \
	" FROM sheet s JOIN person q ON q.id = s.person_id WHERE s.cycle_id = " cycle                        \
	" AND " SHEET_WAITS(department) " AND " THERE(today)

/* WITH …: who is told of which departments, by `reach(person_id, department_id)`. A
 * section's manager is told of the section: who has it as the main post or, where nobody
 * does, beside another one (兼務). Its head is the manager of the nearest department
 * above that has one; where none has, whoever has the role of management. A section whose
 * own manager's post is vacant is its head's at once. */
#define CHIEFS_THERE(today)                                                                                        \
	" chief(person_id, department_id, main) AS (SELECT q.id, o.department_id, o.main FROM account a"     \
	" JOIN person q ON q.id = a.person_id JOIN post o ON o.person_id = q.id AND o.valid_from <= " today  \
	" AND (o.valid_to IS NULL OR o.valid_to >= " today ")"                                               \
	" WHERE a.active = 1 AND a.roles & 2 <> 0 AND " THERE(                                               \
		today) "),"                                                                                  \
		       " leader(person_id) AS (SELECT q.id FROM account a JOIN person q ON q.id = "          \
		       "a.person_id"                                                                         \
		       " WHERE a.active = 1 AND a.roles & 8 <> 0 AND " THERE(                                \
			       today) "),"                                                                   \
				      " manager(person_id, department_id) AS (SELECT c.person_id, "          \
				      "c.department_id FROM chief c"                                         \
				      " WHERE c.main = 1 OR NOT EXISTS (SELECT 1 FROM chief m WHERE "        \
				      "m.department_id = c.department_id"                                    \
				      " AND m.main = 1)),"
#define ABOVE                                                                                                \
	" above(department_id, up, steps) AS (SELECT department_id, department_id, 0 FROM waiting"           \
	" UNION ALL SELECT a.department_id, t.parent_id, a.steps + 1 FROM above a" TERM_LATEST(              \
		"t", "a.up") " WHERE t.parent_id IS NOT NULL AND a.steps < 9),"
#define REACH(cycle, department, today, to)                                                                  \
	"WITH RECURSIVE" CHIEFS_THERE(                                                                             \
		today) " waiting(department_id) AS (SELECT DISTINCT s.department_id" WAITING(cycle,          \
		department,                                                                                  \
		today) ")," ABOVE " nearest(department_id, steps) AS (SELECT a.department_id, min(a.steps) " \
				  "FROM above a"                                                             \
		       " JOIN manager m ON m.department_id = a.up WHERE " to " = 'manager' OR a.steps > 0"   \
		       " GROUP BY a.department_id),"                                                         \
		       " reach(person_id, department_id) AS (SELECT m.person_id, n.department_id FROM "      \
		       "nearest n"                                                                           \
		       " JOIN above a ON a.department_id = n.department_id AND a.steps = n.steps"            \
		       " JOIN manager m ON m.department_id = a.up UNION"                                     \
		       " SELECT l.person_id, w.department_id FROM waiting w CROSS JOIN leader l WHERE NOT "  \
		       "EXISTS"                                                                              \
		       " (SELECT 1 FROM nearest n WHERE n.department_id = w.department_id))"

_Static_assert(ROLE_MANAGER == 2 && ROLE_MANAGEMENT == 8, "the statements above name their bits");

#endif
