#include <string.h>

#include "base/words.h"
#include "xlsx/inside.h"

/* Sheets of many alike rows pack well beyond what other files do, bombs beyond that. */
static const struct unbundle_limits limits = {
	.entries = 4000, .entry_size = 96 << 20, .total_size = 160 << 20, .ratio = 300};

bool
part_read(struct parts *p, const char *path, const struct xml *handlers, void *with, struct err *e)
{
	char *data;
	size_t length;
	bool ok = unbundle_read(p->zip, p->scratch, path, &data, &length, e) &&
		  xml_read(data, length, handlers, with, path, e);
	arena_reset(p->scratch);
	return ok;
}

/* Where a part of the workbook points to others: _rels/NAME.rels beside it. */
struct relation {
	const char *id, *type, *path;
};

struct relations {
	struct arena *arena;
	const char *folder; /* "xl/" of the part that points */
	struct relation *items;
	size_t count;
};

/* "../x" is left alone: no program writes it here, and no entry is named so. */
static const char *
target_path(struct relations *r, const char *target)
{
	return target[0] == '/' ? arena_strdup(r->arena, target + 1)
				: arena_printf(r->arena, "%s%s", r->folder, target);
}

static void
on_relation(void *with, const char *name, const char *const *attributes)
{
	struct relations *r = with;
	const char *id = xml_attribute(attributes, "Id");
	const char *type = xml_attribute(attributes, "Type");
	const char *target = xml_attribute(attributes, "Target");
	if (strcmp(name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL)
		return;
	r->items = ARENA_PUSH(r->arena, r->items, r->count);
	r->items[r->count++] = (struct relation){
		arena_strdup(r->arena, id), arena_strdup(r->arena, type), target_path(r, target)};
}

static bool
relations_read(struct parts *p, const char *path, struct relations *r, struct err *e)
{
	static const struct xml handlers = {.start = on_relation};
	return part_read(p, path, &handlers, r, e);
}

/* Types are addresses that differ between the two editions of the standard, their last
 * word does not. id NULL: the first of the type. NULL: there is none. */
static const char *
relation_path(const struct relations *r, const char *type, const char *id)
{
	for (size_t i = 0; i < r->count; i++) {
		const char *slash = strrchr(r->items[i].type, '/');
		if (slash != NULL && strcmp(slash + 1, type) == 0 &&
			(id == NULL || strcmp(r->items[i].id, id) == 0))
			return r->items[i].path;
	}
	return NULL;
}

struct contents {
	struct parts *parts;
	const struct relations *relations;
	struct xlsx_table *tables;
	const char **paths;
	size_t count;
	struct err err;
};

static void
sheet_note(struct contents *c, const char *const *attributes)
{
	struct arena *a = c->parts->arena;
	const char *name = xml_attribute(attributes, "name");
	const char *state = xml_attribute(attributes, "state");
	const char *id = xml_attribute(attributes, "id");
	const char *path = id != NULL ? relation_path(c->relations, "worksheet", id) : NULL;
	if (name == NULL || path == NULL)
		return;
	if (c->count >= XLSX_SHEETS_MOST) {
		err_set(&c->err, ERR_INPUT, _("the workbook has more than %d sheets"), XLSX_SHEETS_MOST);
		return;
	}
	c->tables = ARENA_PUSH(a, c->tables, c->count);
	c->paths = ARENA_PUSH(a, c->paths, c->count);
	c->tables[c->count] = (struct xlsx_table){
		.name = arena_strdup(a, name), .hidden = state != NULL && strcmp(state, "visible") != 0};
	c->paths[c->count++] = path;
}

static void
on_workbook(void *with, const char *name, const char *const *attributes)
{
	struct contents *c = with;
	if (strcmp(name, "sheet") == 0)
		sheet_note(c, attributes);
	else if (strcmp(name, "workbookPr") == 0) {
		const char *from_1904 = xml_attribute(attributes, "date1904");
		c->parts->from_1904 =
			from_1904 != NULL && strcmp(from_1904, "0") != 0 && strcmp(from_1904, "false") != 0;
	}
}

static bool
tables_read(struct parts *p, const char *workbook, const struct relations *r, struct xlsx_book *out,
	struct err *e)
{
	struct contents c = {.parts = p, .relations = r};
	const struct xml handlers = {.start = on_workbook, .stop = &c.err};
	if (!part_read(p, workbook, &handlers, &c, e))
		return false;
	for (size_t i = 0; i < c.count; i++)
		if (!table_read(p, c.paths[i], &c.tables[i], e))
			return false;
	*out = (struct xlsx_book){c.tables, c.count};
	return true;
}

static bool
book_read(struct parts *p, struct xlsx_book *out, struct err *e)
{
	struct arena *a = p->arena;
	struct relations top = {.arena = a, .folder = ""};
	struct err none;
	const char *workbook = relations_read(p, "_rels/.rels", &top, &none)
				       ? relation_path(&top, "officeDocument", NULL)
				       : NULL;
	if (workbook == NULL)
		return err_set(e, ERR_INPUT, _("the file is an archive but no workbook (.xlsx)"));
	const char *slash = strrchr(workbook, '/');
	int folder = slash != NULL ? (int)(slash + 1 - workbook) : 0;
	struct relations r = {.arena = a, .folder = arena_strndup(a, workbook, (size_t)folder)};
	if (!relations_read(p, arena_printf(a, "%s_rels/%s.rels", r.folder, workbook + folder), &r, e))
		return false;
	const char *strings = relation_path(&r, "sharedStrings", NULL);
	const char *styles = relation_path(&r, "styles", NULL);
	return (strings == NULL || strings_read(p, strings, e)) &&
	       (styles == NULL || styles_read(p, styles, e)) && tables_read(p, workbook, &r, out, e);
}

/* Workbooks with a password, and those of before 2007, are another kind of container. */
static bool
is_old_container(const void *data, size_t length)
{
	return length >= 8 && memcmp(data, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0;
}

bool
xlsx_is(const void *data, size_t length)
{
	return (length >= 4 && memcmp(data, "PK\3\4", 4) == 0) || is_old_container(data, length);
}

bool
xlsx_read(struct arena *a, const void *data, size_t length, struct xlsx_book *out, struct err *e)
{
	*out = (struct xlsx_book){0};
	if (is_old_container(data, length))
		return err_set(e, ERR_INPUT,
			_("the workbook is locked with a password or in the old form (.xls); save it as "
			  ".xlsx "
			  "without a password"));
	if (!xlsx_is(data, length))
		return err_set(e, ERR_INPUT, _("the file is no workbook (.xlsx)"));
	struct parts p = {.arena = a, .zip = unbundle_open(data, length, &limits, e)};
	if (p.zip == NULL)
		return false;
	p.scratch = arena_create();
	bool ok = book_read(&p, out, e);
	arena_destroy(p.scratch);
	unbundle_close(p.zip);
	if (!ok && e->kind == ERR_ABSENT)
		e->kind = ERR_INPUT;
	return ok;
}

const struct xlsx_table *
xlsx_find(const struct xlsx_book *book, const char *name)
{
	for (size_t i = 0; i < book->count; i++)
		if (strcmp(book->sheets[i].name, name) == 0)
			return &book->sheets[i];
	return NULL;
}

const char *
xlsx_cell(const struct xlsx_cells *row, size_t column)
{
	return column < row->count ? row->cells[column].text : "";
}

const char *
xlsx_cell_name(struct arena *a, size_t column, int row)
{
	char letters[8];
	size_t n = sizeof letters - 1;
	letters[n] = '\0';
	for (size_t c = column + 1; c > 0 && n > 0; c = (c - 1) / 26)
		letters[--n] = (char)('A' + (c - 1) % 26);
	return arena_printf(a, "%s%d", letters + n, row);
}
