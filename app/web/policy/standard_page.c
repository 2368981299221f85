#include "web/policy/standard_page.h"

#include "base/number.h"
#include "base/words.h"
#include "web/scope.h"
#include "web/show.h"

bool
standard_reader(const struct call *c)
{
	return (c->account.roles & (SEES_EVERY | ROLE_MANAGER)) != 0;
}

bool
standard_of_call(struct call *c, struct standard_edition *out, struct err *e)
{
	int64_t id;
	return number_parse(c->parts[0], 1, INT64_MAX, &id)
		       ? standard_find(c->db, c->arena, id, standard_reader(c), out, e)
		       : err_set(e, ERR_ABSENT, _("there is no such edition of the standards"));
}

void
standard_fill_edition(struct call *c, struct dict *row, const struct standard_edition *x)
{
	show_number(row, "edition_id", x->id);
	dict_set(row, "standard_title", x->title);
	dict_set(row, "edition", x->edition);
	dict_set(row, "approved_by", x->approved_by);
	dict_set(row, "change", x->change);
	dict_set(row, "file", x->file);
	dict_set(row, "digest", x->digest);
	show_day(row, c->arena, "from_day", x->from_day);
	show_day(row, c->arena, "approved_day", x->approved_day);
	show_number(row, "article_count", x->articles);
	show_instant(row, c->arena, "imported_at", x->imported_at);
	dict_set(row, "imported_name", x->imported_name);
	dict_show(row, x->open ? "for_all" : "closed");
	if (x->withdrawn_at == 0)
		return;
	struct dict *d = dict_add(row, "withdrawn");
	show_instant(d, c->arena, "withdrawn_at", x->withdrawn_at);
	dict_set(d, "withdrawn_name", x->withdrawn_name);
	dict_set(d, "reason", x->reason);
}

void
standard_fill_article(struct call *c, struct dict *row, const struct standard_article *x)
{
	const struct policy *p = store_bank(c->store)->policy;
	dict_set(row, "number", x->number);
	dict_set(row, "article_title", x->title);
	dict_set(row, "text", x->text);
	for (size_t i = 0; i < x->clause_count; i++) {
		const struct clause *clause = policy_find(p, x->clauses[i]);
		struct dict *d = dict_add(row, "of_clause");
		dict_set(d, "key", clause != NULL ? clause->display : x->clauses[i]);
		dict_set(d, "clause_title", clause != NULL ? clause->title : "");
	}
	for (size_t i = 0; i < x->item_count; i++)
		dict_set(dict_add(row, "of_item"), "id", x->items[i]);
}
