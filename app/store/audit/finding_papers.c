/* 改善計画 and 改善報告: what the department hands in. Each edition stays. */
#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "store/audit/finding_inside.h"

static bool
texts_fit(const char *const *texts, size_t count, struct err *e)
{
	for (size_t i = 0; i < count; i++)
		if (utf8_count(texts[i]) > FINDING_TEXT_MOST)
			return err_set(
				e, ERR_INPUT, _("a text has more than %d characters"), FINDING_TEXT_MOST);
	return true;
}

static bool
papers_taken(struct db *db, const struct finding_act *x, unsigned states, struct finding *f, struct err *e)
{
	unsigned actors;
	if (!finding_act_begin(db, x, f, &actors, e))
		return false;
	if ((actors & FINDING_AUDITEE) == 0)
		return err_set(e, ERR_DENIED, _("only the manager of the department hands this in"));
	return (states & 1u << f->state) != 0 ||
	       err_set(e, ERR_CONFLICT, _("in its present state the finding does not take this"));
}

SQL(touch_finding, "UPDATE finding SET revision = revision + 1 WHERE id = $1");

/* ---- plans ------------------------------------------------------------------------------------ */

/* A department that has ended goes on in what came out of it; who manages from above may see to it himself.
 */
SQL(list_finding_people,
	"WITH RECURSIVE line(id, steps) AS (SELECT id, 0 FROM department WHERE id = $1 UNION"
	" SELECT l.successor_id, line.steps + 1 FROM lineage l JOIN line ON l.predecessor_id = line.id"
	" WHERE line.steps < 20) SELECT p.id, p.number, p.name FROM person p WHERE EXISTS (SELECT 1 FROM "
	"post o"
	" JOIN line ON line.id = o.department_id WHERE o.person_id = p.id AND o.valid_from <= $2"
	" AND (o.valid_to IS NULL OR o.valid_to >= $2)) OR p.id = (SELECT a.person_id FROM account a"
	" WHERE a.id = $3) ORDER BY p.number");

bool
finding_people(struct db *db, struct arena *a, const struct finding *f, int64_t account_id, day_t day,
	struct finding_person **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_finding_people, "iii", f->department_id, (int64_t)day, account_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] =
			(struct finding_person){row_int(&r, 0), row_text(&r, 1, a), row_text(&r, 2, a)};
	}
	return rows_end(&r, e);
}

static bool
owner_fits(struct db *db, const struct finding_act *x, const struct finding *f, struct finding_plan *p,
	struct err *e)
{
	struct finding_person *list;
	size_t count;
	if (!finding_people(db, x->arena, f, x->account_id, day_of_instant(x->now), &list, &count, e))
		return false;
	p->owner_name = NULL;
	for (size_t i = 0; i < count; i++)
		if (list[i].id == p->owner_id)
			p->owner_name = list[i].name;
	return p->owner_name != NULL ||
	       err_set(e, ERR_INPUT, _("choose who is in charge among the people of the department"));
}

static bool
plan_fits(struct db *db, const struct finding_act *x, const struct finding *f, struct finding_plan *p,
	struct err *e)
{
	const char *texts[] = {p->stopgap, p->cause, p->measure};
	if (utf8_blank(p->cause))
		return err_set(e, ERR_INPUT, _("write what the cause was"));
	if (utf8_blank(p->measure))
		return err_set(e, ERR_INPUT, _("write what will be done for good"));
	if (p->due_day < day_of_instant(x->now))
		return err_set(e, ERR_INPUT, _("the day by which it will be done is over already"));
	return owner_fits(db, x, f, p, e) && texts_fit(texts, sizeof texts / sizeof *texts, e);
}

SQL(insert_plan_edition,
	"INSERT INTO finding_plan (finding_id, edition, stopgap, cause, measure, spread, budget, owner_id,"
	" owner_name, due_day, at, account_id, who, revision) SELECT $1, coalesce(max(edition), 0) + 1, $2, "
	"$3,"
	" $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 FROM finding_plan WHERE finding_id = $1");

