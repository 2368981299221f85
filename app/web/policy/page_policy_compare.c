/* 新旧対照: two editions of the policy clause by clause, with what hangs on each; the same as tables. */
#include "web/pages.h"

#include "base/number.h"
#include "base/words.h"
#include "web/audit/finding_page.h"
#include "web/figure/export.h"
#include "web/figure/paper_file.h"
#include "web/policy/policy_page.h"
#include "web/policy/standard_page.h"
#include "web/show.h"

static const char *const change_sections[POLICY_CHANGES] = {
	"same", "typography", "changed", "new", "removed"};

static bool
edition_asked(struct call *c, const char *name, int64_t *id, struct err *e)
{
	const char *text = http_query(c->http, name);
	return text == NULL || number_parse(text, 1, INT64_MAX, id) ||
	       err_set(e, ERR_ABSENT, _("there is no such edition of the policy"));
}

/* ?before= ?after=, else the two last ones. *before 0: there are not two. */
static bool
editions_asked(struct call *c, int64_t *before, int64_t *after, struct err *e)
{
	return policy_revision_usual(c->db, c->arena, before, after, e) &&
	       edition_asked(c, "before", before, e) && edition_asked(c, "after", after, e);
}

static bool
revision_read(struct call *c, int64_t before, int64_t after, struct policy_revision *out, struct err *e)
{
	const struct revision_reader reader = policy_reader(c);
	return policy_revision_read(c->db, c->arena, store_bank(c->store), before, after, &reader, out, e);
}

/* ---- the page --------------------------------------------------------------------------------- */

static void
runs_fill(struct dict *row, const char *section, const struct text_runs *runs)
{
	struct dict *side = runs->count > 0 ? dict_add(row, section) : NULL;
	for (size_t i = 0; i < runs->count; i++) {
		struct dict *run = dict_add(side, "run");
		dict_set(dict_add(run, runs->items[i].differs ? "differs" : "alike"), "text",
			runs->items[i].text);
	}
}

static void
row_fill(struct call *c, struct dict *row, const struct revised_clause *r)
{
	const struct policy_pair *p = r->pair;
	dict_set(row, "key", revised_key(r));
	dict_set(row, "clause_title", p->after != NULL ? p->after->title : p->before->title);
	dict_show(row, change_sections[p->change]);
	if (p->moved)
		dict_set(dict_add(row, "moved"), "new_key", p->after->key);
	runs_fill(row, "was", &r->before);
	runs_fill(row, "is", &r->after);
	struct dict *items = r->item_count > 0 ? dict_add(row, "items") : NULL;
	for (size_t i = 0; i < r->item_count; i++) {
		struct dict *d = dict_add(items, "item");
		dict_set(d, "id", r->items[i]->id);
		dict_set(d, "text", r->items[i]->text);
	}
	if (items != NULL)
		show_number(items, "item_count", (int64_t)r->item_count);
	for (size_t i = 0; i < r->article_count; i++)
		standard_fill_article(c, dict_add(row, "article"), r->articles[i]);
	for (size_t i = 0; i < r->finding_count; i++)
		finding_fill(c, dict_add(row, "finding"), r->findings[i]);
}

static bool
choices_fill(struct call *c, struct dict *page, int64_t before, int64_t after, struct err *e)
{
	struct policy_edition *list;
	size_t count;
	if (!policy_editions_list(c->db, c->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "edition_choice");
		policy_fill_edition(c, row, &list[i]);
		dict_set(row, "before_selected", list[i].id == before ? "selected" : "");
		dict_set(row, "after_selected", list[i].id == after ? "selected" : "");
	}
	return true;
}

/* On paper an edition stands beside the one before it. */
static bool
paper_offer(struct call *c, struct dict *page, const struct policy_revision *r, struct err *e)
{
	int64_t before;
	if (!policy_edition_before(c->db, &r->after, &before, e))
		return false;
	if (before == r->before.id)
		show_number(dict_add(page, "printable"), "edition_id", r->after.id);
	return true;
}

static void
revision_fill(struct call *c, struct dict *page, const struct policy_revision *r)
{
	struct dict *d = dict_add(page, "revision");
	for (size_t i = 0; i < POLICY_CHANGES; i++)
		show_number(d, arena_printf(c->arena, "%s_count", change_sections[i]),
			(int64_t)r->comparison.counts[i]);
	show_number(d, "moved_count", (int64_t)r->comparison.moved);
	policy_fill_edition(c, dict_add(d, "old_one"), &r->before);
	policy_fill_edition(c, dict_add(d, "new_one"), &r->after);
	for (size_t i = 0; i < r->count; i++)
		row_fill(c, dict_add(d, "row"), &r->rows[i]);
	if (r->count == 0)
		dict_show(d, "no_difference");
}

