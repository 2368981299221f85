/* One sending: to whom it went and what became of each. */
#include "web/remind/reminding.h"

#include "base/number.h"
#include "base/words.h"
#include "web/form.h"
#include "web/show.h"

enum { PAGE_ROWS = 100 };

static bool
wave_of_call(struct call *c, struct wave *out, struct err *e)
{
	int64_t id;
	if (!number_parse(c->parts[0], 1, INT64_MAX, &id))
		return err_set(e, ERR_ABSENT, _("there is no such sending"));
	return wave_find(c->db, c->arena, id, out, e);
}

static void
fill_reminder(struct call *c, struct dict *row, const struct reminder *r)
{
	dict_set(row, "name", r->name);
	dict_set(row, "department", r->department_name);
	dict_set(row, "address", r->address);
	show_state(row, r->state);
	show_instant(row, c->arena, "sent_at", r->sent_at);
	if (r->error != NULL)
		dict_set(dict_add(row, "why"), "error", r->error);
	if (r->message_id != NULL)
		dict_set(dict_add(row, "named"), "message_id", r->message_id);
}

/* ---- looking ---- */

struct looking {
	struct wave wave;
	const char *state; /* of whom only; "": all */
	int64_t counts[REMINDER_STATES], at;
	struct reminder *list;
	size_t count;
};

static bool
looking_work(struct call *c, struct err *e)
{
	struct looking *l = c->state;
	int skip = (int)(l->at - 1) * PAGE_ROWS;
	return wave_counts(c->db, l->wave.id, l->counts, e) &&
	       reminders_list(
		       c->db, c->arena, l->wave.id, l->state, skip, PAGE_ROWS + 1, &l->list, &l->count, e);
}

static void
fill_people(struct call *c, struct dict *page, const struct looking *l)
{
	show_counts(page, l->counts);
	dict_set(page, "state_key", l->state);
	if (*l->state != '\0')
		dict_show(page, "some");
	for (size_t i = 0; i < l->count && i < PAGE_ROWS; i++)
		fill_reminder(c, dict_add(page, "reminder"), &l->list[i]);
	show_pages(page, l->at, l->count > PAGE_ROWS);
	if (l->counts[REMINDER_BY_HAND] > 0)
		dict_show(page, "may_hand");
	int64_t lost =
		l->counts[REMINDER_UNKNOWN] + l->counts[REMINDER_REFUSED] + l->counts[REMINDER_GIVEN_UP];
	if (lost > 0 && l->wave.state == WAVE_DONE)
		show_number(dict_add(page, "may_again"), "people", lost);
}

static void
after_looking(struct call *c, const struct err *failed)
{
	static const char *const done[] = {"again", "handed", NULL};
	const struct looking *l = c->state;
	const struct wave *w = &l->wave;
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	struct dict *page = page_begin(c, _("Reminders sent"));
	form_done(c, page, done);
	show_number(page, "wave_id", w->id);
	show_number(page, "cycle_id", w->cycle_id);
	dict_set(page, "cycle_title", w->cycle_title);
	show_day(page, c->arena, "day", w->day);
	show_recipient(page, w->to);
	dict_show(page, wave_state_key(w->state));
	dict_set(page, "who", w->who);
	dict_set(page, "wave_department", w->department_name);
	dict_set(page, "subject", w->subject);
	dict_set(page, "text", w->text);
	fill_people(c, page, l);
	page_show(c, 200, "wave.tpl", page);
}

void
page_wave(struct call *c)
{
	struct err e = {0};
	struct looking *l = ARENA_NEW(c->arena, struct looking);
	const char *state = http_query(c->http, "state");
	if (!wave_of_call(c, &l->wave, &e)) {
		page_error(c, &e);
		return;
	}
	l->state = state == NULL ? "" : state;
	l->at = list_page(c);
	c->state = l;
	web_slow(c, LANE_SHEETS, looking_work, after_looking);
}

/* ---- what the secretariat does about it ---- */

struct wish {
	int64_t wave_id, account_id;
	instant_t now;
	bool again;
};

static bool
wish_work(struct db *db, struct piece *p, struct err *e)
{
	const struct wish *w = p->with;
	return w->again ? reminders_again(db, w->wave_id, w->account_id, w->now, e)
			: reminders_handed(db, w->wave_id, w->account_id, w->now, e);
}

void
page_wave_post(struct call *c)
{
	static const char *const names[] = {"do", NULL};
	struct err e = {0};
	struct wave wave;
	if (!form_check(c, names, &e) || !wave_of_call(c, &wave, &e)) {
		page_error(c, &e);
		return;
	}
	struct wish *w = ARENA_NEW(c->arena, struct wish);
	*w = (struct wish){wave.id, c->account.id, c->now, strcmp(form_text(c, "do"), "again") == 0};
	if (w->again && wave.state != WAVE_DONE) {
		err_set(&e, ERR_CONFLICT, _("this sending is still under way"));
		page_error(c, &e);
		return;
	}
	if (!w->again && strcmp(form_text(c, "do"), "handed") != 0) {
		err_set(&e, ERR_INPUT, _("say whom to remind"));
		page_error(c, &e);
		return;
	}
	form_store(c, wish_work, w,
		arena_printf(c->arena, "/admin/waves/%lld?done=%s", (long long)wave.id,
			w->again ? "again" : "handed"));
}
