/* The cycles, and preparing another one. */
#include "web/pages.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "base/words.h"
#include "domain/fiscal.h"
#include "store/setting.h"
#include "web/form.h"
#include "web/show.h"

enum { YEAR_LEAST = 2000, YEAR_MOST = 2200, TITLE_CHARACTERS = 60 };

struct cycle_form {
	struct cycle cycle;
	int64_t *sets;
	size_t set_count;
	int64_t account_id;
	instant_t now;
	bool bad_year, bad_title, bad_base, bad_opens, bad_due, no_sets;
};

static bool
fill_cycles(struct call *c, struct dict *page, struct err *e)
{
	struct cycle *list;
	size_t count;
	if (!cycles_list(c->db, c->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "cycle");
		show_number(row, "cycle_id", list[i].id);
		dict_set(row, "cycle_title", list[i].title);
		dict_set(row, "year_name", fiscal_year_name(c->arena, list[i].year));
		show_cycle_state(row, "state", list[i].state);
		if (list[i].adhoc)
			dict_show(row, "adhoc");
		show_day(row, c->arena, "opens", list[i].opens_day);
		show_day(row, c->arena, "due", list[i].due_day);
		show_day(row, c->arena, "base", list[i].base_day);
		if (list[i].edition > 1)
			show_number(dict_add(row, "reopened"), "edition", list[i].edition);
	}
	if (count == 0)
		dict_show(page, "no_cycles");
	return true;
}

/* The newest edition of each set can be chosen. */
static bool
fill_sets(struct call *c, struct dict *page, struct err *e)
{
	struct question_set *sets;
	size_t count;
	if (!question_sets_list(c->db, c->arena, &sets, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && strcmp(sets[i - 1].key, sets[i].key) == 0)
			continue;
		struct dict *row = dict_add(page, "set");
		show_number(row, "set_id", sets[i].id);
		dict_set(row, "set_title", sets[i].title);
		dict_set(row, "edition", sets[i].edition);
		bool chosen = form_has(c, arena_printf(c->arena, "set-%lld", (long long)sets[i].id));
		dict_set(row, "checked", chosen ? "checked" : "");
	}
	if (count == 0)
		dict_show(page, "no_loaded_sets");
	return true;
}

static void
fill_typed(struct call *c, struct dict *page)
{
	static const char *const names[] = {"year", "title", "base_day", "opens_day", "due_day"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		dict_set(page, names[i], form_text(c, names[i]));
	dict_set(page, "adhoc_checked", form_has(c, "adhoc") ? "checked" : "");
	dict_set(page, "individual_checked", form_has(c, "individual") ? "checked" : "");
	if (!form_has(c, "year"))
		show_number(page, "year", fiscal_year_of(day_of_instant(c->now)));
}

static void
fill_complaints(struct dict *page, const struct cycle_form *f)
{
	const struct {
		bool bad;
		const char *section;
	} complaints[] = {{f->bad_year, "bad_year"}, {f->bad_title, "bad_title"}, {f->bad_base, "bad_base"},
		{f->bad_opens, "bad_opens"}, {f->bad_due, "bad_due"}, {f->no_sets, "bad_sets"}};
	for (size_t i = 0; i < sizeof complaints / sizeof *complaints; i++) {
		if (complaints[i].bad)
			dict_show(page, complaints[i].section);
	}
}

static void
show_cycles(struct call *c, int status, const struct cycle_form *f)
{
	static const char *const done[] = {"created", NULL};
	struct err e = {0};
	struct dict *page = page_begin(c, _("Cycles"));
	form_done(c, page, done);
	if (!fill_cycles(c, page, &e) || !fill_sets(c, page, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	fill_typed(c, page);
	if (f != NULL) {
		dict_show(page, "refused");
		fill_complaints(page, f);
	}
	page_show(c, status, "cycles.tpl", page);
}

void
page_cycles(struct call *c)
{
	show_cycles(c, 200, NULL);
}

/* ---- preparing one ---- */

static bool
read_sets(struct call *c, struct cycle_form *f, struct err *e)
{
	struct question_set *sets;
	size_t count;
	if (!question_sets_list(c->db, c->arena, &sets, &count, e))
		return false;
	f->sets = ARENA_ARRAY(c->arena, int64_t, count + 1);
	for (size_t i = 0; i < count; i++) {
		if (form_has(c, arena_printf(c->arena, "set-%lld", (long long)sets[i].id)))
			f->sets[f->set_count++] = sets[i].id;
	}
	f->no_sets = f->set_count == 0;
	return form_has_only(c, "set-", f->set_count, e);
}

static bool
read_form(struct call *c, struct cycle_form *f, struct err *e)
{
	int64_t year = 0;
	struct cycle *cycle = &f->cycle;
	f->bad_year = !number_parse(form_text(c, "year"), YEAR_LEAST, YEAR_MOST, &year);
	cycle->year = (int)year;
	cycle->title = form_text(c, "title");
	f->bad_title = *cycle->title == '\0' || utf8_count(cycle->title) > TITLE_CHARACTERS;
	f->bad_base = !day_parse(form_text(c, "base_day"), &cycle->base_day);
	f->bad_opens = !day_parse(form_text(c, "opens_day"), &cycle->opens_day);
	f->bad_due = !day_parse(form_text(c, "due_day"), &cycle->due_day) ||
		     (!f->bad_opens && cycle->due_day < cycle->opens_day);
	cycle->adhoc = form_has(c, "adhoc");
	cycle->individual = form_has(c, "individual");
	cycle->k = setting_number(c->db, "k");
	f->account_id = c->account.id;
	f->now = c->now;
	return read_sets(c, f, e);
}

static bool
create_work(struct db *db, struct piece *p, struct err *e)
{
	struct cycle_form *f = p->with;
	char year[16];
	snprintf(year, sizeof year, "%d", f->cycle.year);
	return cycle_create(db, &f->cycle, f->sets, f->set_count, e) &&
	       event_add(db, f->now, f->account_id, "cycle_created", year, f->cycle.title, e);
}

void
page_cycles_post(struct call *c)
{
	static const char *const names[] = {
		"year", "title", "adhoc", "individual", "base_day", "opens_day", "due_day", "set-*", NULL};
	struct err e = {0};
	struct cycle_form *f = ARENA_NEW(c->arena, struct cycle_form);
	if (!form_check(c, names, &e) || !read_form(c, f, &e)) {
		page_error(c, &e);
		return;
	}
	if (f->bad_year || f->bad_title || f->bad_base || f->bad_opens || f->bad_due || f->no_sets)
		show_cycles(c, 422, f);
	else
		form_store(c, create_work, f, "/admin/cycles?done=created");
}