bool
finding_plan_file(struct db *db, const struct finding_act *x, struct finding_plan *p, struct err *e)
{
	struct finding f;
	const char *who;
	return papers_taken(db, x, 1u << FINDING_PLANNING | 1u << FINDING_RETURNED, &f, e) &&
	       plan_fits(db, x, &f, p, e) && finding_actor_name(db, x->arena, x->account_id, &who, e) &&
	       db_exec(db, e, insert_plan_edition, "isssiiisiiisi", f.id, p->stopgap, p->cause, p->measure,
		       (int64_t)p->spread, (int64_t)p->budget, p->owner_id, p->owner_name,
		       (int64_t)p->due_day, x->now, x->account_id, who, (int64_t)f.revision) &&
	       db_exec(db, e, touch_finding, "i", f.id) &&
	       event_add(db, x->now, x->account_id, "finding_planned", finding_number(x->arena, &f),
		       p->measure, e);
}

SQL(list_plan_editions, "SELECT edition, stopgap, cause, measure, spread, budget, owner_id, owner_name,"
			" due_day, at, who FROM finding_plan WHERE finding_id = $1 ORDER BY edition DESC");

bool
finding_plans(struct db *db, struct arena *a, int64_t finding_id, struct finding_plan **out, size_t *count,
	struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_plan_editions, "i", finding_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct finding_plan){.edition = (int)row_int(&r, 0),
			.stopgap = row_text(&r, 1, a),
			.cause = row_text(&r, 2, a),
			.measure = row_text(&r, 3, a),
			.spread = row_int(&r, 4) != 0,
			.budget = row_int(&r, 5) != 0,
			.owner_id = row_int(&r, 6),
			.owner_name = row_text(&r, 7, a),
			.due_day = (day_t)row_int(&r, 8),
			.at = row_int(&r, 9),
			.who = row_text(&r, 10, a)};
	}
	return rows_end(&r, e);
}

/* ---- reports ---------------------------------------------------------------------------------- */

static bool
report_fits(const struct finding_act *x, const struct finding_report *r, struct err *e)
{
	const char *texts[] = {r->done, r->effect, r->remaining};
	if (utf8_blank(r->done))
		return err_set(e, ERR_INPUT, _("write what was done"));
	if (utf8_blank(r->effect))
		return err_set(e, ERR_INPUT, _("write what effect it has had"));
	if (r->day == 0 || r->day > day_of_instant(x->now))
		return err_set(e, ERR_INPUT, _("give the day on which it was done; it is not in the future"));
	return texts_fit(texts, sizeof texts / sizeof *texts, e);
}

SQL(insert_report_edition,
	"INSERT INTO finding_report (finding_id, edition, day, done, effect, remaining, at, account_id, who,"
	" revision) SELECT $1, coalesce(max(edition), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9"
	" FROM finding_report WHERE finding_id = $1");

bool
finding_report_file(struct db *db, const struct finding_act *x, const struct finding_report *r, struct err *e)
{
	struct finding f;
	const char *who;
	return papers_taken(db, x, 1u << FINDING_DOING, &f, e) && report_fits(x, r, e) &&
	       finding_actor_name(db, x->arena, x->account_id, &who, e) &&
	       db_exec(db, e, insert_report_edition, "iisssiisi", f.id, (int64_t)r->day, r->done, r->effect,
		       r->remaining, x->now, x->account_id, who, (int64_t)f.revision) &&
	       db_exec(db, e, touch_finding, "i", f.id) &&
	       event_add(db, x->now, x->account_id, "finding_reported", finding_number(x->arena, &f), r->done,
		       e);
}

SQL(list_report_editions, "SELECT edition, day, done, effect, remaining, at, who FROM finding_report"
			  " WHERE finding_id = $1 ORDER BY edition DESC");

bool
finding_reports(struct db *db, struct arena *a, int64_t finding_id, struct finding_report **out,
	size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_report_editions, "i", finding_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct finding_report){.edition = (int)row_int(&r, 0),
			.day = (day_t)row_int(&r, 1),
			.done = row_text(&r, 2, a),
			.effect = row_text(&r, 3, a),
			.remaining = row_text(&r, 4, a),
			.at = row_int(&r, 5),
			.who = row_text(&r, 6, a)};
	}
	return rows_end(&r, e);
}
