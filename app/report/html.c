#include "report/html.h"

#include <string.h>

#include "draw/svg.h"
#include "report/cell_value.h"

struct page {
	struct arena *arena;
	const struct report *report;
	const char **labels; /* of regions so far: each must be different */
	size_t label_count;
	size_t charts;
};

static const char *
label_make(struct page *p, const char *wanted)
{
	size_t same = 1;
	for (size_t i = 0; i < p->label_count; i++)
		same += strcmp(p->labels[i], wanted) == 0;
	p->labels = ARENA_PUSH(p->arena, p->labels, p->label_count);
	p->labels[p->label_count++] = wanted;
	return same == 1 ? wanted : arena_printf(p->arena, "%s (%zu)", wanted, same);
}

static const char *
align_class(enum align align)
{
	static const char *const classes[] = {
		[ALIGN_LEFT] = "text", [ALIGN_CENTRE] = "centre", [ALIGN_RIGHT] = "number"};
	return classes[align];
}

static void
cell_show(
	struct page *p, struct dict *row, const struct table *t, size_t column, const struct table_cell *cell)
{
	struct dict *outer = dict_add(row, "cell");
	struct dict *d = dict_add(outer, column == 0 && t->row_headers ? "heads" : "holds");
	enum align align = t->columns[column].align;
	dict_set(d, "align", align_class(align));
	if (align != ALIGN_RIGHT || cell->strong) /* hundreds of cells are plain numbers */
		dict_show(d, "classed");
	if (cell->strong)
		dict_show(d, "strong");
	struct dict *inner = dict_add(d, cell->link != NULL ? "linked" : "plain");
	dict_set(inner, "text", lines_on_one_line(p->arena, cell->text));
	if (cell->link != NULL)
		dict_set(inner, "link", cell->link);
}

static void
table_show(struct page *p, struct dict *section, const struct table *t, const char *heading)
{
	struct dict *d = dict_add(section, "table");
	const char *name = t->caption != NULL ? t->caption : heading != NULL ? heading : p->report->title;
	dict_set(d, "label", label_make(p, name));
	dict_set(d, "caption", name);
	if (heading != NULL && strcmp(name, heading) == 0)
		dict_show(d, "named"); /* just above, for those who see */
	struct dict *titled = t->bare ? NULL : dict_add(d, "titled");
	for (size_t i = 0; titled != NULL && i < t->column_count; i++) {
		struct dict *column = dict_add(titled, "column");
		dict_set(column, "align", align_class(t->columns[i].align));
		dict_set(column, "title", text_on_one_line(p->arena, t->columns[i].title));
	}
	for (size_t row = 0; row < t->row_count; row++) {
		struct dict *line = dict_add(d, "row");
		for (size_t i = 0; i < t->column_count; i++)
			cell_show(p, line, t, i, &t->cells[row * t->column_count + i]);
	}
}

static void
chart_show(struct page *p, struct dict *section, const struct canvas *chart)
{
	struct dict *d = dict_add(section, "chart");
	struct buf svg = BUF_INIT;
	svg_write(chart, arena_printf(p->arena, "chart-%zu", ++p->charts), &svg);
	dict_set(d, "label", label_make(p, chart->title != NULL ? chart->title : p->report->title));
	dict_set(d, "svg", svg.data);
	buf_free(&svg);
}

static void
lines_show(struct page *p, struct dict *section, const char *name, const char *text)
{
	char *rest = arena_strdup(p->arena, text == NULL ? "" : text);
	for (char *line; (line = strsep(&rest, "\n")) != NULL;)
		if (line[0] != '\0')
			dict_set(dict_add(section, name), "text", line);
}

static const char *
page_link(struct page *p, size_t first)
{
	return arena_printf(p->arena, "%s%zu", p->report->page_url, first / REPORT_DEPARTMENTS + 1);
}

static void
pager_show(struct page *p, struct dict *section)
{
	const struct report *r = p->report;
	if (r->page_url == NULL || r->department_count <= REPORT_DEPARTMENTS)
		return;
	struct dict *d = dict_add(section, "pager");
	dict_set(d, "label", label_make(p, r->title));
	dict_set(d, "first", arena_printf(p->arena, "%zu", r->first_department + 1));
	dict_set(d, "last", arena_printf(p->arena, "%zu", r->last_department));
	dict_set(d, "all", arena_printf(p->arena, "%zu", r->department_count));
	if (r->first_department > 0)
		dict_set(dict_add(d, "before"), "link",
			page_link(p, r->first_department - REPORT_DEPARTMENTS));
	if (r->last_department < r->department_count)
		dict_set(dict_add(d, "after"), "link", page_link(p, r->last_department));
}

static void
section_show(struct page *p, struct dict *d, const struct section *s)
{
	struct dict *section = dict_add(d, "section");
	if (s->heading != NULL)
		dict_set(dict_add(section, s->level > 2 ? "heading_3" : "heading_2"), "text", s->heading);
	for (size_t i = 0; i < s->paragraph_count; i++)
		lines_show(p, section, "paragraph", s->paragraphs[i]);
	if (s->chart != NULL)
		chart_show(p, section, s->chart);
	if (s->table != NULL)
		table_show(p, section, s->table, s->heading);
	if (s->half)
		dict_show(section, "half");
	if (s->paged)
		pager_show(p, section);
	lines_show(p, section, "note", s->note);
}

void
report_html(struct arena *a, const struct report *r, struct dict *d)
{
	struct page p = {.arena = a, .report = r};
	for (size_t i = 0; i < r->section_count; i++)
		if (r->sections[i].letter == NULL && r->sections[i].approval == NULL)
			section_show(&p, d, &r->sections[i]);
}
