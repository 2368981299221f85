#include "report/trend.h"

#include <string.h>

#include "report/freeze.h"
#include "store/cycle/cycle_years.h"

/* One year of the subject: the body, a department, or those that have become one since. */
struct past {
	int64_t cycle_id, department_id; /* department 0: the body */
	const char *from;                /* what it was then, where that is not what it is now */
	struct snapshot snapshot;
	struct scope *scopes;
	size_t scope_count;
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

static struct rate
response_of(const struct past *p)
{
	struct rate r = {0};
	for (size_t s = 0; s < p->scope_count; s++)
		for (size_t i = p->scopes[s].from; i < p->scopes[s].to; i++) {
			r.numerator += p->snapshot.progress[i].submitted;
			r.denominator += p->snapshot.progress[i].asked;
		}
	return r;
}

static struct score
past_total(const struct past *p, const struct questionnaire *comparable)
{
	struct score sum;
	score_zero(&sum);
	for (size_t s = 0; s < p->scope_count; s++) {
		struct score one = scope_total(&p->snapshot, p->scopes[s], comparable);
		score_add(&sum, &one);
	}
	return sum;
}

static void
year_fill(const struct past *p, struct year_figures *out)
{
	const struct withheld *w = &p->snapshot.withheld;
	struct score all = past_total(p, NULL);
	out->present = true;
	out->cycle_id = p->cycle_id;
	out->department_id = p->department_id;
	out->from = p->from;
	out->points = figure_of(all.points, p->body ? w->points : p->hidden);
	out->done = figure_of(all.done, p->body ? w->done : p->hidden);
	out->knowledge = figure_of(all.knowledge, p->body ? w->knowledge : p->hidden);
	out->response = figure_of(response_of(p), false);
}

/* Of the body only the departments shown: this is a part of the items, and what
 * withheld departments answered counts in whole sums only. */
static struct figure
comparable_points(const struct past *p, const struct questionnaire *other)
{
	struct scope shown = scope_of_shown(&p->snapshot);
	bool nobody = p->body && p->snapshot.withheld.count > 0 && scope_empty(&p->snapshot, shown);
	struct score all = p->body ? scope_total(&p->snapshot, shown, other) : past_total(p, other);
	return figure_of(all.points, p->hidden || nobody);
}

static void
past_begin(struct past *p, struct arena *a, int64_t cycle_id, const struct snapshot *s)
{
	*p = (struct past){.cycle_id = cycle_id, .from = "", .snapshot = *s};
	p->scopes = ARENA_ARRAY(a, struct scope, s->count + 1);
}

static void
past_place_body(struct past *p)
{
	p->body = true;
	p->scopes[p->scope_count++] = scope_of_body(&p->snapshot);
}

/* One more that it was. What is the sum of shown and withheld ones is withheld: it would tell of the latter.
 */
static void
past_place(struct past *p, int64_t department_id)
{
	size_t row = snapshot_row(&p->snapshot, department_id);
	p->department_id = p->scope_count == 0 ? department_id : YEAR_OF_SEVERAL;
	p->hidden = p->hidden || p->snapshot.withheld.rows[row];
	p->scopes[p->scope_count++] = scope_of_row(row);
}

/* What was not there (no cycle of its kind, not this set) or was disposed of stays unknown. */
static bool
past_year_read(struct store *s, struct db *db, struct arena *a, const struct cycle *c, const char *set_key,
	struct past_year *out, struct err *e)
{
	struct err why = {0};
	if (!cycle_before(db, a, c, out->year, &out->cycle, &why) ||
		!snapshot_read(s, db, a, &out->cycle, set_key, &out->snapshot, &why))
		return why.kind == ERR_ABSENT || why.kind == ERR_GONE || err_set(e, why.kind, "%s", why.text);
	out->known = true;
	return true;
}

bool
past_years_read(struct store *s, struct db *db, struct arena *a, const struct cycle *c, const char *set_key,
	int years, struct past_year **out, size_t *count, struct err *e)
{
	*count = years > 1 ? (size_t)years - 1 : 0;
	*out = ARENA_ARRAY(a, struct past_year, *count + 1);
	for (size_t i = 0; i < *count; i++) {
		(*out)[i].year = c->year - (int)(*count - i);
		if (!past_year_read(s, db, a, c, set_key, &(*out)[i], e))
			return false;
	}
	return true;
}

/* The names of then, unless the department is the same and is called the same. */
static const char *
past_names(
	struct arena *a, const struct cycle_department *were, size_t count, const struct cycle_department *is)
{
	const char *names = "";
	if (count == 1 && were->department_id == is->department_id && strcmp(were->name, is->name) == 0)
		return "";
	for (size_t i = 0; i < count; i++)
		names = arena_printf(a, "%s%s%s", names, i > 0 ? "\u3001" : "", were[i].name);
	return names;
}

/* *found stays false for a department that had no predecessor. */
static bool
past_find(struct db *db, struct arena *a, const struct past_year *y, const struct cycle_department *is,
	struct past *out, bool *found, struct err *e)
{
	struct cycle_department *were;
	size_t count;
	*found = false;
	if (!y->known)
		return true;
	past_begin(out, a, y->cycle.id, &y->snapshot);
	if (is == NULL) {
		past_place_body(out);
		*found = true;
		return true;
	}
	if (!cycle_ancestors(db, a, y->cycle.id, is->department_id, &were, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		past_place(out, were[i].department_id);
	out->from = past_names(a, were, count, is);
	*found = count > 0;
	return true;
}

/* Adds a year; where there was one before, says whether the two can be compared. */
static void
year_add(struct figures *f, int year, const struct past *p, const struct past *before)
{
	struct year_figures *y = &f->years[f->year_count++];
	y->year = year;
	y->from = "";
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
trend_make(struct db *db, struct arena *a, const struct snapshot *now, const struct past_year *pasts,
	size_t past_count, int64_t department_id, struct figures *out, struct err *e)
{
	struct past *last = ARENA_NEW(a, struct past), *before = NULL;
	const struct cycle_department *is =
		department_id == 0 ? NULL : &now->departments[snapshot_row(now, department_id)];
	bool found;
	out->years = ARENA_ARRAY(a, struct year_figures, past_count + 1);
	for (size_t i = 0; i < past_count; i++) {
		struct past *p = ARENA_NEW(a, struct past);
		if (!past_find(db, a, &pasts[i], is, p, &found, e))
			return false;
		if (found || before != NULL) /* years before the first one known are left out */
			year_add(out, pasts[i].year, found ? p : NULL, before);
		before = found ? p : before;
	}
	past_begin(last, a, out->cycle.id, now);
	if (is == NULL)
		past_place_body(last);
	else
		past_place(last, department_id);
	year_add(out, out->cycle.year, last, before);
	if (before == NULL)
		return true;
	out->changed = items_changed(a, out->set, before->snapshot.set);
	out->comparable_now = comparable_points(last, before->snapshot.set);
	out->comparable_before = comparable_points(before, now->set);
	return true;
}

/* ---- what was kept --------------------------------------------------------------------------- */

static void
kept_figure(struct figures *f, const struct cycle_year_figure *k)
{
	struct figure value = figure_of(k->rate, k->hidden);
	if (strcmp(k->name, YEAR_COMPARABLE_NOW) == 0)
		f->comparable_now = value;
	if (strcmp(k->name, YEAR_COMPARABLE_BEFORE) == 0)
		f->comparable_before = value;
	for (size_t i = 0; i < f->year_count; i++)
		for (size_t n = 0; n < YEAR_FIGURES; n++)
			if (f->years[i].year == k->year && strcmp(k->name, year_figure_names[n]) == 0)
				*year_figure(&f->years[i], n) = value;
}

static bool
kept_years(struct store *s, struct db *db, struct arena *a, const struct cycle_year_key *key,
	const struct cycle_year *years, struct figures *f, struct err *e)
{
	int64_t before = 0;
	f->years = ARENA_ARRAY(a, struct year_figures, f->year_count);
	for (size_t i = 0; i < f->year_count; i++) {
		f->years[i] = (struct year_figures){.year = years[i].year,
			.present = years[i].from_cycle_id != 0,
			.cycle_id = years[i].from_cycle_id,
			.department_id = years[i].from_department_id,
			.from = years[i].from_name,
			.changed = years[i].changed};
		if (years[i].from_cycle_id != 0 && years[i].from_cycle_id != key->cycle_id)
			before = years[i].from_cycle_id;
	}
	struct cycle_year_figure *figures;
	size_t count;
	if (!cycle_year_figures_read(db, a, key, &figures, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		kept_figure(f, &figures[i]);
	const struct questionnaire *q = before == 0 ? NULL : store_cycle_set(s, before, key->set_key, e);
	if (q != NULL)
		f->changed = items_changed(a, f->set, q);
	return before == 0 || q != NULL;
}

bool
trend_read(struct store *s, struct arena *a, const struct snapshot *now, int64_t department_id, int years,
	struct figures *out, struct err *e)
{
	struct db *db = store_reader(s, e);
	struct cycle_year_key key = {out->cycle.id, out->set->key, department_id, 0};
	struct cycle_year *kept = NULL;
	struct past_year *pasts;
	size_t count;
	if (db == NULL)
		return false;
	if (years > 1 && cycle_final(out->cycle.state) &&
		!cycle_years_read(db, a, &key, &kept, &out->year_count, e))
		return false;
	if (out->year_count > 0)
		return kept_years(s, db, a, &key, kept, out, e);
	return past_years_read(s, db, a, &out->cycle, out->set->key, years, &pasts, &count, e) &&
	       trend_make(db, a, now, pasts, count, department_id, out, e);
}
