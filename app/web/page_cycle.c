/* One cycle: what it is made of, what opening it will do, and the moves it may make. */
#include "web/pages.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "base/words.h"
#include "domain/fiscal.h"
#include "store/people.h"
#include "store/tallies.h"
#include "web/form.h"
#include "web/show.h"

enum { REASON_CHARACTERS = 500 };

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
	}
	struct dict *d = dict_add(row, "progress");
	show_number(d, "asked", sum.asked);
	show_number(d, "drafts", sum.drafts);
	show_number(d, "done", sum.submitted);
	show_number(d, "late", sum.late);
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
		if (cycle->state != CYCLE_PREPARED && !fill_progress(c, row, cycle, sets[i].set_key, e))
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

static void
show_cycle(struct call *c, int status, const char *complaint)
{
	static const char *const done[] = {"opened", "closed", "reopened", NULL};
	struct err e = {0};
	struct cycle cycle;
	if (!cycle_of_call(c, &cycle, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, cycle.title);
	form_done(c, page, done);
	show_number(page, "cycle_id", cycle.id);
	dict_set(page, "cycle_title", cycle.title);
	dict_set(page, "year_name", fiscal_year_name(c->arena, cycle.year));
	show_day(page, c->arena, "opens", cycle.opens_day);
	show_day(page, c->arena, "due", cycle.due_day);
	show_day(page, c->arena, "base", cycle.base_day);
	show_number(page, "k", cycle.k);
	show_number(page, "edition", cycle.edition);
	struct dict *state = dict_add(page, cycle_state_key(cycle.state));
	show_instant(state, c->arena, "opened_at", cycle.opened_at);
	show_instant(state, c->arena, "closed_at", cycle.closed_at);
	dict_set(page, "reason", form_text(c, "reason"));
	if (complaint != NULL)
		dict_show(page, complaint);
	if (!cycle_fill_sets(c, page, &cycle, &e) ||
		(cycle.state == CYCLE_PREPARED && !fill_preview(c, page, cycle.base_day, &e))) {
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

/* ---- the moves ---- */

struct move {
	const char *name, *event;
	const struct bank *bank;
	struct cycle cycle;
	const char *reason;
	int64_t account_id;
	instant_t now;
};

static bool
move_make(struct db *db, struct piece *p, const struct move *m, struct err *e)
{
	if (strcmp(m->name, "open") == 0)
		return cycle_open(db, p, m->bank, m->cycle.id, m->now, e);
	if (strcmp(m->name, "close") == 0)
		return cycle_close(db, m->cycle.id, m->now, e);
	return cycle_reopen(db, m->cycle.id, m->reason, m->account_id, m->now, e);
}

static bool
move_work(struct db *db, struct piece *p, struct err *e)
{
	const struct move *m = p->with;
	char year[16];
	snprintf(year, sizeof year, "%d", m->cycle.year);
	return move_make(db, p, m, e) &&
	       (m->event == NULL || event_add(db, m->now, m->account_id, m->event, year, m->cycle.title, e));
}

void
page_cycle_move(struct call *c)
{
	static const char *const names[] = {"do", "reason", NULL};
	/* Reopening writes its own event, with the reason. */
	static const struct {
		const char *name, *event, *then;
	} moves[] = {{"open", "cycle_opened", "opened"}, {"close", "cycle_closed", "closed"},
		{"reopen", NULL, "reopened"}};
	struct err e = {0};
	struct move *m = ARENA_NEW(c->arena, struct move);
	size_t i = 0;
	if (!form_check(c, names, &e) || !cycle_of_call(c, &m->cycle, &e)) {
		page_error(c, &e);
		return;
	}
	while (i < 3 && strcmp(moves[i].name, form_text(c, "do")) != 0)
		i++;
	m->reason = form_lines(c->arena, form_text(c, "reason"));
	if (i == 3) {
		err_set(&e, ERR_INPUT, _("a cycle cannot be moved like that"));
		page_error(c, &e);
	} else if (moves[i].event == NULL &&
		   (*m->reason == '\0' || utf8_count(m->reason) > REASON_CHARACTERS)) {
		show_cycle(c, 422, "no_reason");
	} else {
		m->name = moves[i].name;
		m->event = moves[i].event;
		m->bank = store_bank(c->store);
		m->account_id = c->account.id;
		m->now = c->now;
		form_store(c, move_work, m,
			arena_printf(c->arena, "/admin/cycles/%lld?done=%s", (long long)m->cycle.id,
				moves[i].then));
	}
}
