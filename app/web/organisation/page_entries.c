/* What a person is responsible for in the registers, and a department's entries for its
 * manager; one entry to be read, with its past. */
#include "web/pages.h"

#include "base/words.h"
#include "domain/organisation/role.h"
#include "web/form.h"
#include "web/organisation/register_fill.h"
#include "web/scope.h"
#include "web/show.h"

enum { EVENTS_SHOWN = 100 };

/* What is confidential is not shown for being in charge of it alone. */
static bool
hidden(const struct call *c, const struct register_kind *kind, const struct entry_filter *filter)
{
	return kind->confidential && filter->owner_id != 0 && !sees_every_department(c);
}

/* One {{#register}} a kind that has any. */
static bool
fill_entries(struct call *c, struct dict *page, const char *section, const struct entry_filter *filter,
	struct err *e)
{
	const struct registers *all = store_bank(c->store)->registers;
	struct dict *part = dict_add(page, section);
	size_t any = 0;
	for (size_t i = 0; i < all->count; i++) {
		const struct register_kind *kind = &all->kinds[i];
		struct entries list;
		if (hidden(c, kind, filter))
			continue;
		if (!entries_list(c->db, c->arena, kind, filter, &list, e))
			return false;
		any += list.count;
		struct dict *d = list.count > 0 ? dict_add(part, "register") : NULL;
		if (d != NULL) {
			dict_set(d, "register_title", kind->title);
			dict_set(d, "owner_title", kind->fields[FIELD_OWNER].title);
			show_number(d, "there", (int64_t)list.count);
			dict_set(d, "counter", kind->counter);
		}
		for (size_t k = 0; k < list.count; k++)
			if (!entry_fill_line(c, dict_add(d, "entry"), kind, &list.rows[k], e))
				return false;
	}
	if (any == 0)
		dict_show(part, "none");
	return true;
}

void
page_entries(struct call *c)
{
	struct err e = {0};
	const day_t today = day_of_instant(c->now);
	const struct entry_filter mine = {.owner_id = c->account.person_id, .there = today};
	const struct entry_filter ours = {.department_id = c->account.department_id, .there = today};
	struct dict *page = page_begin(c, _("My registers"));
	bool ok = c->account.person_id == 0 || fill_entries(c, page, "mine", &mine, &e);
	if (ok && (c->account.roles & ROLE_MANAGER) != 0 && ours.department_id != 0) {
		const struct registers *all = store_bank(c->store)->registers;
		for (size_t i = 0; i < all->count; i++) {
			struct dict *row = dict_add(page, "addable");
			dict_set(row, "kind", all->kinds[i].key);
			dict_set(row, "register_title", all->kinds[i].title);
		}
		ok = fill_entries(c, page, "ours", &ours, &e);
	}
	if (ok) {
		page_show(c, 200, "entries.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

static bool
fill_past(struct call *c, struct dict *page, const char *subject, struct err *e)
{
	struct event *list;
	size_t count;
	if (!events_about(c->db, c->arena, subject, EVENTS_SHOWN, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "event");
		show_instant(row, c->arena, "at", list[i].at);
		dict_set(row, "who", list[i].who);
		if (list[i].account_id == 0)
			dict_show(row, "by_command");
		dict_show(dict_include(row, "event_word", "event_word.tpl"), list[i].what);
		dict_set(row, "detail", list[i].detail);
	}
	return true;
}

static void
fill_facts(struct call *c, struct dict *page, const struct register_kind *kind, const struct entry *entry)
{
	for (size_t i = FIELD_DEPARTMENT; i < kind->count; i++) {
		const char *text = entry->texts[i];
		day_t day;
		struct dict *row = dict_add(page, "fact");
		dict_set(row, "field_title", kind->fields[i].title);
		if (kind->fields[i].type == REGISTER_DAY && day_parse(text, &day))
			text = day_words(c->arena, day);
		else if (i == FIELD_DEPARTMENT || (i == FIELD_OWNER && text[0] != '\0'))
			text = arena_printf(c->arena, "%s (%s)",
				i == FIELD_OWNER ? entry->owner_name : entry->department_name, text);
		dict_set(row, "value", text);
		if (text[0] == '\0')
			dict_show(row, kind->fields[i].need == NEED_MAY ? "empty" : "missing");
	}
}

void
page_entry(struct call *c)
{
	static const char *const done[] = {"saved", "ended", NULL};
	struct err e = {0};
	struct entry entry;
	const struct register_kind *kind = register_of_call(c, &e);
	if (kind == NULL || !entry_of_call(c, kind, false, &entry, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, entry.texts[FIELD_NAME]);
	form_done(c, page, done);
	dict_set(page, "register_title", kind->title);
	fill_facts(c, page, kind, &entry);
	if (entry_may_change(c, &entry))
		dict_show(page, "changeable");
	dict_show(page, (c->account.roles & ROLE_ADMIN) != 0 ? "secretariat" : "section");
	if (!entry_fill_line(c, page, kind, &entry, &e) ||
		!fill_past(c, page, entry_subject(c->arena, kind, entry.texts[FIELD_KEY]), &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	page_show(c, 200, "entry_view.tpl", page);
}
