#include "web/scope.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/role.h"
#include "web/show.h"

bool
sees_every_department(const struct call *c)
{
	return (c->account.roles & (ROLE_MANAGEMENT | ROLE_AUDITOR | ROLE_ADMIN)) != 0;
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
scope_own(struct call *c, const struct cycle *cycle, struct cycle_department *out, struct err *e)
{
	if (c->account.department_id == 0)
		return err_set(e, ERR_DENIED, _("you belong to no department"));
	return cycle_ancestor(c->db, c->arena, cycle->id, c->account.department_id, out, e);
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

/* Who sees only one learns of no other whether there is such a department. */
static bool
is_own(struct call *c, const struct cycle *cycle, const char *key, int64_t id, struct err *e)
{
	struct cycle_department own;
	if (scope_own(c, cycle, &own, e) &&
		(key != NULL ? strcmp(own.key, key) == 0 : own.department_id == id))
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
scope_fill_cycles(struct call *c, struct dict *d, const struct cycle *chosen, struct err *e)
{
	struct cycle *list;
	size_t count;
	if (!cycles_list(c->db, c->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!cycle_opened(list[i].state))
			continue;
		struct dict *row = dict_add(d, "cycle_choice");
		show_number(row, "value", list[i].id);
		dict_set(row, "cycle_title", list[i].title);
		dict_set(row, "selected", list[i].id == chosen->id ? "selected" : "");
	}
	return true;
}
