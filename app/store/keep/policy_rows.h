#ifndef STORE_KEEP_POLICY_ROWS_H
#define STORE_KEEP_POLICY_ROWS_H

/*
 * Which editions of the policy and the standards, procedures, assessments of risks and
 * reviews go with a fiscal year, as SQL that gives their ids; `from` and `to` are the
 * instants it lasts from and to.
 *
 *	policy_edition	replaced or withdrawn in the year. The one in force stays, and the one
 *		before it, which it is compared with; of those that were replaced the
 *		oldest go first. One stays while a review of another year looked at it.
 *	standard_edition	replaced or withdrawn in the year; the one in force stays
 *	entry	a procedure (実施手順) whose last day was in the year and that no plan,
 *		audit or assessment names
 *	risk	of the year, all of them or none: while a review of another year looked at
 *		one of them they stay. What was taken over from them stands on its own.
 *	policy_review	of the year
 *
 * Which rows these are does not change while their parts are taken out.
 */

#include "store/keep/audit_rows.h"

/* The instant a day begins in Japan (base/day.h). */
#define DAY_BEGINS(day) "(" day " * 86400 - 32400)"

/* Editions that are in force after x. */
#define LATER(table, x)                                                                                      \
	" FROM " table " n WHERE n.withdrawn_at IS NULL AND (n.from_day > " x ".from_day OR (n.from_day = "  \
	x ".from_day AND n.id > " x ".id))"
#define WHEN_REPLACED(table, x) DAY_BEGINS("(SELECT min(n.from_day)" LATER(table, x) ")")
#define EDITION_OVER(table, x, from, to)                                                                     \
	"coalesce(" x ".withdrawn_at, " WHEN_REPLACED(table, x) ") >= " from " AND coalesce(" x              \
	".withdrawn_at, " WHEN_REPLACED(table, x) ") < " to

#define LOOKED_AT(kind, id, from)                                                                            \
	"EXISTS (SELECT 1 FROM policy_review_link l JOIN policy_review v ON v.id = l.review_id"              \
	" WHERE l.kind = '" kind "' AND l.target_id = " id " AND v.year <> " YEAR_FROM(from) ")"

#define POLICIES_GOING(from, to)                                                                             \
	"SELECT x.id FROM policy_edition x WHERE " EDITION_OVER("policy_edition", "x", from, to)            \
		" AND NOT " LOOKED_AT("edition", "x.id", from) " AND (x.withdrawn_at IS NOT NULL"           \
		" OR ((SELECT count(*)" LATER("policy_edition", "x") ") > 1 AND NOT EXISTS (SELECT 1 FROM"  \
		" policy_edition o WHERE o.withdrawn_at IS NULL AND o.from_day < x.from_day AND "           \
		WHEN_REPLACED("policy_edition", "o") " < " from ")))"
#define NEXT_POLICIES "(" POLICIES_GOING("$1", "$2") " ORDER BY x.id LIMIT $3)"

#define STANDARDS_GOING(from, to)                                                                            \
	"SELECT x.id FROM standard_edition x WHERE " EDITION_OVER("standard_edition", "x", from, to)
#define NEXT_STANDARDS "(" STANDARDS_GOING("$1", "$2") " ORDER BY x.id LIMIT $3)"

#define PROCEDURES_GOING(from, to)                                                                           \
	"SELECT x.id FROM entry x WHERE x.kind = 'procedure' AND " DAY_BEGINS("x.valid_to") " >= " from      \
		" AND " DAY_BEGINS("x.valid_to") " < " to " AND NOT EXISTS (SELECT 1 FROM risk r WHERE"      \
		" r.entry_id = x.id) AND NOT EXISTS (SELECT 1 FROM engagement g WHERE g.entry_id = x.id)"    \
		" AND NOT EXISTS (SELECT 1 FROM audit_plan_target t WHERE t.entry_id = x.id)"

#define RISKS_GOING(from, to)                                                                                \
	"SELECT x.id FROM risk x WHERE x.year = " YEAR_FROM(from) " AND " to " > " from                      \
		" AND NOT EXISTS (SELECT 1 FROM risk q WHERE q.year = x.year AND " LOOKED_AT("risk", "q.id", \
			from) ")"
#define NEXT_RISKS "(" RISKS_GOING("$1", "$2") " ORDER BY x.id LIMIT $3)"

#define REVIEWS_GOING(from, to)                                                                              \
	"SELECT x.id FROM policy_review x WHERE x.year = " YEAR_FROM(from) " AND " to " > " from
#define NEXT_REVIEWS "(" REVIEWS_GOING("$1", "$2") " ORDER BY x.id LIMIT $3)"

/* The table of a year's assessment goes after the last of its risks. */
#define RISK_PAPERS(from, to, but)                                                                           \
	"FROM document d WHERE d.about = 'risks' AND d.about_id <= " YEAR_FROM(from) " AND d.issued_at < "   \
	to " AND NOT EXISTS (SELECT 1 FROM risk n WHERE n.year = d.about_id" but ")"

#endif
