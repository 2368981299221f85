#include "store/audit/findings.h"

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "domain/organisation/role.h"
#include "store/organisation/account.h"
#include "store/organisation/managed.h"
#include "store/setting.h"

const char *
finding_number(struct arena *a, const struct finding *f)
{
	return arena_printf(a, "%s-%03d", fiscal_year_mark(a, f->year), f->serial);
}

/* Once its facts were sent to the department it knows of the finding, whatever became of it since; what was
 * passed on to it was never sent. */
#define TOLD                                                                                                 \
	"(f.parent_id IS NOT NULL OR EXISTS (SELECT 1 FROM finding_move s WHERE s.finding_id = f.id AND"     \
	" s.name = 'check'))"

/* A plan was handed in, and not refused since. */
#define PLANNED                                                                                              \
	"coalesce((SELECT max(h.revision) FROM finding_plan h WHERE h.finding_id = f.id), -2) >"             \
	" coalesce((SELECT max(h.revision) FROM finding_move h WHERE h.finding_id = f.id AND"                \
	" (h.name = 'revive' OR (h.name = 'return' AND h.from_state = 'planning'))), -1)"

/* When it came into its state. */
#define SINCE                                                                                                \
	"coalesce((SELECT max(h.at) FROM finding_move h WHERE h.finding_id = f.id AND h.to_state = f.state"  \
	" AND h.from_state <> h.to_state), f.raised_at)"

#define FINDING_COLUMNS                                                                                      \
	"SELECT f.id, f.year, f.serial, f.department_id, d.key, t.name, f.title, f.severity, f.clause,"      \
	" f.threat, f.item, f.facts, f.criterion, f.cause, f.effect, f.proposal, f.state, f.due_day,"        \
	" f.raised_by, coalesce(n.name, c.login), f.raised_at, f.confirmed_at, f.closed_at,"                 \
	" f.predecessor_id, f.parent_id, f.times, f.revision, " TOLD ", " PLANNED ", " SINCE " FROM finding f" \
	" JOIN department d ON d.id = f.department_id" TERM_LATEST("t",                                      \
		"d.id") " JOIN account c ON c.id = f.raised_by LEFT JOIN person n ON n.id = c.person_id "

static void
words_read(struct rows *r, struct arena *a, struct finding *out)
{
	out->department_key = row_text(r, 4, a);
	out->department_name = row_text(r, 5, a);
	out->title = row_text(r, 6, a);
	out->clause = row_text(r, 8, a);
	out->threat = row_text(r, 9, a);
	out->item = row_text(r, 10, a);
	out->facts = row_text(r, 11, a);
	out->criterion = row_text(r, 12, a);
	out->cause = row_text(r, 13, a);
	out->effect = row_text(r, 14, a);
	out->proposal = row_text(r, 15, a);
	out->raised_name = row_text(r, 19, a);
}

static void
finding_read(struct rows *r, struct arena *a, int plan_days, struct finding *out)
{
	*out = (struct finding){.id = row_int(r, 0),
		.year = (int)row_int(r, 1),
		.serial = (int)row_int(r, 2),
		.department_id = row_int(r, 3),
		.severity = finding_severity_of(row_peek(r, 7, NULL)),
		.state = finding_state_of(row_peek(r, 16, NULL)),
		.due_day = (day_t)row_int(r, 17),
		.raised_by = row_int(r, 18),
		.raised_at = row_int(r, 20),
		.confirmed_at = row_int(r, 21),
		.closed_at = row_int(r, 22),
		.predecessor_id = row_int(r, 23),
		.parent_id = row_int(r, 24),
		.times = (int)row_int(r, 25),
		.revision = (int)row_int(r, 26),
		.told = row_int(r, 27) != 0,
		.planned = row_int(r, 28) != 0};
	out->wait_day = finding_wait_day(
		out->state, out->planned, day_of_instant(row_int(r, 29)), out->due_day, plan_days);
	words_read(r, a, out);
}

SQL(find_finding, FINDING_COLUMNS "WHERE f.id = $1");

bool
finding_find(struct db *db, struct arena *a, int64_t id, struct finding *out, struct err *e)
{
	struct rows r;
	const int plan_days = setting_number(db, "finding_plan_days");
	if (!db_query(db, &r, e, find_finding, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found)
		finding_read(&r, a, plan_days, out);
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("there is no such finding"));
}

