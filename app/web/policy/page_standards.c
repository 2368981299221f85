/* The body's standards (対策基準): their editions, one with its articles, its table to be edited. */
#include "web/pages.h"

#include "base/words.h"
#include "domain/organisation/role.h"
#include "web/form.h"
#include "web/organisation/table_file.h"
#include "web/policy/standard_page.h"
#include "web/show.h"

void
page_standards(struct call *c)
{
	struct err e = {0};
	struct standard_edition *list;
	size_t count;
	int64_t current;
	bool every = standard_reader(c);
	if (!standards_list(c->db, c->arena, every, &list, &count, &e) ||
		!standard_in_force(c->db, day_of_instant(c->now), every, &current, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Standards"));
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "one");
		standard_fill_edition(c, row, &list[i]);
		if (list[i].id == current)
			dict_show(row, "current");
		else if (list[i].withdrawn_at == 0 && list[i].from_day > day_of_instant(c->now))
			dict_show(row, "coming");
	}
	if (count == 0)
		dict_show(page, "none");
	if ((c->account.roles & ROLE_ADMIN) != 0)
		dict_show(page, "may_import");
	page_show(c, 200, "standards.tpl", page);
}

void
page_standard(struct call *c)
{
	static const char *const done[] = {"imported", "withdrawn", NULL};
	struct err e = {0};
	struct standard_edition x;
	const struct standard *s;
	if (!standard_of_call(c, &x, &e) || !standard_articles(c->db, c->arena, x.id, &s, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, x.edition);
	form_done(c, page, done);
	standard_fill_edition(c, page, &x);
	for (size_t i = 0; i < s->count; i++)
		standard_fill_article(c, dict_add(page, "article"), &s->articles[i]);
	if ((c->account.roles & ROLE_ADMIN) != 0 && x.withdrawn_at == 0)
		dict_show(page, "may_withdraw");
	page_show(c, 200, "standard.tpl", page);
}

/* ---- as a table, to be changed and handed in as the next edition ------------------------------ */

static const char *
keys_join(struct arena *a, const char *const *keys, size_t count)
{
	const char *out = "";
	for (size_t i = 0; i < count; i++)
		out = arena_printf(a, "%s%s%s", out, i > 0 ? " " : "", keys[i]);
	return out;
}

void
page_standard_table(struct call *c)
{
	struct err e = {0};
	struct standard_edition x;
	const struct standard *s;
	if (!standard_of_call(c, &x, &e) || !standard_articles(c->db, c->arena, x.id, &s, &e)) {
		page_error(c, &e);
		return;
	}
	const char **fields = ARENA_ARRAY(c->arena, const char *, (s->count + 1) * STANDARD_COLUMNS);
	const char *const *header = standard_header(c->arena);
	for (size_t i = 0; i < STANDARD_COLUMNS; i++)
		fields[i] = header[i];
	for (size_t i = 0; i < s->count; i++) {
		const struct standard_article *y = &s->articles[i];
		const char **row = fields + (i + 1) * STANDARD_COLUMNS;
		row[0] = y->number;
		row[1] = y->title;
		row[2] = y->text;
		row[3] = keys_join(c->arena, y->clauses, y->clause_count);
		row[4] = keys_join(c->arena, y->items, y->item_count);
	}
	page_table_file(c, x.title, fields, s->count + 1, STANDARD_COLUMNS);
}

/* ---- taken back ----------------------------------------------------------------------------- */

struct withdrawing {
	struct arena *arena;
	int64_t id, account_id;
	const char *reason;
	instant_t now;
};

static bool
withdraw_work(struct db *db, struct piece *p, struct err *e)
{
	const struct withdrawing *w = p->with;
	return standard_withdraw(db, w->arena, w->id, w->reason, w->account_id, w->now, e);
}

void
page_standard_withdraw(struct call *c)
{
	static const char *const names[] = {"reason", NULL};
	struct err e = {0};
	struct standard_edition x;
	struct withdrawing *w = ARENA_NEW(c->arena, struct withdrawing);
	if (!form_check(c, names, &e) || !standard_of_call(c, &x, &e)) {
		page_error(c, &e);
		return;
	}
	*w = (struct withdrawing){c->arena, x.id, c->account.id, form_text(c, "reason"), c->now};
	form_store(c, withdraw_work, w,
		arena_printf(c->arena, "/standards/%lld?done=withdrawn", (long long)x.id));
}
