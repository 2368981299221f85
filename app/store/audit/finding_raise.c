/* Raising a finding, and changing its words while it is being raised. */
#include "base/fits.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/audit/finding_inside.h"
#include "store/organisation/departments.h"

/* While a finding is being raised its cause and the like may still be open. Only a nonconformity
 * differs from a criterion. */
static bool
words_fit(const struct finding *f, struct err *e)
{
	bool differs = f->severity == SEVERITY_MAJOR || f->severity == SEVERITY_MINOR;
	return line_fits(f->title, _("title"), FINDING_TITLE_MOST, true, e) &&
	       lines_fit(f->facts, _("facts"), FINDING_TEXT_MOST, true, e) &&
	       lines_fit(f->criterion, _("difference from the criterion"), FINDING_TEXT_MOST, differs, e) &&
	       lines_fit(f->cause, _("cause"), FINDING_TEXT_MOST, false, e) &&
	       lines_fit(f->effect, _("effect"), FINDING_TEXT_MOST, false, e) &&
	       lines_fit(f->proposal, _("proposal"), FINDING_TEXT_MOST, false, e);
}

static bool
tags_fit(const struct policy *p, const struct finding *f, struct err *e)
{
	const struct clause *c = policy_find(p, f->clause);
	const struct clause *t = *f->threat != '\0' ? policy_find(p, f->threat) : NULL;
	if (f->severity >= SEVERITIES)
		return err_set(e, ERR_INPUT, _("choose how grave the finding is"));
	if (c == NULL)
		return err_set(e, ERR_INPUT, _("choose the clause the finding is about"));
	if (*f->threat != '\0' && (t == NULL || t->kind != CLAUSE_THREAT))
		return err_set(e, ERR_INPUT, _("choose a threat of the policy, or none"));
	return true;
}

/* The finding of an earlier year must be one of the department, and confirmed. */
SQL(find_predecessor,
	"WITH RECURSIVE line(id, steps) AS (SELECT id, 0 FROM department WHERE id = $2 UNION"
	" SELECT l.predecessor_id, line.steps + 1 FROM lineage l JOIN line ON l.successor_id = line.id"
	" WHERE line.steps < 20) SELECT f.times FROM finding f WHERE f.id = $1 AND f.year < $3"
	" AND f.state NOT IN ('raised', 'checking', 'withdrawn') AND f.department_id IN (SELECT id FROM "
	"line)");

static bool
predecessor_follow(struct db *db, struct finding *f, struct err *e)
{
	struct rows r;
	f->times = 1;
	if (f->predecessor_id == 0)
		return true;
	if (!db_query(db, &r, e, find_predecessor, "iii", f->predecessor_id, f->department_id,
		    (int64_t)f->year))
		return false;
	bool found = rows_next(&r);
	if (found)
		f->times = (int)row_int(&r, 0) + 1;
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_INPUT,
				_("the earlier finding is not one of this department and an earlier year"));
}

SQL(insert_finding,
	"INSERT INTO finding (year, serial, department_id, title, severity, clause, threat, item, facts,"
	" criterion, cause, effect, proposal, state, raised_by, raised_at, predecessor_id, times, parent_id)"
	" SELECT $1, coalesce(max(serial), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,"
	" $15, nullif($16, 0), $17, nullif($18, 0) FROM finding WHERE year = $1 RETURNING id, serial");

bool
finding_insert(struct db *db, const struct finding_act *x, struct finding *f, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, insert_finding, "iisssssssssssiiiii", (int64_t)f->year, f->department_id,
		    f->title, finding_severity_key(f->severity), f->clause, f->threat, f->item, f->facts,
		    f->criterion, f->cause, f->effect, f->proposal, finding_state_key(f->state),
		    x->account_id, x->now, f->predecessor_id, (int64_t)f->times, f->parent_id))
		return false;
	if (rows_next(&r)) {
		f->id = row_int(&r, 0);
		f->serial = (int)row_int(&r, 1);
	}
	return rows_end(&r, e) && event_add(db, x->now, x->account_id, "finding_raised",
					  finding_number(x->arena, f), "", e);
}

bool
finding_raise(struct db *db, const struct finding_act *x, struct finding *f, struct err *e)
{
	struct department where;
	f->year = fiscal_year_of(day_of_instant(x->now));
	f->state = FINDING_RAISED;
	f->parent_id = 0;
	return department_at(db, x->arena, f->department_id, day_of_instant(x->now), &where, e) &&
	       words_fit(f, e) && tags_fit(x->policy, f, e) &&
	       finding_independent(db, x, f->department_id, e) && predecessor_follow(db, f, e) &&
	       finding_insert(db, x, f, e);
}

SQL(update_finding,
	"UPDATE finding SET title = $3, severity = $4, clause = $5, threat = $6, facts = $7, criterion = $8,"
	" cause = $9, effect = $10, proposal = $11, revision = revision + 1 WHERE id = $1 AND revision = $2");

bool
finding_edit(struct db *db, const struct finding_act *x, const struct finding *f, struct err *e)
{
	struct finding now;
	unsigned actors;
	if (!finding_find(db, x->arena, x->finding_id, &now, e) ||
		!finding_actors(db, x->arena, &now, x->account_id, &actors, e))
		return false;
	if (now.state != FINDING_RAISED)
		return err_set(e, ERR_CONFLICT, _("only a finding that is being raised can be reworded"));
	if (now.raised_by != x->account_id && (actors & FINDING_LEAD) == 0)
		return err_set(e, ERR_DENIED, _("this is not yours to do with this finding"));
	if (!finding_independent(db, x, now.department_id, e) || !words_fit(f, e) ||
		!tags_fit(x->policy, f, e) ||
		!db_exec(db, e, update_finding, "iisssssssss", x->finding_id, (int64_t)x->revision, f->title,
			finding_severity_key(f->severity), f->clause, f->threat, f->facts, f->criterion,
			f->cause, f->effect, f->proposal))
		return false;
	return finding_unchanged(db, e) && event_add(db, x->now, x->account_id, "finding_reworded",
						   finding_number(x->arena, &now), "", e);
}
