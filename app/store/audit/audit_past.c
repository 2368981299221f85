#include "store/audit/audit_past.h"

#include <string.h>

#define LINE                                                                                                 \
	"WITH RECURSIVE line(id, steps) AS (SELECT id, 0 FROM department WHERE id = $1 UNION"                \
	" SELECT l.predecessor_id, line.steps + 1 FROM lineage l JOIN line ON l.successor_id = line.id"      \
	" WHERE line.steps < 20) "
#define FIXED "g.state IN ('fixed', 'notified', 'presented', 'following', 'completed')"

SQL(find_last_audit, LINE
	"SELECT coalesce(max(g.year), 0) FROM engagement g WHERE g.department_id IN (SELECT id FROM line)"
	" AND coalesce(g.entry_id, 0) = $2 AND g.year <= $3 AND " FIXED);
SQL(count_target_findings,
	LINE "SELECT count(*), count(*) FILTER (WHERE f.times > 1) FROM finding f WHERE f.department_id IN"
	     " (SELECT id FROM line) AND ($2 = 0 OR EXISTS (SELECT 1 FROM finding_line l JOIN engagement g"
	     " ON g.id = l.engagement_id WHERE l.finding_id = f.id AND g.entry_id = $2))"
	     " AND f.parent_id IS NULL AND f.state NOT IN ('raised', 'checking', 'withdrawn', 'closed')"
	     " AND NOT (f.state = 'accepted' AND f.due_day >= $3)");

SQL(find_greatest_risk, LINE
	"SELECT coalesce(max(k.likelihood * k.loss), 0) FROM risk k WHERE k.department_id IN"
	" (SELECT id FROM line) AND ($2 = 0 OR k.entry_id = $2) AND k.year = (SELECT max(y.year) FROM risk y"
	" WHERE y.year <= $3 AND y.department_id IN (SELECT id FROM line) AND ($2 = 0 OR y.entry_id = $2))");

static bool
risk_look(struct db *db, int64_t department_id, int64_t entry_id, int until_year, int *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_greatest_risk, "iii", department_id, entry_id, (int64_t)until_year))
		return false;
	*out = rows_next(&r) ? (int)row_int(&r, 0) : 0;
	return rows_end(&r, e);
}

bool
audit_past(struct db *db, int64_t department_id, int64_t entry_id, int until_year, day_t today,
	struct audit_past *out, struct err *e)
{
	struct rows r;
	*out = (struct audit_past){0};
	if (!db_query(db, &r, e, find_last_audit, "iii", department_id, entry_id, (int64_t)until_year))
		return false;
	if (rows_next(&r))
		out->last_year = (int)row_int(&r, 0);
	if (!rows_end(&r, e) ||
		!db_query(db, &r, e, count_target_findings, "iii", department_id, entry_id, (int64_t)today))
		return false;
	if (rows_next(&r)) {
		out->open = row_int(&r, 0);
		out->repeated = row_int(&r, 1);
	}
	return rows_end(&r, e) && risk_look(db, department_id, entry_id, until_year, &out->risk, e);
}

SQL(list_judged,
	LINE "SELECT l.clause, l.judgement, count(*) FROM engagement_line l WHERE l.engagement_id ="
	     " (SELECT g.id FROM engagement g WHERE g.department_id IN (SELECT id FROM line) AND g.year <= $2"
	     " AND " FIXED " ORDER BY g.year DESC, g.id DESC LIMIT 1) GROUP BY l.clause, l.judgement"
	     " ORDER BY l.clause, l.judgement");

bool
audit_judged(struct db *db, struct arena *a, int64_t department_id, int until_year,
	struct judged_clause **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_judged, "ii", department_id, (int64_t)until_year))
		return false;
	while (rows_next(&r)) {
		const char *clause = row_peek(&r, 0, NULL);
		if (*count == 0 || strcmp((*out)[*count - 1].clause, clause) != 0) {
			*out = ARENA_PUSH(a, *out, *count);
			(*out)[(*count)++] = (struct judged_clause){.clause = row_text(&r, 0, a)};
		}
		enum judgement j = judgement_of(row_peek(&r, 1, NULL));
		if (j < JUDGEMENTS)
			(*out)[*count - 1].judged.of[j] = row_int(&r, 2);
	}
	return rows_end(&r, e);
}
