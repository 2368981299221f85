#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "xlsx/inside.h"

/* styles.xml: the codes of own number formats, and which format each cell style has. */
struct format {
	int number;
	struct show show;
};

struct formats {
	struct parts *parts;
	struct format *own;
	size_t own_count;
	bool cells; /* in cellXfs; those of cellStyleXfs are not what cells point to */
	struct err err;
};

static int
number_of(const char *text)
{
	return text != NULL ? atoi(text) : 0;
}

static struct show
show_of_id(const struct formats *f, int id)
{
	for (size_t i = 0; i < f->own_count; i++)
		if (f->own[i].number == id)
			return f->own[i].show;
	return show_of_built_in(id);
}

static void
on_start(void *with, const char *name, const char *const *attributes)
{
	struct formats *f = with;
	struct parts *p = f->parts;
	const char *code = xml_attribute(attributes, "formatCode");
	if (f->own_count >= XLSX_FORMATS_MOST || p->style_count >= XLSX_STYLES_MOST)
		err_set(&f->err, ERR_INPUT, _("the workbook has more than %d styles or %d formats of numbers"),
			XLSX_STYLES_MOST, XLSX_FORMATS_MOST);
	else if (strcmp(name, "numFmt") == 0 && code != NULL && !f->cells) {
		f->own = ARENA_PUSH(p->arena, f->own, f->own_count);
		f->own[f->own_count++] = (struct format){
			number_of(xml_attribute(attributes, "numFmtId")), show_of_format(code)};
	} else if (strcmp(name, "cellXfs") == 0)
		f->cells = true;
	else if (strcmp(name, "xf") == 0 && f->cells) {
		p->styles = ARENA_PUSH(p->arena, p->styles, p->style_count);
		p->styles[p->style_count++] = show_of_id(f, number_of(xml_attribute(attributes, "numFmtId")));
	}
}

static void
on_end(void *with, const char *name)
{
	struct formats *f = with;
	if (strcmp(name, "cellXfs") == 0)
		f->cells = false;
}

bool
styles_read(struct parts *p, const char *path, struct err *e)
{
	struct formats f = {.parts = p};
	const struct xml handlers = {.start = on_start, .end = on_end, .stop = &f.err};
	return part_read(p, path, &handlers, &f, e);
}
