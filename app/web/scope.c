#include "web/scope.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/organisation/role.h"
#include "store/keep/gone.h"
#include "store/keep/retained.h"
#include "web/inside.h"
#include "web/show.h"

bool
sees_every_department(const struct call *c)
{
	return (c->account.roles & SEES_EVERY) != 0;
}

bool
scope_cycle(struct call *c, const char *id, struct cycle *out, struct err *e)
{
	int64_t number;
	if (id == NULL || *id == '\0')
		return cycle_current(c->db, c->arena, out, e);
	if (!number_parse(id, 1, INT64_MAX, &number))
		return err_set(e, ERR_ABSENT, _("there is no such cycle"));
	if (!cycle_find(c->db, c->arena, number, out, e))
		return false;
	return cycle_opened(out->state) || err_set(e, ERR_ABSENT, _("this cycle has not been opened yet"));
}

bool
scope_cycle_with(struct call *c, const char *id, const char *kind, struct cycle *out, struct err *e)
{
	return scope_cycle(c, id, out, e) && records_there(c->db, c->arena, out->id, kind, e);
}

bool
scope_gone(struct call *c, const char *kind, int64_t id, struct err *e)
{
	return sees_every_department(c) && gone_refuse(c->db, c->arena, kind, id, e);
}

bool
scope_managed(struct call *c, const struct cycle *cycle, struct managed **list, size_t *count, struct err *e)
{
	if (c->account.department_id == 0)
		return err_set(e, ERR_DENIED, _("you belong to no department"));
	if (!managed_departments(c->db, c->arena, cycle->id, c->account.id, list, count, e))
		return false;
	return *count > 0 || err_set(e, ERR_ABSENT, _("the department had no predecessor in that cycle"));
}

static const char *
section_asked(struct call *c)
{
	const char *asked = http_query(c->http, "department");
	return asked != NULL ? asked : http_field(c->http, "department");
}

const char *
section_query(struct call *c)
{
	const char *asked = section_asked(c);
	return asked == NULL ? "" : query_escape(c->arena, asked);
}

