#include "report/explain.h"

#include <string.h>

#include "base/words.h"

static const char *const keys[] = {
	[EXPLAIN_RESPONSE] = "response",
	[EXPLAIN_DONE] = "done",
	[EXPLAIN_DONE_OR_PARTLY] = "partly",
	[EXPLAIN_POINTS] = "points",
	[EXPLAIN_KNOWLEDGE] = "knowledge",
};

const char *
explain_kind_key(enum explain_kind k)
{
	return keys[k];
}

static const struct department_figures *
department_of(const struct figures *f, int64_t id)
{
	if (id == 0)
		return &f->body;
	for (size_t i = 0; i < f->department_count; i++)
		if (f->departments[i].department_id == id)
			return &f->departments[i];
	return NULL;
}

static const struct clause *
measure_of(const struct figures *f, const char *key)
{
	for (size_t i = 0; i < f->measure_count; i++)
		if (strcmp(f->measures[i]->key, key) == 0)
			return f->measures[i];
	return NULL;
}

static bool
item_counts(const struct explanation *x, const struct item *i)
{
	if (i->scale->text || i->scale->knowledge != (x->kind == EXPLAIN_KNOWLEDGE))
		return false;
	if (x->item != NULL)
		return i == x->item;
	return x->measure == NULL ||
	       (i->clause->measure != NULL && strcmp(i->clause->measure, x->measure->key) == 0);
}

static struct rate
rate_of(const struct item *i, const struct tally *t, enum explain_kind kind)
{
	struct score s;
	score_zero(&s);
	score_item(&s, i, t);
	return kind == EXPLAIN_DONE             ? s.done
	       : kind == EXPLAIN_DONE_OR_PARTLY ? s.done_or_partly
	       : kind == EXPLAIN_POINTS         ? s.points
						: s.knowledge;
}

/* The questions of the figure, each and together. */
static struct figure
items_fill(const struct figures *f, struct arena *a, struct explanation *x)
{
	struct figure sum = {0};
	x->items = ARENA_ARRAY(a, struct explained_item, f->set->count);
	for (size_t i = 0; i < f->set->count; i++) {
		const struct item *item = &f->set->items[i];
		if (!item_counts(x, item))
			continue;
		const struct figure *shown = &x->of->items[i];
		struct rate r = rate_of(item, &x->of->tallies[i], x->kind);
		r.unanswered = shown->rate.unanswered;
		x->items[x->item_count++] =
			(struct explained_item){item, figure_of(r, shown->hidden), x->of->tallies[i],
				shown->hidden || r.unanswered > 0 || !tally_empty(&x->of->tallies[i])};
		rate_add(&sum.rate, &r);
		sum.hidden |= shown->hidden;
	}
	return figure_of(sum.rate, sum.hidden);
}

static struct figure
figure_overall(const struct explanation *x)
{
	const struct department_figures *d = x->of;
	switch (x->kind) {
	case EXPLAIN_RESPONSE:
		break;
	case EXPLAIN_DONE:
		return d->done;
	case EXPLAIN_DONE_OR_PARTLY:
		return d->done_or_partly;
	case EXPLAIN_POINTS:
		return d->points;
	case EXPLAIN_KNOWLEDGE:
		return d->knowledge;
	}
	/* Who has answered is no secret. */
	return figure_of((struct rate){.numerator = d->progress.submitted,
				 .denominator = d->progress.asked,
				 .unanswered = d->progress.asked - d->progress.submitted},
		false);
}

static bool
explain_choose(const struct figures *f, int64_t department_id, const char *measure, const char *item,
	struct explanation *x, struct err *e)
{
	x->of = department_of(f, department_id);
	if (x->of == NULL)
		return err_set(e, ERR_ABSENT, _("this cycle has no such department"));
	x->measure = measure != NULL ? measure_of(f, measure) : NULL;
	if (measure != NULL && x->measure == NULL)
		return err_set(e, ERR_ABSENT, _("there is no measure %s"), measure);
	x->item = item != NULL ? questionnaire_find(f->set, item) : NULL;
	if (item != NULL && (x->item == NULL || !item_counts(x, x->item)))
		return err_set(e, ERR_ABSENT, _("question %s has no such figure"), item);
	return true;
}

bool
explain(const struct figures *f, struct arena *a, int64_t department_id, enum explain_kind kind,
	const char *measure, const char *item, struct explanation *out, struct err *e)
{
	*out = (struct explanation){.kind = kind};
	if (!explain_choose(f, department_id, measure, item, out, e))
		return false;
	bool part = out->measure != NULL || out->item != NULL;
	if (kind == EXPLAIN_RESPONSE) {
		out->figure = figure_overall(out);
		return !part || err_set(e, ERR_ABSENT, _("the response rate is of people, not of questions"));
	}
	struct figure sum = items_fill(f, a, out);
	size_t withheld = department_id == 0 ? f->withheld_count : 0;
	out->figure = part ? sum : figure_overall(out);
	bool whole = !part && !cycle_live(f->cycle.state); /* figures.h */
	out->left_out = whole ? 0 : withheld;
	out->items_leave_out = whole ? withheld : 0;
	if (part && out->item_count == 0)
		return err_set(e, ERR_ABSENT, _("measure %s has no such figure"), measure);
	return true;
}
