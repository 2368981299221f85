/* The cycles, preparing another one, and setting one's days and rules. */
#include "web/pages.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/setting.h"
#include "web/cycle/cycle_form.h"
#include "web/cycle/cycle_page.h"
#include "web/form.h"
#include "web/show.h"

static bool
fill_cycles(struct call *c, struct dict *page, struct err *e)
{
	struct cycle *list;
	size_t count;
	if (!cycles_list(c->db, c->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "cycle");
		show_number(row, "cycle_id", list[i].id);
		dict_set(row, "cycle_title", list[i].title);
		dict_set(row, "year_name", fiscal_year_name(c->arena, list[i].year));
		show_cycle_state(row, "state", list[i].state);
		if (list[i].adhoc)
			dict_show(row, "adhoc");
		show_day(row, c->arena, "opens", list[i].opens_day);
		show_day(row, c->arena, "due", list[i].due_day);
		show_day(row, c->arena, "base", list[i].base_day);
		if (list[i].edition > 1)
			show_number(dict_add(row, "reopened"), "edition", list[i].edition);
	}
	if (count == 0)
		dict_show(page, "no_cycles");
	return true;
}

enum { EVERY_PART = CYCLE_RULES | CYCLE_BEGIN | CYCLE_DUE | CYCLE_GRACE_DAY };

static void
show_cycles(struct call *c, int status, const struct cycle_form *f)
{
	static const char *const done[] = {"created", "discarded", NULL};
	struct err e = {0};
	struct dict *page = page_begin(c, _("Cycles"));
	form_done(c, page, done);
	if (!fill_cycles(c, page, &e) || !cycle_form_fill(c, page, EVERY_PART, NULL, f, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	if (f != NULL)
		dict_show(page, "refused");
	page_show(c, status, "cycles.tpl", page);
}

void
page_cycles(struct call *c)
{
	show_cycles(c, 200, NULL);
}

/* ---- preparing one ---- */

static bool
create_work(struct db *db, struct piece *p, struct err *e)
{
	struct cycle_change *x = p->with;
	return cycle_create(db, &x->cycle, x->question_set_ids, x->count, e) &&
	       event_add(db, x->now, x->account_id, "cycle_created",
		       arena_printf(x->arena, "%d", x->cycle.year), x->cycle.title, e);
}

static void
after_create(struct call *c, const struct err *failed)
{
	const struct cycle_form *f = c->state;
	if (failed != NULL)
		page_error(c, failed);
	else
		page_redirect(c, "/admin/cycles/%lld?done=created", (long long)f->change.cycle.id);
}

void
page_cycles_post(struct call *c)
{
	struct err e = {0};
	struct cycle_form *f = ARENA_NEW(c->arena, struct cycle_form);
	f->parts = EVERY_PART;
	f->change.cycle.k = setting_number(c->db, "k");
	if (!cycle_form_read(c, f, &e)) {
		page_error(c, &e);
	} else if (cycle_form_faulty(f)) {
		show_cycles(c, 422, f);
	} else {
		c->state = f;
		web_write(c, create_work, &f->change, after_create);
	}
}

/* ---- setting one ---- */

static void
show_edit(struct call *c, int status, const struct cycle *cycle, const struct cycle_form *f,
	const struct err *complaint)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("Days and rules of a cycle"));
	show_number(page, "cycle_id", cycle->id);
	dict_set(page, "cycle_title", cycle->title);
	if (!cycle_form_fill(c, page, cycle_settable(cycle->state), cycle, f, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	if (f != NULL)
		dict_set(dict_add(page, "refused"), "complaint", complaint != NULL ? complaint->text : "");
	page_show(c, status, "cycle_edit.tpl", page);
}

/* The cycle of the path, while something of it may be set. */
static bool
settable_cycle(struct call *c, struct cycle *out, struct err *e)
{
	return cycle_of_call(c, out, e) &&
	       (cycle_settable(out->state) != 0 ||
		       err_set(e, ERR_CONFLICT, _("nothing of this cycle can be changed any more")));
}

void
page_cycle_edit(struct call *c)
{
	struct err e = {0};
	struct cycle cycle;
	if (settable_cycle(c, &cycle, &e))
		show_edit(c, 200, &cycle, NULL, NULL);
	else
		page_error(c, &e);
}

struct editing {
	struct cycle stored;
	struct cycle_form form;
};

static bool
change_work(struct db *db, struct piece *p, struct err *e)
{
	return cycle_change(db, p, p->with, e);
}

/* What only the store can refuse comes back with what was typed. */
static void
after_change(struct call *c, const struct err *failed)
{
	const struct editing *x = c->state;
	if (failed == NULL)
		page_redirect(c, "/admin/cycles/%lld?done=changed", (long long)x->stored.id);
	else if (failed->kind == ERR_INPUT)
		show_edit(c, 422, &x->stored, &x->form, failed);
	else
		page_error(c, failed);
}

void
page_cycle_edit_post(struct call *c)
{
	struct err e = {0};
	struct editing *x = ARENA_NEW(c->arena, struct editing);
	if (!settable_cycle(c, &x->stored, &e)) {
		page_error(c, &e);
		return;
	}
	x->form.parts = cycle_settable(x->stored.state);
	x->form.change.cycle = x->stored;
	if (!cycle_form_read(c, &x->form, &e)) {
		page_error(c, &e);
	} else if (cycle_form_faulty(&x->form)) {
		show_edit(c, 422, &x->stored, &x->form, NULL);
	} else {
		c->state = x;
		web_write(c, change_work, &x->form.change, after_change);
	}
}

/* ---- giving one up ---- */

struct discarding {
	int64_t cycle_id, account_id;
	const char *reason;
	instant_t now;
};

static bool
discard_work(struct db *db, struct piece *p, struct err *e)
{
	const struct discarding *x = p->with;
	return cycle_discard(db, x->cycle_id, x->reason, x->account_id, x->now, e);
}

void
page_cycle_discard(struct call *c)
{
	static const char *const names[] = {"reason", NULL};
	struct err e = {0};
	struct cycle cycle;
	if (!form_check(c, names, &e) || !cycle_of_call(c, &cycle, &e)) {
		page_error(c, &e);
		return;
	}
	struct discarding *x = ARENA_NEW(c->arena, struct discarding);
	*x = (struct discarding){
		cycle.id, c->account.id, form_lines(c->arena, form_text(c, "reason")), c->now};
	form_store(c, discard_work, x, "/admin/cycles?done=discarded");
}
