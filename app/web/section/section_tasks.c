#include "web/section/section_tasks.h"

#include "store/decision/na.h"
#include "store/decision/plans.h"
#include "store/figure/tallies.h"
#include "web/show.h"

bool
section_count(struct call *c, const struct cycle *cycle, int64_t department_id, struct section_count *out,
	struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	*out = (struct section_count){0};
	if (!cycle_sets(c->db, c->arena, cycle->id, &sets, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct progress_row *p;
		size_t rows;
		if (!progress_list(
			    c->db, c->arena, cycle->id, sets[i].set_key, department_id, &p, &rows, e))
			return false;
		for (size_t k = 0; k < rows; k++) {
			out->left += p[k].asked - p[k].submitted;
			out->to_confirm += p[k].submitted - p[k].confirmed - p[k].returned;
			out->returned += p[k].returned;
		}
	}
	return true;
}

/* The manager's own sheets that have not been submitted, of whatever department. */
static bool
count_mine(struct call *c, const struct cycle *cycle, int64_t *count, struct err *e)
{
	struct sheet *list;
	size_t n;
	*count = 0;
	if (!sheets_of_person(c->db, c->arena, c->account.person_id, &list, &n, e))
		return false;
	for (size_t i = 0; i < n; i++)
		*count += list[i].cycle_id == cycle->id && list[i].submitted_at == 0 &&
			  sheet_answerable(&list[i]);
	return true;
}

static bool
count_na(struct call *c, const struct cycle *cycle, int64_t department_id, int64_t *count, struct err *e)
{
	struct cycle_set *sets;
	size_t n;
	*count = 0;
	if (!cycle_sets(c->db, c->arena, cycle->id, &sets, &n, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		struct na_table t;
		const struct questionnaire *q = store_cycle_set(c->store, cycle->id, sets[i].set_key, e);
		if (q == NULL || !na_read(c->db, c->arena, cycle, q, department_id, &t, e))
			return false;
		for (size_t k = 0; k < t.count; k++)
			for (size_t g = 0; g < t.rows[k].count; g++)
				*count += na_group_open(&t.rows[k].groups[g]);
	}
	return true;
}

static bool
count_plans(struct call *c, const struct cycle *cycle, int64_t department_id, struct plan_summary *out,
	struct err *e)
{
	struct plan *list;
	size_t count;
	if (!plans_list(c->db, c->arena, cycle->id, department_id, c->now, &list, &count, e))
		return false;
	*out = plan_summary(list, count, day_of_instant(c->now));
	return true;
}

static void
task_add(struct dict *tasks, const char *section, int64_t count, size_t *any)
{
	if (count == 0)
		return;
	show_number(dict_add(dict_add(tasks, "task"), section), "count", count);
	(*any)++;
}

bool
section_fill_tasks(
	struct call *c, struct dict *page, const struct cycle *cycle, const struct managed *own, struct err *e)
{
	int64_t department = own->department.department_id, mine = 0, na = 0;
	struct section_count sheets;
	struct plan_summary plans;
	size_t any = 0;
	bool live = cycle_live(cycle->state);
	if (!section_count(c, cycle, department, &sheets, e) || !count_mine(c, cycle, &mine, e) ||
		(live && !count_na(c, cycle, department, &na, e)) ||
		!count_plans(c, cycle, department, &plans, e))
		return false;
	struct dict *d = dict_add(page, "tasks");
	task_add(d, "mine", mine, &any);
	task_add(d, "left", cycle_answers(cycle->state) ? sheets.left : 0, &any);
	task_add(d, "returned", live ? sheets.returned : 0, &any);
	task_add(d, "na_open", na, &any);
	task_add(d, "to_confirm", live ? sheets.to_confirm : 0, &any);
	task_add(d, "to_plan", cycle_final(cycle->state) && cycle->state != CYCLE_ENDED && plans.all == 0,
		&any);
	task_add(d, "overdue_plans", plans.overdue, &any);
	task_add(d, "open_plans", plans.of[PLAN_PLANNED] + plans.of[PLAN_DOING] - plans.overdue, &any);
	if (any == 0)
		dict_show(d, "nothing");
	return true;
}
