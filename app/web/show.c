#include "web/show.h"

#include <inttypes.h>
#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "domain/questionnaire/hints.h"

static const char *const weekdays[] = {N_("Sunday"), N_("Monday"), N_("Tuesday"), N_("Wednesday"),
	N_("Thursday"), N_("Friday"), N_("Saturday")};

const char *
day_value(struct arena *a, day_t day)
{
	char text[16] = "";
	if (day != 0)
		day_format(day, text);
	return arena_strdup(a, text);
}

const char *
day_words(struct arena *a, day_t day)
{
	return arena_printf(a, _("%s (%s)"), wareki_day(a, day), _(weekdays[day_weekday(day)]));
}

void
show_day(struct dict *d, struct arena *a, const char *name, day_t day)
{
	dict_set(d, name, day_words(a, day));
}

void
show_instant(struct dict *d, struct arena *a, const char *name, instant_t at)
{
	dict_set(d, name, at == 0 ? "" : wareki_instant(a, at));
}

void
show_due(struct dict *d, struct arena *a, day_t due, instant_t now)
{
	day_t left = due - day_of_instant(now);
	show_day(d, a, "due", due);
	dict_setf(d, "days", "%d", left);
	dict_show(d, left > 0 ? "days_left" : left == 0 ? "due_today" : "overdue");
}

void
show_flags(struct dict *d, flags_t flags)
{
	for (size_t i = 0; i < flag_count(); i++) {
		if ((flags & flag_parse(flag_key(i))) == 0)
			continue;
		struct dict *row = dict_add(d, "flag");
		dict_set(row, "flag_key", flag_key(i));
		dict_set(row, "flag_name", flag_name(i));
	}
}

void
show_cycle_state(struct dict *d, const char *name, enum cycle_state s)
{
	dict_show(dict_include(d, name, "cycle_state.tpl"), cycle_state_key(s));
}

void
show_sheet_state(struct dict *d, const char *name, const struct sheet *s)
{
	struct dict *words = dict_include(d, name, "sheet_state.tpl");
	dict_show(words, sheet_state_key(sheet_standing(s)));
	if (s->late)
		dict_show(words, "late");
	if (s->proxy_at != 0)
		dict_show(words, "proxied");
}

void
show_typed(struct dict *d, struct arena *a, const struct sheet *s, bool whole)
{
	if (s->proxy_at == 0)
		return;
	struct dict *words = dict_include(dict_add(d, "was_typed"), "typed", "sheet_typed.tpl");
	dict_set(words, "typed_by", s->proxy_name);
	if (whole || s->proxy_at == s->told_at)
		show_instant(dict_add(words, "timed"), a, "typed_at", s->proxy_at);
	if (s->paper_day != 0)
		show_day(dict_add(words, "dated"), a, "paper_day", s->paper_day);
}

void
show_unit(struct dict *d, const struct sheet *s)
{
	dict_set(d, "unit_name", s->unit_name);
	if (s->unit_name[0] == '\0')
		dict_show(d, "whole_body");
	else if (strcmp(s->unit_name, s->person_name) != 0)
		dict_show(d, "of_unit");
}

const char *
unit_word(enum unit unit)
{
	static const char *const words[] = {
		[UNIT_PERSON] = N_("people"),
		[UNIT_DEPARTMENT] = N_("departments"),
		[UNIT_SYSTEM] = N_("systems"),
		[UNIT_CONTRACT] = N_("contracts"),
		[UNIT_ACCOUNT] = N_("SNS accounts"),
		[UNIT_FACILITY] = N_("facilities"),
		[UNIT_BODY] = N_("bodies"),
		[UNIT_ENGAGEMENT] = N_("audits"),
	};
	return _(words[unit]);
}

void
show_number(struct dict *d, const char *name, int64_t number)
{
	dict_setf(d, name, "%" PRId64, number);
}

enum { FAULTS_SHOWN = 500 };

void
show_faults(struct dict *d, const struct faults *f)
{
	struct dict *list = dict_add(d, "faults");
	show_number(list, "fault_count", (int64_t)f->count);
	for (size_t i = 0; i < f->count && i < FAULTS_SHOWN; i++) {
		struct dict *row = dict_add(list, "fault");
		if (f->items[i].line > 0)
			show_number(dict_add(row, "at_line"), "line", f->items[i].line);
		dict_set(row, "text", f->items[i].text);
	}
}

int64_t
list_page_named(struct call *c, const char *name)
{
	enum { PAGE_MOST = 100000 };
	int64_t page;
	const char *asked = http_query(c->http, name);
	return asked != NULL && number_parse(asked, 1, PAGE_MOST, &page) ? page : 1;
}

int64_t
list_page(struct call *c)
{
	return list_page_named(c, "page");
}

void
show_pages(struct dict *d, int64_t page, bool more)
{
	if (page > 1)
		show_number(dict_add(d, "earlier"), "page", page - 1);
	if (more)
		show_number(dict_add(d, "later"), "page", page + 1);
}

void
show_hints(struct dict *d, unsigned hints)
{
	struct dict *tags = dict_include(d, "hints", "hints.tpl");
	for (size_t i = 0; i < HINTS; i++)
		if ((hints & 1u << i) != 0)
			dict_show(dict_add(tags, "hint"), hint_key(i));
}
