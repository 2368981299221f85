#include "report/figures.h"

#include <string.h>

#include "base/words.h"
#include "report/snapshot.h"
#include "report/trend.h"
#include "store/cycle/cycle_settings.h"

struct figure
figure_of(struct rate r, bool hidden)
{
	return hidden ? (struct figure){.hidden = true} : (struct figure){.rate = r};
}

struct shown
shown_of(const struct figure *f)
{
	if (f->hidden)
		return (struct shown){.mark = "\u203B"}; /* ※ */
	int tenths = rate_tenths(f->rate);
	if (tenths == RATE_NONE)
		return (struct shown){.mark = "\uFF0D"}; /* － */
	return (struct shown){.known = true, .tenths = tenths};
}

static size_t
measure_of(const struct figures *f, const struct item *i)
{
	size_t m = 0;
	while (m < f->measure_count &&
		(i->clause->measure == NULL || strcmp(f->measures[m]->key, i->clause->measure) != 0))
		m++;
	return m;
}

/* Measures, items and tallies of a scope. */
static void
parts_fill(struct arena *a, const struct figures *f, const struct snapshot *s, struct scope w, bool hidden,
	struct department_figures *out)
{
	struct score *measures = ARENA_ARRAY(a, struct score, f->measure_count + 1); /* last: none */
	out->items = ARENA_ARRAY(a, struct figure, s->set->count);
	out->tallies = ARENA_ARRAY(a, struct tally, s->set->count);
	for (size_t i = 0; i < s->set->count; i++) {
		struct score score = scope_score(s, w, i);
		bool knowledge = s->set->items[i].scale->knowledge;
		out->items[i] = figure_of(knowledge ? score.knowledge : score.done, hidden);
		out->tallies[i] = hidden ? (struct tally){0} : scope_tally(s, w, i);
		score_add(&measures[measure_of(f, &s->set->items[i])], &score);
	}
	out->measures = ARENA_ARRAY(a, struct figure, f->measure_count);
	out->measures_done = ARENA_ARRAY(a, struct figure, f->measure_count);
	for (size_t m = 0; m < f->measure_count; m++) {
		out->measures[m] = figure_of(measures[m].points, hidden);
		out->measures_done[m] = figure_of(measures[m].done, hidden);
	}
}

static void
department_fill(struct arena *a, const struct figures *f, const struct snapshot *s, size_t row,
	struct department_figures *out)
{
	const struct cycle_department *d = &s->departments[row];
	bool hidden = s->withheld.rows[row];
	struct score all = scope_total(s, scope_of_row(row), NULL);
	*out = (struct department_figures){.department_id = d->department_id,
		.key = d->key,
		.name = d->name,
		.kind = d->kind,
		.progress = s->progress[row],
		.counted = s->respondents[row],
		.asked = s->progress[row].asked > 0,
		.hidden = hidden,
		.done = figure_of(all.done, hidden),
		.done_or_partly = figure_of(all.done_or_partly, hidden),
		.points = figure_of(all.points, hidden),
		.knowledge = figure_of(all.knowledge, hidden)};
	parts_fill(a, f, s, scope_of_row(row), hidden, out);
}

static struct progress_row
progress_sum(const struct snapshot *s)
{
	struct progress_row sum = {0};
	for (size_t i = 0; i < s->count; i++) {
		sum.asked += s->progress[i].asked;
		sum.drafts += s->progress[i].drafts;
		sum.submitted += s->progress[i].submitted;
		sum.late += s->progress[i].late;
	}
	return sum;
}

static void
body_fill(struct arena *a, const struct figures *f, const struct snapshot *s, const char *name,
	struct department_figures *out)
{
	struct score all = scope_total(s, scope_of_body(s), NULL);
	const struct withheld *w = &s->withheld;
	*out = (struct department_figures){.key = "",
		.name = name,
		.kind = "",
		.progress = progress_sum(s),
		.done = figure_of(all.done, w->done),
		.done_or_partly = figure_of(all.done_or_partly, w->done_or_partly),
		.points = figure_of(all.points, w->points),
		.knowledge = figure_of(all.knowledge, w->knowledge)};
	out->asked = out->progress.asked > 0;
	for (size_t i = 0; i < s->count; i++)
		out->counted += s->live && s->withheld.rows[i] ? 0 : s->respondents[i];
	bool nobody_shown = w->count > 0 && scope_empty(s, scope_of_shown(s));
	parts_fill(a, f, s, scope_of_shown(s), nobody_shown, out);
}

static void
subject_choose(struct figures *f, size_t row)
{
	f->subject = row < f->department_count ? &f->departments[row] : &f->body;
}

bool
figures_gather(struct store *s, struct arena *a, const struct cycle *c, const char *set_key,
	int64_t department_id, int years, struct figures *out, struct err *e)
{
	struct snapshot now;
	struct db *db = store_reader(s, e);
	const struct policy *policy = store_cycle_policy(s, c->id, e);
	if (db == NULL || policy == NULL || !snapshot_read(s, db, a, c, set_key, &now, e))
		return false;
	size_t row = department_id == 0 ? now.count : snapshot_row(&now, department_id);
	if (department_id != 0 && row == now.count)
		return err_set(e, ERR_ABSENT, _("this cycle has no such department"));
	*out = (struct figures){.cycle = *c,
		.set = now.set,
		.withheld_count = now.withheld.count,
		.department_count = now.count,
		.departments = ARENA_ARRAY(a, struct department_figures, now.count)};
	out->measure_count = policy_measures(policy, a, &out->measures);
	for (size_t i = 0; i < now.count; i++)
		department_fill(a, out, &now, i, &out->departments[i]);
	body_fill(a, out, &now, cycle_setting_text(db, a, c, "body_name"), &out->body);
	subject_choose(out, row);
	return counts_by_post(db, c->id, set_key, &out->by_post, e) &&
	       trend_read(s, a, &now, department_id, years, out, e);
}
