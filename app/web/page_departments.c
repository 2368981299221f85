/* Departments and what they do (flags): the questions a department gets depend on it. */
#include "web/pages.h"

#include "base/words.h"
#include "store/people.h"
#include "web/form.h"
#include "web/show.h"

enum { PAGE_ROWS = 100 };

static void
fill_department(struct call *c, struct dict *row, const struct department *d)
{
	dict_set(row, "key", d->key);
	dict_set(row, "name", d->name);
	if (d->flags == 0)
		dict_show(row, "no_flags");
	show_flags(row, d->flags);
	if (d->valid_to != 0)
		show_day(dict_add(row, "ended"), c->arena, "valid_to", d->valid_to);
}

void
page_departments(struct call *c)
{
	static const char *const done[] = {"saved", NULL};
	struct err e = {0};
	struct department *list;
	size_t count;
	if (!departments_list(c->db, c->arena, day_of_instant(c->now), &list, &count, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Departments"));
	form_done(c, page, done);
	size_t from = (size_t)(list_page(c) - 1) * PAGE_ROWS;
	for (size_t i = from; i < count && i < from + PAGE_ROWS; i++)
		fill_department(c, dict_add(page, "department"), &list[i]);
	show_pages(page, list_page(c), from + PAGE_ROWS < count);
	page_show(c, 200, "departments.tpl", page);
}

void
page_department(struct call *c)
{
	struct err e = {0};
	struct department d;
	if (!department_find(c->db, c->arena, c->parts[0], day_of_instant(c->now), &d, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, d.name);
	dict_set(page, "key", d.key);
	dict_set(page, "name", d.name);
	for (size_t i = 0; i < flag_count(); i++) {
		struct dict *row = dict_add(page, "choice");
		flags_t flag = flag_parse(flag_key(i));
		dict_set(row, "checked", (d.flags & flag) != 0 ? "checked" : "");
		show_flags(row, flag);
	}
	page_show(c, 200, "department.tpl", page);
}

struct flagging {
	struct arena *arena;
	struct department department;
	flags_t flags;
	int64_t account_id;
	instant_t now;
};

static bool
flags_work(struct db *db, struct piece *p, struct err *e)
{
	const struct flagging *w = p->with;
	struct decision by = {.day = day_of_instant(w->now),
		.approver = "",
		.reason = "",
		.account_id = w->account_id,
		.now = w->now};
	return department_set_flags(db, w->department.id, w->flags, &by, e) &&
	       event_add(db, w->now, w->account_id, "flags_saved", w->department.name,
		       flags_format(w->arena, w->flags), e);
}

void
page_department_post(struct call *c)
{
	static const char *const names[] = {"flag-*", NULL};
	struct err e = {0};
	struct flagging *w = ARENA_NEW(c->arena, struct flagging);
	*w = (struct flagging){.arena = c->arena, .account_id = c->account.id, .now = c->now};
	if (!form_check(c, names, &e) ||
		!department_find(c->db, c->arena, c->parts[0], day_of_instant(c->now), &w->department, &e)) {
		page_error(c, &e);
		return;
	}
	size_t known = 0;
	for (size_t i = 0; i < flag_count(); i++) {
		if (!form_has(c, arena_printf(c->arena, "flag-%s", flag_key(i))))
			continue;
		w->flags |= flag_parse(flag_key(i));
		known++;
	}
	if (!form_has_only(c, "flag-", known, &e)) {
		page_error(c, &e);
		return;
	}
	form_store(c, flags_work, w, "/admin/departments?done=saved");
}
