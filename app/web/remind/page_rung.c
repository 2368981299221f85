/* One rung of the ladder: its day, its recipients and its words, with a sample. */
#include "web/remind/reminding.h"

#include "base/words.h"
#include "store/remind/ladder.h"
#include "web/form.h"
#include "web/scope.h"

static const char new_key[] = "new";

struct showing {
	struct rung rung;
	struct sample sample;
};

static bool
rung_of_call(struct call *c, struct rung *out, struct err *e)
{
	if (strcmp(c->parts[0], new_key) != 0)
		return rung_find(c->db, c->arena, c->parts[0], out, e);
	*out = (struct rung){.key = new_key, .used = true, .subject = "", .text = ""};
	return true;
}

static void
show_rung(struct call *c, int status, const struct rung *r, const struct sample *sample,
	const struct err *complaint)
{
	struct dict *page = page_begin(c, _("Rung of the ladder"));
	dict_show(page, "of_check");
	rung_form_fill(page, r, complaint);
	rung_form_days(page, r->days);
	for (enum rung_to to = RUNG_PERSON; to <= RUNG_HEAD; to++)
		rung_form_recipient(page, rung_to_key(to), to == r->to);
	dict_include(page, "rung_places", "rung_places.tpl");
	if (sample != NULL)
		show_sample(page, sample);
	page_show(c, status, "rung.tpl", page);
}

static bool
sample_work(struct call *c, struct err *e)
{
	struct showing *s = c->state;
	return sample_find(c, &s->sample, e);
}

static void
after_sample(struct call *c, const struct err *failed)
{
	const struct showing *s = c->state;
	if (failed != NULL)
		page_error(c, failed);
	else
		show_rung(c, 200, &s->rung, &s->sample, NULL);
}

/* With a sample while somebody may be reminded. */
static bool
sample_wanted(struct call *c, struct showing *s)
{
	struct cycle cycle;
	if (*s->rung.text == '\0' || !cycle_current(c->db, c->arena, &cycle, NULL) ||
		!cycle_answers(cycle.state))
		return false;
	s->sample.wave = (struct wave){.cycle_id = cycle.id,
		.cycle_title = cycle.title,
		.due_day = cycle.due_day,
		.day = day_of_instant(c->now),
		.to = s->rung.to,
		.subject = s->rung.subject,
		.text = s->rung.text};
	return true;
}

void
page_rung(struct call *c)
{
	struct err e = {0};
	struct showing *s = ARENA_NEW(c->arena, struct showing);
	c->state = s;
	if (!rung_of_call(c, &s->rung, &e))
		page_error(c, &e);
	else if (sample_wanted(c, s))
		web_slow(c, LANE_SHEETS, sample_work, after_sample);
	else
		show_rung(c, 200, &s->rung, NULL, NULL);
}

/* ---- saving ---- */

struct saving {
	struct arena *arena;
	struct rung rung;
	int64_t account_id;
	instant_t now;
};

static bool
save_work(struct db *db, struct piece *p, struct err *e)
{
	struct saving *w = p->with;
	struct rung r = w->rung;
	return (strcmp(r.key, new_key) != 0 || rung_key_make(db, w->arena, &r.key, e)) &&
	       rung_save(db, &r, w->account_id, w->now, e);
}

static bool
rung_read(struct call *c, struct rung *r, struct err *e)
{
	rung_form_read(c, r);
	if (!rung_to_parse(form_text(c, "to"), &r->to))
		return err_set(e, ERR_INPUT, _("say to whom, and how many days (at most %d) before or after"),
			RUNG_DAYS_MOST);
	return rung_form_read_days(c, &r->days, e) && rung_check(r, e);
}

void
page_rung_post(struct call *c)
{
	static const char *const names[] = {"used", "days", "side", "to", "subject", "text", NULL};
	struct err e = {0};
	struct saving *w = ARENA_NEW(c->arena, struct saving);
	*w = (struct saving){.arena = c->arena, .account_id = c->account.id, .now = c->now};
	if (!form_check(c, names, &e) || !rung_of_call(c, &w->rung, &e))
		page_error(c, &e);
	else if (!rung_read(c, &w->rung, &e))
		show_rung(c, 422, &w->rung, NULL, &e);
	else
		form_store(c, save_work, w, "/admin/reminders?done=saved");
}
