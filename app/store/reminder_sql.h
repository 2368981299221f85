#ifndef STORE_REMINDER_SQL_H
#define STORE_REMINDER_SQL_H

/* What the statements about reminders share. Arguments are expressions of SQL: the
 * cycle, a department (0: every one), the day of today, whom the wave is for. */

#include "domain/role.h"
#include "store/people.h"

/* Sheets `s` that wait for the person `q`, who is still there: not submitted yet or returned. */
#define WAITING(cycle, department, today)                                                                    \
	" FROM sheet s JOIN person q ON q.id = s.person_id WHERE s.cycle_id = " cycle                        \
	" AND (s.submitted IS NULL OR s.returned_at IS NOT NULL) AND s.excluded_at IS NULL AND (q.left_day " \
	"IS NULL OR q.left_day >= " today ") AND (" department " = 0 OR s.department_id = " department ")"

/* WITH …: who is told of which departments, by `reach(person_id, department_id)`. A
 * section's manager is told of the section; its head is the manager of the department
 * above or, where there is none, whoever has the role of management. */
#define REACH(cycle, department, today, to)                                                                  \
	"WITH chief(person_id, department_id, manages, leads) AS (SELECT a.person_id, o.department_id,"      \
	" a.roles & 2 <> 0, a.roles & 8 <> 0 FROM account a" LATEST_POST("o", "a.person_id",                 \
		"ot") " WHERE "                                                                              \
		      "a.active = 1 AND a.person_id IS NOT NULL AND a.roles & 10 <> 0),"                     \
		      " waiting(department_id, parent_id) AS (SELECT d.department_id, t.parent_id FROM"      \
		      " (SELECT DISTINCT s.department_id" WAITING(                                           \
			      cycle, department, today) ") d" TERM_LATEST("t",                               \
			      "d.department_id") "), reach(person_id, department_id) AS (SELECT "            \
						 "c.person_id, w.department_id"                              \
						 " FROM waiting w JOIN chief c ON (" to                      \
						 " = 'manager' AND c.manages AND c.department_id ="          \
						 " w.department_id) OR (" to                                 \
						 " = 'head' AND ((c.manages AND c.department_id = "          \
						 "w.parent_id) OR"                                           \
						 " (c.leads AND NOT EXISTS (SELECT 1 FROM chief m WHERE "    \
						 "m.manages AND"                                             \
						 " m.department_id = w.parent_id)))))"

_Static_assert(ROLE_MANAGER == 2 && ROLE_MANAGEMENT == 8, "the statement above names their bits");

#endif
