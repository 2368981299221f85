/* Reminders of audits: their ladder, and who is to be told by word. */
#include "base/number.h"
#include "base/words.h"
#include "store/audit/chases.h"
#include "web/form.h"
#include "web/remind/reminding.h"
#include "web/show.h"

static bool
untold_fill(struct call *c, struct dict *page, struct err *e)
{
	struct chase_untold *list;
	size_t count;
	if (!chases_untold(c->db, c->arena, &list, &count, e))
		return false;
	struct dict *untold = count > 0 ? dict_add(page, "untold") : NULL;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(untold, "waits");
		dict_set(row, "box", list[i].box);
		show_number(row, "reminder_id", list[i].id);
		dict_set(row, "name", list[i].name);
		dict_set(row, "department", list[i].department_name);
		dict_set(row, "thing_number", list[i].number);
		show_instant(row, c->arena, "planned_at", list[i].planned_at);
		dict_show(
			dict_include(row, "chase_about", "chase_about.tpl"), chase_about_key(list[i].about));
		dict_show(dict_include(row, "rung_to", "rung_to.tpl"), list[i].recipient);
	}
	return true;
}

static bool
ladder_fill(struct call *c, struct dict *page, struct err *e)
{
	struct chase_rung *list;
	size_t count;
	if (!chase_ladder(c->db, c->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "rung");
		dict_set(row, "key", list[i].key);
		if (list[i].about == CHASE_URGENT)
			dict_show(row, "at_once");
		else
			show_rung_days(row, list[i].days);
		dict_set(row, "subject", list[i].subject);
		dict_show(row, list[i].used ? "used" : "unused");
		dict_show(
			dict_include(row, "chase_about", "chase_about.tpl"), chase_about_key(list[i].about));
		dict_show(dict_include(row, "rung_to", "rung_to.tpl"), chase_to_key(list[i].to));
	}
	return true;
}

void
page_chases(struct call *c)
{
	static const char *const done[] = {"saved", "told", NULL};
	struct err e = {0};
	struct dict *page = page_begin(c, _("Reminders of audits"));
	form_done(c, page, done);
	if (untold_fill(c, page, &e) && ladder_fill(c, page, &e)) {
		page_show(c, 200, "chases.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

/* ---- told by word ---- */

struct telling {
	struct arena *arena;
	const char *box;
	int64_t id, account_id;
	instant_t now;
};

static bool
telling_work(struct db *db, struct piece *p, struct err *e)
{
	const struct telling *w = p->with;
	return chase_told(db, w->arena, w->box, false, w->id, w->account_id, w->now, e);
}

void
page_chases_post(struct call *c)
{
	static const char *const names[] = {"box", "reminder", NULL};
	struct err e = {0};
	struct telling *w = ARENA_NEW(c->arena, struct telling);
	*w = (struct telling){
		.arena = c->arena, .box = form_text(c, "box"), .account_id = c->account.id, .now = c->now};
	if (!form_check(c, names, &e)) {
		page_error(c, &e);
	} else if (!number_parse(form_text(c, "reminder"), 1, INT64_MAX, &w->id)) {
		err_set(&e, ERR_ABSENT, _("there is no such reminder"));
		page_error(c, &e);
	} else {
		form_store(c, telling_work, w, "/admin/chases?done=told");
	}
}
