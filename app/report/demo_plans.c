#include "report/demo_plans.h"

#include "base/resource.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "report/audit_proposal.h"
#include "store/organisation/account.h"
#include "yaml/yaml.h"

static const char file[] = "questionnaires/demo/plans.yaml";
enum { HALF_YEAR = 180 * 86400 };

struct playing {
	struct arena *arena;
	const struct demo_plan *words;
	struct audit_plan plan;
	struct plan_target *list;
	size_t count;
	int64_t lead, management;
	instant_t now;
};

static bool
people_find(struct db *db, struct playing *p, struct err *e)
{
	struct account lead, management;
	if (!account_by_login(db, p->arena, "lead", &lead, e) ||
		!account_by_login(db, p->arena, "management", &management, e))
		return false;
	p->lead = lead.id;
	p->management = management.id;
	return true;
}

static struct plan_act
act_of(const struct playing *p, int64_t account, int revision)
{
	return (struct plan_act){.arena = p->arena,
		.account_id = account,
		.now = p->now - HALF_YEAR,
		.plan_id = p->plan.id,
		.revision = revision};
}

static bool
add_work(struct db *db, struct piece *piece, struct err *e)
{
	struct playing *p = piece->with;
	const struct plan_act x = act_of(p, p->lead, 0);
	return audit_plan_add(db, &x, &p->plan, e);
}

static bool
propose_work(struct db *db, struct piece *piece, struct err *e)
{
	const struct playing *p = piece->with;
	const struct plan_act x = act_of(p, p->lead, 1);
	return audit_plan_propose(db, &x, p->list, p->count, e);
}

SQL(find_target_of_system, "SELECT g.id FROM audit_plan_target g JOIN entry y ON y.id = g.entry_id"
			   " WHERE g.plan_id = $1 AND y.kind = 'system' AND y.key = $2");

/* *revision: of the plan, which grows with each act. */
static bool
order_by_hand(struct db *db, const struct playing *p, int *revision, struct err *e)
{
	struct rows r;
	const struct plan_act x = act_of(p, p->lead, *revision);
	struct target_change c = {
		.ord = 1, .year = p->plan.first_year, .chosen = true, .reason = p->words->reason};
	if (*p->words->first == '\0')
		return true;
	if (!db_query(db, &r, e, find_target_of_system, "is", p->plan.id, p->words->first))
		return false;
	c.target_id = rows_next(&r) ? row_int(&r, 0) : 0;
	if (!rows_end(&r, e))
		return false;
	if (c.target_id == 0)
		return true;
	++*revision;
	return audit_plan_order(db, &x, &c, e);
}

static bool
approve_work(struct db *db, struct piece *piece, struct err *e)
{
	const struct playing *p = piece->with;
	int revision = 2;
	if (!order_by_hand(db, p, &revision, e))
		return false;
	const struct plan_act ready = act_of(p, p->lead, revision),
			      submitted = act_of(p, p->management, revision + 1);
	return audit_plan_act_move(db, &ready, "submit", "", e) &&
	       audit_plan_act_move(db, &submitted, "approve", "", e);
}

static bool
plan_play(struct store *s, struct playing *p, const struct demo_plan *w, struct err *e)
{
	p->words = w;
	int year = fiscal_year_of(day_of_instant(p->now)) - (w->years > 1);
	p->plan = (struct audit_plan){.kind = w->years > 1 ? AUDIT_PLAN_MID : AUDIT_PLAN_YEAR,
		.first_year = year,
		.last_year = year + w->years - 1,
		.title = w->title,
		.aims = w->aims};
	return writer_run(store_writer(s), add_work, p, e) &&
	       audit_proposal(s, p->arena, &p->plan, p->now, &p->list, &p->count, e) &&
	       writer_run(store_writer(s), propose_work, p, e) &&
	       writer_run(store_writer(s), approve_work, p, e);
}

bool
demo_plans(struct store *s, instant_t now, struct err *e)
{
	struct playing p = {.arena = arena_create(), .now = now};
	struct faults faults = {.arena = p.arena};
	char path[4096];
	resource_path(file, path, sizeof path);
	const struct demo_plans *w = yaml_load(&demo_plans_schema, path, file, &faults);
	struct db *db = store_reader(s, e);
	bool ok = db != NULL && people_find(db, &p, e);
	if (ok && faults.count > 0)
		ok = err_set(e, ERR_SYSTEM, _("%s, line %d: %s"), faults.items[0].file, faults.items[0].line,
			faults.items[0].text);
	for (unsigned i = 0; ok && i < w->plans_count; i++)
		ok = plan_play(s, &p, &w->plans[i], e);
	arena_destroy(p.arena);
	return ok;
}
