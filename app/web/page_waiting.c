/* Who has not submitted yet, in every department: for a reminder. */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "web/scope.h"
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
waiting_fill(struct call *c, struct dict *page, struct err *e)
{
	struct cycle cycle;
	struct cycle_set *sets;
	struct sheet *list;
	size_t set_count, count;
	int64_t at = list_page(c);
	if (!scope_cycle(c, c->parts[0], &cycle, e) ||
		!cycle_sets(c->db, c->arena, cycle.id, &sets, &set_count, e) ||
		!sheets_waiting(c->db, c->arena, cycle.id, (int)(at - 1) * PAGE_ROWS, PAGE_ROWS + 1, &list,
			&count, e))
		return false;
	show_number(page, "cycle_id", cycle.id);
	dict_set(page, "cycle_title", cycle.title);
	show_due(page, c->arena, cycle.due_day, c->now);
	for (size_t i = 0; i < count && i < PAGE_ROWS; i++) {
		struct dict *row = dict_add(page, "sheet");
		dict_set(row, "department", list[i].department_name);
		dict_set(row, "person_name", list[i].person_name);
		dict_set(row, "set_title", set_title(sets, set_count, list[i].set_key));
		dict_show(row, list[i].draft_at != 0 ? "draft" : "fresh");
	}
	if (count == 0)
		dict_show(page, "none");
	show_pages(page, at, count > PAGE_ROWS);
	return true;
}

void
page_waiting(struct call *c)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("Not submitted yet"));
	if (waiting_fill(c, page, &e)) {
		page_show(c, 200, "waiting.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}
