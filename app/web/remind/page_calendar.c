/* The office calendar of a year, and the body's own closing days. */
#include "web/pages.h"

#include "base/number.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/cycle/closings.h"
#include "web/form.h"
#include "web/show.h"

static int
year_of_call(struct call *c)
{
	int64_t year;
	const char *asked = http_query(c->http, "year");
	if (asked != NULL && number_parse(asked, CALENDAR_FIRST_YEAR, CALENDAR_LAST_YEAR - 1, &year))
		return (int)year;
	return fiscal_year_of(day_of_instant(c->now));
}

static void
fill_year(struct call *c, struct dict *page, int year)
{
	dict_set(page, "year_name", fiscal_year_name(c->arena, year));
	if (year > CALENDAR_FIRST_YEAR)
		show_number(dict_add(page, "before"), "year", year - 1);
	if (year < CALENDAR_LAST_YEAR - 1)
		show_number(dict_add(page, "after"), "year", year + 1);
	for (day_t d = fiscal_year_first(year); d <= fiscal_year_last(year); d++) {
		const char *name = holiday_name(d);
		if (name == NULL)
			continue;
		struct dict *row = dict_add(page, "holiday");
		show_day(row, c->arena, "day", d);
		dict_set(row, "name", name);
	}
}

static bool
fill_closings(struct call *c, struct dict *page, struct err *e)
{
	struct closing_row *list;
	size_t count;
	struct calendar calendar;
	if (!closings_list(c->db, c->arena, &list, &count, e) ||
		!calendar_load(c->db, c->arena, &calendar, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "closing");
		show_number(row, "closing_id", list[i].id);
		show_day(row, c->arena, "first", list[i].days.first);
		show_day(row, c->arena, "last", list[i].days.last);
		dict_set(row, "name", list[i].days.name);
	}
	if (count == 0)
		dict_show(page, "no_closings");
	if (calendar.december_from != 0)
		show_number(dict_add(page, "december"), "day", calendar.december_from);
	if (calendar.january_to != 0)
		show_number(dict_add(page, "january"), "day", calendar.january_to);
	return true;
}

static void
show_calendar(struct call *c, int status, const char *complaint)
{
	static const char *const done[] = {"added", "removed", NULL};
	struct err e = {0};
	struct dict *page = page_begin(c, _("Office calendar"));
	form_done(c, page, done);
	fill_year(c, page, year_of_call(c));
	if (complaint != NULL)
		dict_set(dict_add(page, "refused"), "complaint", complaint);
	dict_set(page, "typed_first", form_text(c, "first"));
	dict_set(page, "typed_last", form_text(c, "last"));
	dict_set(page, "typed_name", form_text(c, "name"));
	if (fill_closings(c, page, &e)) {
		page_show(c, status, "calendar.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_calendar(struct call *c)
{
	show_calendar(c, 200, NULL);
}

/* ---- changing ---- */

struct change {
	struct closing closing;
	int64_t remove, account_id; /* remove: id; 0: closing is to be added */
	instant_t now;
};

static bool
change_work(struct db *db, struct piece *p, struct err *e)
{
	const struct change *w = p->with;
	return w->remove != 0 ? closing_remove(db, w->remove, w->account_id, w->now, e)
			      : closing_add(db, &w->closing, w->account_id, w->now, e);
}

static void
after_change(struct call *c, const struct err *failed)
{
	const struct change *w = c->state;
	if (failed == NULL)
		page_redirect(c, "/admin/calendar?done=%s", w->remove != 0 ? "removed" : "added");
	else if (failed->kind == ERR_INPUT)
		show_calendar(c, 422, failed->text);
	else
		page_error(c, failed);
}

void
page_calendar_post(struct call *c)
{
	static const char *const names[] = {"first", "last", "name", "remove", NULL};
	struct err e = {0};
	struct change *w = ARENA_NEW(c->arena, struct change);
	*w = (struct change){.account_id = c->account.id, .now = c->now};
	if (!form_check(c, names, &e)) {
		page_error(c, &e);
		return;
	}
	w->closing.name = form_text(c, "name");
	const char *last = form_text(c, "last");
	bool removes = form_has(c, "remove");
	if (removes && !number_parse(form_text(c, "remove"), 1, INT64_MAX, &w->remove)) {
		err_set(&e, ERR_ABSENT, _("there are no such closing days"));
		page_error(c, &e);
	} else if (!removes &&
		   (!day_parse(form_text(c, "first"), &w->closing.first) ||
			   !day_parse(*last == '\0' ? form_text(c, "first") : last, &w->closing.last))) {
		show_calendar(c, 422, _("give the first closing day, and the last if there are several"));
	} else {
		c->state = w;
		web_write(c, change_work, w, after_change);
	}
}
