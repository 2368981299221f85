/* The records of one cycle, or of one fiscal year: proposing what is over, holding and releasing. */
#include "web/keep/retention_page.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "domain/organisation/role.h"
#include "store/keep/holds.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/show.h"

enum { YEAR_LEAST = 1970, YEAR_MOST = 2200 };

struct retained_form {
	struct record_subject subject;
	bool of_year;
	const char *name, *address; /* of the subject */
	const char *act;            /* "propose" "hold" "lift" */
	const char **kinds;
	size_t count;
	const char *kind, *reason;
	int64_t hold_id, account_id, id;
	unsigned roles;
	instant_t now;
	struct arena *arena;
};

static bool
subject_of_call(struct call *c, bool of_year, struct retained_form *f, struct err *e)
{
	int64_t id;
	struct cycle cycle;
	f->of_year = of_year;
	if (of_year) {
		if (!number_parse(c->parts[0], YEAR_LEAST, YEAR_MOST, &id))
			return err_set(e, ERR_ABSENT, _("there is no such fiscal year"));
		f->subject = (struct record_subject){0, (int)id};
	} else {
		if (!number_parse(c->parts[0], 1, INT64_MAX, &id))
			return err_set(e, ERR_ABSENT, _("there is no such cycle"));
		if (!cycle_find(c->db, c->arena, id, &cycle, e))
			return false;
		f->subject = (struct record_subject){id, cycle.year};
	}
	f->address = arena_printf(
		c->arena, "/admin/retention/%s/%lld", of_year ? "years" : "cycles", (long long)id);
	return record_subject_name(c->db, c->arena, f->subject, &f->name, e);
}

static void
fill_proposing(struct call *c, struct dict *page, const struct retained *list, size_t count,
	const struct retained_form *typed)
{
	struct dict *form = NULL;
	bool again = typed != NULL && strcmp(typed->act, "propose") == 0;
	for (size_t i = 0; i < count; i++) {
		if (list[i].state != RETAINED_EXPIRED)
			continue;
		if (form == NULL) {
			form = dict_add(page, "proposing");
			dict_set(form, "reason", again ? typed->reason : "");
		}
		const char *name = arena_printf(c->arena, "kind-%s", list[i].kind->key);
		struct dict *row = dict_add(form, "expired");
		dict_set(row, "kind_key", list[i].kind->key);
		dict_set(row, "kind_title", list[i].kind->title);
		show_number(row, "records", list[i].count);
		dict_set(row, "checked", !again || form_has(c, name) ? "checked" : "");
	}
	if (form == NULL)
		dict_show(page, "nothing_expired");
}

