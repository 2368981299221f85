#include "web/cycle/cycle_form.h"

#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "domain/cycle/fiscal.h"
#include "store/setting.h"
#include "web/form.h"
#include "web/show.h"

enum { YEAR_LEAST = 2000, YEAR_MOST = 2200, TITLE_CHARACTERS = 60, REASON_CHARACTERS = 500 };

/* ---- the question sets that can be chosen ---- */

struct offer {
	const struct question_set *set;
	bool here; /* the cycle has it */
};

/* What is answered in an audit has no place in a self-check. */
static bool
is_checklist(struct call *c, const char *key)
{
	const struct bank *bank = store_bank(c->store);
	for (size_t i = 0; i < bank->count; i++)
		if (strcmp(bank->sets[i]->key, key) == 0)
			return bank->sets[i]->unit == UNIT_ENGAGEMENT;
	return false;
}

/* The newest edition of each set, and the one the cycle has. */
static bool
offers_list(struct call *c, int64_t cycle_id, struct offer **out, size_t *count, struct err *e)
{
	struct question_set *sets;
	struct cycle_set *own = NULL;
	size_t set_count, own_count = 0;
	*count = 0;
	if (!question_sets_list(c->db, c->arena, &sets, &set_count, e) ||
		(cycle_id != 0 && !cycle_sets(c->db, c->arena, cycle_id, &own, &own_count, e)))
		return false;
	*out = ARENA_ARRAY(c->arena, struct offer, set_count + 1);
	for (size_t i = 0; i < set_count; i++) {
		bool newest = i == 0 || strcmp(sets[i - 1].key, sets[i].key) != 0, here = false;
		for (size_t k = 0; k < own_count; k++)
			here |= own[k].question_set_id == sets[i].id;
		if ((newest || here) && !is_checklist(c, sets[i].key))
			(*out)[(*count)++] = (struct offer){&sets[i], here};
	}
	return true;
}

static const char *
set_field(struct call *c, const struct offer *o)
{
	return arena_printf(c->arena, "set-%lld", (long long)o->set->id);
}

