#include "store/decision/remarks.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "domain/questionnaire/hints.h"
#include "store/figure/tallies.h"
#include "store/organisation/people.h"
#include "store/sheet/submissions.h"

static const char *const states[REMARK_STATES] = {"undecided", "adopted", "rewritten", "left_out"};
const char *const remark_reasons[REMARK_REASONS] = {"person", "procedure", "offtopic", "repeated", "other"};

const char *
remark_state_key(enum remark_state s)
{
	return states[s];
}

enum remark_state
remark_state_of(const char *key)
{
	enum remark_state s = REMARK_UNDECIDED;
	while (s < REMARK_STATES && strcmp(states[s], key) != 0)
		s++;
	return s;
}

struct gathering {
	struct store *store;
	struct db *db;
	struct arena *arena;
	const struct cycle *cycle;
	const struct remark_wish *wish;
	const struct questionnaire *set; /* being gone through */
	struct cycle_department *departments;
	size_t department_count;
	bool *told; /* per department: its name may stand beside a text of this set */
	struct remark *items;
	size_t count, set_begin;
	struct names *names;
};

/* ---- gathering ------------------------------------------------------------------------ */

static void
key_make(const struct gathering *g, int64_t department, const struct item *i, const struct answer *s,
	const char *text, char out[DIGEST_SIZE])
{
	struct buf b = BUF_INIT;
	buf_addf(&b, "%s\n%lld\n%s\n%s\n%s\n%s", g->set->key, (long long)department, i->id,
		s->choice != NULL ? s->choice->code : "", s->na != NULL ? s->na->key : "", text);
	digest_of(b.data, b.length, out);
	buf_free(&b);
}

static size_t
department_place(const struct gathering *g, int64_t id)
{
	size_t i = 0;
	while (i < g->department_count && g->departments[i].department_id != id)
		i++;
	return i;
}

static void
text_take(struct gathering *g, size_t department, const struct item *i, const struct answer *s,
	const char *text)
{
	if (utf8_blank(text))
		return;
	const struct cycle_department *d = &g->departments[department];
	bool told = g->told[department];
	g->items = ARENA_PUSH(g->arena, g->items, g->count);
	struct remark *r = &g->items[g->count++];
	*r = (struct remark){.set = g->set,
		.item = i,
		.choice = s->choice,
		.department_id = told ? d->department_id : 0,
		.department_name = told ? d->name : "",
		.text = arena_strdup(g->arena, text),
		.times = 1,
		.wording = "",
		.reason = ""};
	key_make(g, d->department_id, i, s, text, r->key);
}

static bool
sheet_take(void *with, const struct submission *s, struct err *e)
{
	(void)e;
	struct gathering *g = with;
	size_t department = department_place(g, s->department_id);
	for (size_t i = 0; department < g->department_count && i < g->set->count; i++) {
		const struct answer *answer = &s->answers.items[i];
		const struct item *item = &g->set->items[i];
		text_take(g, department, item, answer, item->scale->text ? answer->extra : answer->reason);
	}
	return true;
}

static int
by_item_and_key(const void *one, const void *other)
{
	const struct remark *a = one, *b = other;
	if (a->item != b->item)
		return a->item < b->item ? -1 : 1;
	return strcmp(a->key, b->key);
}

/* Sorts what the set gave; equal texts become one. */
static void
set_merge(struct gathering *g)
{
	struct remark *list = g->items + g->set_begin;
	size_t count = g->count - g->set_begin, kept = 0;
	if (count == 0)
		return;
	qsort(list, count, sizeof *list, by_item_and_key);
	for (size_t i = 1; i < count; i++) {
		if (strcmp(list[i].key, list[kept].key) == 0)
			list[kept].times++;
		else
			list[++kept] = list[i];
	}
	g->count = g->set_begin + kept + 1;
}

static bool
told_fill(struct gathering *g, struct err *e)
{
	struct progress_row *rows;
	size_t count;
	if (!progress_list(g->db, g->arena, g->cycle->id, g->set->key, 0, &rows, &count, e))
		return false;
	for (size_t i = 0; i < g->department_count; i++)
		g->told[i] = g->set->duty;
	for (size_t i = 0; i < count; i++) {
		size_t place = department_place(g, rows[i].department_id);
		if (place < g->department_count)
			g->told[place] |= rows[i].submitted >= g->cycle->k;
	}
	return true;
}

static bool
set_gather(struct gathering *g, const char *set_key, struct err *e)
{
	if (g->wish->set_key != NULL && strcmp(g->wish->set_key, set_key) != 0)
		return true;
	g->set = store_cycle_set(g->store, g->cycle->id, set_key, e);
	g->set_begin = g->count;
	if (g->set == NULL || !told_fill(g, e) ||
		!submissions_each(g->store, g->cycle->id, g->set, g->wish->department_id, sheet_take, g, e))
		return false;
	set_merge(g);
	return true;
}

