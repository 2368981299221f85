/* One cycle: what it is made of, where it stands and how it came there. */
#include "web/cycle/cycle_page.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/cycle/closings.h"
#include "store/cycle/cycle_prepare.h"
#include "store/figure/tallies.h"
#include "store/keep/retained.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/scope.h"
#include "web/show.h"

bool
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
	bool gone;
	if (!cycle_sets(c->db, c->arena, cycle->id, &sets, &count, e) ||
		!records_disposed(c->db, cycle->id, "tallies", &gone, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "set");
		dict_set(row, "set_title", sets[i].title);
		dict_set(row, "edition", sets[i].edition);
		show_number(row, "set_id", sets[i].question_set_id);
		if (gone)
			dict_show(row, "gone_progress");
		else if (cycle_opened(cycle->state) && !fill_progress(c, row, cycle, sets[i].set_key, e))
			return false;
	}
	return true;
}

/* What is left to be looked at, and what is not. */
static bool
fill_left(struct call *c, struct dict *page, const struct cycle *cycle, struct err *e)
{
	bool sheets, plans;
	if (!records_disposed(c->db, cycle->id, "sheets", &sheets, e) ||
		!records_disposed(c->db, cycle->id, "plans", &plans, e))
		return false;
	if (!sheets)
		dict_show(page, "with_sheets");
	if (!plans)
		dict_show(page, "with_plans");
	return scope_fill_gone(c, page, cycle, NULL, e);
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
		if (list[i].by_itself || *list[i].who == '\0')
			dict_show(row, list[i].by_itself ? "by_itself" : "by_command");
		dict_show(row, list[i].from == list[i].to ? "stayed" : "went");
		show_cycle_state(row, "from", list[i].from);
		show_cycle_state(row, "to", list[i].to);
		show_number(row, "edition", list[i].edition);
		dict_set(row, "reason", list[i].reason);
	}
	return true;
}

/* ---- the page ---- */

/* What deserves a second look: unlucky days, a second yearly cycle. */
static bool
fill_doubts(struct call *c, struct dict *page, const struct cycle *cycle, struct err *e)
{
	struct calendar calendar;
	struct cycle twin;
	struct cycle_days days = cycle_days(cycle);
	if (!calendar_load(c->db, c->arena, &calendar, e) || !cycle_twin(c->db, c->arena, cycle, &twin, e))
		return false;
	bool twins = twin.id != 0 && !cycle_opened(cycle->state);
	unsigned bits = cycle_doubts(&days, cycle->year, cycle->state, &calendar, day_of_instant(c->now));
	struct dict *d = bits != 0 || twins ? dict_add(page, "doubts") : NULL;
	for (enum cycle_doubt i = 0; i < DOUBTS; i++)
		if (bits & 1u << i)
			dict_show(dict_add(d, "doubt"), cycle_doubt_key(i));
	if (twins)
		dict_set(dict_add(dict_add(d, "doubt"), "twin"), "twin_title", twin.title);
	return true;
}

/* What is to be done in this state, and what will happen without anybody doing it. */
static void
fill_now(struct call *c, struct dict *page, const struct cycle *cycle)
{
	day_t today = day_of_instant(c->now);
	struct dict *now = dict_add(page, "now");
	dict_show(now, arena_printf(c->arena, "now_%s", cycle_state_key(cycle->state)));
	dict_show(now, cycle->automatic ? "automatic" : "by_hand");
	dict_show(now, cycle->grace_day != 0 ? "with_grace" : "without_grace");
	if (!cycle->automatic && today > (cycle->state == CYCLE_GRACE ? cycle->grace_day : cycle->due_day))
		dict_show(now, "over");
}

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
	dict_show(page, cycle->automatic ? "goes_automatic" : "goes_by_hand");
	if (cycle_settable(cycle->state) != 0)
		dict_show(page, "settable");
}

void
cycle_show(struct call *c, int status, const struct move_form *f)
{
	static const char *const done[] = {"approve", "withdraw", "open", "grace", "confirm", "finalise",
		"report", "improve", "end", "reopen", "created", "changed", "next", NULL};
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
	fill_now(c, page, &cycle);
	if (!fill_doubts(c, page, &cycle, &e) || !cycle_fill_sets(c, page, &cycle, &e) ||
		!fill_left(c, page, &cycle, &e) || !cycle_fill_moves(c, page, &cycle, f, &e) ||
		!fill_history(c, page, &cycle, &e) || !cycle_fill_archives(c, page, &cycle, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	page_show(c, status, "cycle.tpl", page);
}

void
page_cycle(struct call *c)
{
	cycle_show(c, 200, NULL);
}
