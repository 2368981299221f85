#include "report/audit_proposal.h"

#include <string.h>

#include "base/words.h"
#include "domain/organisation/register.h"
#include "report/figures.h"
#include "store/audit/audit_past.h"
#include "store/audit/audit_rules.h"
#include "store/keep/retained.h"
#include "store/organisation/departments.h"
#include "store/register/registers.h"
#include "store/setting.h"

enum { TENTHS = 10 };

struct proposing {
	struct store *store;
	struct arena *arena;
	struct db *db;
	const struct audit_plan *plan;
	const struct audit_rules *rules;
	day_t today;
	struct cycle cycle;      /* of the self-check; id 0: none has final figures */
	struct figures *figures; /* one a set */
	size_t figure_count;
	struct plan_target *list;
	struct audit_candidate *candidates; /* of the same index */
	size_t count;
};

/* ---- the self-check --------------------------------------------------------------------------- */

static bool
figures_load(struct proposing *x, struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	if (x->cycle.id == 0)
		return true;
	if (!cycle_sets(x->db, x->arena, x->cycle.id, &sets, &count, e))
		return false;
	x->figures = ARENA_ARRAY(x->arena, struct figures, count);
	for (size_t i = 0; i < count; i++) {
		struct figures *f = &x->figures[x->figure_count];
		if (!figures_gather(x->store, x->arena, &x->cycle, sets[i].set_key, 0, 1, f, e))
			return false;
		x->figure_count += !questionnaire_is_audit(f->set);
	}
	return true;
}

/* The last one with final figures, up to the first year of the plan. */
static bool
cycle_choose(struct proposing *x, struct err *e)
{
	struct cycle *list;
	size_t count;
	if (!cycles_list(x->db, x->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count && x->cycle.id == 0; i++) {
		bool gone = false;
		if (list[i].final_at == 0 || list[i].adhoc || list[i].year > x->plan->first_year)
			continue;
		if (!records_disposed(x->db, list[i].id, "tallies", &gone, e))
			return false;
		if (!gone)
			x->cycle = list[i];
	}
	return true;
}

/* Added up over the sets; hidden when any of them is. */
struct pooled {
	struct rate rate;
	bool hidden;
};

static void
pool(struct pooled *out, const struct figure *f)
{
	out->hidden |= f->hidden;
	if (!f->hidden)
		rate_add(&out->rate, &f->rate);
}

static bool
is_judged(
	const struct policy *p, const struct judged_clause *list, size_t count, const struct clause *measure)
{
	for (size_t i = 0; i < count; i++) {
		const struct clause *c = policy_find(p, list[i].clause);
		long n, d;
		judged_rate(&list[i].judged, &n, &d);
		if (c != NULL && c->measure != NULL && strcmp(c->measure, measure->key) == 0 && d > 0)
			return true;
	}
	return false;
}

/* points: over everything; done: over the measures that were audited. */
static void
department_pool(const struct proposing *x, int64_t department_id, const struct judged_clause *judged,
	size_t judged_count, struct pooled *points, struct pooled *done)
{
	const struct policy *policy = store_bank(x->store)->policy;
	for (size_t s = 0; s < x->figure_count; s++) {
		const struct figures *f = &x->figures[s];
		for (size_t i = 0; i < f->department_count; i++) {
			const struct department_figures *d = &f->departments[i];
			if (d->department_id != department_id || (!d->asked && !d->hidden))
				continue;
			pool(points, &d->points);
			for (size_t m = 0; m < f->measure_count; m++)
				if (is_judged(policy, judged, judged_count, f->measures[m]))
					pool(done, &d->measures_done[m]);
		}
	}
}

static struct factor_value
alarm_value(const struct proposing *x, const struct pooled *points)
{
	int tenths = rate_tenths(points->rate);
	if (points->hidden)
		return (struct factor_value){FACTOR_HIDDEN, 0};
	if (tenths == RATE_NONE)
		return (struct factor_value){FACTOR_NONE, 0};
	int below = setting_number(x->db, "alarm") * TENTHS - tenths;
	return (struct factor_value){FACTOR_KNOWN, below > 0 ? below : 0};
}

static struct factor_value
gap_value(const struct policy *p, const struct pooled *done, const struct judged_clause *judged, size_t count)
{
	long numerator = 0, denominator = 0;
	for (size_t i = 0; i < count; i++) {
		const struct clause *c = policy_find(p, judged[i].clause);
		long n, d;
		if (c == NULL || c->measure == NULL)
			continue;
		judged_rate(&judged[i].judged, &n, &d);
		numerator += n;
		denominator += d;
	}
	if (denominator > 0 && done->hidden)
		return (struct factor_value){FACTOR_HIDDEN, 0};
	if (denominator == 0 || rate_tenths(done->rate) == RATE_NONE)
		return (struct factor_value){FACTOR_NONE, 0};
	return (struct factor_value){
		FACTOR_KNOWN, rate_tenths(done->rate) - tenths_of(numerator, denominator)};
}

static bool
self_check_look(struct proposing *x, int64_t department_id, struct audit_candidate *c, struct err *e)
{
	struct judged_clause *judged;
	size_t count;
	struct cycle_department then;
	struct pooled points = {0}, done = {0};
	struct err absent = {0};
	c->values[FACTOR_ALARM] = c->values[FACTOR_GAP] = (struct factor_value){FACTOR_NONE, 0};
	if (x->cycle.id == 0)
		return true;
	if (!cycle_ancestor(x->db, x->arena, x->cycle.id, department_id, &then, &absent))
		return absent.kind == ERR_ABSENT || err_set(e, absent.kind, "%s", absent.text);
	if (!audit_judged(x->db, x->arena, department_id, x->plan->first_year, &judged, &count, e))
		return false;
	department_pool(x, then.department_id, judged, count, &points, &done);
	c->values[FACTOR_ALARM] = alarm_value(x, &points);
	c->values[FACTOR_GAP] = gap_value(store_bank(x->store)->policy, &done, judged, count);
	return true;
}

/* ---- candidates ----------------------------------------------------------------------------------- */

static bool
past_look(struct proposing *x, const struct plan_target *t, struct audit_candidate *c, struct err *e)
{
	struct audit_past past;
	int year;
	if (!audit_past(x->db, t->department_id, t->entry_id, x->plan->first_year, x->today, &past, e) ||
		!plan_midterm_year(x->db, t->department_id, t->entry_id, x->plan->first_year, &year, e))
		return false;
	c->values[FACTOR_YEARS] = past.last_year == 0 ? (struct factor_value){FACTOR_NONE, 0}
						      : (struct factor_value){FACTOR_KNOWN,
								x->plan->first_year - past.last_year};
	c->values[FACTOR_OPEN] = (struct factor_value){FACTOR_KNOWN, (int)past.open};
	c->values[FACTOR_REPEATED] = (struct factor_value){FACTOR_KNOWN, (int)past.repeated};
	c->values[FACTOR_RISK] = past.risk == 0 ? (struct factor_value){FACTOR_NONE, 0}
						: (struct factor_value){FACTOR_KNOWN, past.risk};
	if (x->plan->kind == AUDIT_PLAN_YEAR && year != 0)
		c->values[FACTOR_PLANNED] = (struct factor_value){FACTOR_KNOWN, year == x->plan->first_year};
	return true;
}

static bool
candidate_add(struct proposing *x, int64_t department_id, int64_t entry_id, struct err *e)
{
	size_t n = x->count;
	x->list = ARENA_PUSH(x->arena, x->list, n);
	x->candidates = ARENA_PUSH(x->arena, x->candidates, n);
	x->list[n] = (struct plan_target){.department_id = department_id, .entry_id = entry_id};
	x->candidates[n] = (struct audit_candidate){.place = (int)n};
	x->count++;
	return past_look(x, &x->list[n], &x->candidates[n], e) &&
	       (entry_id != 0 || self_check_look(x, department_id, &x->candidates[n], e));
}

static bool
candidates_collect(struct proposing *x, struct err *e)
{
	struct department *list;
	struct entries systems = {0};
	size_t count;
	const struct entry_filter there = {.there = x->today, .from = x->today};
	const struct register_kind *kind = register_find(store_bank(x->store)->registers, "system");
	if (!departments_list(x->db, x->arena, x->today, &list, &count, e) ||
		(kind != NULL && !entries_list(x->db, x->arena, kind, &there, &systems, e)))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!candidate_add(x, list[i].id, 0, e))
			return false;
	for (size_t i = 0; i < systems.count; i++)
		if (!candidate_add(x, systems.rows[i].department_id, systems.rows[i].id, e))
			return false;
	return true;
}

