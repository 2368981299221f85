/* The tables behind a report or a page of figures, for spreadsheet programs. */
#include "web/pages.h"

#include <string.h>

#include "report/issue.h"
#include "web/figure/export.h"
#include "web/inside.h"

struct tables {
	struct report_request request;
	enum export_form form;
	const char *name, *address;
	struct exported exported;
};

static bool
tables_work(struct call *c, struct err *e)
{
	struct tables *t = c->state;
	struct issue_request issue = {
		.report = t->request, .account_id = c->account.id, .gate = GLYPHS_SUBSTITUTE};
	struct document d;
	struct export x;
	return report_tables(c->store, c->arena, &issue, &x, &d, e) &&
	       export_write(c->arena, &x, t->form, true, &t->exported, e) &&
	       (d.id == 0 || document_keep(c->store, c->arena, &d, export_form_name(t->form),
				     &t->exported.bytes, e));
}

static void
after_tables(struct call *c, const struct err *failed)
{
	struct tables *t = c->state;
	if (failed == NULL) {
		page_exported(c, t->name, t->address, t->form, &t->exported);
		return;
	}
	buf_free(&t->exported.bytes);
	page_error(c, failed);
}

const char *
report_tables_address(
	struct arena *a, const char *recipe, int64_t cycle, const char *key, const char *set_key)
{
	const char *address = arena_printf(a, "/reports/%s/%lld/%s/tables", query_escape(a, recipe),
		(long long)cycle, query_escape(a, key));
	return set_key == NULL ? address : arena_printf(a, "%s?set=%s", address, query_escape(a, set_key));
}

static bool
tables_of_call(struct call *c, struct tables *t, struct err *e)
{
	struct cycle cycle;
	struct cycle_department department = {0};
	if (!export_asked(c, &t->form, e) || !report_subject(c, c->parts[2], false, &cycle, &department, e))
		return false;
	t->request = (struct report_request){.name = c->parts[0],
		.set_key = http_query(c->http, "set"),
		.cycle_id = cycle.id,
		.department_id = department.department_id,
		.now = c->now,
		.issued_by = c->account.name};
	t->name = arena_printf(c->arena, "%s-%s-%s", c->parts[0], cycle_mark(c->arena, &cycle), c->parts[2]);
	t->address = report_tables_address(c->arena, c->parts[0], cycle.id, c->parts[2], t->request.set_key);
	return true;
}

void
page_report_tables(struct call *c)
{
	struct err e = {0};
	struct tables *t = ARENA_NEW(c->arena, struct tables);
	if (!tables_of_call(c, t, &e)) {
		page_error(c, &e);
		return;
	}
	c->state = t;
	web_slow(c, LANE_PAPER, tables_work, after_tables);
}
