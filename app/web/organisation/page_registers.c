/* The registers: which there are and what each holds; a register as a file. */
#include "web/pages.h"

#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "base/words.h"
#include "store/organisation/departments.h"
#include "web/form.h"
#include "web/organisation/register_fill.h"
#include "web/organisation/table_file.h"
#include "web/show.h"

enum { PAGE_ROWS = 100 };

static bool
fill_register(struct call *c, struct dict *row, const struct register_kind *kind, struct err *e)
{
	struct register_count n;
	if (!register_counts(c->db, c->arena, kind, day_of_instant(c->now), &n, e))
		return false;
	dict_set(row, "kind", kind->key);
	dict_set(row, "register_title", kind->title);
	dict_set(row, "counter", kind->counter);
	dict_set(row, "help", kind->help);
	show_number(row, "there", n.there);
	show_number(row, "ended", n.ended);
	show_number(row, "lacking", n.lacking);
	if (kind->confidential)
		dict_show(row, "confidential");
	if (kind->unit != UNIT_BODY)
		dict_show(row, "asked");
	return true;
}

void
page_registers(struct call *c)
{
	struct err e = {0};
	const struct registers *all = store_bank(c->store)->registers;
	struct dict *page = page_begin(c, _("Registers"));
	for (size_t i = 0; i < all->count; i++)
		if (!fill_register(c, dict_add(page, "register"), &all->kinds[i], &e)) {
			dict_destroy(page);
			page_error(c, &e);
			return;
		}
	page_show(c, 200, "registers.tpl", page);
}

static bool
fill_departments(struct call *c, struct dict *page, int64_t chosen, struct err *e)
{
	struct department *list;
	size_t count;
	if (!departments_list(c->db, c->arena, day_of_instant(c->now), &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "department_choice");
		show_number(row, "department_id", list[i].id);
		dict_set(row, "name", list[i].name);
		dict_set(row, "selected", list[i].id == chosen ? "selected" : "");
	}
	return true;
}

/* ?department= ?q= ?ended= ?page= beside ?mend= */
static struct entry_filter
filter_of_call(struct call *c)
{
	const char *words = http_query(c->http, "q"), *department = http_query(c->http, "department");
	const char *ended = http_query(c->http, "ended");
	struct entry_filter f = {.skip = (list_page(c) - 1) * PAGE_ROWS, .most = PAGE_ROWS + 1};
	if (words != NULL && utf8_plain(words, strlen(words)))
		f.words = words;
	if (department != NULL)
		(void)number_parse(department, 1, INT64_MAX, &f.department_id);
	if (ended == NULL || strcmp(ended, "1") != 0)
		f.there = day_of_instant(c->now);
	return f;
}

/* Those of a list in which something is to be mended, a page of them and one more. */
static bool
keep_unsettled(struct call *c, const struct register_kind *kind, struct entries *list, struct err *e)
{
	size_t seen = 0, kept = 0, first = (size_t)(list_page(c) - 1) * PAGE_ROWS;
	for (size_t i = 0; i < list->count && kept <= PAGE_ROWS; i++) {
		bool settled;
		if (!entry_is_settled(c->db, kind, &list->rows[i], day_of_instant(c->now), &settled, e))
			return false;
		if (!settled && seen++ >= first)
			list->rows[kept++] = list->rows[i];
	}
	list->count = kept;
	return true;
}

static bool
fill_list(struct call *c, struct dict *page, const struct register_kind *kind, struct err *e)
{
	struct entry_filter filter = filter_of_call(c);
	struct entries list;
	const char *asked = http_query(c->http, "mend");
	bool mend = asked != NULL && strcmp(asked, "1") == 0;
	if (mend) {
		filter.skip = filter.most = 0;
		filter.there = day_of_instant(c->now);
	}
	if (!entries_list(c->db, c->arena, kind, &filter, &list, e) ||
		(mend && !keep_unsettled(c, kind, &list, e)) ||
		!fill_departments(c, page, filter.department_id, e))
		return false;
	dict_set(page, "mend", mend ? "1" : "");
	dict_set(page, "mend_checked", mend ? "checked" : "");
	dict_set(page, "q", filter.words);
	show_number(page, "department", filter.department_id);
	dict_set(page, "ended_too", filter.there == 0 ? "1" : "");
	dict_set(page, "checked", filter.there == 0 ? "checked" : "");
	for (size_t i = 0; i < list.count && i < PAGE_ROWS; i++)
		if (!entry_fill_line(c, dict_add(page, "entry"), kind, &list.rows[i], e))
			return false;
	if (list.count == 0)
		dict_show(page, "none");
	show_pages(page, list_page(c), list.count > PAGE_ROWS);
	return fill_register(c, page, kind, e);
}

void
page_register(struct call *c)
{
	static const char *const done[] = {"applied", NULL};
	struct err e = {0};
	const struct register_kind *kind = register_of_call(c, &e);
	if (kind == NULL) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, kind->title);
	form_done(c, page, done);
	dict_set(page, "owner_title", kind->fields[FIELD_OWNER].title);
	dict_set(page, "name_title", kind->fields[FIELD_NAME].title);
	if (fill_list(c, page, kind, &e)) {
		page_show(c, 200, "register.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

/* ---- as a file ------------------------------------------------------------------------ */

/* Row by row, the titles first; what is read back is what was written. */
static const char **
fields_of(struct arena *a, const struct register_kind *kind, const struct entries *list, size_t *columns)
{
	const char **titles;
	*columns = entries_header(kind, a, &titles);
	const char **fields = ARENA_ARRAY(a, const char *, (list->count + 1) * *columns);
	memcpy(fields, titles, *columns * sizeof *fields);
	for (size_t i = 0; i < list->count; i++) {
		const char **row = fields + (i + 1) * *columns;
		memcpy(row, list->rows[i].texts, kind->count * sizeof *row);
		row[kind->count] = list->rows[i].department_name;
		row[kind->count + 1] = list->rows[i].owner_name;
	}
	return fields;
}

void
page_register_file(struct call *c)
{
	static const struct entry_filter all = {0};
	struct err e = {0};
	struct entries list;
	size_t columns;
	const struct register_kind *kind = register_of_call(c, &e);
	if (kind == NULL || !entries_list(c->db, c->arena, kind, &all, &list, &e)) {
		page_error(c, &e);
		return;
	}
	const char **fields = fields_of(c->arena, kind, &list, &columns);
	page_table_file(c, kind->title, fields, list.count + 1, columns);
}
