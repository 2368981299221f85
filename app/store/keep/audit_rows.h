#ifndef STORE_KEEP_AUDIT_ROWS_H
#define STORE_KEEP_AUDIT_ROWS_H

/*
 * Which findings, plans of audits and audits go with a fiscal year, as SQL that gives
 * their ids; `from` and `to` are the instants it lasts from and to.
 *
 *	finding	closed or withdrawn in the year. It stays while its audit is not over, and
 *		while another one that stays names it as the same finding of an earlier
 *		year or as what was passed on to it: a chain goes from its end only.
 *	plan	when the year is its last, and every audit it names is over.
 *	audit	completed or cancelled in the year. It stays as long as a finding of it or
 *		a plan that names it.
 *
 * Which rows these are does not change while their parts are taken out.
 */

#define AUDIT_OVER(g) g ".state IN ('completed', 'cancelled')"

#define WHEN_CLOSED(from)                                                                                    \
	"coalesce(f.closed_at, (SELECT max(m.at) FROM finding_move m WHERE m.finding_id = f.id), " from ")"
#define FINDING_OVER(from, to)                                                                               \
	"(f.state IN ('closed', 'withdrawn') AND " WHEN_CLOSED(from) " >= " from " AND " WHEN_CLOSED(        \
		from) " < " to " AND NOT EXISTS (SELECT 1 FROM finding_line w JOIN engagement y"             \
		      " ON y.id = w.engagement_id WHERE w.finding_id = f.id AND NOT (" AUDIT_OVER("y") ")))"
#define FINDINGS_GOING(from, to)                                                                             \
	"WITH RECURSIVE stays(id, predecessor_id, parent_id) AS"                                             \
	" (SELECT f.id, f.predecessor_id, f.parent_id FROM finding f WHERE NOT " FINDING_OVER(               \
		from, to) " UNION SELECT n.id, n.predecessor_id, n.parent_id FROM finding n JOIN stays s"    \
			  " ON n.id IN (s.predecessor_id, s.parent_id))"                                     \
			  " SELECT id FROM finding WHERE id NOT IN (SELECT id FROM stays)"

/* What names another has come after it. */
#define NEXT_FINDINGS "(" FINDINGS_GOING("$1", "$2") " ORDER BY id DESC LIMIT $3)"

/* The fiscal year that begins at an instant: 1 April is about a quarter into the mean year of 31556952 s. */
#define YEAR_FROM(from) "1970 + " from " / 31556952"
#define PLANS_GOING(from, to)                                                                                \
	"SELECT p.id FROM audit_plan p WHERE p.last_year = " YEAR_FROM(                                      \
		from) " AND " to " > " from " AND NOT EXISTS (SELECT 1 FROM audit_plan_target t JOIN "       \
					    "engagement y ON y.id = t.engagement_id"                         \
		      " WHERE t.plan_id = p.id AND NOT (" AUDIT_OVER("y") "))"
#define NEXT_PLANS "(" PLANS_GOING("$1", "$2") " ORDER BY p.id LIMIT $3)"

#define WHEN_OVER(from)                                                                                      \
	"coalesce((SELECT max(m.at) FROM engagement_move m WHERE m.engagement_id = g.id), " from ")"
#define AUDITS_OVER(from, to)                                                                                \
	"SELECT g.id FROM engagement g WHERE " AUDIT_OVER("g") " AND " WHEN_OVER(                            \
		from) " >= " from " AND " WHEN_OVER(from) " < " to
/* As soon as the findings and plans of the same year are gone. */
#define AUDITS_GOING(from, to)                                                                               \
	AUDITS_OVER(from, to)                                                                                \
	" AND NOT EXISTS (SELECT 1 FROM finding_line l WHERE l.engagement_id = g.id"                         \
	" AND l.finding_id NOT IN (" FINDINGS_GOING(                                                         \
		from, to) "))"                                                                               \
			  " AND NOT EXISTS (SELECT 1 FROM audit_plan_target t WHERE t.engagement_id = g.id"  \
			  " AND t.plan_id NOT IN (" PLANS_GOING(from, to) "))"
/* An audit has thousands of rows, so only a few at a time. */
#define NEXT_AUDITS                                                                                          \
	"(" AUDITS_OVER("$1",                                                                                \
		"$2") " AND NOT EXISTS (SELECT 1 FROM finding_line l WHERE l.engagement_id = g.id)"          \
		      " AND NOT EXISTS (SELECT 1 FROM audit_plan_target t WHERE t.engagement_id = g.id)"     \
		      " ORDER BY g.id LIMIT 1 + $3 / 50)"

/* The report of a year's audits goes after the last of them. */
#define YEAR_PAPERS(from, to, but)                                                                           \
	"FROM document d WHERE d.about = 'year' AND d.about_id <= " YEAR_FROM(                               \
		from) " AND d.issued_at < " to                                                               \
		      " AND NOT EXISTS (SELECT 1 FROM engagement n WHERE n.year = d.about_id" but ")"

#endif
