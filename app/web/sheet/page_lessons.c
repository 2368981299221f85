/* 研修の記録: who has read the right answers and what to do next. For the secretariat the
 * record with its counts; for managers who of the own department has not read it yet. */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "report/figures.h"
#include "store/keep/retained.h"
#include "store/sheet/lessons.h"
#include "web/figure/export.h"
#include "web/scope.h"
#include "web/show.h"

enum { PAGE_ROWS = 100, TENTHS = 10 };

/* The sets of a cycle that have something to be read; the first one counts where none is asked for. */
struct taught {
	struct cycle cycle;
	const struct questionnaire **sets;
	size_t count;
	const struct questionnaire *chosen; /* NULL: there is none */
};

static bool
taught_sets(struct call *c, struct taught *t, struct err *e)
{
	struct cycle_set *list;
	size_t count;
	const char *asked = http_query(c->http, "set");
	if (!cycle_sets(c->db, c->arena, t->cycle.id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct questionnaire *q = store_cycle_set(c->store, t->cycle.id, list[i].set_key, e);
		if (q == NULL)
			return false;
		if (!questionnaire_teaches(q))
			continue;
		t->sets = ARENA_PUSH(c->arena, t->sets, t->count);
		t->sets[t->count++] = q;
		if (t->chosen == NULL || (asked != NULL && strcmp(asked, q->key) == 0))
			t->chosen = q;
	}
	return true;
}

static bool
taught_begin(struct call *c, const char *cycle, struct taught *t, struct err *e)
{
	*t = (struct taught){.sets = NULL};
	return scope_cycle_with(c, cycle, "sheets", &t->cycle, e) &&
	       records_there(c->db, c->arena, t->cycle.id, "training", e) && taught_sets(c, t, e);
}

/* ---- how many -------------------------------------------------------------------------- */

static void
fill_count(struct dict *row, const struct lesson_count *n)
{
	dict_set(row, "count_name", n->name);
	if (n->name[0] == '\0')
		dict_show(row, "nameless");
	show_number(row, "submitted", n->submitted);
	show_number(row, "read", n->read);
	int tenths = n->submitted > 0 ? tenths_of(n->read, n->submitted) : 0;
	if (n->submitted > 0)
		dict_setf(dict_add(row, "rate"), "percent", "%d.%d", tenths / TENTHS, tenths % TENTHS);
}

static bool
fill_counts(struct call *c, struct dict *d, const char *section, const struct taught *t, int64_t department,
	enum lesson_axis axis, instant_t before, struct err *e)
{
	struct lesson_count *list;
	size_t count;
	if (!lesson_counts(
		    c->db, c->arena, t->cycle.id, t->chosen->key, department, axis, before, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		fill_count(dict_add(d, section), &list[i]);
	return true;
}

/* What stands in the documents, once they are final. */
static bool
fill_final(struct call *c, struct dict *d, const struct taught *t, struct err *e)
{
	return t->cycle.final_at == 0 ||
	       fill_counts(c, d, "when_final", t, 0, LESSONS_TOGETHER, t->cycle.final_at, e);
}

static void
fill_list(struct call *c, struct dict *d, const struct lesson_row *list, size_t count)
{
	for (size_t i = 0; i < count && i < PAGE_ROWS; i++) {
		struct dict *row = dict_add(d, "person");
		dict_set(row, "number", list[i].number);
		dict_set(row, "name", list[i].name);
		dict_set(row, "department", list[i].department);
		dict_set(row, "kind", list[i].kind);
		if (list[i].read_at != 0)
			show_day(dict_add(row, "has_read"), c->arena, "read_day",
				day_of_instant(list[i].read_at));
		else
			dict_show(row, "has_not");
	}
	if (count == 0)
		dict_show(d, "nobody");
	show_pages(d, list_page(c), count > PAGE_ROWS);
}

/* ---- the secretariat's page --------------------------------------------------------------- */

static const char *const states[] = {[LESSON_ALL] = "", [LESSON_READ] = "read", [LESSON_UNREAD] = "unread"};

static enum lesson_filter
filter_asked(struct call *c, struct dict *d)
{
	const char *asked = http_query(c->http, "state");
	enum lesson_filter chosen = LESSON_ALL;
	for (int i = LESSON_READ; i <= LESSON_UNREAD; i++) {
		bool here = asked != NULL && strcmp(asked, states[i]) == 0;
		dict_set(d, arena_printf(c->arena, "%s_selected", states[i]), here ? "selected" : "");
		if (here)
			chosen = (enum lesson_filter)i;
	}
	dict_set(d, "state_key", states[chosen]);
	return chosen;
}

static void
fill_sets(struct dict *d, const struct taught *t)
{
	for (size_t i = 0; i < t->count; i++) {
		struct dict *row = dict_add(d, "set_choice");
		dict_set(row, "value", t->sets[i]->key);
		dict_set(row, "choice_title", t->sets[i]->title);
		dict_set(row, "selected", t->sets[i] == t->chosen ? "selected" : "");
	}
}

static bool
fill_record(struct call *c, struct dict *d, const struct taught *t, struct err *e)
{
	const char *key;
	struct lesson_row *list;
	size_t count;
	struct lesson_wanted wanted = {.cycle_id = t->cycle.id,
		.set_key = t->chosen->key,
		.filter = filter_asked(c, d),
		.skip = (list_page(c) - 1) * PAGE_ROWS,
		.most = PAGE_ROWS + 1};
	if (!scope_fill_departments(c, d, &t->cycle, &wanted.department_id, &key, e) ||
		!lessons_list(c->db, c->arena, &wanted, &list, &count, e))
		return false;
	dict_set(d, "department_key", key);
	dict_set(d, "set_key", t->chosen->key);
	dict_set(d, "set_title", t->chosen->title);
	fill_sets(d, t);
	fill_list(c, d, list, count);
	return fill_counts(c, d, "total", t, 0, LESSONS_TOGETHER, 0, e) && fill_final(c, d, t, e) &&
	       fill_counts(c, d, "by_department", t, 0, LESSONS_BY_DEPARTMENT, 0, e) &&
	       fill_counts(c, d, "by_kind", t, 0, LESSONS_BY_KIND, 0, e);
}

static const char *
file_address(struct call *c, const struct cycle *cycle)
{
	return arena_printf(c->arena, "/admin/lessons/%lld/file", (long long)cycle->id);
}

static bool
lessons_fill(struct call *c, struct dict *page, struct err *e)
{
	struct taught t;
	if (!taught_begin(c, c->parts[0], &t, e))
		return false;
	show_number(page, "cycle_id", t.cycle.id);
	dict_set(page, "cycle_title", t.cycle.title);
	if (t.chosen == NULL) {
		dict_show(page, "nothing");
		return true;
	}
	struct dict *record = dict_add(page, "record");
	show_export(c, record, file_address(c, &t.cycle));
	return fill_record(c, record, &t, e);
}

void
page_lessons(struct call *c)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("Record of training"));
	if (lessons_fill(c, page, &e)) {
		page_show(c, 200, "lessons.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

/* ---- the manager's page -------------------------------------------------------------------- */

static bool
unread_fill(struct call *c, struct dict *page, struct err *e)
{
	struct taught t;
	struct managed own;
	if (!taught_begin(c, http_query(c->http, "cycle"), &t, e) || !scope_own(c, &t.cycle, &own, e) ||
		!scope_fill_sections(c, page, &t.cycle, &own, e))
		return false;
	show_number(page, "cycle_id", t.cycle.id);
	dict_set(page, "cycle_title", t.cycle.title);
	if (t.count == 0)
		dict_show(page, "nothing");
	for (size_t i = 0; i < t.count; i++) {
		struct lesson_row *list;
		size_t count;
		struct dict *d = dict_add(page, "set");
		struct lesson_wanted wanted = {.cycle_id = t.cycle.id,
			.department_id = own.department.department_id,
			.set_key = t.sets[i]->key,
			.filter = LESSON_UNREAD,
			.skip = (list_page(c) - 1) * PAGE_ROWS,
			.most = PAGE_ROWS + 1};
		t.chosen = t.sets[i];
		dict_set(d, "set_title", t.chosen->title);
		if (!lessons_list(c->db, c->arena, &wanted, &list, &count, e) ||
			!fill_counts(c, d, "total", &t, own.department.department_id, LESSONS_TOGETHER, 0, e))
			return false;
		fill_list(c, d, list, count);
	}
	return true;
}

void
page_section_lessons(struct call *c)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("Record of training"));
	if (unread_fill(c, page, &e)) {
		page_show(c, 200, "section_lessons.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

/* ---- as a file -------------------------------------------------------------------------------- */

enum { RECORD_COLUMNS = 6, COUNT_COLUMNS = 4 };

static bool
record_table(struct call *c, const struct taught *t, struct export_table *out, struct err *e)
{
	const struct export_column columns[RECORD_COLUMNS] = {{.title = _("Staff number"), .width = 14},
		{.title = _("Name"), .width = 18}, {.title = _("Department on the base date"), .width = 24},
		{.title = _("Kind of staff"), .width = 18}, {.title = _("Sheet"), .width = 14},
		{.title = _("Read on"), .width = 20}};
	const struct questionnaire *q = t->chosen;
	struct lesson_row *list;
	size_t count;
	const struct lesson_wanted wanted = {.cycle_id = t->cycle.id, .set_key = q->key};
	if (!lessons_list(c->db, c->arena, &wanted, &list, &count, e))
		return false;
	const char **cells = ARENA_ARRAY(c->arena, const char *, (count + 1) * RECORD_COLUMNS);
	for (size_t i = 0; i < count; i++) {
		const char *day =
			list[i].read_at == 0 ? "" : wareki_day(c->arena, day_of_instant(list[i].read_at));
		const char *row[RECORD_COLUMNS] = {
			list[i].number, list[i].name, list[i].department, list[i].kind, q->title, day};
		memcpy(cells + i * RECORD_COLUMNS, row, sizeof row);
	}
	*out = (struct export_table){.name = arena_printf(c->arena, _("Training: %s"), q->title),
		.columns = memcpy(
			ARENA_ARRAY(c->arena, struct export_column, RECORD_COLUMNS), columns, sizeof columns),
		.column_count = RECORD_COLUMNS,
		.cells = cells,
		.row_count = count};
	return true;
}

static bool
counts_table(struct call *c, const struct taught *t, enum lesson_axis axis, struct export_table *out,
	struct err *e)
{
	bool kinds = axis == LESSONS_BY_KIND;
	const struct export_column columns[COUNT_COLUMNS] = {
		{.title = kinds ? _("Kind of staff") : _("Department on the base date"), .width = 24},
		{.title = _("Sheet"), .width = 14}, {.title = _("Submitted (people)"), .number = true},
		{.title = _("Read (people)"), .number = true}};
	struct lesson_count *list;
	size_t count;
	if (!lesson_counts(c->db, c->arena, t->cycle.id, t->chosen->key, 0, axis, 0, &list, &count, e))
		return false;
	const char **cells = ARENA_ARRAY(c->arena, const char *, (count + 1) * COUNT_COLUMNS);
	for (size_t i = 0; i < count; i++) {
		const char *row[COUNT_COLUMNS] = {list[i].name, t->chosen->title,
			arena_printf(c->arena, "%lld", (long long)list[i].submitted),
			arena_printf(c->arena, "%lld", (long long)list[i].read)};
		memcpy(cells + i * COUNT_COLUMNS, row, sizeof row);
	}
	*out = (struct export_table){
		.name = arena_printf(c->arena, kinds ? _("By kind of staff: %s") : _("By department: %s"),
			t->chosen->title),
		.columns = memcpy(
			ARENA_ARRAY(c->arena, struct export_column, COUNT_COLUMNS), columns, sizeof columns),
		.column_count = COUNT_COLUMNS,
		.cells = cells,
		.row_count = count};
	return true;
}

void
page_lessons_file(struct call *c)
{
	enum { TABLES = 3 };
	struct err e = {0};
	struct taught t;
	bool ok = taught_begin(c, c->parts[0], &t, &e);
	if (ok && t.count == 0)
		ok = err_set(&e, ERR_ABSENT, _("no sheet of this cycle has knowledge questions"));
	struct export_table *tables = ARENA_ARRAY(c->arena, struct export_table, ok ? t.count * TABLES : 1);
	for (size_t i = 0; ok && i < t.count; i++) {
		t.chosen = t.sets[i];
		ok = record_table(c, &t, &tables[i * TABLES], &e) &&
		     counts_table(c, &t, LESSONS_BY_DEPARTMENT, &tables[i * TABLES + 1], &e) &&
		     counts_table(c, &t, LESSONS_BY_KIND, &tables[i * TABLES + 2], &e);
	}
	const struct export all = {
		_("Record of training"), c->account.name, c->now, tables, ok ? t.count * TABLES : 0};
	if (ok)
		page_tables(c, _("Record of training"), file_address(c, &t.cycle), &all);
	else
		page_error(c, &e);
}
