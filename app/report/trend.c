#include "report/trend.h"

/* One year of the subject. */
struct past {
	int64_t cycle_id, department_id; /* department 0: the body */
	struct snapshot snapshot;
	struct scope scope; /* the department or the body */
	bool body, hidden;
};

/* Knowledge and free text are in neither figure of the trend. */
static bool
item_scored(const struct item *i)
{
	return !i->scale->knowledge && !i->scale->text;
}

static bool
all_comparable(const struct questionnaire *q, const struct questionnaire *other)
{
	for (size_t i = 0; i < q->count; i++)
		if (item_scored(&q->items[i]) && !item_comparable(&q->items[i], other))
			return false;
	return true;
}

static void
year_fill(const struct past *p, struct year_figures *out)
{
	const struct withheld *w = &p->snapshot.withheld;
	struct score all = scope_total(&p->snapshot, p->scope, NULL);
	out->present = true;
	out->cycle_id = p->cycle_id;
	out->department_id = p->department_id;
	out->points = figure_of(all.points, p->body ? w->points : p->hidden);
	out->done = figure_of(all.done, p->body ? w->done : p->hidden);
}

/* Of the body only the departments shown: this is a part of the items, and what
 * withheld departments answered counts in whole sums only. */
static struct figure
comparable_points(const struct past *p, const struct questionnaire *other)
{
	struct scope w = p->body ? scope_of_shown(&p->snapshot) : p->scope;
	bool nobody = p->body && p->snapshot.withheld.count > 0 && scope_empty(&p->snapshot, w);
	return figure_of(scope_total(&p->snapshot, w, other).points, p->hidden || nobody);
}

static void
past_place(struct past *p, int64_t cycle_id, int64_t department_id)
{
	p->cycle_id = cycle_id;
	p->department_id = department_id;
	p->body = department_id == 0;
	size_t row = p->body ? p->snapshot.count : snapshot_row(&p->snapshot, department_id);
	p->hidden = !p->body && p->snapshot.withheld.rows[row];
	p->scope = p->body ? scope_of_body(&p->snapshot) : scope_of_row(row);
}

/* What was not there (no cycle, not this set, no predecessor) leaves *found false. */
static bool
past_read(struct store *s, struct arena *a, int year, const char *set_key, int64_t department_id,
	struct past *out, bool *found, struct err *e)
{
	struct db *db = store_reader(s, e);
	struct err why = {0};
	struct cycle cycle;
	struct cycle_department ancestor = {0};
	*found = false;
	if (db == NULL)
		return false;
	if (!cycle_of_year(db, a, year, &cycle, &why) ||
		!snapshot_read(s, a, &cycle, set_key, &out->snapshot, &why) ||
		(department_id != 0 && !cycle_ancestor(db, a, cycle.id, department_id, &ancestor, &why)))
		return why.kind == ERR_ABSENT || err_set(e, why.kind, "%s", why.text);
	if (!cycle_opened(cycle.state))
		return true;
	past_place(out, cycle.id, ancestor.department_id);
	*found = true;
	return true;
}

/* Adds a year; where there was one before, says whether the two can be compared. */
static void
year_add(struct figures *f, int year, const struct past *p, const struct past *before)
{
	struct year_figures *y = &f->years[f->year_count++];
	y->year = year;
	if (p == NULL)
		return;
	year_fill(p, y);
	y->changed = before != NULL && (!all_comparable(p->snapshot.set, before->snapshot.set) ||
					       !all_comparable(before->snapshot.set, p->snapshot.set));
}

static const bool *
items_changed(struct arena *a, const struct questionnaire *now, const struct questionnaire *before)
{
	bool *changed = ARENA_ARRAY(a, bool, now->count + 1);
	for (size_t i = 0; i < now->count; i++)
		changed[i] = !item_comparable(&now->items[i], before);
	return changed;
}

bool
trend_read(struct store *s, struct arena *a, const struct snapshot *now, int64_t department_id, int years,
	struct figures *out, struct err *e)
{
	struct past *last = ARENA_NEW(a, struct past), *before = NULL;
	bool found;
	out->years = ARENA_ARRAY(a, struct year_figures, (size_t)(years > 0 ? years : 1));
	for (int year = out->cycle.year - years + 1; year < out->cycle.year; year++) {
		struct past *p = ARENA_NEW(a, struct past);
		if (!past_read(s, a, year, out->set->key, department_id, p, &found, e))
			return false;
		if (found || before != NULL) /* years before the first one known are left out */
			year_add(out, year, found ? p : NULL, before);
		before = found ? p : before;
	}
	last->snapshot = *now;
	past_place(last, out->cycle.id, department_id);
	year_add(out, out->cycle.year, last, before);
	if (before == NULL)
		return true;
	out->changed = items_changed(a, out->set, before->snapshot.set);
	out->comparable_now = comparable_points(last, before->snapshot.set);
	out->comparable_before = comparable_points(before, now->set);
	return true;
}
