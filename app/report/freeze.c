#include "report/freeze.h"

#include "report/trend.h"
#include "store/cycle/cycle_rules.h"
#include "store/cycle/cycle_settings.h"
#include "store/cycle/cycle_years.h"

const char *const year_figure_names[YEAR_FIGURES] = {"points", "done", "knowledge", "response"};

struct figure *
year_figure(struct year_figures *y, size_t i)
{
	struct figure *const figures[YEAR_FIGURES] = {&y->points, &y->done, &y->knowledge, &y->response};
	return figures[i];
}

static bool
figure_keep(struct db *db, const struct cycle_year_key *key, int year, const char *name,
	const struct figure *f, struct err *e)
{
	struct cycle_year_figure kept = {.year = year, .name = name, .rate = f->rate, .hidden = f->hidden};
	return cycle_year_figure_keep(db, key, &kept, e);
}

static bool
years_keep(struct db *db, const struct cycle_year_key *key, const struct figures *f, struct err *e)
{
	for (size_t i = 0; i < f->year_count; i++) {
		struct year_figures *y = &f->years[i];
		struct cycle_year kept = {
			y->year, y->present ? y->cycle_id : 0, y->department_id, y->from, y->changed};
		if (!cycle_year_keep(db, key, &kept, e))
			return false;
		for (size_t n = 0; y->present && n < YEAR_FIGURES; n++)
			if (!figure_keep(db, key, y->year, year_figure_names[n], year_figure(y, n), e))
				return false;
	}
	return figure_keep(db, key, f->cycle.year, YEAR_COMPARABLE_NOW, &f->comparable_now, e) &&
	       figure_keep(db, key, f->cycle.year, YEAR_COMPARABLE_BEFORE, &f->comparable_before, e);
}

static bool
department_freeze(struct db *db, const struct figures *of, const struct snapshot *now,
	const struct past_year *pasts, size_t count, int64_t department_id, struct err *e)
{
	struct arena *a = arena_create();
	struct figures f = {.cycle = of->cycle, .set = of->set};
	struct cycle_year_key key = {of->cycle.id, of->set->key, department_id, 0};
	bool ok = trend_make(db, a, now, pasts, count, department_id, &f, e) && years_keep(db, &key, &f, e);
	arena_destroy(a);
	return ok;
}

static bool
set_freeze(struct store *s, struct db *db, const struct cycle *c, const char *set_key, struct err *e)
{
	struct arena *a = arena_create();
	struct snapshot now;
	struct past_year *pasts;
	size_t count;
	bool ok = snapshot_read(s, db, a, c, set_key, &now, e) &&
		  past_years_read(s, db, a, c, set_key, TREND_YEARS, &pasts, &count, e);
	struct figures f = {.cycle = *c, .set = now.set};
	ok = ok && department_freeze(db, &f, &now, pasts, count, 0, e);
	for (size_t i = 0; ok && i < now.count; i++)
		ok = department_freeze(db, &f, &now, pasts, count, now.departments[i].department_id, e);
	arena_destroy(a);
	return ok;
}

bool
report_freeze(struct store *s, struct db *db, int64_t cycle_id, struct err *e)
{
	struct arena *a = arena_create();
	struct cycle c;
	struct cycle_set *sets;
	size_t count;
	bool ok = cycle_find(db, a, cycle_id, &c, e) && cycle_sets(db, a, cycle_id, &sets, &count, e) &&
		  cycle_settings_keep(db, cycle_id, e) && cycle_years_drop(db, cycle_id, e);
	for (size_t i = 0; ok && i < count; i++)
		ok = set_freeze(s, db, &c, sets[i].set_key, e);
	arena_destroy(a);
	return ok;
}

static bool
left_freeze(struct db *db, struct piece *p, struct err *e)
{
	struct arena *a = arena_create();
	int64_t *cycles;
	size_t count;
	bool ok = cycles_unkept(db, a, &cycles, &count, e);
	for (size_t i = 0; ok && i < count; i++)
		ok = report_freeze(p->with, db, cycles[i], e);
	arena_destroy(a);
	return ok;
}

bool
report_freeze_left(struct store *s, struct err *e)
{
	return cycle_rules_left(store_writer(s), store_bank(s), e) &&
	       writer_run(store_writer(s), left_freeze, s, e);
}
