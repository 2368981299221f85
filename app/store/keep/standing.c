#include "store/keep/standing.h"

#include <string.h>

#include "base/words.h"
#include "store/audit/audit_plans.h"
#include "store/audit/engagements.h"
#include "store/audit/findings.h"
#include "store/cycle/cycles.h"
#include "store/keep/gone.h"
#include "store/policy/policy_editions.h"
#include "store/risk/risk_settlements.h"

typedef bool standing_read(struct db *db, struct arena *a, int64_t id, const char *settles,
	struct standing *out, struct err *e);

static struct standing
standing_of(bool settled, int edition)
{
	return (struct standing){.settled = settled, .edition = edition, .version = edition};
}

static bool
cycle_standing(struct db *db, struct arena *a, int64_t id, const char *settles, struct standing *out,
	struct err *e)
{
	struct cycle c;
	(void)settles;
	if (!cycle_find(db, a, id, &c, e))
		return false;
	*out = standing_of(cycle_final(c.state), c.edition);
	return true;
}

/* ---- audits ------------------------------------------------------------------------------ */

static bool
audit_settles(const char *settles)
{
	return engagement_state_of(settles) < ENGAGEMENT_CANCELLED;
}

static bool
audit_settled(const struct engagement *x, const char *settles)
{
	return x->state != ENGAGEMENT_CANCELLED && x->state >= engagement_state_of(settles);
}

static bool
audit_standing(struct db *db, struct arena *a, int64_t id, const char *settles, struct standing *out,
	struct err *e)
{
	struct engagement x;
	if (!engagement_find(db, a, id, &x, e))
		return false;
	*out = standing_of(audit_settled(&x, settles), x.edition);
	return x.state < ENGAGEMENT_COMPLETED || gone_of_year(db, "findings", x.year, &out->gone, e);
}

