/* The files of a whole cycle, for those who may read them. */
#include "web/pages.h"

#include <inttypes.h>
#include <string.h>

#include "base/words.h"
#include "domain/organisation/role.h"
#include "web/scope.h"
#include "web/sheet/evidence.h"
#include "web/show.h"

enum { PAGE_ROWS = 100, KILO = 1024 };

void
evidence_fill(struct dict *row, struct arena *a, const struct attachment *f, bool closed_too)
{
	bool opens = closed_too || f->secrecy < SECRECY_CLOSED;
	show_number(row, "file_id", f->id);
	show_number(row, "sheet_id", f->sheet_id);
	dict_show(row, opens ? "opens" : "closed");
	dict_set(row, "name", opens ? f->name : "");
	dict_setf(row, "size", "%" PRId64 " KB", (f->size + KILO - 1) / KILO);
	show_number(row, "secrecy", f->secrecy);
	show_instant(row, a, "added_at", f->added_at);
}

static bool
reads_all(const struct call *c)
{
	return (c->account.roles & (AUDITORS | ROLE_ADMIN)) != 0;
}

static bool
is_own(const struct call *c, const struct attachment_row *row)
{
	return row->person_id != 0 && row->person_id == c->account.person_id;
}

/* One that the manager acts for; 0 for those who see every one. */
static bool
department_of(struct call *c, struct dict *page, const struct cycle *cycle, int64_t *out, struct err *e)
{
	struct managed own;
	*out = 0;
	if (reads_all(c))
		return true;
	struct cycle_department acting;
	if (!scope_acting(c, cycle, &acting, e) || !scope_own(c, cycle, &own, e) ||
		!scope_fill_sections(c, page, cycle, &own, e))
		return false;
	*out = acting.department_id;
	return true;
}

/* What stands about one person is not the manager's to read unless the cycle says so. */
static bool
is_listed(struct call *c, const struct cycle *cycle, const struct questionnaire *q)
{
	return q->duty || cycle->individual || reads_all(c);
}

static bool
fill_rows(struct call *c, struct dict *page, const struct cycle *cycle, const struct attachment_row *rows,
	size_t count, struct err *e)
{
	struct dict *list = NULL;
	for (size_t i = 0; i < count; i++) {
		const struct questionnaire *q = store_cycle_set(c->store, cycle->id, rows[i].set_key, e);
		if (q == NULL)
			return false;
		if (!is_listed(c, cycle, q))
			continue;
		if (list == NULL)
			list = dict_add(page, "list");
		struct dict *row = dict_add(list, "file");
		evidence_fill(row, c->arena, &rows[i].file, reads_all(c) || is_own(c, &rows[i]));
		dict_set(row, "department_name", rows[i].department_name);
		dict_set(row, "unit_name", rows[i].unit_name);
		if (rows[i].unit_name[0] == '\0')
			dict_show(row, "whole_body");
		dict_set(row, "set_title", q->title);
		dict_set(row, "item", rows[i].file.item);
	}
	if (list == NULL)
		dict_show(page, "none");
	return true;
}

static bool
list_fill(struct call *c, struct dict *page, struct err *e)
{
	struct cycle cycle;
	struct attachment_row *rows;
	size_t count;
	int64_t department, at = list_page(c);
	if (!scope_cycle_with(c, http_query(c->http, "cycle"), "sheets", &cycle, e) ||
		!department_of(c, page, &cycle, &department, e) ||
		!attachments_of_cycle(c->db, c->arena, cycle.id, department, (int)(at - 1) * PAGE_ROWS,
			PAGE_ROWS + 1, &rows, &count, e))
		return false;
	show_number(page, "cycle_id", cycle.id);
	dict_set(page, "cycle_title", cycle.title);
	show_pages(page, at, count > PAGE_ROWS);
	return scope_fill_cycles(c, page, &cycle, "sheets", e) &&
	       fill_rows(c, page, &cycle, rows, count > PAGE_ROWS ? PAGE_ROWS : count, e);
}

void
page_evidence_list(struct call *c)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("Files handed in with the answers"));
	if (list_fill(c, page, &e)) {
		page_show(c, 200, "evidence_list.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}
