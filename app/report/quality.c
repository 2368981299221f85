#include "report/quality.h"

#include "report/snapshot.h"
#include "report/trend.h"
#include "store/figure/sheet_signals.h"
#include "store/setting.h"

/* One year of a set: what its sheets gave, per department, and who may be shown. */
struct quality_year {
	int k;
	struct snapshot snapshot;
	struct signal_counts *counts;
	int64_t answerers, timed; /* of a duty set: different people */
};

struct quality_making {
	struct arena *arena;
	const struct review_bounds *bounds;
	struct quality_year now, before;
	struct quality *out;
};

void
quality_bounds(struct db *db, struct review_bounds *out)
{
	static const char *const settings[REVIEW_REASONS] = {
		[REVIEW_NA] = "na_alarm",
		[REVIEW_UNKNOWN] = "unknown_alarm",
		[REVIEW_COMMENTS] = "comment_alarm",
		[REVIEW_CONTRADICTED] = "contradiction_alarm",
		[REVIEW_SAME] = "same_alarm",
	};
	for (int i = 0; i < REVIEW_REASONS; i++)
		out->percent[i] = setting_number(db, settings[i]);
	out->least = setting_number(db, "review_least");
}

/* Too few to be told of: nobody is not few. */
static bool
too_few(const struct quality_year *y, int64_t people)
{
	return people > 0 && people < y->k;
}

/* A duty set waits, and for enough people. */
static bool
duty_hidden(const struct quality_year *y)
{
	return y->snapshot.set->duty && (y->snapshot.live || too_few(y, y->answerers));
}

static struct rate
rate_of(struct signal_count c)
{
	return (struct rate){.numerator = c.with, .denominator = c.of};
}

/* ---- signals --------------------------------------------------------------------------- */

static bool
signal_hidden(const struct quality_year *y, size_t row, enum signal signal)
{
	if (y->snapshot.withheld.rows[row])
		return true;
	if (signal == SIGNAL_FAST && y->snapshot.live)
		return y->snapshot.respondents[row] > 0;
	return too_few(y, y->counts[row].of[signal].of);
}

/* Whether a department is in the sums of a signal. */
static bool
signal_summed(const struct quality_year *y, size_t row, enum signal signal)
{
	return y->snapshot.set->duty || !signal_hidden(y, row, signal);
}

static void
row_fill(const struct quality_year *y, size_t row, struct quality_row *out)
{
	const struct snapshot *s = &y->snapshot;
	*out = (struct quality_row){.key = s->departments[row].key,
		.name = s->departments[row].name,
		.asked = s->progress[row].asked > 0,
		.withheld = s->withheld.rows[row],
		.counted = s->withheld.rows[row] ? 0 : s->respondents[row]};
	for (int i = 0; i < SIGNALS; i++)
		out->of[i] = figure_of(rate_of(y->counts[row].of[i]), signal_hidden(y, row, (enum signal)i));
}

/* The sum of what is shown; withheld when nothing but withheld figures is left. */
static struct figure
body_signal(const struct quality_year *y, enum signal signal, bool *leaves_out)
{
	struct rate sum = {0};
	bool missing = false, any = false;
	for (size_t row = 0; row < y->snapshot.count; row++) {
		struct rate one = rate_of(y->counts[row].of[signal]);
		bool summed = signal_summed(y, row, signal);
		missing |= !summed;
		any |= summed && y->snapshot.respondents[row] > 0;
		if (summed)
			rate_add(&sum, &one);
	}
	*leaves_out |= missing;
	if (y->snapshot.set->duty)
		return figure_of(sum, duty_hidden(y) || too_few(y, sum.denominator) ||
					      (signal == SIGNAL_FAST && too_few(y, y->timed)));
	return figure_of(sum, missing && !any);
}

static void
signals_fill(struct quality_making *m)
{
	const struct quality_year *y = &m->now;
	const struct snapshot *s = &y->snapshot;
	struct quality *q = m->out;
	q->row_count = s->set->duty ? 0 : s->count;
	q->rows = ARENA_ARRAY(m->arena, struct quality_row, s->count + 1);
	q->body = (struct quality_row){.key = "", .name = ""};
	for (size_t i = 0; i < s->count; i++) {
		row_fill(y, i, &q->rows[i]);
		q->body.counted += q->rows[i].counted;
		q->body.asked |= q->rows[i].asked;
	}
	for (int i = 0; i < SIGNALS; i++)
		q->body.of[i] = body_signal(y, (enum signal)i, &q->leaves_out);
}

/* ---- pairs ------------------------------------------------------------------------------- */

/* Of the departments whose contradictions are shown: a set with one pair has the same sum there. */
static void
pairs_fill(struct quality_making *m)
{
	const struct quality_year *y = &m->now;
	const struct questionnaire *set = y->snapshot.set;
	struct quality *q = m->out;
	q->pair_count = set->pair_count;
	q->pairs = ARENA_ARRAY(m->arena, struct quality_pair, set->pair_count + 1);
	for (size_t i = 0; i < set->pair_count; i++) {
		struct rate sum = {0};
		for (size_t row = 0; row < y->snapshot.count; row++) {
			struct rate one = rate_of(y->counts[row].pairs[i]);
			if (signal_summed(y, row, SIGNAL_CONTRADICTED))
				rate_add(&sum, &one);
		}
		bool hidden = q->body.of[SIGNAL_CONTRADICTED].hidden || too_few(y, sum.denominator);
		q->pairs[i] = (struct quality_pair){.pair = &set->pairs[i],
			.figure = figure_of(sum, hidden),
			.candidate = !hidden && review_exceeds(m->bounds, REVIEW_CONTRADICTED, &sum)};
	}
}

