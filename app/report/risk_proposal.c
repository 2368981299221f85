#include "report/risk_proposal.h"

#include <string.h>

#include "report/figures.h"
#include "store/setting.h"

/* The latest whose figures do not move any more; *found false: there is none. */
static bool
last_final(struct db *db, struct arena *a, struct cycle *out, bool *found, struct err *e)
{
	struct cycle *list;
	size_t count;
	*found = false;
	if (!cycles_list(db, a, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (cycle_final(list[i].state) && !list[i].adhoc && (!*found || list[i].year > out->year)) {
			*out = list[i];
			*found = true;
		}
	return true;
}

static bool
bears_most(const struct policy *p, const char *threat, const struct clause *measure)
{
	for (size_t i = 0; i < p->coverage_count; i++) {
		const struct coverage_row *row = &p->coverage[i];
		for (size_t k = 0; strcmp(row->threat->key, threat) == 0 && k < row->strong_count; k++)
			if (strcmp(row->strong[k]->key, measure->key) == 0)
				return true;
	}
	return false;
}

static const struct department_figures *
department_of(const struct figures *f, int64_t id)
{
	for (size_t i = 0; i < f->department_count; i++)
		if (f->departments[i].department_id == id && f->departments[i].asked)
			return &f->departments[i];
	return NULL;
}

static void
points_take(const struct policy *p, const struct figures *f, const struct risk *r, struct risk_proposal *out)
{
	const struct department_figures *d = department_of(f, r->department_id);
	for (size_t m = 0; d != NULL && m < f->measure_count; m++) {
		const struct shown shown = shown_of(&d->measures[m]);
		if (!shown.known || !bears_most(p, r->threat, f->measures[m]) ||
			(out->evidence.points >= 0 && shown.tenths >= out->evidence.points))
			continue;
		out->evidence.points = shown.tenths;
		out->clause = f->measures[m]->key;
	}
}

static bool
points_find(struct store *s, struct arena *a, struct db *db, const struct risk *r, struct risk_proposal *out,
	struct err *e)
{
	struct cycle cycle;
	struct cycle_set *sets;
	struct figures *f = ARENA_NEW(a, struct figures);
	size_t count;
	bool found;
	if (!last_final(db, a, &cycle, &found, e))
		return false;
	if (!found)
		return true;
	if (!cycle_sets(db, a, cycle.id, &sets, &count, e))
		return false;
	if (count == 0)
		return true;
	if (!figures_gather(s, a, &cycle, sets[0].set_key, 0, 0, f, e))
		return false;
	points_take(store_bank(s)->policy, f, r, out);
	return true;
}

bool
risk_proposal_make(
	struct store *s, struct arena *a, const struct risk *r, struct risk_proposal *out, struct err *e)
{
	struct db *db = store_reader(s, e);
	*out = (struct risk_proposal){.evidence = {.points = -1}, .clause = ""};
	if (db == NULL || !points_find(s, a, db, r, out, e) ||
		!risk_findings(db, a, store_bank(s), r->department_id, r->threat, r->year, &out->evidence, e))
		return false;
	out->evidence.alarm = setting_number(db, "alarm") * 10;
	int proposed = risk_propose(r->likelihood, &out->evidence);
	out->likelihood = proposed > r->likelihood ? proposed : 0;
	return true;
}