/* What has become an audit stays tied to it. */
static bool
audits_keep(struct proposing *x, struct err *e)
{
	struct plan_target *was;
	size_t count;
	if (!plan_targets(x->db, x->arena, x->plan, audit_plan_edition(x->plan), &was, &count, e))
		return false;
	for (size_t i = 0; i < x->count; i++)
		for (size_t k = 0; k < count; k++)
			if (was[k].department_id == x->list[i].department_id &&
				was[k].entry_id == x->list[i].entry_id)
				x->list[i].engagement_id = was[k].engagement_id;
	return true;
}

static void
ranked(struct proposing *x, struct plan_target **out)
{
	struct audit_candidate **order = ARENA_ARRAY(x->arena, struct audit_candidate *, x->count + 1);
	int years = x->plan->last_year - x->plan->first_year + 1;
	bool whole = x->plan->kind == AUDIT_PLAN_MID;
	for (size_t i = 0; i < x->count; i++)
		order[i] = &x->candidates[i];
	audit_candidates_rank(x->rules->rules, order, x->count);
	*out = ARENA_ARRAY(x->arena, struct plan_target, x->count + 1);
	for (size_t i = 0; i < x->count; i++) {
		struct plan_target *t = &(*out)[i];
		*t = x->list[order[i]->place];
		t->points = order[i]->total;
		t->chosen = whole || (int)i < x->rules->targets;
		t->year = whole ? x->plan->first_year + (int)i * years / (int)x->count : x->plan->first_year;
		memcpy(t->values, order[i]->values, sizeof t->values);
		memcpy(t->factor_points, order[i]->points, sizeof t->factor_points);
	}
}

bool
audit_proposal(struct store *s, struct arena *a, const struct audit_plan *p, instant_t now,
	struct plan_target **out, size_t *count, struct err *e)
{
	struct proposing x = {.store = s,
		.arena = a,
		.db = store_reader(s, e),
		.plan = p,
		.rules = audit_rules(e),
		.today = day_of_instant(now)};
	if (x.db == NULL || x.rules == NULL || !cycle_choose(&x, e) || !figures_load(&x, e) ||
		!candidates_collect(&x, e) || !audits_keep(&x, e))
		return false;
	ranked(&x, out);
	*count = x.count;
	return true;
}
