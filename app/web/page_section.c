/* What a manager sees of the own department: who has submitted (never what), and
 * the department's figures. */
#include "web/pages.h"

#include "base/words.h"
#include "store/tallies.h"
#include "web/figures_page.h"
#include "web/scope.h"
#include "web/show.h"

static void
fill_person(struct call *c, struct dict *row, const struct sheet *s)
{
	dict_set(row, "person_name", s->person_name);
	dict_set(row, "person_kind", s->person_kind);
	const char *state = s->submitted_at != 0 ? "submitted" : s->draft_at != 0 ? "draft" : "fresh";
	dict_show(row, state);
	show_instant(row, c->arena, "at", s->submitted_at != 0 ? s->submitted_at : s->draft_at);
	if (s->late)
		dict_show(row, "late");
}

static bool
fill_set(struct call *c, struct dict *page, const struct cycle *cycle, const struct cycle_set *set,
	int64_t department, struct err *e)
{
	struct sheet *sheets;
	struct progress_row *progress;
	size_t count, rows;
	if (!sheets_of_department(c->db, c->arena, cycle->id, department, set->set_key, &sheets, &count, e) ||
		!progress_list(c->db, c->arena, cycle->id, set->set_key, department, &progress, &rows, e))
		return false;
	if (count == 0)
		return true;
	struct dict *d = dict_add(page, "set");
	dict_set(d, "set_title", set->title);
	if (rows > 0) {
		show_number(d, "asked", progress[0].asked);
		show_number(d, "done", progress[0].submitted);
		show_number(d, "left", progress[0].asked - progress[0].submitted);
	}
	for (size_t i = 0; i < count; i++)
		fill_person(c, dict_add(d, "person"), &sheets[i]);
	return true;
}

/* Progress of every set; the figures below are those of the first. */
static bool
fill_sets(struct call *c, struct dict *page, const struct cycle *cycle, int64_t department,
	const char **first, struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	if (!cycle_sets(c->db, c->arena, cycle->id, &sets, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!fill_set(c, page, cycle, &sets[i], department, e))
			return false;
	}
	*first = count > 0 ? sets[0].set_key : "";
	return true;
}

static bool
section_fill(struct call *c, struct dict *page, struct err *e)
{
	struct cycle cycle;
	const char *first;
	struct cycle_department own;
	if (!cycle_current(c->db, c->arena, &cycle, e) || !scope_own(c, &cycle, &own, e))
		return false;
	dict_set(page, "cycle_title", cycle.title);
	show_number(page, "cycle_id", cycle.id);
	dict_set(page, "section_name", own.name);
	show_due(page, c->arena, cycle.due_day, c->now);
	dict_show(page, cycle_live(cycle.state) ? "open" : "closed");
	if (!fill_sets(c, page, &cycle, own.department_id, &first, e))
		return false;
	struct report_request rq = {.name = "section",
		.set_key = first,
		.cycle_id = cycle.id,
		.department_id = own.department_id,
		.now = c->now,
		.base_url = figures_url};
	return figures_show(c, page, &rq, own.key, e);
}

void
page_section(struct call *c)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("My department"));
	if (section_fill(c, page, &e)) {
		page_show(c, 200, "section.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}
