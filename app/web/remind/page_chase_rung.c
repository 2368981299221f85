/* One rung of the ladder of audits: what it is about, its day, its recipients and its words. */
#include "base/words.h"
#include "store/audit/chases.h"
#include "web/form.h"
#include "web/once.h"
#include "web/remind/reminding.h"

static const char new_key[] = "new";

static bool
rung_of_call(struct call *c, struct chase_rung *out, struct err *e)
{
	if (strcmp(c->parts[0], new_key) != 0)
		return chase_rung_find(c->db, c->arena, c->parts[0], out, e);
	*out = (struct chase_rung){.key = new_key,
		.about = CHASE_REQUEST,
		.to = CHASE_MANAGER,
		.subject = "",
		.text = "",
		.used = true};
	return true;
}

/* A new one may be about anything that has a day, and the recipients are checked when it is saved. */
static void
about_fill(struct dict *page, const struct chase_rung *r, bool new)
{
	struct dict *d = dict_add(page, new ? "about_new" : "about");
	if (!new) {
		dict_show(dict_include(d, "chase_about", "chase_about.tpl"), chase_about_key(r->about));
		return;
	}
	for (enum chase_about about = CHASE_PLAN; about < CHASE_URGENT; about++) {
		struct dict *row = dict_add(d, "about_choice");
		dict_set(row, "value", chase_about_key(about));
		dict_set(row, "selected", about == r->about ? "selected" : "");
		dict_show(dict_include(row, "chase_about", "chase_about.tpl"), chase_about_key(about));
	}
}

static void
show_rung(struct call *c, int status, const struct chase_rung *r, const struct err *complaint)
{
	bool new = strcmp(r->key, new_key) == 0;
	struct dict *page = page_begin(c, _("Rung of the ladder"));
	const struct rung plain = {.key = r->key, .used = r->used, .subject = r->subject, .text = r->text};
	rung_form_fill(page, &plain, complaint);
	about_fill(dict_add(page, "of_audit"), r, new);
	if (r->about != CHASE_URGENT)
		rung_form_days(page, r->days);
	for (enum chase_to to = CHASE_OWNER; to < CHASE_TOS; to++)
		if (new || chase_reaches(r->about, to))
			rung_form_recipient(page, chase_to_key(to), to == r->to);
	dict_include(page, "rung_places", "chase_places.tpl");
	page_show(c, status, "rung.tpl", page);
}

void
page_chase_rung(struct call *c)
{
	struct err e = {0};
	struct chase_rung r;
	if (rung_of_call(c, &r, &e))
		show_rung(c, 200, &r, NULL);
	else
		page_error(c, &e);
}

/* ---- saving ---- */

struct saving {
	struct arena *arena;
	struct chase_rung rung;
	int64_t account_id;
	instant_t now;
};

static bool
save_work(struct db *db, struct piece *p, struct err *e)
{
	struct saving *w = p->with;
	struct chase_rung r = w->rung;
	return (strcmp(r.key, new_key) != 0 || chase_rung_key(db, w->arena, &r.key, e)) &&
	       chase_rung_save(db, &r, w->account_id, w->now, e);
}

static void
after_save(struct call *c, const struct err *failed)
{
	if (failed == NULL)
		page_redirect(c, "/admin/chases?done=saved");
	else
		page_error(c, failed);
}

static bool
rung_read(struct call *c, struct chase_rung *r, struct err *e)
{
	struct rung plain;
	rung_form_read(c, &plain);
	r->used = plain.used;
	r->subject = plain.subject;
	r->text = plain.text;
	if (strcmp(r->key, new_key) == 0)
		r->about = chase_about_of(form_text(c, "about"));
	r->to = chase_to_of(form_text(c, "to"));
	return (r->about == CHASE_URGENT || rung_form_read_days(c, &r->days, e)) && chase_check(r, e);
}

void
page_chase_rung_post(struct call *c)
{
	static const char *const names[] = {"about", "used", "days", "side", "to", "subject", "text", NULL};
	struct err e = {0};
	struct saving *w = ARENA_NEW(c->arena, struct saving);
	*w = (struct saving){.arena = c->arena, .account_id = c->account.id, .now = c->now};
	if (!form_check(c, names, &e) || !rung_of_call(c, &w->rung, &e))
		page_error(c, &e);
	else if (!rung_read(c, &w->rung, &e))
		show_rung(c, 422, &w->rung, &e);
	else
		web_write_once(c, save_work, w, NULL, after_save);
}
