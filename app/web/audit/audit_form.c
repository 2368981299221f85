/* The words of an audit as a form, and one audit in a row. */
#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/organisation/register.h"
#include "store/organisation/departments.h"
#include "store/register/registers.h"
#include "web/audit/audit_page.h"
#include "web/form.h"
#include "web/scope.h"
#include "web/show.h"

struct engagement_act
audit_asker(const struct call *c)
{
	return (struct engagement_act){.arena = c->arena, .account_id = c->account.id, .now = c->now};
}

bool
audit_of_call(struct call *c, struct audit_view *out, struct err *e)
{
	int64_t id;
	if (!number_parse(c->parts[0], 1, INT64_MAX, &id))
		return err_set(e, ERR_ABSENT, _("there is no such audit"));
	return audit_look(c, id, out, e);
}

bool
audit_look(struct call *c, int64_t id, struct audit_view *out, struct err *e)
{
	struct engagement_stand s;
	const struct engagement_act x = audit_asker(c);
	bool reads;
	if (!engagement_find(c->db, c->arena, id, &out->what, e))
		return scope_gone(c, "audits", id, e);
	if (!engagement_stand(c->db, c->arena, &out->what, c->account.id, day_of_instant(c->now), &s, e) ||
		!engagement_acting(c->db, &x, &out->what, &out->actors, e) ||
		!engagement_reads(c->db, &x, &out->what, &reads, e))
		return false;
	out->named = s.actors;
	out->auditee = s.auditee;
	out->inside = sees_every_department(c) && !s.outside;
	out->reads = out->inside && reads;
	return (!s.hidden && (s.looks || sees_every_department(c))) ||
	       err_set(e, ERR_ABSENT, _("there is no such audit"));
}

void
audit_fill(struct call *c, struct dict *row, const struct engagement *x)
{
	show_number(row, "audit_id", x->id);
	dict_set(row, "number", engagement_number(c->arena, x));
	dict_set(row, "audit_title", x->title);
	dict_set(row, "audited_name", x->department_name);
	if (x->entry_id != 0)
		dict_set(dict_add(row, "of_system"), "system_name", x->entry_name);
	dict_show(row, x->ordered ? "is_ordered" : "is_planned");
	show_day(row, c->arena, "begins", x->begins_day);
	show_day(row, c->arena, "ends", x->ends_day);
	dict_show(dict_include(row, "state", "audit_word.tpl"), engagement_state_key(x->state));
}

/* ---- the form -------------------------------------------------------------------------------- */

static const struct register_kind *
systems(struct call *c)
{
	return register_find(store_bank(c->store)->registers, "system");
}

static bool
choices_fill(struct call *c, struct dict *form, struct err *e)
{
	struct department *list;
	struct entries entries = {0};
	size_t count;
	const struct entry_filter filter = {.there = day_of_instant(c->now)};
	const struct register_kind *kind = systems(c);
	if (!departments_list(c->db, c->arena, day_of_instant(c->now), &list, &count, e) ||
		(kind != NULL && !entries_list(c->db, c->arena, kind, &filter, &entries, e)))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(form, "department_choice");
		dict_set(row, "value", list[i].key);
		dict_set(row, "choice_name", list[i].name);
	}
	for (size_t i = 0; i < entries.count; i++) {
		struct dict *row = dict_add(form, "system_choice");
		dict_set(row, "value", entries.rows[i].texts[FIELD_KEY]);
		dict_set(row, "choice_name",
			arena_printf(c->arena, "%s %s", entries.rows[i].texts[FIELD_NAME],
				entries.rows[i].department_name));
	}
	return true;
}

/* The number of the register an audit's system has there; "" for none. */
static bool
system_key(struct call *c, const struct engagement *x, const char **out, struct err *e)
{
	struct entries all = {0};
	const struct register_kind *kind = systems(c);
	*out = "";
	if (x->entry_id == 0 || kind == NULL)
		return true;
	if (!entries_list(c->db, c->arena, kind, &(struct entry_filter){0}, &all, e))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (all.rows[i].id == x->entry_id)
			*out = all.rows[i].texts[FIELD_KEY];
	return true;
}

