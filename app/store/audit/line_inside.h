#ifndef STORE_AUDIT_LINE_INSIDE_H
#define STORE_AUDIT_LINE_INSIDE_H

/* What the files of checklists and working papers share. */

#include "store/audit/checklists.h"

/* What was judged of the same items before: lines `l` of audits `g` whose report is fixed, of the department
 * of the audit $1 or what it came out of; the latest last, by g.year and g.serial. */
#define LINES_BEFORE(columns)                                                                                \
	"WITH RECURSIVE kin(id, steps) AS (SELECT department_id, 0 FROM engagement WHERE id = $1 UNION"      \
	" SELECT d.predecessor_id, kin.steps + 1 FROM lineage d JOIN kin ON d.successor_id = kin.id"         \
	" WHERE kin.steps < 20) SELECT " columns " FROM engagement g JOIN engagement_line l"                 \
	" ON l.engagement_id = g.id JOIN engagement now ON now.id = $1 WHERE g.id <> $1"                     \
	" AND l.judgement <> '' AND g.department_id IN (SELECT id FROM kin)"                                 \
	" AND g.state IN ('fixed', 'notified', 'presented', 'following', 'completed')"                       \
	" AND (g.year < now.year OR (g.year = now.year AND g.serial < now.serial))"

/* Keeps the act, and logs it under the audit's number without the note: whoever reads the log need not be
 * one who reads papers. revision: of the line after it, 0 without one. */
bool line_act_add(struct db *db, const struct engagement_act *x, const struct engagement *g, const char *item,
	int revision, const char *name, const char *note, struct err *e);

/* The audit, for who audits or leads it; else ERR_DENIED. */
bool line_engagement(struct db *db, const struct engagement_act *x, struct engagement *out, struct err *e);

/* The audit and a line of it whose paper may be written now, by who is named in it. ERR_CONFLICT when
 * it is not the time, or x->revision is not the line's. */
bool line_act_begin(struct db *db, const struct engagement_act *x, const char *item, struct engagement *g,
	struct line *l, struct err *e);

/* The line has changed: its revision grows, and what was reviewed is not any more. */
bool line_touch(struct db *db, const struct engagement_act *x, const struct engagement *g, struct line *l,
	struct err *e);

/* ERR_INPUT when it is blank, longer than LINE_REASON_MOST or of several lines. */
bool line_reason_fits(const char *reason, struct err *e);

#endif
