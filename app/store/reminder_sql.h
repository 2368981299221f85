#ifndef STORE_REMINDER_SQL_H
#define STORE_REMINDER_SQL_H

/* What the statements about reminders share. Arguments are expressions of SQL: the
 * cycle, a department (0: every one), the day of today, whom the wave is for. */

#include "store/managed.h"

/* Sheets `s` that wait for the person `q`, who is still there: not submitted yet or returned. */
#define WAITING(cycle, department, today)                                                                    \
	" FROM sheet s JOIN person q ON q.id = s.person_id WHERE s.cycle_id = " cycle                        \
	" AND (s.submitted IS NULL OR s.returned_at IS NOT NULL) AND s.excluded_at IS NULL AND (q.left_day " \
	"IS NULL OR q.left_day >= " today ") AND (" department " = 0 OR s.department_id = " department ")"

/* WITH …: who is told of which departments, by `reach(person_id, department_id)`. A
 * section's manager is told of the section; its head is the manager of the department
 * above or, where there is none, whoever has the role of management. */
#define REACH(cycle, department, today, to)                                                                  \
	"WITH" CHIEFS ", waiting(department_id, parent_id) AS (SELECT d.department_id, t.parent_id FROM"     \
	" (SELECT DISTINCT s.department_id" WAITING(cycle, department, today) ") d" TERM_LATEST("t",         \
		"d.department_id") "), reach(person_id, department_id) AS ("                                 \
				   "SELECT m.person_id, w.department_id FROM waiting w JOIN manager m"       \
				   " ON m.department_id = w.department_id WHERE " to " = 'manager'"          \
				   " UNION SELECT m.person_id, w.department_id FROM waiting w"               \
				   " JOIN manager m ON m.department_id = w.parent_id WHERE " to " = 'head'"  \
				   " UNION SELECT a.person_id, w.department_id FROM waiting w"               \
				   " JOIN account a ON a.active = 1 AND a.roles & 8 <> 0"                    \
				   " AND a.person_id IS NOT NULL WHERE " to " = 'head' AND NOT EXISTS"       \
				   " (SELECT 1 FROM manager m WHERE m.department_id = w.parent_id))"

_Static_assert(ROLE_MANAGEMENT == 8, "the statement above names its bit");

#endif
