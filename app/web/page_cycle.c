/* One cycle: what it is made of, what opening it will do, and the moves it may make. */
#include "web/pages.h"

#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "base/words.h"
#include "domain/fiscal.h"
#include "report/freeze.h"
#include "store/people.h"
#include "store/tallies.h"
#include "web/form.h"
#include "web/show.h"

enum { REASON_CHARACTERS = 500, APPROVER_CHARACTERS = 60 };

static bool
cycle_of_call(struct call *c, struct cycle *out, struct err *e)
{
	int64_t id;
	if (!number_parse(c->parts[0], 1, INT64_MAX, &id))
		return err_set(e, ERR_ABSENT, _("there is no such cycle"));
	return cycle_find(c->db, c->arena, id, out, e);
}

static bool
fill_progress(struct call *c, struct dict *row, const struct cycle *cycle, const char *set_key, struct err *e)
{
	struct progress_row *rows, sum = {0};
	size_t count;
	if (!progress_list(c->db, c->arena, cycle->id, set_key, 0, &rows, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		sum.asked += rows[i].asked;
		sum.drafts += rows[i].drafts;
		sum.submitted += rows[i].submitted;
		sum.late += rows[i].late;
		sum.returned += rows[i].returned;
		sum.confirmed += rows[i].confirmed;
		sum.excluded += rows[i].excluded;
	}
	struct dict *d = dict_add(row, "progress");
	show_number(d, "asked", sum.asked);
	show_number(d, "drafts", sum.drafts);
	show_number(d, "done", sum.submitted);
	show_number(d, "late", sum.late);
	show_number(d, "returned", sum.returned);
	show_number(d, "confirmed", sum.confirmed);
	show_number(d, "excluded", sum.excluded);
	return true;
}

bool
cycle_fill_sets(struct call *c, struct dict *page, const struct cycle *cycle, struct err *e)
{
	struct cycle_set *sets;
	size_t count;
	if (!cycle_sets(c->db, c->arena, cycle->id, &sets, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "set");
		dict_set(row, "set_title", sets[i].title);
		dict_set(row, "edition", sets[i].edition);
		show_number(row, "set_id", sets[i].question_set_id);
		if (cycle_opened(cycle->state) && !fill_progress(c, row, cycle, sets[i].set_key, e))
			return false;
	}
	return true;
}

/* What opening would copy: the departments and people of the base date. */
static bool
fill_preview(struct call *c, struct dict *page, day_t base, struct err *e)
{
	struct department *departments;
	struct roster people;
	size_t count;
	if (!departments_list(c->db, c->arena, base, &departments, &count, e) ||
		!roster_current(c->db, c->arena, base, &people, e))
		return false;
	struct dict *d = dict_add(page, "preview");
	show_number(d, "department_count", (int64_t)count);
	show_number(d, "person_count", (int64_t)people.count);
	return true;
}

/* The whole line of states, and where on it the cycle stands. */
static void
fill_line(struct dict *page, const struct cycle *cycle)
{
	for (enum cycle_state s = CYCLE_PREPARED; s < CYCLE_STATES; s++) {
		struct dict *row = dict_add(page, "step");
		show_cycle_state(row, "state", s);
		dict_show(row, s < cycle->state ? "past" : s == cycle->state ? "here" : "ahead");
	}
}

static bool
fill_history(struct call *c, struct dict *page, const struct cycle *cycle, struct err *e)
{
	struct cycle_moved *list;
	size_t count;
	if (!cycle_moves_list(c->db, c->arena, cycle->id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(i == 0 ? (page = dict_add(page, "history")) : page, "moved");
		show_instant(row, c->arena, "at", list[i].at);
		dict_set(row, "who", list[i].who);
		if (*list[i].who == '\0')
			dict_show(row, "by_command");
		show_cycle_state(row, "from", list[i].from);
		show_cycle_state(row, "to", list[i].to);
		show_number(row, "edition", list[i].edition);
		dict_set(row, "reason", list[i].reason);
	}
	return true;
}

/* ---- the moves it may make ---- */

struct move_form {
	const struct cycle_move *move; /* NULL: none was sent */
	struct cycle cycle;
	const char *reason, *approver;
	day_t day; /* of grace or of the report */
	bool no_reason, no_tick, no_approver, bad_day;
	struct store *store;
	int64_t account_id;
	instant_t now;
};

static bool
takes_day(const struct cycle_move *m)
{
	return strcmp(m->name, "grace") == 0 || strcmp(m->name, "report") == 0;
}

static bool
takes_approver(const struct cycle_move *m)
{
	return strcmp(m->name, "approve") == 0;
}

static bool
fill_hindrances(struct call *c, struct dict *d, const struct cycle *cycle, const struct cycle_move *m,
	bool *hindered, struct err *e)
{
	struct cycle_hindrance *list;
	size_t count;
	if (!cycle_hindrances(c->db, c->arena, store_bank(c->store), cycle->id, m->name, &list, &count, e))
		return false;
	*hindered = count > 0;
	struct dict *section = count > 0 ? dict_add(d, "hindered") : NULL;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(section, "hindrance");
		dict_show(row, list[i].key);
		dict_set(row, "hindrance_key", list[i].key);
		show_number(row, "count", list[i].count);
	}
	return true;
}

static void
fill_complaints(struct dict *d, const struct move_form *f)
{
	const struct {
		bool bad;
		const char *section;
	} complaints[] = {{f->no_reason, "no_reason"}, {f->no_tick, "no_tick"},
		{f->no_approver, "no_approver"}, {f->bad_day, "bad_day"}};
	for (size_t i = 0; i < sizeof complaints / sizeof *complaints; i++)
		if (complaints[i].bad)
			dict_show(d, complaints[i].section);
}

/* What was typed stands again in the form it was sent with. */
static void
fill_typed(struct call *c, struct dict *d, const struct move_form *f)
{
	static const char *const names[] = {"reason", "approver", "day"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		dict_set(d, names[i], f != NULL ? form_text(c, names[i]) : "");
	dict_set(d, "checked", f != NULL && form_has(c, "anyway") ? "checked" : "");
	if (f != NULL)
		fill_complaints(d, f);
}

static bool
fill_move(struct call *c, struct dict *page, const struct cycle *cycle, const struct cycle_move *m,
	const struct move_form *f, struct err *e)
{
	bool hindered;
	struct dict *d = dict_add(page, "move");
	dict_set(d, "move_name", m->name);
	struct dict *words = dict_add(d, m->name);
	show_day(words, c->arena, "due", cycle->due_day);
	if (!fill_hindrances(c, d, cycle, m, &hindered, e) ||
		(strcmp(m->name, "open") == 0 && !fill_preview(c, words, cycle->base_day, e)))
		return false;
	if (takes_approver(m))
		dict_show(d, "takes_approver");
	if (takes_day(m))
		dict_show(d, "takes_day");
	if (m->reason || hindered)
		dict_show(d, "takes_reason");
	if (m->to < m->from)
		dict_show(d, "back");
	fill_typed(c, d, f != NULL && f->move == m ? f : NULL);
	return true;
}

static bool
fill_moves(struct call *c, struct dict *page, const struct cycle *cycle, const struct move_form *f,
	struct err *e)
{
	for (size_t i = 0; i < cycle_move_count; i++)
		if (cycle_moves[i].from == cycle->state && !fill_move(c, page, cycle, &cycle_moves[i], f, e))
			return false;
	return true;
}

/* ---- the page ---- */

static void
fill_facts(struct call *c, struct dict *page, const struct cycle *cycle)
{
	show_number(page, "cycle_id", cycle->id);
	dict_set(page, "cycle_title", cycle->title);
	dict_set(page, "year_name", fiscal_year_name(c->arena, cycle->year));
	show_day(page, c->arena, "opens", cycle->opens_day);
	show_day(page, c->arena, "due", cycle->due_day);
	show_day(page, c->arena, "base", cycle->base_day);
	show_number(page, "k", cycle->k);
	show_number(page, "edition", cycle->edition);
	dict_show(page, cycle->adhoc ? "adhoc" : "annual");
	dict_show(page, cycle->individual ? "individual" : "not_individual");
	if (cycle->grace_day != 0)
		show_day(dict_add(page, "graced"), c->arena, "grace_day", cycle->grace_day);
	if (*cycle->approver != '\0')
		dict_set(dict_add(page, "approval"), "approver", cycle->approver);
	if (cycle->reported_day != 0)
		show_day(dict_add(page, "reporting"), c->arena, "reported_day", cycle->reported_day);
	if (cycle->final_at != 0)
		show_instant(dict_add(page, "finality"), c->arena, "final_at", cycle->final_at);
	dict_show(page, cycle_opened(cycle->state) ? "opened" : "unopened");
	if (cycle->state > CYCLE_OPEN)
		dict_show(page, "past_open");
}

static void
show_cycle(struct call *c, int status, const struct move_form *f)
{
	static const char *const done[] = {"approve", "withdraw", "open", "grace", "confirm", "finalise",
		"report", "improve", "end", "reopen", NULL};
	struct err e = {0};
	struct cycle cycle;
	if (!cycle_of_call(c, &cycle, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, cycle.title);
	form_done(c, page, done);
	fill_facts(c, page, &cycle);
	fill_line(page, &cycle);
	if (!cycle_fill_sets(c, page, &cycle, &e) || !fill_moves(c, page, &cycle, f, &e) ||
		!fill_history(c, page, &cycle, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	page_show(c, status, "cycle.tpl", page);
}

void
page_cycle(struct call *c)
{
	show_cycle(c, 200, NULL);
}

/* ---- making a move ---- */

static bool
move_work(struct db *db, struct piece *p, struct err *e)
{
	const struct move_form *f = p->with;
	int64_t id = f->cycle.id;
	const char *name = f->move->name;
	if (takes_approver(f->move) && !cycle_set_approver(db, id, f->approver, e))
		return false;
	if (takes_day(f->move) && !(strcmp(name, "grace") == 0 ? cycle_set_grace(db, id, f->day, e)
							       : cycle_set_reported(db, id, f->day, e)))
		return false;
	return cycle_move_make(db, p, store_bank(f->store), id, name, f->reason, f->account_id, f->now, e) &&
	       (f->move->to != CYCLE_FINAL || report_freeze(f->store, db, id, e));
}

/* A reason is asked where the move needs one, and with the tick where something hinders it. */
static bool
reason_check(struct call *c, struct move_form *f, struct err *e)
{
	struct cycle_hindrance *list;
	size_t count;
	if (!cycle_hindrances(
		    c->db, c->arena, store_bank(c->store), f->cycle.id, f->move->name, &list, &count, e))
		return false;
	f->no_tick = count > 0 && !form_has(c, "anyway");
	f->no_reason = ((f->move->reason || count > 0) && utf8_blank(f->reason)) ||
		       utf8_count(f->reason) > REASON_CHARACTERS;
	return true;
}

static bool
move_read(struct call *c, struct move_form *f, struct err *e)
{
	static const char *const names[] = {"do", "reason", "approver", "day", "anyway", NULL};
	if (!form_check(c, names, e) || !cycle_of_call(c, &f->cycle, e))
		return false;
	f->move = cycle_move_find(f->cycle.state, form_text(c, "do"), e);
	if (f->move == NULL)
		return false;
	f->reason = form_lines(c->arena, form_text(c, "reason"));
	f->approver = form_text(c, "approver");
	f->no_approver = takes_approver(f->move) &&
			 (utf8_blank(f->approver) || utf8_count(f->approver) > APPROVER_CHARACTERS);
	f->bad_day = takes_day(f->move) &&
		     (!day_parse(form_text(c, "day"), &f->day) ||
			     (strcmp(f->move->name, "grace") == 0 && f->day <= f->cycle.due_day));
	return reason_check(c, f, e);
}

void
page_cycle_move(struct call *c)
{
	struct err e = {0};
	struct move_form *f = ARENA_NEW(c->arena, struct move_form);
	f->store = c->store;
	f->account_id = c->account.id;
	f->now = c->now;
	if (!move_read(c, f, &e))
		page_error(c, &e);
	else if (f->no_reason || f->no_tick || f->no_approver || f->bad_day)
		show_cycle(c, 422, f);
	else
		form_store(c, move_work, f,
			arena_printf(c->arena, "/admin/cycles/%lld?done=%s", (long long)f->cycle.id,
				f->move->name));
}
