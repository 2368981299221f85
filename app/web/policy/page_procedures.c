/* 実施手順: by name, edition, owner and approval only; for those who may know of them. */
#include "web/pages.h"

#include "base/words.h"
#include "web/organisation/register_fill.h"
#include "web/scope.h"
#include "web/show.h"

/* What the kind has besides, day by day or as it stands. */
static void
own_fields_fill(struct call *c, struct dict *row, const struct register_kind *kind, const struct entry *x)
{
	for (size_t i = FIELD_OWN; i < kind->count; i++) {
		day_t day;
		const char *text = x->texts[i];
		if (kind->fields[i].type == REGISTER_DAY && day_parse(text, &day))
			text = day_words(c->arena, day);
		dict_set(dict_add(row, "cell"), "value", text);
	}
}

static bool
kind_fill(struct call *c, struct dict *page, const struct register_kind *kind, struct err *e)
{
	const struct entry_filter filter = {.there = day_of_instant(c->now),
		.department_id = sees_every_department(c) ? 0 : c->account.department_id};
	struct entries list = {0};
	bool none = !sees_every_department(c) && c->account.department_id == 0;
	if (!none && !entries_list(c->db, c->arena, kind, &filter, &list, e))
		return false;
	struct dict *d = dict_add(page, "register");
	dict_set(d, "register_title", kind->title);
	dict_set(d, "name_title", kind->fields[FIELD_NAME].title);
	dict_set(d, "owner_title", kind->fields[FIELD_OWNER].title);
	for (size_t i = FIELD_OWN; i < kind->count; i++)
		dict_set(dict_add(d, "column"), "column_title", kind->fields[i].title);
	for (size_t i = 0; i < list.count; i++) {
		struct dict *row = dict_add(d, "entry");
		if (!entry_fill_line(c, row, kind, &list.rows[i], e))
			return false;
		own_fields_fill(c, row, kind, &list.rows[i]);
	}
	if (list.count == 0)
		dict_show(d, "none");
	return true;
}

void
page_procedures(struct call *c)
{
	struct err e = {0};
	const struct registers *all = store_bank(c->store)->registers;
	struct dict *page = page_begin(c, _("Procedures"));
	if (!sees_every_department(c))
		dict_show(page, "own_only");
	for (size_t i = 0; i < all->count; i++)
		if (all->kinds[i].confidential && !kind_fill(c, page, &all->kinds[i], &e)) {
			dict_destroy(page);
			page_error(c, &e);
			return;
		}
	page_show(c, 200, "procedures.tpl", page);
}