static void
texts_fill(struct call *c, struct dict *form, const struct engagement *x)
{
	const struct {
		const char *name, *stored;
	} rows[] = {{"title", x->title}, {"purpose", x->purpose}, {"theme", x->theme},
		{"excluded", x->excluded}, {"ordered_by", x->ordered_by}, {"order_reason", x->order_reason},
		{"place", x->place}, {"department", x->department_key}};
	const struct {
		const char *name;
		day_t stored;
	} days[] = {{"covers_from", x->covers_from}, {"covers_to", x->covers_to},
		{"begins_day", x->begins_day}, {"ends_day", x->ends_day}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		dict_set(form, arena_printf(c->arena, "%s_typed", rows[i].name),
			form_typed(c, rows[i].name, rows[i].stored));
	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		dict_set(form, arena_printf(c->arena, "%s_typed", days[i].name),
			form_typed(c, days[i].name,
				days[i].stored != 0 ? day_value(c->arena, days[i].stored) : NULL));
}

/* Once its plan is approved only days and place can be changed. */
bool
audit_fill_form(struct call *c, struct dict *page, const struct engagement *x, struct err *e)
{
	const char *system = NULL;
	bool fresh = x->id == 0;
	struct dict *form = dict_include(dict_add(page, "form"), "fields", "audit_fields.tpl");
	if (!fresh && !system_key(c, x, &system, e))
		return false;
	texts_fill(c, form, x);
	dict_set(form, "system_typed", form_typed(c, "system", system));
	const char *depth = form_typed(c, "depth", fresh ? NULL : x->key_only ? "key" : "all");
	dict_set(form, strcmp(depth, "key") == 0 ? "key_selected" : "all_selected", "selected");
	const char *kind = form_typed(c, "kind", fresh ? NULL : x->ordered ? "ordered" : "planned");
	dict_set(form, strcmp(kind, "ordered") == 0 ? "ordered_checked" : "planned_checked", "checked");
	if (fresh)
		dict_show(form, "fresh");
	if (fresh || x->ordered)
		dict_show(form, "order");
	if (x->state != ENGAGEMENT_DRAFTED)
		return true;
	dict_show(form, "whole");
	return choices_fill(c, form, e);
}

/* ---- reading it ------------------------------------------------------------------------------ */

static bool
target_read(struct call *c, struct engagement *out, struct err *e)
{
	struct department d;
	struct entry entry;
	const char *key = form_text(c, "department"), *system = form_text(c, "system");
	const struct register_kind *kind = systems(c);
	if (*key == '\0')
		return err_set(e, ERR_INPUT, _("choose the department"));
	if (!department_find(c->db, c->arena, key, day_of_instant(c->now), &d, e))
		return err_set(e, e->kind == ERR_ABSENT ? ERR_INPUT : e->kind, "%s",
			_("there is no department with this code"));
	out->department_id = d.id;
	if (*system == '\0' || kind == NULL)
		return true;
	bool found = entry_find(c->db, c->arena, kind, system, &entry, e);
	out->entry_id = entry.id;
	return found || err_set(e, e->kind == ERR_ABSENT ? ERR_INPUT : e->kind, "%s",
				_("there is no system with this number"));
}

static bool
days_read(struct call *c, struct engagement *out, struct err *e)
{
	return form_day(c, "covers_from", &out->covers_from, e) &&
	       form_day(c, "covers_to", &out->covers_to, e) &&
	       form_day(c, "begins_day", &out->begins_day, e) && form_day(c, "ends_day", &out->ends_day, e);
}

bool
audit_form_read(struct call *c, struct engagement *out, struct err *e)
{
	static const char *const names[] = {"revision", "kind", "ordered_by", "order_reason", "title",
		"purpose", "theme", "department", "system", "depth", "covers_from", "covers_to", "begins_day",
		"ends_day", "place", "excluded", NULL};
	*out = (struct engagement){.ordered = strcmp(form_text(c, "kind"), "ordered") == 0,
		.key_only = strcmp(form_text(c, "depth"), "key") == 0,
		.title = form_text(c, "title"),
		.purpose = form_lines(c->arena, form_text(c, "purpose")),
		.theme = form_lines(c->arena, form_text(c, "theme")),
		.place = form_text(c, "place"),
		.excluded = form_lines(c->arena, form_text(c, "excluded")),
		.ordered_by = form_text(c, "ordered_by"),
		.order_reason = form_lines(c->arena, form_text(c, "order_reason"))};
	return form_check(c, names, e) && days_read(c, out, e) &&
	       (!form_has(c, "department") || target_read(c, out, e));
}
