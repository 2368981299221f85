/* One department: what it is, what it was, out of what it came, and what can be decided about it. */
#include "web/pages.h"

#include "base/words.h"
#include "store/jobs.h"
#include "store/organisation/people.h"
#include "web/form.h"
#include "web/organisation/department_acts.h"
#include "web/show.h"

/* What is decided for the first time has been so since the department began to be what it is: the base date
 * of this year's cycle may lie before today. */
static day_t
usual_day(const struct call *c, const struct department *d)
{
	return d->flags == 0 && d->flags_approver[0] == '\0' ? d->since : day_of_instant(c->now);
}

bool
department_fill_kin(
	struct call *c, struct dict *page, const char *section, int64_t id, bool successors, struct err *e)
{
	struct kin *list;
	size_t count;
	if (!department_kin(c->db, c->arena, id, successors, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, section);
		dict_set(row, "key", list[i].department.key);
		dict_set(row, "name", list[i].department.name);
		show_day(row, c->arena, "day", list[i].day);
	}
	return true;
}

static bool
parent_name(struct call *c, const struct department *d, const char **name, struct err *e)
{
	struct department parent;
	*name = "";
	if (d->parent_id == 0)
		return true;
	if (!department_at(c->db, c->arena, d->parent_id, d->since, &parent, e))
		return false;
	*name = parent.name;
	return true;
}

static bool
fill_terms(struct call *c, struct dict *page, int64_t id, struct err *e)
{
	struct department_term *list;
	size_t count;
	const char *parent;
	if (!department_terms(c->db, c->arena, id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct department *was = &list[i].was;
		if (!parent_name(c, was, &parent, e))
			return false;
		struct dict *row = dict_add(page, "term");
		show_day(row, c->arena, "since", was->since);
		dict_set(row, "term_name", was->name);
		dict_set(row, "kind", department_kind_word(was->kind));
		dict_set(row, "parent", parent);
		dict_setf(row, "place", "%d", was->ord);
		show_flags(row, was->flags);
		dict_set(row, "term_approver", was->approver);
		dict_set(row, "term_reason", was->reason);
		dict_set(row, "set_by", list[i].set_by);
		show_instant(row, c->arena, "set_at", list[i].set_at);
	}
	return true;
}

static void
fill_flags(struct call *c, struct dict *page, const struct department *d)
{
	struct dict *form = dict_add(page, "flagging");
	char on[16];
	day_format(usual_day(c, d), on);
	dict_set(form, "on", on);
	dict_set(form, "approver", d->flags_approver);
	dict_set(form, "reason", d->flags_reason);
	for (size_t i = 0; i < flag_count(); i++) {
		struct dict *row = dict_add(form, "choice");
		flags_t flag = flag_parse(flag_key(i));
		dict_set(row, "checked", (d->flags & flag) != 0 ? "checked" : "");
		show_flags(row, flag);
	}
}

/* What can be decided about it; nothing more when it has ended. */
static bool
fill_acts(struct call *c, struct dict *page, const struct department *d, const struct act_refusal *refused,
	struct err *e)
{
	struct department parent = {.key = ""};
	if (d->valid_to != 0 && d->valid_to < day_of_instant(c->now))
		return true;
	if (d->parent_id != 0 &&
		!department_at(c->db, c->arena, d->parent_id, day_of_instant(c->now), &parent, e))
		return false;
	const struct act_usual usual[] = {{"rename", "name", d->name}, {"move", "parent", parent.key},
		{"move", "kind", d->kind}, {"move", "ord", arena_printf(c->arena, "%d", d->ord)}, {0}};
	fill_flags(c, page, d);
	return acts_fill(c, page, department_acts, department_address(c->arena, d->key), usual, refused, e);
}

static bool
fill_page(struct call *c, struct dict *page, const struct department *d, const struct act_refusal *refused,
	struct err *e)
{
	const char *parent;
	if (!parent_name(c, d, &parent, e))
		return false;
	dict_set(page, "key", d->key);
	dict_set(page, "name", d->name);
	dict_set(page, "kind", department_kind_word(d->kind));
	dict_set(page, "parent", parent);
	dict_setf(page, "place", "%d", d->ord);
	show_day(page, c->arena, "valid_from", d->valid_from);
	if (d->valid_to != 0)
		show_day(dict_add(page, "ended"), c->arena, "valid_to", d->valid_to);
	return fill_terms(c, page, d->id, e) &&
	       department_fill_kin(c, page, "predecessor", d->id, false, e) &&
	       department_fill_kin(c, page, "successor", d->id, true, e) && fill_acts(c, page, d, refused, e);
}

static void
department_show(struct call *c, const struct act_refusal *refused)
{
	struct err e = {0};
	struct department d;
	if (!department_find(c->db, c->arena, c->parts[0], day_of_instant(c->now), &d, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, d.name);
	if (fill_page(c, page, &d, refused, &e)) {
		page_show(c, act_status(refused), "department.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_department(struct call *c)
{
	department_show(c, NULL);
}

void
page_department_act(struct call *c)
{
	struct err e = {0};
	struct department d;
	if (!department_find(c->db, c->arena, c->parts[0], day_of_instant(c->now), &d, &e)) {
		page_error(c, &e);
		return;
	}
	act_post(c, department_acts, c->parts[1], &(struct act_run){.subject_id = d.id, .subject = d.name},
		department_address(c->arena, d.key), department_show);
}

/* ---- flags --------------------------------------------------------------------------------- */

struct flagging {
	struct arena *arena;
	struct department department;
	flags_t flags;
	struct decision by;
};

static bool
flags_work(struct db *db, struct piece *p, struct err *e)
{
	const struct flagging *w = p->with;
	return organisation_free(db, e) && department_set_flags(db, w->department.id, w->flags, &w->by, e) &&
	       event_add(db, w->by.now, w->by.account_id, "flags_saved", w->department.name,
		       flags_format(w->arena, w->flags), e);
}

static bool
decision_read(struct call *c, struct flagging *w, struct err *e)
{
	w->by = (struct decision){.day = usual_day(c, &w->department),
		.approver = form_text(c, "approver"),
		.reason = form_text(c, "reason"),
		.account_id = c->account.id,
		.now = c->now};
	return !form_has(c, "on") || day_parse(form_text(c, "on"), &w->by.day) ||
	       err_set(e, ERR_INPUT, _("choose the day from which the flags count"));
}

void
page_department_post(struct call *c)
{
	static const char *const names[] = {"flag-*", "on", "approver", "reason", NULL};
	struct err e = {0};
	struct flagging *w = ARENA_NEW(c->arena, struct flagging);
	*w = (struct flagging){.arena = c->arena};
	if (!form_check(c, names, &e) ||
		!department_find(c->db, c->arena, c->parts[0], day_of_instant(c->now), &w->department, &e) ||
		!decision_read(c, w, &e)) {
		page_error(c, &e);
		return;
	}
	size_t known = 0;
	for (size_t i = 0; i < flag_count(); i++) {
		if (!form_has(c, arena_printf(c->arena, "flag-%s", flag_key(i))))
			continue;
		w->flags |= flag_parse(flag_key(i));
		known++;
	}
	if (!form_has_only(c, "flag-", known, &e)) {
		page_error(c, &e);
		return;
	}
	form_store(c, flags_work, w, "/admin/departments?done=saved");
}
