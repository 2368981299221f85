/* The papers there are, and printing one. */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "draw/font.h"
#include "report/report.h"
#include "store/setting.h"
#include "web/scope.h"
#include "web/show.h"

static const char body_key[] = "body"; /* stands for the whole body in a path */

static void
fill_paper(struct dict *d, const struct recipe_name *recipe, const struct cycle *cycle, const char *key,
	const char *name)
{
	struct dict *row = dict_add(d, "paper");
	dict_set(row, "recipe", recipe->name);
	dict_set(row, "recipe_title", recipe->title);
	show_number(row, "cycle_id", cycle->id);
	dict_set(row, "key", key);
	dict_set(row, "subject", name);
}

static bool
fill_recipe(struct call *c, struct dict *page, const struct recipe_name *recipe, const struct cycle *cycle,
	struct err *e)
{
	struct cycle_department *list, own;
	size_t count = 1;
	if (!recipe->paper || (!recipe->department && !sees_every_department(c)))
		return true;
	if (sees_every_department(c)) {
		if (!cycle_departments(c->db, c->arena, cycle->id, &list, &count, e))
			return false;
	} else {
		list = &own;
		if (!scope_own(c, cycle, &own, e))
			return false;
	}
	struct dict *d = dict_add(page, "recipe");
	dict_set(d, "recipe_title", recipe->title);
	if (recipe->body && sees_every_department(c))
		fill_paper(dict_add(d, "whole"), recipe, cycle, body_key,
			setting_text(c->db, c->arena, "body_name"));
	struct dict *departments = recipe->department ? dict_add(d, "departments") : NULL;
	for (size_t i = 0; i < count && departments != NULL; i++)
		fill_paper(departments, recipe, cycle, list[i].key, list[i].name);
	return true;
}

static bool
reports_fill(struct call *c, struct dict *page, struct err *e)
{
	struct cycle cycle;
	struct recipe_name *recipes;
	size_t count;
	if (!scope_cycle(c, http_query(c->http, "cycle"), &cycle, e) ||
		!scope_fill_cycles(c, page, &cycle, e) || !recipes_list(c->arena, &recipes, &count, e))
		return false;
	dict_set(page, "cycle_title", cycle.title);
	if (!cycle_final(cycle.state))
		dict_show(page, "draft");
	for (size_t i = 0; i < count; i++) {
		if (!fill_recipe(c, page, &recipes[i], &cycle, e))
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
known_paper(struct call *c, const char *name, bool body, struct err *e)
{
	struct recipe_name *recipes;
	size_t count;
	if (!recipes_list(c->arena, &recipes, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (strcmp(recipes[i].name, name) == 0 && recipes[i].paper &&
			(body ? recipes[i].body : recipes[i].department))
			return true;
	}
	return err_set(e, ERR_ABSENT, _("there is no such report"));
}

/* What the paper is about, if it may be seen; department 0 for the body. */
static bool
subject_of(struct call *c, const char *key, struct cycle *cycle, struct cycle_department *department,
	struct err *e)
{
	bool body = strcmp(key, body_key) == 0;
	if (!known_paper(c, c->parts[0], body, e) || !scope_cycle(c, c->parts[1], cycle, e))
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
	if (!subject_of(c, key, &cycle, &department, e))
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
