/* The ladder of reminders, when its rungs come, and what was sent. */
#include "web/remind/reminding.h"

#include "base/words.h"
#include "store/cycle/closings.h"
#include "store/remind/ladder.h"
#include "web/form.h"
#include "web/scope.h"
#include "web/show.h"

void
show_rung_days(struct dict *d, int days)
{
	const char *section = days < 0 ? "before" : days > 0 ? "after" : "same";
	show_number(dict_add(d, section), "days", days < 0 ? -days : days);
}

void
show_recipient(struct dict *d, enum rung_to to)
{
	dict_show(dict_include(d, "rung_to", "rung_to.tpl"), rung_to_key(to));
}

void
show_state(struct dict *d, enum reminder_state s)
{
	dict_show(dict_include(d, "reminder_state", "reminder_state.tpl"), reminder_state_key(s));
}

void
show_counts(struct dict *d, const int64_t counts[REMINDER_STATES])
{
	for (enum reminder_state s = REMINDER_PLANNED; s <= REMINDER_HANDED; s++) {
		if (counts[s] == 0)
			continue;
		struct dict *row = dict_add(d, "part");
		show_state(row, s);
		dict_set(row, "key", reminder_state_key(s));
		show_number(row, "people", counts[s]);
	}
}

static const struct wave *
wave_of(const struct wave *list, size_t count, const struct cycle *cycle, const char *rung)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].rung, rung) == 0 && list[i].due_day == cycle->due_day)
			return &list[i];
	return NULL;
}

/* When a rung comes, or what became of it. */
static void
fill_turn(struct call *c, struct dict *row, const struct rung *r, const struct calendar *calendar,
	const struct cycle *cycle, const struct wave *wave)
{
	day_t day = rung_day(r, calendar, cycle->due_day);
	if (wave != NULL && wave->state == WAVE_SKIPPED) {
		dict_show(row, "skipped");
	} else if (wave != NULL) {
		struct dict *sent = dict_add(row, "begun");
		show_number(sent, "wave_id", wave->id);
		show_day(sent, c->arena, "day", wave->day);
	} else if (!r->used) {
		dict_show(row, "unused");
	} else if (!cycle_answers(cycle->state) || day <= day_of_instant(cycle->opened_at)) {
		dict_show(row, "never");
	} else {
		show_day(dict_add(row, "comes"), c->arena, "day", day);
	}
}

static bool
fill_ladder(struct call *c, struct dict *page, const struct cycle *cycle, const struct wave *waves,
	size_t wave_count, struct err *e)
{
	struct rung *rungs;
	size_t count;
	struct calendar calendar;
	if (!ladder_load(c->db, c->arena, &rungs, &count, e) || !calendar_load(c->db, c->arena, &calendar, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "rung");
		dict_set(row, "key", rungs[i].key);
		show_rung_days(row, rungs[i].days);
		show_recipient(row, rungs[i].to);
		dict_set(row, "subject", rungs[i].subject);
		if (cycle != NULL)
			fill_turn(c, row, &rungs[i], &calendar, cycle,
				wave_of(waves, wave_count, cycle, rungs[i].key));
		else
			dict_show(row, rungs[i].used ? "never" : "unused");
	}
	return true;
}

static bool
fill_waves(struct call *c, struct dict *page, const struct wave *list, size_t count, struct err *e)
{
	for (size_t i = 0; i < count; i++) {
		int64_t counts[REMINDER_STATES];
		if (list[i].state == WAVE_SKIPPED)
			continue;
		if (!wave_counts(c->db, list[i].id, counts, e))
			return false;
		struct dict *row = dict_add(page, "wave");
		show_number(row, "wave_id", list[i].id);
		show_day(row, c->arena, "day", list[i].day);
		show_recipient(row, list[i].to);
		dict_set(row, "subject", list[i].subject);
		dict_set(row, "who", list[i].who);
		show_counts(row, counts);
	}
	return true;
}

static bool
reminders_fill(struct call *c, struct dict *page, struct err *e)
{
	struct cycle cycle;
	struct wave *waves = NULL;
	size_t count = 0;
	if (!scope_cycle(c, http_query(c->http, "cycle"), &cycle, e)) {
		err_clear(e); /* there is no cycle yet: the ladder stands all the same */
		return fill_ladder(c, page, NULL, NULL, 0, e);
	}
	struct dict *d = dict_add(page, "cycle");
	show_number(d, "cycle_id", cycle.id);
	dict_set(d, "cycle_title", cycle.title);
	show_due(d, c->arena, cycle.due_day, c->now);
	if (cycle_answers(cycle.state))
		dict_show(d, "may_send");
	return scope_fill_cycles(c, d, &cycle, "reminders", e) &&
	       waves_list(c->db, c->arena, cycle.id, &waves, &count, e) &&
	       fill_ladder(c, page, &cycle, waves, count, e) && fill_waves(c, page, waves, count, e);
}

void
page_reminders(struct call *c)
{
	static const char *const done[] = {"saved", NULL};
	struct err e = {0};
	struct dict *page = page_begin(c, _("Reminders"));
	form_done(c, page, done);
	if (reminders_fill(c, page, &e)) {
		page_show(c, 200, "reminders.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}
