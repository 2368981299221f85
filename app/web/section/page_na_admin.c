/* 該当なし for the secretariat: questions of which too many say so, what managers have
 * decided and have not, and the departments that are too small to decide by themselves. */
#include "web/section/na_page.h"

#include "base/words.h"
#include "report/figures.h"
#include "store/setting.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/scope.h"
#include "web/show.h"

enum { TENTHS = 10, PAGE_ROWS = 50 };

static void
fill_alarm(struct dict *page, const struct questionnaire *q, const struct item *i, const struct tally *t,
	int bound)
{
	int64_t answered = tally_answered(t);
	int tenths = answered > 0 ? tenths_of(t->na, answered) : 0;
	if (tenths <= bound * TENTHS)
		return;
	struct dict *row = dict_add(page, "alarm");
	dict_set(row, "set_title", q->title);
	dict_set(row, "item_id", i->id);
	dict_set(row, "text", i->text);
	show_number(row, "na_count", t->na);
	show_number(row, "answered", answered);
	dict_setf(row, "percent", "%d.%d", tenths / TENTHS, tenths % TENTHS);
}

/* Over the departments that are shown: what is left out cannot be told from it. */
static bool
fill_alarms(struct call *c, struct dict *page, const struct cycle *cycle, const char *set_key, struct err *e)
{
	struct figures f;
	if (!figures_gather(c->store, c->arena, cycle, set_key, 0, 1, &f, e))
		return false;
	int bound = setting_number(c->db, "na_alarm");
	for (size_t i = 0; i < f.set->count; i++)
		fill_alarm(page, f.set, &f.set->items[i], &f.body.tallies[i], bound);
	return true;
}

/* One page of a list that is gone through row by row. */
struct window {
	size_t first, seen;
};

static bool
is_inside(struct window *w)
{
	size_t at = w->seen++;
	return at >= w->first && at < w->first + PAGE_ROWS;
}

static struct window
window_of(struct call *c, const char *name)
{
	return (struct window){.first = (size_t)(list_page_named(c, name) - 1) * PAGE_ROWS};
}

static void
window_end(struct call *c, struct dict *list, const char *name, const struct window *w)
{
	show_pages(list, list_page_named(c, name), w->seen > w->first + PAGE_ROWS);
}

static void
fill_department(struct dict *list, const struct na_table *t, const struct na_row *r)
{
	size_t open = 0;
	for (size_t i = 0; i < r->count; i++)
		open += na_group_open(&r->groups[i]);
	struct dict *row = dict_add(list, "department");
	dict_set(row, "set_title", t->set->title);
	dict_set(row, "department_name", r->name);
	show_number(row, "groups", (int64_t)r->count);
	show_number(row, "open_groups", (int64_t)open);
	if (open > 0)
		dict_show(row, "waits");
}

static void
fill_departments(struct call *c, struct dict *page, const struct na_table *tables, size_t count)
{
	struct window w = window_of(c, "page");
	struct dict *list = dict_add(page, "status");
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < tables[i].count; k++) {
			const struct na_row *r = &tables[i].rows[k];
			if (r->department_id != NA_TOGETHER && r->count > 0 && is_inside(&w))
				fill_department(list, &tables[i], r);
		}
	window_end(c, list, "page", &w);
}

static void
fill_together(struct call *c, struct dict *list, const struct cycle *cycle, const struct na_table *t,
	bool open, struct window *w)
{
	const struct na_row *r = t->count > 0 ? &t->rows[t->count - 1] : NULL;
	if (r == NULL || r->department_id != NA_TOGETHER)
		return;
	for (size_t i = 0; i < r->count; i++) {
		if (na_group_open(&r->groups[i]) != open || !is_inside(w))
			continue;
		struct dict *row = dict_add(list, "na");
		na_fill_group(c, row, t, &r->groups[i]);
		dict_set(row, "set_title", t->set->title);
		if (cycle_live(cycle->state))
			dict_show(row, "may_decide");
	}
}

/* What is to be decided comes before what has been. */
static void
fill_small(struct call *c, struct dict *page, const struct cycle *cycle, const struct na_table *tables,
	size_t count)
{
	struct window w = window_of(c, "small");
	struct dict *list = dict_add(page, "together");
	for (size_t i = 0; i < count; i++)
		fill_together(c, list, cycle, &tables[i], true, &w);
	for (size_t i = 0; i < count; i++)
		fill_together(c, list, cycle, &tables[i], false, &w);
	window_end(c, list, "small", &w);
}

static bool
fill_sets(struct call *c, struct dict *page, const struct cycle *cycle, struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	if (!cycle_sets(c->db, c->arena, cycle->id, &sets, &count, e))
		return false;
	struct na_table *tables = ARENA_ARRAY(c->arena, struct na_table, count + 1);
	for (size_t i = 0; i < count; i++) {
		const struct questionnaire *q = store_cycle_set(c->store, cycle->id, sets[i].set_key, e);
		if (q == NULL || !na_read(c->db, c->arena, cycle, q, -1, &tables[i], e) ||
			!fill_alarms(c, page, cycle, sets[i].set_key, e))
			return false;
	}
	fill_departments(c, page, tables, count);
	fill_small(c, page, cycle, tables, count);
	return true;
}

static void
show_na(struct call *c, int status, const struct err *complaint)
{
	static const char *const done[] = {"accepted", NULL};
	struct err e = {0};
	struct cycle cycle;
	if (!scope_cycle_with(c, c->parts[0], "sheets", &cycle, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Answers that do not apply"));
	form_done(c, page, done);
	if (complaint != NULL)
		dict_set(dict_add(page, "refused"), "complaint", complaint->text);
	show_number(page, "cycle_id", cycle.id);
	dict_set(page, "cycle_title", cycle.title);
	show_number(page, "k", cycle.k);
	show_number(page, "bound", setting_number(c->db, "na_alarm"));
	if (fill_sets(c, page, &cycle, &e)) {
		page_show(c, status, "na.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_na(struct call *c)
{
	show_na(c, 200, NULL);
}

static void
after_deciding(struct call *c, const struct err *failed)
{
	const struct na_choice *choice = c->state;
	if (failed == NULL)
		page_redirect(c, "/admin/na/%lld?done=accepted", (long long)choice->cycle_id);
	else if (failed->kind == ERR_INPUT || failed->kind == ERR_CONFLICT)
		show_na(c, failed->kind == ERR_INPUT ? 422 : 409, failed);
	else
		page_error(c, failed);
}

void
page_na_post(struct call *c)
{
	struct err e = {0};
	struct cycle cycle;
	struct na_choice *choice = ARENA_NEW(c->arena, struct na_choice);
	if (!form_check(c, na_fields, &e) || !scope_cycle_with(c, c->parts[0], "sheets", &cycle, &e)) {
		page_error(c, &e);
		return;
	}
	if (!na_choice_read(c, &cycle, NA_TOGETHER, choice, &e)) {
		show_na(c, error_status(c, &e), &e);
		return;
	}
	c->state = choice;
	web_write(c, na_decide_work, choice, after_deciding);
}