bool
scope_own(struct call *c, const struct cycle *cycle, struct managed *out, struct err *e)
{
	struct managed *list;
	size_t count;
	const char *asked = section_asked(c);
	if (!scope_managed(c, cycle, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (asked == NULL || *asked == '\0' || strcmp(list[i].department.key, asked) == 0) {
			*out = list[i];
			return true;
		}
	return err_set(e, ERR_DENIED, _("this department is not yours to look after"));
}

bool
scope_acting(struct call *c, const struct cycle *cycle, struct cycle_department *out, struct err *e)
{
	struct managed own;
	if (!scope_own(c, cycle, &own, e))
		return false;
	*out = own.department;
	return own.acts ||
	       err_set(e, ERR_DENIED, _("this department has a manager of its own: you may look, not act"));
}

bool
scope_departments(struct call *c, const struct cycle *cycle, unsigned every, bool acting,
	struct cycle_department **out, size_t *count, struct err *e)
{
	struct managed *list;
	size_t n;
	if ((c->account.roles & every) != 0)
		return cycle_departments(c->db, c->arena, cycle->id, out, count, e);
	if (!scope_managed(c, cycle, &list, &n, e))
		return false;
	*out = ARENA_ARRAY(c->arena, struct cycle_department, n);
	*count = 0;
	for (size_t i = 0; i < n; i++)
		if (list[i].acts || !acting)
			(*out)[(*count)++] = list[i].department;
	return true;
}

bool
scope_fill_sections(
	struct call *c, struct dict *d, const struct cycle *cycle, const struct managed *own, struct err *e)
{
	struct managed *list;
	size_t count;
	dict_set(d, "section_name", own->department.name);
	dict_set(d, "department_key", own->department.key);
	if (!own->acts)
		dict_show(d, "looks");
	if (!scope_managed(c, cycle, &list, &count, e))
		return false;
	struct dict *sections = count > 1 ? dict_add(d, "sections") : NULL;
	for (size_t i = 0; count > 1 && i < count; i++) {
		struct dict *row = dict_add(sections, "section_choice");
		bool here = list[i].department.department_id == own->department.department_id;
		dict_set(row, "value", list[i].department.key);
		dict_set(row, "name", list[i].department.name);
		dict_set(row, "selected", here ? "selected" : "");
	}
	return true;
}

/* By key when there is one, else by id. */
static bool
department_in(struct call *c, const struct cycle *cycle, const char *key, int64_t id,
	struct cycle_department *out, struct err *e)
{
	struct cycle_department *list;
	size_t count;
	if (!cycle_departments(c->db, c->arena, cycle->id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (key != NULL ? strcmp(list[i].key, key) == 0 : list[i].department_id == id) {
			*out = list[i];
			return true;
		}
	}
	return err_set(e, ERR_ABSENT, _("the cycle has no such department"));
}

/* Who sees only some learns of no other whether there is such a department. */
static bool
is_own(struct call *c, const struct cycle *cycle, const char *key, int64_t id, struct err *e)
{
	struct managed *list;
	size_t count = 0;
	(void)scope_managed(c, cycle, &list, &count, e);
	for (size_t i = 0; i < count; i++)
		if (key != NULL ? strcmp(list[i].department.key, key) == 0
				: list[i].department.department_id == id)
			return true;
	return err_set(e, ERR_DENIED, _("the figures of this department are not for you"));
}

bool
scope_department(struct call *c, const struct cycle *cycle, const char *key, struct cycle_department *out,
	struct err *e)
{
	return (sees_every_department(c) || is_own(c, cycle, key, 0, e)) &&
	       department_in(c, cycle, key, 0, out, e);
}

bool
scope_department_id(
	struct call *c, const struct cycle *cycle, int64_t id, struct cycle_department *out, struct err *e)
{
	*out = (struct cycle_department){0};
	return id == 0 || ((sees_every_department(c) || is_own(c, cycle, NULL, id, e)) &&
				  department_in(c, cycle, NULL, id, out, e));
}

bool
scope_fill_cycles(struct call *c, struct dict *d, const struct cycle *chosen, const char *kind, struct err *e)
{
	struct cycle *list;
	size_t count;
	bool gone;
	if (!cycles_list(c->db, c->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!records_disposed(c->db, list[i].id, kind, &gone, e))
			return false;
		if (!cycle_opened(list[i].state) || (gone && list[i].id != chosen->id))
			continue;
		struct dict *row = dict_add(d, "cycle_choice");
		show_number(row, "value", list[i].id);
		dict_set(row, "cycle_title", list[i].title);
		dict_set(row, "selected", list[i].id == chosen->id ? "selected" : "");
	}
	return true;
}

bool
scope_fill_gone(struct call *c, struct dict *d, const struct cycle *cycle, const char *kind, struct err *e)
{
	struct retention_kind *list;
	size_t count;
	bool any = false;
	if (cycle->state != CYCLE_ENDED)
		return true;
	if (!retention_kinds(c->db, c->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct err why = {0};
		if (kind != NULL && strcmp(kind, list[i].key) != 0)
			continue;
		if (records_there(c->db, c->arena, cycle->id, list[i].key, &why))
			continue;
		if (why.kind != ERR_GONE)
			return err_set(e, why.kind, "%s", why.text);
		if (!any)
			d = dict_add(d, "gone_list");
		any = true;
		dict_set(dict_add(d, "gone"), "sentence", why.text);
	}
	return true;
}

bool
scope_fill_departments(struct call *c, struct dict *page, const struct cycle *cycle, int64_t *chosen,
	const char **key, struct err *e)
{
	struct cycle_department *list;
	size_t count;
	const char *asked = http_query(c->http, "department");
	*chosen = 0;
	*key = "";
	if (!cycle_departments(c->db, c->arena, cycle->id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "department_choice");
		bool here = asked != NULL && strcmp(asked, list[i].key) == 0;
		dict_set(row, "value", list[i].key);
		dict_set(row, "name", list[i].name);
		dict_set(row, "selected", here ? "selected" : "");
		if (here) {
			*chosen = list[i].department_id;
			*key = list[i].key;
		}
	}
	return true;
}
