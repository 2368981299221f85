#include "report/snapshot.h"

#include "store/figure/shown.h"
#include "store/keep/retained.h"

static void
progress_place(struct snapshot *s, const struct progress_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t row = snapshot_row(s, rows[i].department_id);
		if (row < s->count)
			s->progress[row] = rows[i];
	}
}

static void
snapshot_withhold(struct snapshot *s, struct arena *a, int k)
{
	if (s->set->duty)
		s->withheld = (struct withheld){.rows = ARENA_ARRAY(a, bool, s->count)};
	else
		s->withheld = withhold(a, s->set, s->tallies, s->respondents, s->count, k);
	struct withheld *w = &s->withheld;
	for (size_t i = 0; i < s->count; i++)
		if (s->respondents[i] == 0 && s->progress[i].submitted > 0) { /* answered, not shown yet */
			w->count += !w->rows[i];
			w->rows[i] = true;
		}
	if (s->live) /* then these speak of the shown ones only */
		w->done = w->done_or_partly = w->points = w->knowledge =
			w->count > 0 && scope_empty(s, scope_of_body(s));
}

/* Whose sheets the tallies hold: those that may be shown, or all. */
static bool
respondents_read(struct db *db, struct arena *a, const struct cycle *c, bool shown, const int64_t *ids,
	struct snapshot *s, struct err *e)
{
	s->respondents = ARENA_ARRAY(a, int64_t, s->count);
	for (size_t i = 0; !shown && i < s->count; i++)
		s->respondents[i] = s->progress[i].submitted;
	return !shown || shown_respondents(db, c->id, s->set->key, ids, s->count, s->respondents, e);
}

bool
snapshot_read(struct store *s, struct db *db, struct arena *a, const struct cycle *c, const char *set_key,
	struct snapshot *out, struct err *e)
{
	*out = (struct snapshot){.live = cycle_live(c->state)};
	struct progress_row *progress;
	size_t count;
	if (!records_there(db, a, c->id, "tallies", e) ||
		(out->set = store_cycle_set(s, c->id, set_key, e)) == NULL ||
		!cycle_departments(db, a, c->id, &out->departments, &out->count, e) ||
		!progress_list(db, a, c->id, set_key, 0, &progress, &count, e))
		return false;
	int64_t *ids = ARENA_ARRAY(a, int64_t, out->count);
	out->progress = ARENA_ARRAY(a, struct progress_row, out->count);
	for (size_t i = 0; i < out->count; i++)
		ids[i] = out->progress[i].department_id = out->departments[i].department_id;
	progress_place(out, progress, count);
	bool shown = out->live && !out->set->duty;
	if (!tallies_read(db, a, c->id, out->set, shown, ids, out->count, &out->tallies, e) ||
		!respondents_read(db, a, c, shown, ids, out, e))
		return false;
	snapshot_withhold(out, a, c->k);
	return true;
}

size_t
snapshot_row(const struct snapshot *s, int64_t department_id)
{
	size_t i = 0;
	while (i < s->count && s->departments[i].department_id != department_id)
		i++;
	return i;
}

struct scope
scope_of_row(size_t row)
{
	return (struct scope){row, row + 1, false};
}

struct scope
scope_of_body(const struct snapshot *s)
{
	return (struct scope){0, s->count, s->live};
}

struct scope
scope_of_shown(const struct snapshot *s)
{
	return (struct scope){0, s->count, true};
}

static bool
scope_has(const struct snapshot *s, struct scope w, size_t row)
{
	return !w.shown_only || !s->withheld.rows[row];
}

bool
scope_empty(const struct snapshot *s, struct scope w)
{
	for (size_t i = w.from; i < w.to; i++)
		if (scope_has(s, w, i) && s->respondents[i] > 0)
			return false;
	return true;
}

struct tally
scope_tally(const struct snapshot *s, struct scope w, size_t item)
{
	struct tally sum = {0};
	for (size_t i = w.from; i < w.to; i++)
		if (scope_has(s, w, i))
			tally_add(&sum, &s->tallies[i * s->set->count + item]);
	return sum;
}

static int64_t
scope_unanswered(const struct snapshot *s, struct scope w, size_t item)
{
	int64_t sum = 0;
	for (size_t i = w.from; i < w.to; i++) {
		if (!scope_has(s, w, i) || !item_applies(&s->set->items[item], s->departments[i].flags))
			continue;
		int64_t left = s->progress[i].asked - tally_answered(&s->tallies[i * s->set->count + item]);
		sum += left > 0 ? left : 0;
	}
	return sum;
}

struct score
scope_score(const struct snapshot *s, struct scope w, size_t item)
{
	struct tally t = scope_tally(s, w, item);
	const struct item *i = &s->set->items[item];
	int64_t unanswered = i->scale->text ? 0 : scope_unanswered(s, w, item);
	struct score score;
	score_zero(&score);
	score_item(&score, i, &t);
	if (i->scale->knowledge)
		score.knowledge.unanswered = unanswered;
	else
		score.done.unanswered = score.done_or_partly.unanswered = score.points.unanswered =
			unanswered;
	return score;
}

bool
item_comparable(const struct item *i, const struct questionnaire *other)
{
	const struct item *o = questionnaire_find(other, i->id);
	return o != NULL && o->meaning == i->meaning;
}

struct score
scope_total(const struct snapshot *s, struct scope w, const struct questionnaire *comparable)
{
	struct score sum;
	score_zero(&sum);
	for (size_t i = 0; i < s->set->count; i++) {
		if (comparable != NULL && !item_comparable(&s->set->items[i], comparable))
			continue;
		struct score score = scope_score(s, w, i);
		score_add(&sum, &score);
	}
	return sum;
}
