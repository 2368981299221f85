/* Every sheet of a cycle by department and state: who has not submitted, whom to remind,
 * what is left to be done before the figures become final. */
#include "web/pages.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "web/scope.h"
#include "web/sheet/sheet_row.h"
#include "web/show.h"

enum { PAGE_ROWS = 100 };

static const char *
set_title(const struct cycle_set *sets, size_t count, const char *key)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(sets[i].set_key, key) == 0)
			return sets[i].title;
	return key;
}

static bool
fill_sheets(struct call *c, struct dict *page, const struct cycle *cycle, const struct sheet_wanted *wanted,
	int64_t at, struct err *e)
{
	struct cycle_set *sets;
	struct sheet *list;
	size_t set_count, count;
	if (!cycle_sets(c->db, c->arena, cycle->id, &sets, &set_count, e) ||
		!sheets_list(c->db, c->arena, wanted, &list, &count, e))
		return false;
	for (size_t i = 0; i < count && i < PAGE_ROWS; i++) {
		struct dict *row = dict_add(page, "sheet");
		sheet_fill_row(c, row, &list[i]);
		dict_set(row, "set_title", set_title(sets, set_count, list[i].set_key));
	}
	if (count == 0)
		dict_show(page, "none");
	show_pages(page, at, count > PAGE_ROWS);
	return true;
}

static bool
waiting_fill(struct call *c, struct dict *page, struct err *e)
{
	struct cycle cycle;
	const char *department;
	int64_t at = list_page(c);
	struct sheet_wanted wanted = {.skip = (int)(at - 1) * PAGE_ROWS, .most = PAGE_ROWS + 1};
	if (!scope_cycle_with(c, c->parts[0], "sheets", &cycle, e) ||
		!scope_fill_departments(c, page, &cycle, &wanted.department_id, &department, e))
		return false;
	wanted.cycle_id = cycle.id;
	wanted.filter = sheet_fill_filters(c, page);
	show_number(page, "cycle_id", cycle.id);
	dict_set(page, "cycle_title", cycle.title);
	show_cycle_state(page, "cycle_state", cycle.state);
	show_due(page, c->arena, cycle.due_day, c->now);
	dict_set(page, "state_key", wanted.filter);
	dict_set(page, "department_key", department);
	return fill_sheets(c, page, &cycle, &wanted, at, e);
}

void
page_waiting(struct call *c)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("Sheets"));
	if (waiting_fill(c, page, &e)) {
		page_show(c, 200, "waiting.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}
