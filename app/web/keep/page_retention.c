/* 保存と廃棄: how the records of every ended cycle and past fiscal year stand, what waits for a
 * decision, and the classes of retention. */
#include "web/keep/retention_page.h"

#include <string.h>

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "domain/organisation/role.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/show.h"

enum { CLASS_UNUSABLE = 422 };

void
retention_show_class(struct dict *d, const char *name, int years)
{
	struct dict *word = dict_include(d, name, "retention_class.tpl");
	if (years > 0)
		show_number(dict_add(word, "years"), "number", years);
	else
		dict_show(word, retention_class_key(years));
}

static void
show_date(struct dict *d, struct arena *a, const char *name, day_t day)
{
	dict_set(d, name, wareki_day(a, day));
}

static void
fill_kind(struct call *c, struct dict *row, const struct retained *r)
{
	dict_set(row, "kind_key", r->kind->key);
	dict_set(row, "kind_title", r->kind->title);
	dict_set(row, "kind_help", r->kind->help);
	retention_show_class(row, "class", r->kind->years);
	show_number(row, "records", r->count);
	if (r->span.counting)
		show_date(dict_add(row, "counted"), c->arena, "starts", r->span.starts);
	if (r->span.counting && !r->span.endless)
		show_date(dict_add(row, "limited"), c->arena, "expires", r->span.expires);
	struct dict *state = dict_include(row, "state", "retained_state.tpl");
	dict_show(state, retained_state_key(r->state));
	if (r->disposal_id != 0 && r->state >= RETAINED_PROPOSED)
		show_number(dict_add(row, "disposal"), "disposal_id", r->disposal_id);
	if (r->disposed_at != 0 && r->state == RETAINED_DISPOSED)
		show_date(dict_add(row, "gone"), c->arena, "gone_on", day_of_instant(r->disposed_at));
	if (r->held_for[0] != '\0' && r->state != RETAINED_RUNNING)
		dict_set(dict_add(row, "held"), "held_for", r->held_for);
}

bool
retention_fill_kinds(struct call *c, struct dict *d, struct record_subject subject, struct retained **out,
	size_t *count, struct err *e)
{
	if (!retained_list(c->db, c->arena, subject, day_of_instant(c->now), 0, out, count, e))
		return false;
	for (size_t i = 0; i < *count; i++)
		fill_kind(c, dict_add(d, "kind"), &(*out)[i]);
	return true;
}

void
retention_show_disposal(struct call *c, struct dict *d, const struct disposal *x)
{
	show_number(d, "disposal_id", x->id);
	dict_set(d, "subject_name", x->subject_name);
	dict_show(dict_include(d, "disposal_state", "disposal_state.tpl"), disposal_state_key(x->state));
	dict_set(d, "proposer", x->proposer);
	show_instant(d, c->arena, "proposed_at", x->proposed_at);
	for (size_t i = 0; i < x->part_count; i++) {
		struct dict *part = dict_add(d, "part");
		dict_set(part, "part_title", x->parts[i].title);
		if (i > 0)
			dict_show(part, "further");
	}
}

/* ---- the overview ------------------------------------------------------------------------ */

static bool
fill_cycles(struct call *c, struct dict *page, struct err *e)
{
	struct cycle *list;
	struct retained *kinds;
	size_t count, n;
	if (!cycles_list(c->db, c->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!cycle_final(list[i].state))
			continue;
		struct dict *row = dict_add(page, "cycle");
		show_number(row, "cycle_id", list[i].id);
		dict_set(row, "cycle_title", list[i].title);
		show_cycle_state(row, "cycle_state", list[i].state);
		if (list[i].ended_at != 0)
			show_date(dict_add(row, "over"), c->arena, "ended", day_of_instant(list[i].ended_at));
		else
			dict_show(row, "going_on");
		if (!retention_fill_kinds(
			    c, row, (struct record_subject){list[i].id, list[i].year}, &kinds, &n, e))
			return false;
	}
	return true;
}

static bool
year_empty(const struct retained *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (list[i].state != RETAINED_NONE)
			return false;
	return true;
}

