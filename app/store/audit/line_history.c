/* What was written before: editions of a paper, earlier audits, findings raised. */
#include <string.h>

#include "store/audit/line_inside.h"
#include "store/audit/working_papers.h"

enum { FIRST_TEXT = 7 };

SQL(list_editions,
	"SELECT revision, at, account_id, who, judgement, recommended, good, used, place, met, done,"
	" facts, difference, cause, effect, proposal, reason FROM line_edition"
	" WHERE engagement_id = $1 AND item = $2 ORDER BY revision DESC");

bool
paper_editions(struct db *db, struct arena *a, int64_t engagement_id, const char *item,
	struct paper_edition **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_editions, "is", engagement_id, item))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		struct paper_edition *n = &(*out)[(*count)++];
		*n = (struct paper_edition){.revision = (int)row_int(&r, 0),
			.at = row_int(&r, 1),
			.account_id = row_int(&r, 2),
			.who = row_text(&r, 3, a),
			.paper = {.judgement = judgement_of(row_peek(&r, 4, NULL)),
				.recommended = row_int(&r, 5) != 0,
				.good = row_int(&r, 6) != 0}};
		for (int i = 0; i < PAPER_TEXTS; i++)
			n->paper.texts[i] = row_text(&r, FIRST_TEXT + i, a);
	}
	return rows_end(&r, e);
}

SQL(find_before,
	LINES_BEFORE("g.id, g.year, g.serial, g.title, l.judgement, l.facts") " AND l.item = $2"
									      " ORDER BY g.year DESC, "
									      "g.serial DESC LIMIT 1");

bool
line_before(struct db *db, struct arena *a, const struct engagement *g, const char *item,
	struct line_before *out, struct err *e)
{
	struct rows r;
	*out = (struct line_before){.judgement = JUDGEMENTS};
	if (!db_query(db, &r, e, find_before, "is", g->id, item))
		return false;
	if (rows_next(&r)) {
		struct engagement then = {.year = (int)row_int(&r, 1), .serial = (int)row_int(&r, 2)};
		*out = (struct line_before){.engagement_id = row_int(&r, 0),
			.year = then.year,
			.number = engagement_number(a, &then),
			.title = row_text(&r, 3, a),
			.judgement = judgement_of(row_peek(&r, 4, NULL)),
			.facts = row_text(&r, 5, a)};
	}
	return rows_end(&r, e);
}

SQL(list_line_findings, "SELECT finding_id FROM finding_line WHERE engagement_id = $1"
			" AND ($2 IS NULL OR item = $2) ORDER BY finding_id");

bool
line_findings(struct db *db, struct arena *a, int64_t engagement_id, const char *item, int64_t **out,
	size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_line_findings, "is", engagement_id, item))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = row_int(&r, 0);
	}
	return rows_end(&r, e);
}

SQL(find_finding_line, "SELECT engagement_id, item FROM finding_line WHERE finding_id = $1");

bool
line_of_finding(struct db *db, struct arena *a, int64_t finding_id, int64_t *engagement_id, const char **item,
	struct err *e)
{
	struct rows r;
	*engagement_id = 0;
	*item = "";
	if (!db_query(db, &r, e, find_finding_line, "i", finding_id))
		return false;
	if (rows_next(&r)) {
		*engagement_id = row_int(&r, 0);
		*item = row_text(&r, 1, a);
	}
	return rows_end(&r, e);
}

SQL(insert_finding_line, "INSERT INTO finding_line (finding_id, engagement_id, item) VALUES ($1, $2, $3)");

bool
line_finding_add(struct db *db, const struct engagement_act *x, const char *item, int64_t finding_id,
	const char *number, struct err *e)
{
	struct engagement g;
	struct line l = {.revision = 0};
	return line_engagement(db, x, &g, e) &&
	       (*item == '\0' || line_find(db, x->arena, g.id, item, &l, e)) &&
	       db_exec(db, e, insert_finding_line, "iis", finding_id, g.id, item) &&
	       line_act_add(db, x, &g, item, l.revision, "finding_raised", number, e);
}
