#include "report/self_check.h"

#include <string.h>

#include "report/figures.h"
#include "store/keep/retained.h"

enum { YEARS = 1 };

struct gathering {
	struct store *store;
	struct arena *arena;
	const char *const *clauses;
	struct cycle cycle;
	int64_t department_id; /* in that cycle */
	const char *title;     /* of the cycle, with the department's name where it had another */
	struct line_answer *list;
	size_t count;
	int64_t respondents; /* counted so far, or withheld */
};

static bool
clause_wanted(const char *const *clauses, const char *key)
{
	while (*clauses != NULL && strcmp(*clauses, key) != 0)
		clauses++;
	return *clauses != NULL;
}

static void
choices_fill(struct arena *a, const struct item *item, const struct tally *t, struct line_answer *out)
{
	for (size_t i = 0; i < item->choice_count; i++) {
		const struct choice *c = &item->choices[i];
		out->choices = ARENA_PUSH(a, out->choices, out->choice_count);
		out->choices[out->choice_count++] =
			(struct line_choice){c->label, c->role == CHOICE_NA        ? t->na
						       : c->role == CHOICE_UNKNOWN ? t->unknown
										   : t->slots[c->slot]};
	}
}

static void
answer_fill(struct gathering *x, const struct figures *f, const struct department_figures *d, size_t i)
{
	const struct item *item = &f->set->items[i];
	struct line_answer *out;
	x->list = ARENA_PUSH(x->arena, x->list, x->count);
	out = &x->list[x->count];
	*out = (struct line_answer){.set_key = f->set->key,
		.question = item->id,
		.clause = item->clause->key,
		.text = item->text,
		.set_title = f->set->title,
		.ord = (int)x->count++,
		.cycle_id = x->cycle.id,
		.cycle_title = x->title,
		.cycle_edition = x->cycle.edition,
		.live = cycle_live(x->cycle.state),
		.hidden = d->hidden || d->items[i].hidden};
	if (out->hidden)
		return;
	struct score score;
	score_zero(&score);
	score_item(&score, item, &d->tallies[i]);
	out->answered = tally_answered(&d->tallies[i]);
	out->done = item->scale->knowledge ? score.knowledge : score.done;
	out->points = score.points;
	if (!item->scale->knowledge || !out->live)
		choices_fill(x->arena, item, &d->tallies[i], out);
}

static bool
set_gather(struct gathering *x, const char *set_key, struct err *e)
{
	struct figures f;
	const struct department_figures *d;
	if (!figures_gather(x->store, x->arena, &x->cycle, set_key, x->department_id, YEARS, &f, e))
		return false;
	d = f.subject;
	if (questionnaire_is_audit(f.set) || !d->asked)
		return true;
	x->respondents += d->hidden ? 1 : d->counted;
	for (size_t i = 0; i < f.set->count; i++) {
		const struct item *item = &f.set->items[i];
		bool asked = d->hidden || d->items[i].hidden || tally_answered(&d->tallies[i]) > 0;
		if (!item->scale->text && asked && clause_wanted(x->clauses, item->clause->key))
			answer_fill(x, &f, d, i);
	}
	return true;
}

static bool
cycle_gather(struct gathering *x, struct db *db, struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	x->count = 0;
	x->respondents = 0;
	if (!cycle_sets(db, x->arena, x->cycle.id, &sets, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!set_gather(x, sets[i].set_key, e))
			return false;
	return true;
}

/* Whether the department, or what it came out of, took part in a cycle whose summaries are there. */
static bool
cycle_fits(struct gathering *x, struct db *db, const struct engagement *g, bool *fits, struct err *e)
{
	struct cycle_department d;
	struct err absent = {0};
	bool gone = false;
	*fits = cycle_opened(x->cycle.state) && x->cycle.year <= g->year;
	if (!*fits)
		return true;
	if (!records_disposed(db, x->cycle.id, "tallies", &gone, e))
		return false;
	*fits = !gone && cycle_ancestor(db, x->arena, x->cycle.id, g->department_id, &d, &absent);
	if (!*fits)
		return gone || absent.kind == ERR_ABSENT || err_set(e, absent.kind, "%s", absent.text);
	x->department_id = d.department_id;
	x->title = d.department_id == g->department_id
			   ? x->cycle.title
			   : arena_printf(x->arena, "%s\uFF08%s\uFF09", x->cycle.title, d.name); /* （） */
	return true;
}

bool
self_check_answers(struct store *s, struct arena *a, const struct engagement *g, const char *const *clauses,
	struct line_answer **out, size_t *count, struct err *e)
{
	struct gathering x = {.store = s, .arena = a, .clauses = clauses};
	struct cycle *list;
	size_t cycles;
	struct db *db = store_reader(s, e);
	*out = NULL;
	*count = 0;
	if (db == NULL || !cycles_list(db, a, &list, &cycles, e))
		return false;
	for (size_t i = 0; i < cycles && x.respondents == 0; i++) {
		bool fits;
		x.cycle = list[i];
		if (!cycle_fits(&x, db, g, &fits, e) || (fits && !cycle_gather(&x, db, e)))
			return false;
	}
	*out = x.list;
	*count = x.respondents > 0 ? x.count : 0;
	return true;
}

struct keeping {
	struct engagement_act act;
	struct line_answer *list;
	size_t count;
};

static bool
keep_work(struct db *db, struct piece *p, struct err *e)
{
	const struct keeping *k = p->with;
	return line_answers_put(db, &k->act, k->list, k->count, e);
}

static bool
answers_keep(struct store *s, struct db *db, struct arena *a, const struct engagement *g, struct err *e)
{
	struct checklist fixed;
	struct line *lines;
	struct keeping k = {0};
	size_t line_count;
	if (!checklist_find(db, a, g->id, &fixed, e) || !lines_list(db, a, g->id, &lines, &line_count, e) ||
		!line_answers_list(db, a, g->id, NULL, &k.list, &k.count, e))
		return false;
	if (fixed.fixed_at == 0 || k.count > 0)
		return true;
	const char **clauses = ARENA_ARRAY(a, const char *, line_count + 1);
	for (size_t i = 0; i < line_count; i++)
		clauses[i] = lines[i].clause;
	k.act = (struct engagement_act){.arena = a, .now = fixed.fixed_at, .engagement_id = g->id};
	return self_check_answers(s, a, g, clauses, &k.list, &k.count, e) &&
	       writer_run(store_writer(s), keep_work, &k, e);
}

bool
self_check_keep_left(struct store *s, struct err *e)
{
	struct arena *a = arena_create();
	struct engagement *list;
	size_t count = 0;
	struct db *db = store_reader(s, e);
	bool ok = db != NULL && engagements_list(db, a, &(struct engagement_filter){0}, &list, &count, e);
	for (size_t i = 0; ok && i < count; i++)
		ok = answers_keep(s, db, a, &list[i], e);
	arena_destroy(a);
	return ok;
}