static bool
fill_holds(struct call *c, struct dict *page, const struct retained_form *f, bool admin, struct err *e)
{
	struct hold *list;
	size_t count;
	if (!holds_list(c->db, c->arena, f->subject, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(i == 0 ? (page = dict_add(page, "holds")) : page, "hold");
		show_number(row, "hold_id", list[i].id);
		dict_set(row, "address", f->address);
		dict_set(row, "form_key", c->form_key);
		if (list[i].title[0] == '\0')
			dict_show(row, "every_kind");
		dict_set(row, "hold_title", list[i].title);
		dict_set(row, "hold_reason", list[i].reason);
		dict_set(row, "hold_who", list[i].who);
		show_instant(row, c->arena, "hold_at", list[i].at);
		if (list[i].lifted_at == 0) {
			if (admin)
				dict_show(row, "standing");
			continue;
		}
		struct dict *lifted = dict_add(row, "lifted");
		show_instant(lifted, c->arena, "lifted_at", list[i].lifted_at);
		dict_set(lifted, "lifted_by", list[i].lifted_by);
		dict_set(lifted, "lifted_reason", list[i].lifted_reason);
	}
	return true;
}

static bool
retained_fill(struct call *c, struct dict *page, struct retained_form *f, const struct retained_form *typed,
	struct err *e)
{
	struct retained *list;
	size_t count;
	bool admin = (c->account.roles & ROLE_ADMIN) != 0;
	dict_set(page, "subject_name", f->name);
	dict_set(page, "address", f->address);
	if (!retention_fill_kinds(c, page, f->subject, &list, &count, e))
		return false;
	if (admin) {
		struct dict *acts = dict_add(page, "secretariat");
		dict_set(acts, "address", f->address);
		if (f->of_year)
			dict_show(acts, "of_year");
		else
			show_number(dict_add(acts, "of_cycle"), "cycle_id", f->subject.cycle_id);
		dict_set(acts, "form_key", c->form_key);
		fill_proposing(c, acts, list, count, typed);
		bool held = typed != NULL && strcmp(typed->act, "hold") == 0;
		dict_set(acts, "hold_reason", held ? typed->reason : "");
		for (size_t i = 0; i < count; i++) {
			struct dict *row = dict_add(acts, "hold_choice");
			dict_set(row, "kind_key", list[i].kind->key);
			dict_set(row, "kind_title", list[i].kind->title);
			dict_set(row, "selected",
				held && strcmp(typed->kind, list[i].kind->key) == 0 ? "selected" : "");
		}
	}
	return fill_holds(c, page, f, admin, e);
}

static void
show_retained(struct call *c, int status, bool of_year, const struct retained_form *typed,
	const struct err *complaint)
{
	static const char *const done[] = {"held", "lifted", NULL};
	struct err e = {0};
	struct retained_form f = {0};
	if (!subject_of_call(c, of_year, &f, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Retention and disposal"));
	form_done(c, page, done);
	if (complaint != NULL)
		dict_set(dict_add(page, "refused"), "complaint", complaint->text);
	if (retained_fill(c, page, &f, typed, &e)) {
		page_show(c, status, "retained.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_retained(struct call *c)
{
	show_retained(c, 200, false, NULL, NULL);
}

void
page_retained_year(struct call *c)
{
	show_retained(c, 200, true, NULL, NULL);
}

/* ---- acting ---------------------------------------------------------------------------- */

static bool
retained_work(struct db *db, struct piece *p, struct err *e)
{
	struct retained_form *f = p->with;
	if (strcmp(f->act, "hold") == 0)
		return hold_add(db, f->subject, f->kind, f->reason, f->account_id, f->now, e);
	if (strcmp(f->act, "lift") == 0)
		return hold_lift(db, f->subject, f->hold_id, f->reason, f->account_id, f->now, e);
	struct disposal_wish w = {f->subject, f->kinds, f->count, f->reason, f->account_id, f->roles, f->now};
	return disposal_propose(db, f->arena, &w, &f->id, e);
}

static void
after_acting(struct call *c, const struct err *failed)
{
	const struct retained_form *f = c->state;
	if (failed != NULL && (failed->kind == ERR_INPUT || failed->kind == ERR_CONFLICT))
		show_retained(c, failed->kind == ERR_INPUT ? 422 : 409, f->of_year, f, failed);
	else if (failed != NULL)
		page_error(c, failed);
	else if (strcmp(f->act, "propose") == 0)
		page_redirect(c, "/admin/disposals/%lld?done=proposed", (long long)f->id);
	else
		page_redirect(c, "%s?done=%s", f->address, strcmp(f->act, "hold") == 0 ? "held" : "lifted");
}

static bool
kinds_chosen(struct call *c, struct retained_form *f, struct err *e)
{
	struct retention_kind *list;
	size_t count;
	if (!retention_kinds(c->db, c->arena, &list, &count, e))
		return false;
	f->kinds = ARENA_ARRAY(c->arena, const char *, count);
	for (size_t i = 0; i < count; i++)
		if (form_has(c, arena_printf(c->arena, "kind-%s", list[i].key)))
			f->kinds[f->count++] = list[i].key;
	return form_has_only(c, "kind-", f->count, e);
}

static bool
act_read(struct call *c, bool of_year, struct retained_form *f, struct err *e)
{
	static const char *const names[] = {"do", "kind-*", "kind", "reason", "hold", NULL};
	if (!form_check(c, names, e) || !subject_of_call(c, of_year, f, e) || !kinds_chosen(c, f, e))
		return false;
	f->act = form_text(c, "do");
	f->kind = form_text(c, "kind");
	f->reason = form_lines(c->arena, form_text(c, "reason"));
	if (strcmp(f->act, "lift") == 0 && !number_parse(form_text(c, "hold"), 1, INT64_MAX, &f->hold_id))
		return err_set(e, ERR_ABSENT, _("there is no such hold"));
	return strcmp(f->act, "propose") == 0 || strcmp(f->act, "hold") == 0 || strcmp(f->act, "lift") == 0 ||
	       err_set(e, ERR_INPUT, _("records are proposed for disposal, held, or released"));
}

static void
retained_post(struct call *c, bool of_year)
{
	struct err e = {0};
	struct retained_form *f = ARENA_NEW(c->arena, struct retained_form);
	*f = (struct retained_form){
		.account_id = c->account.id, .roles = c->account.roles, .now = c->now, .arena = c->arena};
	if (!act_read(c, of_year, f, &e)) {
		page_error(c, &e);
		return;
	}
	c->state = f;
	web_write(c, retained_work, f, after_acting);
}

void
page_retained_post(struct call *c)
{
	retained_post(c, false);
}

void
page_retained_year_post(struct call *c)
{
	retained_post(c, true);
}
