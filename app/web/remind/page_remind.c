/* Reminding a group at once, outside the ladder: written, looked at, then sent. */
#include "web/remind/reminding.h"

#include "base/number.h"
#include "base/secret.h"
#include "base/words.h"
#include "store/remind/ladder.h"
#include "web/form.h"
#include "web/scope.h"
#include "web/show.h"
#include "work/remind.h"

struct request {
	struct wave wave;
	struct sample sample;
	int64_t job_id;
};

static const char *
wave_place(struct call *c, const struct wave *w)
{
	return arena_printf(c->arena, "/admin/reminders?cycle=%lld", (long long)w->cycle_id);
}

static bool
fill_departments(struct call *c, struct dict *page, const struct wave *w, struct err *e)
{
	struct cycle_department *list;
	size_t count;
	if (!cycle_departments(c->db, c->arena, w->cycle_id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "department_choice");
		show_number(row, "value", list[i].department_id);
		dict_set(row, "name", list[i].name);
		dict_set(row, "selected", list[i].department_id == w->department_id ? "selected" : "");
	}
	return true;
}

static void
show_request(struct call *c, int status, const struct wave *w, const struct sample *looked,
	const struct err *complaint)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("Remind now"));
	show_number(page, "cycle_id", w->cycle_id);
	dict_set(page, "cycle_title", w->cycle_title);
	dict_set(page, "once", w->rung);
	dict_set(page, arena_printf(c->arena, "%s_selected", rung_to_key(w->to)), "selected");
	dict_set(page, "subject", w->subject);
	dict_set(page, "text", w->text);
	dict_include(page, "rung_places", "rung_places.tpl");
	if (complaint != NULL)
		dict_set(dict_add(page, "refused"), "complaint", complaint->text);
	if (looked != NULL) {
		dict_show(page, "looked");
		show_sample(page, looked);
	}
	if (!fill_departments(c, page, w, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	page_show(c, status, "remind.tpl", page);
}

static bool
wave_of_cycle(struct call *c, const char *cycle_id, struct wave *out, struct err *e)
{
	struct cycle cycle;
	if (!scope_cycle(c, cycle_id, &cycle, e))
		return false;
	if (!cycle_answers(cycle.state))
		return err_set(e, ERR_CONFLICT, _("nobody can answer in this cycle just now"));
	*out = (struct wave){.cycle_id = cycle.id,
		.cycle_title = cycle.title,
		.due_day = cycle.due_day,
		.day = day_of_instant(c->now),
		.subject = "",
		.text = "",
		.state = WAVE_PLANNING,
		.planned_at = c->now,
		.account_id = c->account.id};
	return true;
}

/* Begins with the words of a rung that come nearest. */
void
page_remind(struct call *c)
{
	struct err e = {0};
	struct wave w;
	struct rung *rungs;
	size_t count;
	char once[TOKEN_SIZE];
	if (!wave_of_cycle(c, http_query(c->http, "cycle"), &w, &e) ||
		!ladder_load(c->db, c->arena, &rungs, &count, &e)) {
		page_error(c, &e);
		return;
	}
	bool over = cycle_is_late(w.due_day, c->now);
	for (size_t i = 0; i < count; i++) {
		if (rungs[i].to == RUNG_PERSON && (*w.text == '\0' || over == (rungs[i].days > 0))) {
			w.subject = rungs[i].subject;
			w.text = rungs[i].text;
		}
	}
	token_make(once);
	w.rung = once;
	show_request(c, 200, &w, NULL, NULL);
}

static bool
look_work(struct call *c, struct err *e)
{
	struct request *w = c->state;
	return sample_find(c, &w->sample, e);
}

static void
after_look(struct call *c, const struct err *failed)
{
	const struct request *w = c->state;
	if (failed != NULL)
		page_error(c, failed);
	else
		show_request(c, 200, &w->wave, &w->sample, NULL);
}

/* ---- sending ---- */

static bool
request_read(struct call *c, struct wave *w, struct err *e)
{
	struct cycle_department department;
	struct cycle cycle = {.id = w->cycle_id};
	const char *once = form_text(c, "once");
	w->rung = once;
	w->subject = form_text(c, "subject");
	w->text = form_lines(c->arena, form_text(c, "text"));
	if (strlen(once) != TOKEN_SIZE - 1 ||
		!number_parse(form_text(c, "department"), 0, INT64_MAX, &w->department_id) ||
		!rung_to_parse(form_text(c, "to"), &w->to))
		return err_set(e, ERR_INPUT, _("say whom to remind"));
	if (w->department_id != 0 && !scope_department_id(c, &cycle, w->department_id, &department, e))
		return false;
	struct rung r = {.to = w->to, .subject = w->subject, .text = w->text};
	return rung_check(&r, e);
}

static bool
request_work(struct db *db, struct piece *p, struct err *e)
{
	struct request *w = p->with;
	return remind_begin(db, &w->wave, &w->job_id, e) &&
	       (w->job_id == 0 || event_add(db, w->wave.planned_at, w->wave.account_id, "reminders_begun",
					  w->wave.cycle_title, w->wave.subject, e));
}

static void
after_request(struct call *c, const struct err *failed)
{
	const struct request *w = c->state;
	if (failed != NULL)
		page_error(c, failed);
	else if (w->job_id == 0) /* sent twice */
		page_redirect(c, "%s", wave_place(c, &w->wave));
	else
		page_redirect(c, "/jobs/%lld", (long long)w->job_id);
}

void
page_remind_post(struct call *c)
{
	static const char *const names[] = {
		"cycle", "once", "department", "to", "subject", "text", "do", NULL};
	struct err e = {0};
	struct request *w = ARENA_NEW(c->arena, struct request);
	c->state = w;
	if (!form_check(c, names, &e) || !wave_of_cycle(c, form_text(c, "cycle"), &w->wave, &e)) {
		page_error(c, &e);
		return;
	}
	if (!request_read(c, &w->wave, &e)) {
		if (e.kind == ERR_INPUT)
			show_request(c, 422, &w->wave, NULL, &e);
		else
			page_error(c, &e);
	} else if (strcmp(form_text(c, "do"), "send") != 0) {
		w->sample.wave = w->wave;
		web_slow(c, LANE_SHEETS, look_work, after_look);
	} else {
		web_write(c, request_work, w, after_request);
	}
}