static bool
fill_years(struct call *c, struct dict *page, struct err *e)
{
	int *years;
	size_t count, n;
	struct retained *kinds;
	day_t today = day_of_instant(c->now);
	if (!record_years(c->db, c->arena, today, &years, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct record_subject subject = {0, years[i]};
		if (!retained_list(c->db, c->arena, subject, today, 0, &kinds, &n, e))
			return false;
		if (year_empty(kinds, n))
			continue;
		struct dict *row = dict_add(page, "year");
		show_number(row, "year", years[i]);
		dict_set(row, "year_name", fiscal_year_name(c->arena, years[i]));
		for (size_t k = 0; k < n; k++)
			fill_kind(c, dict_add(row, "kind"), &kinds[k]);
	}
	return true;
}

static bool
fill_disposals(struct call *c, struct dict *page, struct err *e)
{
	struct disposal *list;
	size_t count;
	if (!disposals_list(c->db, c->arena, DISPOSAL_STATES, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		bool waits = list[i].state == DISPOSAL_PROPOSED;
		if (waits)
			retention_show_disposal(c, dict_add(page, "waiting"), &list[i]);
		retention_show_disposal(c,
			dict_add(i == 0 ? (page = dict_add(page, "disposals")) : page, "disposal"), &list[i]);
	}
	return true;
}

void
page_retention(struct call *c)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("Retention and disposal"));
	if ((c->account.roles & ROLE_ADMIN) != 0)
		dict_show(page, "secretariat");
	if (fill_cycles(c, page, &e) && fill_years(c, page, &e) && fill_disposals(c, page, &e)) {
		page_show(c, 200, "retention.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

/* ---- the classes --------------------------------------------------------------------------- */

struct class_form {
	const char *kind, *class, *reason;
	int64_t account_id;
	instant_t now;
};

static void
fill_choices(struct dict *form, const struct class_form *typed)
{
	for (size_t i = 0; i < RETENTION_CLASSES; i++) {
		const char *key = retention_class_key(retention_classes[i]);
		struct dict *option = dict_add(form, "choice");
		dict_set(option, "class_key", key);
		dict_set(option, "selected",
			typed != NULL && strcmp(typed->class, key) == 0 ? "selected" : "");
		retention_show_class(option, "class", retention_classes[i]);
	}
	dict_set(form, "reason", typed != NULL ? typed->reason : "");
}

static bool
fill_classes(struct call *c, struct dict *page, const struct class_form *typed, struct err *e)
{
	struct retention_kind *list;
	size_t count;
	if (!retention_kinds(c->db, c->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "kind");
		dict_set(row, "kind_title", list[i].title);
		dict_set(row, "kind_help", list[i].help);
		retention_show_class(row, "class", list[i].years);
		if (list[i].years != list[i].shipped)
			retention_show_class(dict_add(row, "changed"), "shipped", list[i].shipped);
		if (list[i].scope == RETENTION_OF_NONE)
			continue;
		struct dict *option = dict_add(page, "kind_choice");
		dict_set(option, "kind_key", list[i].key);
		dict_set(option, "kind_title", list[i].title);
		dict_set(option, "selected",
			typed != NULL && strcmp(typed->kind, list[i].key) == 0 ? "selected" : "");
	}
	fill_choices(page, typed);
	return true;
}

static bool
fill_changes(struct call *c, struct dict *page, struct err *e)
{
	struct retention_change *list;
	struct retention_kind *kinds;
	size_t count, n;
	if (!retention_changes_list(c->db, c->arena, &list, &count, e) ||
		!retention_kinds(c->db, c->arena, &kinds, &n, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct retention_kind *k = retention_kind_find(kinds, n, list[i].kind);
		struct dict *row = dict_add(i == 0 ? (page = dict_add(page, "changes")) : page, "change");
		dict_set(row, "kind_title", k != NULL ? k->title : list[i].kind);
		retention_show_class(row, "class", list[i].years);
		dict_set(row, "why", list[i].reason);
		dict_set(row, "who", list[i].who);
		show_instant(row, c->arena, "at", list[i].at);
	}
	return true;
}

static void
show_classes(struct call *c, int status, const struct class_form *typed, const struct err *complaint)
{
	static const char *const done[] = {"changed", NULL};
	struct err e = {0};
	struct dict *page = page_begin(c, _("Classes of retention"));
	form_done(c, page, done);
	if (complaint != NULL)
		dict_set(dict_add(page, "refused"), "complaint", complaint->text);
	if (fill_classes(c, page, typed, &e) && fill_changes(c, page, &e)) {
		page_show(c, status, "retention_classes.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_retention_classes(struct call *c)
{
	show_classes(c, 200, NULL, NULL);
}

static bool
class_work(struct db *db, struct piece *p, struct err *e)
{
	const struct class_form *f = p->with;
	return retention_change_add(db, f->kind, f->class, f->reason, f->account_id, f->now, e);
}

static void
after_class(struct call *c, const struct err *failed)
{
	if (failed == NULL)
		page_redirect(c, "/admin/retention/classes?done=changed");
	else if (failed->kind == ERR_INPUT)
		show_classes(c, CLASS_UNUSABLE, c->state, failed);
	else
		page_error(c, failed);
}

void
page_retention_classes_post(struct call *c)
{
	static const char *const names[] = {"kind", "class", "reason", NULL};
	struct err e = {0};
	struct class_form *f = ARENA_NEW(c->arena, struct class_form);
	if (!form_check(c, names, &e)) {
		page_error(c, &e);
		return;
	}
	*f = (struct class_form){form_text(c, "kind"), form_text(c, "class"),
		form_lines(c->arena, form_text(c, "reason")), c->account.id, c->now};
	c->state = f;
	web_write(c, class_work, f, after_class);
}
