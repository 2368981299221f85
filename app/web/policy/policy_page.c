#include "web/policy/policy_page.h"

#include "base/number.h"
#include "base/words.h"
#include "web/policy/standard_page.h"
#include "web/scope.h"
#include "web/show.h"

bool
policy_edition_of_call(struct call *c, struct policy_edition *out, struct err *e)
{
	int64_t id;
	return number_parse(c->parts[0], 1, INT64_MAX, &id)
		       ? policy_edition_find(c->db, c->arena, id, out, e)
		       : err_set(e, ERR_ABSENT, _("there is no such edition of the policy"));
}

void
policy_fill_edition(struct call *c, struct dict *row, const struct policy_edition *x)
{
	show_number(row, "edition_id", x->id);
	dict_set(row, "policy_title", x->title);
	dict_set(row, "edition", x->edition);
	dict_set(row, "file", x->file);
	dict_set(row, "digest", x->digest);
	dict_set(row, "front", x->front);
	show_day(row, c->arena, "from_day", x->from_day);
	show_number(row, "clause_count", x->clauses);
	show_instant(row, c->arena, "imported_at", x->imported_at);
	dict_set(row, "imported_name", x->imported_name);
	if (x->withdrawn_at == 0)
		return;
	struct dict *d = dict_add(row, "withdrawn");
	show_instant(d, c->arena, "withdrawn_at", x->withdrawn_at);
	dict_set(d, "withdrawn_name", x->withdrawn_name);
	dict_set(d, "reason", x->reason);
}

void
policy_fill_wording(struct dict *row, const struct policy_wording *w)
{
	for (size_t i = 0; i < w->count; i++)
		dict_set(dict_add(row, "paragraph"), "text", w->paragraphs[i]);
}

void
policy_fill_unplaced(struct call *c, struct dict *page, const struct policy_text *t)
{
	struct policy_unplaced u = policy_unplaced(c->arena, store_bank(c->store)->policy, t);
	if (u.unknown_count + u.missing_count == 0)
		return;
	struct dict *list = dict_include(dict_add(page, "unplaced"), "unplaced", "policy_unplaced.tpl");
	for (size_t i = 0; i < u.unknown_count; i++) {
		struct dict *row = dict_add(list, "unknown");
		dict_set(row, "key", u.unknown[i]->key);
		dict_set(row, "clause_title", u.unknown[i]->title);
	}
	for (size_t i = 0; i < u.missing_count; i++) {
		struct dict *row = dict_add(list, "missing");
		dict_set(row, "key", u.missing[i]->display);
		dict_set(row, "clause_title", u.missing[i]->title);
	}
}

struct revision_reader
policy_reader(const struct call *c)
{
	bool every = sees_every_department(c);
	return (struct revision_reader){.day = day_of_instant(c->now),
		.standards = standard_reader(c),
		.findings = every || (c->account.roles & ROLE_MANAGER) != 0,
		.manager_id = every ? 0 : c->account.id};
}