static bool
year_standing(struct db *db, struct arena *a, int64_t id, const char *settles, struct standing *out,
	struct err *e)
{
	struct engagement *list;
	size_t count, left = 0;
	const struct engagement_filter year = {.year = (int)id};
	*out = (struct standing){.edition = 1};
	if (!engagements_list(db, a, &year, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (list[i].state == ENGAGEMENT_CANCELLED)
			continue;
		out->settled = true;
		out->edition += list[i].edition - 1;
		out->version += list[i].edition; /* one more audit is another report of the year */
		left += !audit_settled(&list[i], settles);
	}
	out->settled = out->settled && left == 0;
	return gone_of_year(db, "audits", (int)id, &out->gone, e) &&
	       (out->gone || gone_of_year(db, "findings", (int)id, &out->gone, e));
}

/* ---- plans ------------------------------------------------------------------------------- */

static bool
plan_settles(const char *settles)
{
	return audit_plan_state_of(settles) == AUDIT_PLAN_APPROVED;
}

/* While it is taken up again, what was approved stands in the documents that were issued. */
static bool
plan_standing(struct db *db, struct arena *a, int64_t id, const char *settles, struct standing *out,
	struct err *e)
{
	struct audit_plan p;
	if (!audit_plan_find(db, a, id, &p, e))
		return false;
	*out = standing_of(p.state == audit_plan_state_of(settles), audit_plan_edition(&p));
	return true;
}

/* ---- editions of the policy ----------------------------------------------------------------- */

static const char imported[] = "imported";

static bool
revision_settles(const char *settles)
{
	return strcmp(settles, imported) == 0;
}

static bool
revision_standing(struct db *db, struct arena *a, int64_t id, const char *settles, struct standing *out,
	struct err *e)
{
	struct policy_edition x;
	if (!policy_edition_find(db, a, id, &x, e))
		return false;
	*out = standing_of(revision_settles(settles) && x.withdrawn_at == 0, 1);
	return true;
}

/* ---- the risk assessment ------------------------------------------------------------------- */

static bool
risks_settles(const char *settles)
{
	return strcmp(settles, "settled") == 0;
}

static bool
risks_standing(struct db *db, struct arena *a, int64_t id, const char *settles, struct standing *out,
	struct err *e)
{
	struct risk_settling now;
	if (!risk_settling_read(db, a, (int)id, &now, e))
		return false;
	*out = standing_of(now.settled && risks_settles(settles), now.edition);
	return gone_of_year(db, "policy", (int)id, &out->gone, e);
}

/* ---- findings ---------------------------------------------------------------------------- */

#define BIT(state) (1u << (state))

static const struct {
	const char *settles;
	unsigned states;
} finding_settles_rows[] = {
	{"planned", BIT(FINDING_PLANNED) | BIT(FINDING_DOING) | BIT(FINDING_REPORTED) |
			    BIT(FINDING_VERIFYING) | BIT(FINDING_CLOSED)},
	{"reported", BIT(FINDING_VERIFYING) | BIT(FINDING_CLOSED)},
	{"closed", BIT(FINDING_CLOSED)},
};
enum { FINDING_SETTLES = sizeof finding_settles_rows / sizeof *finding_settles_rows };

static size_t
finding_row(const char *settles)
{
	size_t i = 0;
	while (i < FINDING_SETTLES && strcmp(finding_settles_rows[i].settles, settles) != 0)
		i++;
	return i;
}

static bool
finding_settles(const char *settles)
{
	return finding_row(settles) < FINDING_SETTLES;
}

SQL(count_finding_papers,
	"SELECT CASE $2 WHEN 'planned' THEN (SELECT max(edition) FROM finding_plan WHERE finding_id = $1)"
	" WHEN 'reported' THEN (SELECT max(edition) FROM finding_report WHERE finding_id = $1)"
	" ELSE (SELECT count(*) FROM finding_move WHERE finding_id = $1 AND to_state = 'closed') END");

static bool
finding_standing(struct db *db, struct arena *a, int64_t id, const char *settles, struct standing *out,
	struct err *e)
{
	struct finding f;
	struct rows r;
	if (!finding_find(db, a, id, &f, e) || !db_query(db, &r, e, count_finding_papers, "is", id, settles))
		return false;
	int64_t papers = rows_next(&r) ? row_int(&r, 0) : 0;
	*out = standing_of((finding_settles_rows[finding_row(settles)].states & BIT(f.state)) != 0,
		papers > 0 ? (int)papers : 1);
	return rows_end(&r, e);
}

/* ---- all of them --------------------------------------------------------------------------- */

SQL(cycle_reopened, "SELECT reason FROM cycle_move WHERE cycle_id = $1 AND edition > $2"
		    " AND $3 >= 0 ORDER BY id LIMIT 1");
SQL(audit_reopened,
	"SELECT reason FROM engagement_move WHERE engagement_id = $1 AND edition > $2 AND $3 >= 0"
	" ORDER BY id LIMIT 1");
SQL(year_reopened, "SELECT m.reason FROM engagement_move m JOIN engagement g ON g.id = m.engagement_id"
		   " WHERE g.year = $1 AND m.name = 'reopen' AND $2 >= 0 AND m.at >= $3"
		   " ORDER BY m.id DESC LIMIT 1");
SQL(finding_returned, "SELECT reason FROM finding_move WHERE finding_id = $1 AND to_state = 'returned'"
		      " AND $2 >= 0 AND $3 >= 0 ORDER BY id DESC LIMIT 1");

SQL(plan_revised, "SELECT reason FROM audit_plan_move WHERE plan_id = $1 AND name = 'revise' AND edition >= $2"
		  " AND $3 >= 0 ORDER BY id LIMIT 1");

SQL(risks_resettled, "SELECT reason FROM risk_settlement WHERE year = $1 AND edition > $2"
		     " AND $3 >= 0 ORDER BY edition DESC LIMIT 1");

static const char cycle_about[] = "cycle";

static const struct {
	const char *about;
	bool (*settles)(const char *settles);
	standing_read *standing;
	const char *reopened;
} rows[] = {
	{cycle_about, NULL, cycle_standing, cycle_reopened},
	{"audit", audit_settles, audit_standing, audit_reopened},
	{"year", audit_settles, year_standing, year_reopened},
	{"plan", plan_settles, plan_standing, plan_revised},
	{"revision", revision_settles, revision_standing, NULL},
	{"risks", risks_settles, risks_standing, risks_resettled},
	{"finding", finding_settles, finding_standing, finding_returned},
};
enum { ROWS = sizeof rows / sizeof *rows };

static size_t
row_of(const char *about)
{
	size_t i = 0;
	while (i < ROWS && strcmp(rows[i].about, about) != 0)
		i++;
	return i;
}

bool
topic_known(const char *about)
{
	return row_of(about) < ROWS;
}

bool
topic_settles(const char *about, const char *settles)
{
	size_t i = row_of(about);
	return i < ROWS && rows[i].settles != NULL && rows[i].settles(settles);
}

bool
topic_is_cycle(const struct topic *t)
{
	return strcmp(t->about, cycle_about) == 0;
}

struct topic
topic_cycle(int64_t cycle_id)
{
	return (struct topic){cycle_about, cycle_id};
}

bool
topic_standing(struct db *db, struct arena *a, const struct topic *t, const char *settles,
	struct standing *out, struct err *e)
{
	size_t i = row_of(t->about);
	return i < ROWS ? rows[i].standing(db, a, t->id, settles, out, e)
			: err_set(e, ERR_ABSENT, _("there is no such document"));
}

bool
topic_reopened(struct db *db, struct arena *a, const struct topic *t, int version, instant_t issued_at,
	const char **reason, struct err *e)
{
	struct rows r;
	*reason = "";
	if (rows[row_of(t->about)].reopened == NULL)
		return true;
	if (!db_query(db, &r, e, rows[row_of(t->about)].reopened, "iii", t->id, (int64_t)version, issued_at))
		return false;
	*reason = rows_next(&r) ? row_text(&r, 0, a) : "";
	return rows_end(&r, e);
}