/* ---- what was decided ------------------------------------------------------------------- */

static int
by_key(const void *one, const void *other)
{
	const struct remark *const *a = one, *const *b = other;
	return strcmp((*a)->key, (*b)->key);
}

static int
key_against(const void *key, const void *one)
{
	const struct remark *const *r = one;
	return strcmp(key, (*r)->key);
}

SQL(list_remark_decisions, "SELECT key, state, wording, reason FROM remark_decision WHERE cycle_id = $1"
			   " AND ($2 = 0 OR at <= $2) ORDER BY revision");

static bool
decisions_place(struct gathering *g, struct err *e)
{
	struct rows r;
	struct remark **sorted = ARENA_ARRAY(g->arena, struct remark *, g->count + 1);
	for (size_t i = 0; i < g->count; i++)
		sorted[i] = &g->items[i];
	qsort(sorted, g->count, sizeof *sorted, by_key);
	if (!db_query(g->db, &r, e, list_remark_decisions, "ii", g->cycle->id, g->wish->at))
		return false;
	while (rows_next(&r)) {
		struct remark **found =
			bsearch(row_peek(&r, 0, NULL), sorted, g->count, sizeof *sorted, key_against);
		if (found == NULL)
			continue;
		(*found)->state = remark_state_of(row_peek(&r, 1, NULL));
		(*found)->wording = row_text(&r, 2, g->arena);
		(*found)->reason = row_text(&r, 3, g->arena);
	}
	return rows_end(&r, e);
}

static bool
gather(struct gathering *g, struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	g->db = store_reader(g->store, e);
	if (g->db == NULL || !cycle_sets(g->db, g->arena, g->cycle->id, &sets, &count, e) ||
		!cycle_departments(g->db, g->arena, g->cycle->id, &g->departments, &g->department_count, e))
		return false;
	g->told = ARENA_ARRAY(g->arena, bool, g->department_count);
	for (size_t i = 0; i < count; i++)
		if (!set_gather(g, sets[i].set_key, e))
			return false;
	return decisions_place(g, e);
}

/* ---- asking ------------------------------------------------------------------------------ */

static bool
wished(const struct gathering *g, struct remark *r)
{
	const struct remark_wish *w = g->wish;
	if (w->state != REMARK_STATES && w->state != r->state)
		return false;
	if (w->hinted)
		r->hints = hints_of(g->names, r->text);
	return !w->hinted || r->hints != 0;
}

bool
remarks_read(struct store *s, struct arena *a, const struct cycle *c, const struct remark_wish *wish,
	struct remark_list *out, struct err *e)
{
	struct gathering g = {.store = s, .arena = a, .cycle = c, .wish = wish};
	*out = (struct remark_list){0};
	if (!gather(&g, e) || !names_of_people(g.db, a, &g.names, e))
		return false;
	for (size_t i = 0; i < g.count; i++) {
		out->counts.of[g.items[i].state]++;
		if (!wished(&g, &g.items[i]))
			continue;
		size_t nth = out->matching++;
		if (nth < wish->skip || (wish->most > 0 && out->count >= wish->most))
			continue;
		g.items[i].hints = hints_of(g.names, g.items[i].text);
		out->items = ARENA_PUSH(a, out->items, out->count);
		out->items[out->count++] = g.items[i];
	}
	return true;
}

bool
remarks_adopted(struct store *s, struct arena *a, const struct cycle *c, int64_t department_id, instant_t at,
	struct remark_text **out, size_t *count, struct remark_counts *counts, struct err *e)
{
	struct remark_wish wish = {.department_id = department_id, .state = REMARK_STATES, .at = at};
	struct gathering g = {.store = s, .arena = a, .cycle = c, .wish = &wish};
	*out = NULL;
	*count = 0;
	*counts = (struct remark_counts){0};
	if (!gather(&g, e))
		return false;
	for (size_t i = 0; i < g.count; i++) {
		const struct remark *r = &g.items[i];
		bool adopted = r->state == REMARK_ADOPTED || r->state == REMARK_REWRITTEN;
		bool told = department_id == 0 || r->department_id != 0;
		counts->of[adopted && !told ? REMARK_LEFT_OUT : r->state]++;
		if (!adopted || !told)
			continue;
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct remark_text){.set = r->set,
			.item = r->item,
			.text = r->state == REMARK_REWRITTEN ? r->wording : r->text,
			.department_name = r->department_name};
	}
	return true;
}
