/* The risks of a fiscal year: how many stand where, the list, its table, last year's taken over. */
#include "web/pages.h"

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "domain/organisation/role.h"
#include "store/keep/gone.h"
#include "web/figure/export.h"
#include "web/form.h"
#include "web/risk/risk_page.h"
#include "web/scope.h"
#include "web/show.h"

static bool
risks_read(struct call *c, int *year, const struct risk_words **w, struct risk **list, size_t *count,
	struct err *e)
{
	if ((*w = risk_words_get(e)) == NULL || !risk_year(c, year, e))
		return false;
	const struct risk_filter f = {.year = *year, .manager_id = risk_manager(c)};
	return risks_list(c->db, c->arena, &f, list, count, e);
}

/* 5 × 5: the most likely on top, the greatest loss at the right. */
static void
matrix_fill(struct dict *page, const struct risk_words *w, const struct risk *list, size_t count)
{
	int64_t at[RISK_MOST + 1][RISK_MOST + 1] = {0};
	for (size_t i = 0; i < count; i++)
		at[list[i].likelihood][list[i].loss]++;
	for (int l = RISK_MOST; l >= RISK_LEAST; l--) {
		struct dict *row = dict_add(page, "matrix_row");
		show_number(row, "likelihood", l);
		for (int m = RISK_LEAST; m <= RISK_MOST; m++) {
			struct dict *cell = dict_add(row, "matrix_cell");
			enum risk_band band = risk_band_of(l, m);
			dict_set(cell, "band", risk_band_key(band));
			dict_set(cell, "band_word", w->bands[band]);
			if (at[l][m] > 0)
				show_number(dict_add(cell, "some"), "count", at[l][m]);
		}
	}
	for (int m = RISK_LEAST; m <= RISK_MOST; m++)
		dict_setf(dict_add(page, "matrix_column"), "loss", "%d", m);
}

/* The years that have any, and the one to come. */
static bool
years_fill(struct call *c, struct dict *page, int year, struct err *e)
{
	int first, last, next = fiscal_year_of(day_of_instant(c->now)) + 1;
	if (!risk_years(c->db, &first, &last, e))
		return false;
	if (first != 0 && year > first)
		dict_show(page, "earlier");
	if (year < (last > next ? last : next))
		dict_show(page, "later");
	show_number(page, "year", year);
	show_number(page, "year_before", year - 1);
	show_number(page, "year_after", year + 1);
	dict_set(page, "year_name", fiscal_year_name(c->arena, year));
	return true;
}

void
risks_show(struct call *c, const struct err *refused)
{
	static const char *const done[] = {"copied", "settled", NULL};
	struct err e = {0};
	const struct risk_words *w;
	struct risk *list;
	size_t count;
	int year;
	bool gone;
	if (!risks_read(c, &year, &w, &list, &count, &e) ||
		!gone_of_year(c->db, "policy", year, &gone, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Risk assessment"));
	form_done(c, page, done);
	if (refused != NULL)
		dict_set(dict_add(page, "refused"), "complaint", refused->text);
	matrix_fill(page, w, list, count);
	for (size_t i = 0; i < count; i++)
		risk_fill(c, dict_add(page, "risk"), w, &list[i]);
	if (count == 0)
		dict_show(page, gone ? "gone" : "none");
	if ((c->account.roles & ROLE_ADMIN) != 0)
		dict_show(page, "may_assess");
	if (sees_every_department(c))
		dict_show(page, "every_department");
	risk_fill_scale(page, w);
	show_export(c, page, arena_printf(c->arena, "/risks/%d/tables", year));
	if (!years_fill(c, page, year, &e) || !risk_fill_settling(c, page, year, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	page_show(c, refused == NULL ? 200 : refused->kind == ERR_INPUT ? 422 : 409, "risks.tpl", page);
}

void
page_risks(struct call *c)
{
	risks_show(c, NULL);
}

/* ---- as a table ------------------------------------------------------------------------------- */

enum { COLUMNS = 13 };

static const char *
acceptance_words(struct arena *a, const struct risk *r)
{
	return r->accepted_by == 0
		       ? ""
		       : arena_printf(a, "%s %s", r->accepted_name, wareki_day(a, r->accepted_until));
}

static void
row_write(struct arena *a, const struct risk_words *w, const struct risk *r, const char **cells)
{
	cells[0] = arena_printf(a, "%d", r->likelihood * r->loss);
	cells[1] = w->bands[risk_band_of(r->likelihood, r->loss)];
	cells[2] = r->asset;
	cells[3] = r->entry_key;
	cells[4] = r->threat;
	cells[5] = r->department_name;
	cells[6] = arena_printf(a, "%d", r->likelihood);
	cells[7] = arena_printf(a, "%d", r->loss);
	cells[8] = r->grounds;
	cells[9] = r->owner_name;
	cells[10] = w->treatments[r->treatment];
	cells[11] = r->measure;
	cells[12] = acceptance_words(a, r);
}

void
page_risk_tables(struct call *c)
{
	struct err e = {0};
	const struct risk_words *w;
	struct risk *list;
	size_t count;
	int year;
	if (!risks_read(c, &year, &w, &list, &count, &e)) {
		page_error(c, &e);
		return;
	}
	const struct export_column columns[COLUMNS] = {{_("Risk value"), 8, true}, {_("Band"), 8, false},
		{_("Asset"), 28, false}, {_("Register number"), 12, false}, {_("Threat"), 8, false},
		{_("Department"), 16, false}, {_("Likelihood"), 8, true}, {_("Loss"), 8, true},
		{_("Grounds"), 40, false}, {_("Risk owner"), 16, false}, {_("Treatment"), 10, false},
		{_("Measure"), 40, false}, {_("Acceptance"), 24, false}};
	const char **cells = ARENA_ARRAY(c->arena, const char *, count *COLUMNS + 1);
	for (size_t i = 0; i < count; i++)
		row_write(c->arena, w, &list[i], cells + i * COLUMNS);
	const char *title =
		arena_printf(c->arena, "%s %s", fiscal_year_name(c->arena, year), _("Risk assessment table"));
	const struct export_table table = {.name = _("Risk assessment table"),
		.columns = columns,
		.column_count = COLUMNS,
		.cells = cells,
		.row_count = count};
	const struct export x = {
		.title = title, .author = "tenken", .issued = c->now, .tables = &table, .count = 1};
	page_tables(c, title, arena_printf(c->arena, "/risks/%d/tables", year), &x);
}

/* ---- last year's --------------------------------------------------------------------------------- */

struct copying {
	struct risk_act act;
	int year;
	int64_t copied;
};

static bool
copy_work(struct db *db, struct piece *p, struct err *e)
{
	struct copying *w = p->with;
	return risks_copy(db, &w->act, w->year, &w->copied, e);
}

void
page_risks_copy(struct call *c)
{
	static const char *const names[] = {"year", NULL};
	struct err e = {0};
	struct copying *w = ARENA_NEW(c->arena, struct copying);
	w->act = (struct risk_act){c->arena, store_bank(c->store)->policy, c->account.id, c->now};
	if (!form_check(c, names, &e) || !risk_year(c, &w->year, &e))
		page_error(c, &e);
	else
		form_store(c, copy_work, w, arena_printf(c->arena, "/risks?year=%d&done=copied", w->year));
}
