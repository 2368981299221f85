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

/* What is decided for the first time has been so since the department began to be what it is: the base date
 * of this year's cycle may lie before today. */
static day_t
usual_day(const struct call *c, const struct department *d)
{
	return d->flags == 0 && d->approver[0] == '\0' ? d->since : day_of_instant(c->now);
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
	char on[16];
	day_format(usual_day(c, &d), on);
	dict_set(page, "on", on);
	dict_set(page, "approver", d.approver);
	dict_set(page, "reason", d.reason);
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
	struct decision by;
};

static bool
flags_work(struct db *db, struct piece *p, struct err *e)
{
	const struct flagging *w = p->with;
	return department_set_flags(db, w->department.id, w->flags, &w->by, e) &&
	       event_add(db, w->by.now, w->by.account_id, "flags_saved", w->department.name,
		       flags_format(w->arena, w->flags), e);
}

static bool
decision_read(struct call *c, struct flagging *w, struct err *e)
{
	w->by = (struct decision){.day = usual_day(c, &w->department),
		.approver = form_text(c, "approver"),
		.reason = form_text(c, "reason"),
		.account_id = c->account.id,
		.now = c->now};
	return !form_has(c, "on") || day_parse(form_text(c, "on"), &w->by.day) ||
	       err_set(e, ERR_INPUT, _("choose the day from which the flags count"));
}

void
page_department_post(struct call *c)
{
	static const char *const names[] = {"flag-*", "on", "approver", "reason", NULL};
	struct err e = {0};
	struct flagging *w = ARENA_NEW(c->arena, struct flagging);
	*w = (struct flagging){.arena = c->arena};
	if (!form_check(c, names, &e) ||
		!department_find(c->db, c->arena, c->parts[0], day_of_instant(c->now), &w->department, &e) ||
		!decision_read(c, w, &e)) {
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