/* A department has the findings of what it came out of. */
SQL(list_findings, "WITH RECURSIVE" LED(
			   "$11") ", line(id, steps) AS (SELECT id, 0 FROM department WHERE id = $2 OR id IN"
				  " (SELECT department_id FROM led WHERE acts >= $12) UNION"
				  " SELECT l.predecessor_id, line.steps + 1 FROM lineage l JOIN line ON "
				  "l.successor_id = line.id"
				  " WHERE line.steps < 20) " FINDING_COLUMNS
				  "WHERE ($1 = 0 OR f.year = $1) AND ($2 + $11 = 0 OR f.department_id IN "
				  "(SELECT id FROM line))"
				  " AND ($3 = 0 OR " TOLD ")"
				  " AND ($4 = 0 OR f.state NOT IN ('closed', 'accepted', 'withdrawn')"
				  " OR (f.state = 'accepted' AND f.due_day < $13))"
				  " AND ($5 = 0 OR (f.due_day < $5 AND f.state NOT IN ('raised', 'checking', "
				  "'planning', 'closed', 'withdrawn')) OR (f.state = 'returned' AND " SINCE
				  " < $15) OR (f.state = 'planning' AND NOT (" PLANNED ") AND " SINCE
				  " < $15))"
				  " AND ($14 = 0 OR (f.year < $14 AND f.state NOT IN ('raised', 'checking', "
				  "'withdrawn')))"
				  " AND ($6 = '' OR f.state = $6) AND ($7 = '' OR f.severity = $7)"
				  " AND ($8 = 0 OR f.parent_id = $8) ORDER BY f.year DESC, f.serial LIMIT "
				  "$10 OFFSET $9");

bool
findings_list(struct db *db, struct arena *a, const struct finding_filter *f, struct finding **out,
	size_t *count, struct err *e)
{
	struct rows r;
	struct finding *list = NULL;
	size_t n = 0;
	const char *state = f->state < FINDING_STATES ? finding_state_key(f->state) : "";
	const char *severity = f->severity < SEVERITIES ? finding_severity_key(f->severity) : "";
	const int plan_days = setting_number(db, "finding_plan_days");
	const instant_t asked_before = instant_of_day(f->day - plan_days); /* finding_wait_day was before day */
	if (!db_query(db, &r, e, list_findings, "iiiiissiiiiiiii", (int64_t)f->year, f->department_id,
		    (int64_t)f->told, (int64_t)f->open, (int64_t)(f->overdue ? f->day : 0), state, severity,
		    f->parent_id, f->skip, f->most > 0 ? f->most : INT64_MAX, f->manager_id,
		    (int64_t)f->acting, (int64_t)f->day, (int64_t)f->before_year, asked_before))
		return false;
	while (rows_next(&r)) {
		list = ARENA_PUSH(a, list, n);
		finding_read(&r, a, plan_days, &list[n++]);
	}
	*out = list;
	*count = n;
	return rows_end(&r, e);
}

/* Whoever answers for the department does not judge it as well. */
bool
finding_actors(struct db *db, struct arena *a, const struct finding *f, int64_t account_id, unsigned *out,
	struct err *e)
{
	struct account who;
	bool looks, acts;
	*out = 0;
	if (!account_find(db, a, account_id, &who, e))
		return false;
	if ((who.roles & ROLE_AUDITOR) != 0)
		*out |= FINDING_AUDITOR;
	if ((who.roles & ROLE_LEAD) != 0)
		*out |= FINDING_LEAD;
	if ((who.roles & ROLE_MANAGEMENT) != 0)
		*out |= FINDING_MANAGEMENT;
	if (!manages_today(db, account_id, f->department_id, &looks, &acts, e))
		return false;
	if (looks)
		*out |= acts ? FINDING_AUDITEE : FINDING_ABOVE;
	if ((*out & FINDING_AUDITEE) != 0)
		*out &= ~(unsigned)(FINDING_AUDITOR | FINDING_LEAD);
	return true;
}

struct finding_counts
findings_count(const struct finding *list, size_t count, day_t today)
{
	struct finding_counts c = {0};
	for (size_t i = 0; i < count; i++) {
		const struct finding *f = &list[i];
		c.of[f->state]++;
		if (!finding_counts(f->state))
			continue;
		const bool open = finding_open(f->state, f->due_day, today);
		const bool overdue = finding_overdue(f->state, f->wait_day, today);
		if (f->parent_id != 0) {
			c.spread++;
			c.spread_open += open;
			c.spread_overdue += overdue;
			continue;
		}
		c.confirmed++;
		c.severe[f->severity]++;
		c.open += open;
		c.overdue += overdue;
		c.repeated += f->times > 1;
		if (f->state != FINDING_CLOSED)
			continue;
		c.closed++;
		c.days_to_close += day_of_instant(f->closed_at) - day_of_instant(f->confirmed_at);
	}
	return c;
}
