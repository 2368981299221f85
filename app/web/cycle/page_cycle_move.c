/* The moves of a cycle: what each would do, what hinders it, and making one. */
#include "web/cycle/cycle_page.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "report/freeze.h"
#include "store/keep/disposals.h"
#include "store/organisation/people.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/show.h"

enum { REASON_CHARACTERS = 500, APPROVER_CHARACTERS = 60 };

/* What opening would copy: the departments and people of the base date. */
static bool
fill_preview(struct call *c, struct dict *page, day_t base, struct err *e)
{
	struct department *departments;
	size_t count;
	int64_t people;
	if (!departments_list(c->db, c->arena, base, &departments, &count, e) ||
		!people_count(c->db, base, &people, e))
		return false;
	struct dict *d = dict_add(page, "preview");
	show_number(d, "department_count", (int64_t)count);
	show_number(d, "person_count", people);
	return true;
}

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
	if (f == NULL && strcmp(m->name, "grace") == 0)
		dict_set(d, "day", day_value(c->arena, cycle->grace_day));
	return true;
}

/* None once records of it were disposed of. */
bool
cycle_fill_moves(struct call *c, struct dict *page, const struct cycle *cycle, const struct move_form *f,
	struct err *e)
{
	struct err why = {0};
	if (!cycle_undisposed(c->db, cycle->id, &why))
		return why.kind == ERR_CONFLICT || err_set(e, why.kind, "%s", why.text);
	for (size_t i = 0; i < cycle_move_count; i++)
		if (cycle_moves[i].from == cycle->state && !fill_move(c, page, cycle, &cycle_moves[i], f, e))
			return false;
	return true;
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
		cycle_show(c, 422, f);
	else
		form_store(c, move_work, f,
			arena_printf(c->arena, "/admin/cycles/%lld?done=%s", (long long)f->cycle.id,
				f->move->name));
}
