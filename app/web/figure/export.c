#include "web/figure/export.h"

#include <string.h>

#include "base/words.h"
#include "web/form.h"
#include "web/show.h"

enum { CHANGES_SHOWN = 500 };

static const char *
address_of_form(struct call *c, const char *address, enum export_form form)
{
	return arena_printf(c->arena, "%s%cform=%s", address, strchr(address, '?') != NULL ? '&' : '?',
		export_form_name(form));
}

void
show_export(struct call *c, struct dict *page, const char *address)
{
	struct dict *d = dict_include(page, "export", "export.tpl");
	for (int i = 0; i < EXPORT_FORMS; i++) {
		struct dict *row = dict_add(d, "export_form");
		dict_set(row, "link", address_of_form(c, address, (enum export_form)i));
		dict_show(row, arena_printf(c->arena, "form_%d", i));
	}
}

bool
export_asked(struct call *c, enum export_form *out, struct err *e)
{
	const char *form = http_query(c->http, "form");
	*out = EXPORT_XLSX;
	return form == NULL || export_form_parse(form, out) ||
	       err_set(e, ERR_INPUT, _("there is no such form of file"));
}

static void
changes_show(struct call *c, const char *address, enum export_form form, const struct exported *x)
{
	struct dict *page = page_begin(c, _("Characters that change"));
	show_number(page, "count", (int64_t)x->change_count);
	dict_set(page, "link", arena_printf(c->arena, "%s&accept=1", address_of_form(c, address, form)));
	for (size_t i = 0; i < x->change_count && i < CHANGES_SHOWN; i++) {
		const struct export_change *change = &x->changes[i];
		struct dict *row = dict_add(page, "change");
		dict_set(row, "table", change->table);
		show_number(row, "row", (int64_t)change->row);
		show_number(row, "column", (int64_t)change->column);
		dict_set(row, "from", change->from);
		dict_set(row, "to", change->to);
		if (change->to[0] == '\0')
			dict_show(row, "dropped");
	}
	if (x->change_count > CHANGES_SHOWN)
		show_number(dict_add(page, "more"), "shown", CHANGES_SHOWN);
	page_show(c, 200, "substitutions.tpl", page);
}

void
page_exported(
	struct call *c, const char *name, const char *address, enum export_form form, struct exported *x)
{
	const char *accept = http_query(c->http, "accept");
	if (x->change_count > 0 && (accept == NULL || strcmp(accept, "1") != 0)) {
		buf_free(&x->bytes);
		changes_show(c, address, form, x);
		return;
	}
	page_file(c, x->type, arena_printf(c->arena, "%s%s", name, x->suffix), &x->bytes);
}

void
page_tables(struct call *c, const char *name, const char *address, const struct export *x)
{
	struct err e = {0};
	enum export_form form;
	struct exported out = {0};
	if (export_asked(c, &form, &e) && export_write(c->arena, x, form, false, &out, &e)) {
		page_exported(c, name, address, form, &out);
		return;
	}
	buf_free(&out.bytes);
	page_error(c, &e);
}
