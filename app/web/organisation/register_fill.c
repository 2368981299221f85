#include "web/organisation/register_fill.h"

#include "base/words.h"
#include "domain/organisation/role.h"
#include "web/scope.h"
#include "web/show.h"

const struct register_kind *
register_of_call(struct call *c, struct err *e)
{
	const struct register_kind *kind = register_find(store_bank(c->store)->registers, c->parts[0]);
	if (kind == NULL)
		err_set(e, ERR_ABSENT, _("there is no such register"));
	return kind;
}

bool
entry_may_change(const struct call *c, const struct entry *entry)
{
	const struct account *a = &c->account;
	bool own = (a->roles & ROLE_MANAGER) != 0 && a->department_id != 0 &&
		   a->department_id == entry->department_id;
	return own || (a->roles & ROLE_ADMIN) != 0;
}

bool
entry_of_call(struct call *c, const struct register_kind *kind, bool change, struct entry *out, struct err *e)
{
	if (!entry_find(c->db, c->arena, kind, c->parts[1], out, e))
		return false;
	if (kind->confidential && !entry_may_change(c, out) && (change || !sees_every_department(c)))
		return err_set(
			e, ERR_ABSENT, _("%s has no entry with the number %s"), kind->title, c->parts[1]);
	bool owner = out->owner_id != 0 && out->owner_id == c->account.person_id;
	if (entry_may_change(c, out) || (!change && (owner || sees_every_department(c))))
		return true;
	return err_set(e, ERR_DENIED, _("this entry belongs to another department"));
}

bool
entry_fill_line(struct call *c, struct dict *row, const struct register_kind *kind, const struct entry *entry,
	struct err *e)
{
	const day_t today = day_of_instant(c->now);
	bool left;
	day_t until = 0;
	if (!entry_owner_left(c->db, entry, today, &left, e))
		return false;
	size_t lacks = entry_lacks(kind, entry->texts);
	dict_set(row, "kind", kind->key);
	dict_set(row, "entry_key", entry->texts[FIELD_KEY]);
	dict_set(row, "entry_name", entry->texts[FIELD_NAME]);
	dict_set(row, "entry_department", entry->department_name);
	dict_set(row, "owner_name", entry->owner_name);
	if (entry->texts[FIELD_OWNER][0] == '\0')
		dict_show(row, "no_owner");
	if (left)
		dict_show(row, "owner_left");
	if (entry_department_ended(entry, today))
		dict_show(row, "department_ended");
	if (lacks > 0)
		show_number(dict_add(row, "lacking"), "how_many", (int64_t)lacks);
	if (!entry_there(entry, today) && day_parse(entry->texts[FIELD_UNTIL], &until))
		show_day(dict_add(row, "ended"), c->arena, "last_day", until);
	return true;
}