static const char *
tables_address(struct call *c, int64_t before, int64_t after)
{
	return arena_printf(c->arena, "/policy/compare/tables?before=%lld&after=%lld", (long long)before,
		(long long)after);
}

void
page_policy_compare(struct call *c)
{
	struct err e = {0};
	int64_t before, after;
	struct policy_revision r;
	if (!editions_asked(c, &before, &after, &e) ||
		(before != 0 && !revision_read(c, before, after, &r, &e))) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Comparison of two editions of the policy"));
	if (before == 0) {
		dict_show(page, "not_two");
	} else if (!choices_fill(c, page, before, after, &e) || !paper_offer(c, page, &r, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	} else {
		revision_fill(c, page, &r);
		show_export(c, page, tables_address(c, before, after));
	}
	page_show(c, 200, "policy_compare.tpl", page);
}

/* ---- as a table ------------------------------------------------------------------------------- */

/* What differs stands in brackets: a cell has no other means. */
static const char *
runs_text(struct arena *a, const struct text_runs *runs)
{
	const char *out = "";
	for (size_t i = 0; i < runs->count; i++)
		out = arena_printf(a, runs->items[i].differs ? "%s[%s]" : "%s%s", out, runs->items[i].text);
	return out;
}

static void
row_write(struct call *c, const struct revised_clause *r, const char **cells)
{
	static const char *const changes[POLICY_CHANGES] = {
		N_("Renumbered"), N_("Notation only"), N_("Changed"), N_("New"), N_("Removed")};
	struct arena *a = c->arena;
	const char *items = "", *articles = "", *findings = "";
	for (size_t i = 0; i < r->item_count; i++)
		items = arena_printf(a, "%s%s%s", items, i > 0 ? " " : "", r->items[i]->id);
	for (size_t i = 0; i < r->article_count; i++)
		articles = arena_printf(a, "%s%s%s", articles, i > 0 ? " " : "", r->articles[i]->number);
	for (size_t i = 0; i < r->finding_count; i++)
		findings = arena_printf(
			a, "%s%s%s", findings, i > 0 ? " " : "", finding_number(a, r->findings[i]));
	cells[0] = revised_key(r);
	cells[1] = r->pair->after != NULL ? r->pair->after->key : "";
	cells[2] = _(changes[r->pair->change]);
	cells[3] = runs_text(a, &r->before);
	cells[4] = runs_text(a, &r->after);
	cells[5] = items;
	cells[6] = articles;
	cells[7] = findings;
}

void
page_policy_tables(struct call *c)
{
	enum { COLUMNS = 8 };
	struct err e = {0};
	int64_t before, after;
	struct policy_revision r;
	bool there = editions_asked(c, &before, &after, &e);
	if (there && before == 0)
		there = err_set(&e, ERR_ABSENT, _("there are not yet two editions to compare"));
	if (!there || !revision_read(c, before, after, &r, &e)) {
		page_error(c, &e);
		return;
	}
	const struct export_column columns[COLUMNS] = {{_("Clause"), 10, false}, {_("New number"), 10, false},
		{_("Change"), 12, false}, {r.before.edition, 50, false}, {r.after.edition, 50, false},
		{_("Questions and audit items"), 24, false}, {_("Standards"), 16, false},
		{_("Findings"), 16, false}};
	const char **cells = ARENA_ARRAY(c->arena, const char *, r.count *COLUMNS + 1);
	for (size_t i = 0; i < r.count; i++)
		row_write(c, &r.rows[i], cells + i * COLUMNS);
	const char *title = _("Table of old and new");
	const struct export_table table = {.name = title,
		.columns = columns,
		.column_count = COLUMNS,
		.cells = cells,
		.row_count = r.count,
		.note = _("What differs stands in brackets.")};
	const struct export x = {
		.title = title, .author = "tenken", .issued = c->now, .tables = &table, .count = 1};
	page_tables(c, title, tables_address(c, before, after), &x);
}

/* ---- on paper --------------------------------------------------------------------------------- */

/* An edition beside the one before it. */
void
page_policy_paper(struct call *c)
{
	struct err e = {0};
	struct policy_edition x;
	if (policy_edition_of_call(c, &x, &e))
		page_paper_about(c, "policy-comparison", x.id);
	else
		page_error(c, &e);
}