static bool
fill_sets(struct call *c, struct dict *d, const struct cycle *stored, bool typed, struct err *e)
{
	struct offer *offers;
	size_t count;
	if (!offers_list(c, stored != NULL ? stored->id : 0, &offers, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(d, "set");
		bool chosen = typed ? form_has(c, set_field(c, &offers[i])) : offers[i].here;
		show_number(row, "set_id", offers[i].set->id);
		dict_set(row, "set_title", offers[i].set->title);
		dict_set(row, "edition", offers[i].set->edition);
		dict_set(row, "checked", chosen ? "checked" : "");
	}
	if (count == 0)
		dict_show(d, "no_loaded_sets");
	return true;
}

/* ---- reading ---- */

static bool
read_sets(struct call *c, struct cycle_form *f, struct err *e)
{
	struct offer *offers;
	size_t count;
	if (!offers_list(c, f->change.cycle.id, &offers, &count, e))
		return false;
	int64_t *ids = ARENA_ARRAY(c->arena, int64_t, count + 1);
	for (size_t i = 0; i < count; i++)
		if (form_has(c, set_field(c, &offers[i])))
			ids[f->change.count++] = offers[i].set->id;
	f->change.question_set_ids = ids;
	f->no_sets = f->change.count == 0;
	return form_has_only(c, "set-", f->change.count, e);
}

static bool
read_rules(struct call *c, struct cycle_form *f, struct err *e)
{
	int64_t year = 0;
	struct cycle *cycle = &f->change.cycle;
	f->bad_year = !number_parse(form_text(c, "year"), YEAR_LEAST, YEAR_MOST, &year);
	cycle->year = (int)year;
	cycle->adhoc = form_has(c, "adhoc");
	cycle->individual = form_has(c, "individual");
	return read_sets(c, f, e);
}

static void
read_begin(struct call *c, struct cycle_form *f)
{
	struct cycle *cycle = &f->change.cycle;
	cycle->title = form_text(c, "title");
	f->bad_title = utf8_blank(cycle->title) || utf8_count(cycle->title) > TITLE_CHARACTERS;
	f->bad_base = !day_parse(form_text(c, "base_day"), &cycle->base_day);
	f->bad_opens = !day_parse(form_text(c, "opens_day"), &cycle->opens_day);
}

/* An empty day of grace is none. */
static void
read_grace(struct call *c, struct cycle_form *f)
{
	struct cycle *cycle = &f->change.cycle;
	const char *day = form_text(c, "grace_day");
	cycle->grace_day = 0;
	f->bad_grace = *day != '\0' && (!day_parse(day, &cycle->grace_day) ||
					       (!f->bad_due && cycle->grace_day <= cycle->due_day));
	cycle->automatic = form_has(c, "automatic");
}

bool
cycle_form_read(struct call *c, struct cycle_form *f, struct err *e)
{
	static const char *const names[] = {"year", "title", "adhoc", "individual", "base_day", "opens_day",
		"due_day", "grace_day", "automatic", "reason", "set-*", NULL};
	struct cycle *cycle = &f->change.cycle;
	f->change.account_id = c->account.id;
	f->change.now = c->now;
	f->change.arena = c->arena;
	if (!form_check(c, names, e) || ((f->parts & CYCLE_RULES) && !read_rules(c, f, e)))
		return false;
	if (f->parts & CYCLE_BEGIN)
		read_begin(c, f);
	if (f->parts & CYCLE_DUE)
		f->bad_due = !day_parse(form_text(c, "due_day"), &cycle->due_day) ||
			     (!f->bad_opens && cycle->due_day < cycle->opens_day);
	if (f->parts & CYCLE_GRACE_DAY)
		read_grace(c, f);
	f->change.reason = form_lines(c->arena, form_text(c, "reason"));
	f->no_reason = utf8_count(f->change.reason) > REASON_CHARACTERS ||
		       (cycle_opened(cycle->state) && utf8_blank(f->change.reason));
	return true;
}

bool
cycle_form_faulty(const struct cycle_form *f)
{
	return f->bad_year || f->bad_title || f->bad_base || f->bad_opens || f->bad_due || f->bad_grace ||
	       f->no_sets || f->no_reason;
}

/* ---- filling ---- */

static void
fill_complaints(struct dict *d, const struct cycle_form *f)
{
	const struct {
		bool bad;
		const char *section;
	} complaints[] = {{f->bad_year, "bad_year"}, {f->bad_title, "bad_title"}, {f->bad_base, "bad_base"},
		{f->bad_opens, "bad_opens"}, {f->bad_due, "bad_due"}, {f->bad_grace, "bad_grace"},
		{f->no_sets, "bad_sets"}, {f->no_reason, "no_reason"}};
	for (size_t i = 0; i < sizeof complaints / sizeof *complaints; i++)
		if (complaints[i].bad)
			dict_show(d, complaints[i].section);
}

static void
fill_typed(struct call *c, struct dict *d)
{
	static const char *const names[] = {
		"year", "title", "base_day", "opens_day", "due_day", "grace_day", "reason"};
	static const char *const ticks[] = {"adhoc", "individual", "automatic"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		dict_set(d, names[i], form_text(c, names[i]));
	for (size_t i = 0; i < sizeof ticks / sizeof *ticks; i++)
		dict_set(d, arena_printf(c->arena, "%s_checked", ticks[i]),
			form_has(c, ticks[i]) ? "checked" : "");
}

static void
fill_stored(struct call *c, struct dict *d, const struct cycle *s)
{
	show_number(d, "year", s->year);
	dict_set(d, "title", s->title);
	dict_set(d, "base_day", day_value(c->arena, s->base_day));
	dict_set(d, "opens_day", day_value(c->arena, s->opens_day));
	dict_set(d, "due_day", day_value(c->arena, s->due_day));
	dict_set(d, "grace_day", day_value(c->arena, s->grace_day));
	dict_set(d, "adhoc_checked", s->adhoc ? "checked" : "");
	dict_set(d, "individual_checked", s->individual ? "checked" : "");
	dict_set(d, "automatic_checked", s->automatic ? "checked" : "");
}

bool
cycle_form_fill(struct call *c, struct dict *page, unsigned parts, const struct cycle *stored,
	const struct cycle_form *f, struct err *e)
{
	static const struct cycle fresh = {.title = "", .automatic = true};
	static const struct {
		enum cycle_part part;
		const char *section;
	} shown[] = {{CYCLE_RULES, "rules"}, {CYCLE_BEGIN, "begin"}, {CYCLE_DUE, "due_part"},
		{CYCLE_GRACE_DAY, "grace_part"}};
	struct dict *d = dict_include(page, "fields", "cycle_form.tpl");
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		if (parts & shown[i].part)
			dict_show(d, shown[i].section);
	if (f != NULL) {
		fill_typed(c, d);
		fill_complaints(d, f);
	} else {
		fill_stored(c, d, stored != NULL ? stored : &fresh);
	}
	if (f == NULL && stored == NULL)
		show_number(d, "year", fiscal_year_of(day_of_instant(c->now)));
	if (stored != NULL && cycle_opened(stored->state))
		dict_show(d, "opened");
	return (parts & CYCLE_RULES) == 0 || fill_sets(c, d, stored, f != NULL, e);
}
