/* Which questions a plan of improvement should begin with. */
#include <stdlib.h>
#include <string.h>

#include "web/section/plan_page.h"
#include "web/show.h"

enum { WEAKEST = 5, ALL_DONE = 1000 /* tenths of a percent */ };

struct weak {
	const struct questionnaire *set;
	const struct item *item;
	int tenths;
	struct rate rate;
};

static int
by_rate(const void *one, const void *other)
{
	const struct weak *a = one, *b = other;
	return (a->tenths > b->tenths) - (a->tenths < b->tenths);
}

static bool
has_plan(const struct plan *plans, size_t count, const char *set_key, const char *item)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(plans[i].item, item) == 0 && strcmp(plans[i].set_key, set_key) == 0)
			return true;
	return false;
}

static bool
set_weak(struct call *c, const struct planning *p, const char *set_key, struct weak **list, size_t *count,
	struct err *e)
{
	struct figures f;
	if (!figures_gather(c->store, c->arena, &p->cycle, set_key, p->department_id, 1, &f, e))
		return false;
	for (size_t i = 0; i < f.set->count; i++) {
		const struct figure *figure = &f.subject->items[i];
		const struct item *item = &f.set->items[i];
		int tenths = figure->hidden ? RATE_NONE : rate_tenths(figure->rate);
		if (tenths == RATE_NONE || tenths >= ALL_DONE || item->scale->text || item->scale->knowledge)
			continue;
		*list = ARENA_PUSH(c->arena, *list, *count);
		(*list)[(*count)++] = (struct weak){f.set, item, tenths, figure->rate};
	}
	return true;
}

bool
planning_fill_weakest(struct call *c, struct dict *page, const struct planning *p, const struct plan *plans,
	size_t plan_count, struct err *e)
{
	struct cycle_set *sets;
	struct weak *list = NULL;
	size_t set_count, count = 0, shown = 0;
	if (!cycle_sets(c->db, c->arena, p->cycle.id, &sets, &set_count, e))
		return false;
	for (size_t i = 0; i < set_count; i++)
		if (!set_weak(c, p, sets[i].set_key, &list, &count, e))
			return false;
	if (count > 0)
		qsort(list, count, sizeof *list, by_rate);
	for (size_t i = 0; i < count && shown < WEAKEST; i++, shown++) {
		struct dict *row = dict_add(page, "weak");
		dict_set(row, "set_key", list[i].set->key);
		dict_set(row, "set_title", list[i].set->title);
		dict_set(row, "item_id", list[i].item->id);
		dict_set(row, "text", list[i].item->text);
		dict_setf(row, "percent", "%d.%d", list[i].tenths / 10, list[i].tenths % 10);
		show_number(row, "numerator", list[i].rate.numerator);
		show_number(row, "denominator", list[i].rate.denominator);
		if (has_plan(plans, plan_count, list[i].set->key, list[i].item->id))
			dict_show(row, "planned");
		else if (planning_may_write(p))
			dict_show(row, "unplanned");
	}
	if (count == 0)
		dict_show(page, "nothing_weak");
	return true;
}