static bool
in_candidate_pair(const struct quality *q, const struct item *i)
{
	for (size_t n = 0; n < q->pair_count; n++)
		if (q->pairs[n].candidate && (q->pairs[n].pair->item == i || q->pairs[n].pair->other == i))
			return true;
	return false;
}

/* ---- questions ---------------------------------------------------------------------------- */

/* Over the departments shown. False: withheld. */
static bool
record_read(const struct quality_year *y, size_t item, struct item_record *out)
{
	const struct snapshot *s = &y->snapshot;
	struct tally t = scope_tally(s, scope_of_shown(s), item);
	int64_t comments = 0, commented_of = 0;
	for (size_t row = 0; row < s->count; row++) {
		if (s->withheld.rows[row])
			continue;
		comments += y->counts[row].comments[item];
		commented_of += y->counts[row].answered[item];
	}
	*out = (struct item_record){0};
	if (duty_hidden(y) || too_few(y, tally_answered(&t)) ||
		(s->withheld.count > 0 && scope_empty(s, scope_of_shown(s))))
		return false;
	*out = item_record_of(&t, comments, commented_of);
	return true;
}

static void
item_fill(struct quality_making *m, size_t at, struct quality_item *out)
{
	const struct item *i = &m->now.snapshot.set->items[at];
	*out = (struct quality_item){.item = i};
	out->hidden = !record_read(&m->now, at, &out->now);
	if (m->out->known_before && item_comparable(i, m->before.snapshot.set)) {
		const struct questionnaire *then = m->before.snapshot.set;
		out->comparable = true;
		out->before_hidden = !record_read(
			&m->before, (size_t)(questionnaire_find(then, i->id) - then->items), &out->before);
	}
	if (!out->hidden)
		out->reasons = item_reasons(m->bounds, &out->now, out->comparable ? &out->before : NULL);
	if (in_candidate_pair(m->out, i))
		out->reasons |= 1U << REVIEW_CONTRADICTED;
}

static void
items_fill(struct quality_making *m)
{
	const struct questionnaire *set = m->now.snapshot.set;
	struct quality *q = m->out;
	q->items = ARENA_ARRAY(m->arena, struct quality_item, set->count + 1);
	for (size_t i = 0; i < set->count; i++) {
		if (set->items[i].scale->text)
			continue;
		struct quality_item *item = &q->items[q->item_count++];
		item_fill(m, i, item);
		q->candidate_count += item->reasons != 0;
	}
}

/* ---- reading ------------------------------------------------------------------------------- */

static bool
counts_read(struct store *s, struct db *db, struct arena *a, const struct cycle *c, struct quality_year *y,
	struct err *e)
{
	const struct snapshot *shot = &y->snapshot;
	int64_t *ids = ARENA_ARRAY(a, int64_t, shot->count + 1);
	for (size_t i = 0; i < shot->count; i++)
		ids[i] = shot->departments[i].department_id;
	y->k = c->k;
	return (!shot->set->duty ||
		       sheet_answerers(db, c->id, shot->set->key, &y->answerers, &y->timed, e)) &&
	       sheet_signals_read(s, a, c, shot->set, ids, shot->count, &y->counts, e);
}

static bool
before_read(struct store *s, struct db *db, struct quality_making *m, const struct cycle *c,
	const char *set_key, struct err *e)
{
	enum { THIS_AND_LAST = 2 };
	struct past_year *pasts;
	size_t count;
	if (!past_years_read(s, db, m->arena, c, set_key, THIS_AND_LAST, &pasts, &count, e))
		return false;
	m->out->known_before = pasts[0].known;
	m->before.snapshot = pasts[0].snapshot;
	return !pasts[0].known || counts_read(s, db, m->arena, &pasts[0].cycle, &m->before, e);
}

bool
quality_read(struct store *s, struct arena *a, const struct cycle *c, const char *set_key,
	const struct review_bounds *b, struct quality *out, struct err *e)
{
	struct quality_making m = {.arena = a, .bounds = b, .out = out};
	struct db *db = store_reader(s, e);
	*out = (struct quality){0};
	if (db == NULL || !snapshot_read(s, db, a, c, set_key, &m.now.snapshot, e) ||
		!counts_read(s, db, a, c, &m.now, e) || !before_read(s, db, &m, c, set_key, e) ||
		!counts_by_post(db, c->id, set_key, &out->by_post, e))
		return false;
	out->set = m.now.snapshot.set;
	out->live = m.now.snapshot.live;
	signals_fill(&m);
	pairs_fill(&m);
	items_fill(&m);
	return true;
}

bool
quality_read_all(struct store *s, struct arena *a, const struct cycle *c, const struct review_bounds *b,
	struct quality **out, size_t *count, struct err *e)
{
	struct cycle_set *sets;
	struct db *db = store_reader(s, e);
	if (db == NULL || !cycle_sets(db, a, c->id, &sets, count, e))
		return false;
	*out = ARENA_ARRAY(a, struct quality, *count + 1);
	for (size_t i = 0; i < *count; i++)
		if (!quality_read(s, a, c, sets[i].set_key, b, &(*out)[i], e))
			return false;
	return true;
}
