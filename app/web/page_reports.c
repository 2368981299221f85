/* The papers there are, and printing one. */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "draw/font.h"
#include "report/report.h"
#include "store/setting.h"
#include "web/export.h"
#include "web/inside.h"
#include "web/scope.h"
#include "web/show.h"

const char report_body[] = "body";

/* What the list offers: the papers, or the tables behind them. */
struct offer {
	struct cycle cycle;
	bool tables;
	enum export_form form;
};

static void
fill_paper(struct call *c, struct dict *d, const struct recipe_name *recipe, const struct offer *o,
	const char *key, const char *name)
{
	struct dict *row = dict_add(d, "paper");
	const char *link;
	if (o->tables)
		link = arena_printf(c->arena, "%s?form=%s",
			report_tables_address(c->arena, recipe->name, o->cycle.id, key, NULL),
			export_form_name(o->form));
	else
		link = arena_printf(c->arena, "/reports/%s/%lld/%s.pdf", query_escape(c->arena, recipe->name),
			(long long)o->cycle.id, query_escape(c->arena, key));
	dict_set(row, "link", link);
	dict_set(row, "subject", name);
	dict_show(row, o->tables ? "tables" : "pdf");
}

static bool
fill_recipe(struct call *c, struct dict *page, const struct recipe_name *recipe, const struct offer *o,
	struct err *e)
{
	struct cycle_department *list, own;
	size_t count = 1;
	if (!recipe->paper || (!recipe->department && !sees_every_department(c)))
		return true;
	if (sees_every_department(c)) {
		if (!cycle_departments(c->db, c->arena, o->cycle.id, &list, &count, e))
			return false;
	} else {
		list = &own;
		if (!scope_own(c, &o->cycle, &own, e))
			return false;
	}
	struct dict *d = dict_add(page, "recipe");
	dict_set(d, "recipe_title", recipe->title);
	if (recipe->body && sees_every_department(c))
		fill_paper(c, dict_add(d, "whole"), recipe, o, report_body,
			setting_text(c->db, c->arena, "body_name"));
	struct dict *departments = recipe->department ? dict_add(d, "departments") : NULL;
	for (size_t i = 0; i < count && departments != NULL; i++)
		fill_paper(c, departments, recipe, o, list[i].key, list[i].name);
	return true;
}

static bool
choose_form(struct call *c, struct dict *page, struct offer *o, struct err *e)
{
	const char *form = http_query(c->http, "form");
	o->tables = form != NULL && strcmp(form, "pdf") != 0;
	if (o->tables && !export_asked(c, &o->form, e))
		return false;
	for (int i = 0; i < EXPORT_FORMS; i++) {
		struct dict *row = dict_add(page, "form_choice");
		dict_set(row, "value", export_form_name((enum export_form)i));
		dict_show(row, arena_printf(c->arena, "form_%d", i));
		dict_set(row, "selected", o->tables && (int)o->form == i ? "selected" : "");
	}
	return true;
}

static bool
reports_fill(struct call *c, struct dict *page, struct err *e)
{
	struct offer o = {0};
	struct recipe_name *recipes;
	size_t count;
	if (!scope_cycle(c, http_query(c->http, "cycle"), &o.cycle, e) ||
		!scope_fill_cycles(c, page, &o.cycle, e) || !choose_form(c, page, &o, e) ||
		!recipes_list(c->arena, &recipes, &count, e))
		return false;
	dict_set(page, "cycle_title", o.cycle.title);
	if (!cycle_final(o.cycle.state))
		dict_show(page, "draft");
	for (size_t i = 0; i < count; i++) {
		if (!fill_recipe(c, page, &recipes[i], &o, e))
			return false;
	}
	return true;
}

void
page_reports(struct call *c)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("Reports"));
	if (reports_fill(c, page, &e)) {
		page_show(c, 200, "reports.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

/* ---- one paper ---- */

struct printing {
	struct report_request request;
	const char *filename;
	enum glyph_gate gate;
	struct buf pdf;
};

static bool
print_work(struct call *c, struct err *e)
{
	struct printing *p = c->state;
	struct report report;
	return fonts_open(e) && report_make(c->store, c->arena, &p->request, &report, e) &&
	       report_pdf(c->arena, &report, p->gate, &p->pdf, e);
}

/* The glyph gate refuses with ERR_INPUT and names the characters. */
static void
after_print(struct call *c, const struct err *failed)
{
	struct printing *p = c->state;
	if (failed == NULL) {
		page_file(c, "application/pdf", p->filename, &p->pdf);
		return;
	}
	buf_free(&p->pdf);
	if (failed->kind != ERR_INPUT) {
		page_error(c, failed);
		return;
	}
	struct dict *page = page_begin(c, _("Characters that cannot be printed"));
	dict_set(page, "characters", failed->text);
	dict_set(page, "recipe", c->parts[0]);
	dict_set(page, "cycle", c->parts[1]);
	dict_set(page, "file", c->parts[2]);
	page_show(c, 422, "glyphs.tpl", page);
}

static const char *
key_of_file(struct call *c, const char *file)
{
	size_t length = strlen(file);
	if (length <= 4 || strcmp(file + length - 4, ".pdf") != 0)
		return NULL;
	return arena_strndup(c->arena, file, length - 4);
}

static bool
known_report(struct call *c, const char *name, bool body, bool paper, struct err *e)
{
	struct recipe_name *recipes;
	size_t count;
	if (!recipes_list(c->arena, &recipes, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (strcmp(recipes[i].name, name) == 0 && (recipes[i].paper || !paper) &&
			(body ? recipes[i].body : recipes[i].department))
			return true;
	}
	return err_set(e, ERR_ABSENT, _("there is no such report"));
}

bool
report_subject(struct call *c, const char *key, bool paper, struct cycle *cycle,
	struct cycle_department *department, struct err *e)
{
	bool body = strcmp(key, report_body) == 0;
	if (!known_report(c, c->parts[0], body, paper, e) || !scope_cycle(c, c->parts[1], cycle, e))
		return false;
	if (body && !sees_every_department(c))
		return err_set(e, ERR_DENIED, _("the report of the whole body is not for you"));
	return body || scope_department(c, cycle, key, department, e);
}

static bool
printing_of(struct call *c, struct printing *p, struct err *e)
{
	struct cycle cycle;
	struct cycle_department department = {0};
	const char *key = key_of_file(c, c->parts[2]);
	if (key == NULL)
		return err_set(e, ERR_ABSENT, _("there is no such report"));
	if (!report_subject(c, key, true, &cycle, &department, e))
		return false;
	const char *substitute = http_query(c->http, "substitute");
	p->gate = substitute != NULL && strcmp(substitute, "1") == 0 ? GLYPHS_SUBSTITUTE : GLYPHS_REFUSE;
	p->filename = arena_printf(c->arena, "%s-%d-%s.pdf", c->parts[0], cycle.year, key);
	p->request = (struct report_request){.name = c->parts[0],
		.cycle_id = cycle.id,
		.department_id = department.department_id,
		.now = c->now,
		.issued_by = c->account.name};
	return true;
}

void
page_report_pdf(struct call *c)
{
	struct err e = {0};
	struct printing *p = ARENA_NEW(c->arena, struct printing);
	if (!printing_of(c, p, &e)) {
		page_error(c, &e);
		return;
	}
	c->state = p;
	web_slow(c, LANE_PAPER, print_work, after_print);
}
