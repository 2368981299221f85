/* An edition of the standards from a table: judged, and compared with the one in force. */
#include <string.h>

#include "base/words.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/policy/import_page.h"
#include "web/policy/standard_page.h"
#include "web/show.h"

struct standard_importing {
	struct importing importing; /* first */
	struct standard_import import;
};

static void
form_fill(struct call *c, struct dict *page)
{
	dict_set(page, strcmp(form_text(c, "readers"), "all") == 0 ? "all_selected" : "office_selected",
		"selected");
}

static bool
import_read(struct call *c, struct importing *importing, bool *read, struct err *e)
{
	struct standard_import *i = &((struct standard_importing *)importing)->import;
	const char *readers = form_text(c, "readers");
	*i = (struct standard_import){.arena = c->arena,
		.title = form_text(c, "title"),
		.edition = form_text(c, "edition"),
		.approved_by = form_text(c, "approved_by"),
		.change = form_lines(c->arena, form_text(c, "change")),
		.file = importing->filename,
		.open = strcmp(readers, "all") == 0,
		.account_id = c->account.id,
		.now = c->now};
	memcpy(i->digest, importing->digest, DIGEST_SIZE);
	if (!i->open && strcmp(readers, "office") != 0)
		return err_set(e, ERR_INPUT, _("choose who may read the standards"));
	if (!form_day(c, "from_day", &i->from_day, e) || !form_day(c, "approved_day", &i->approved_day, e))
		return false;
	i->standard = standard_parse(importing->file.data, importing->file.length, i->file,
		store_bank(c->store), &importing->faults);
	*read = i->standard != NULL;
	return true;
}

static bool
import_fits(struct db *db, const struct importing *w, struct err *e)
{
	return standard_import_fits(db, &((const struct standard_importing *)w)->import, e);
}

static bool
import_add(struct db *db, struct importing *w, struct err *e)
{
	return standard_add(db, &((struct standard_importing *)w)->import, &w->id, e);
}

/* ---- what it would be ------------------------------------------------------------------------ */

static bool
changes_fill(struct call *c, struct dict *dry, const struct importing *w, struct err *e)
{
	const struct standard *after = ((const struct standard_importing *)w)->import.standard;
	static const char *const sections[ARTICLE_CHANGES] = {"new", "changed", "gone"};
	static const struct standard none = {0};
	struct article_difference *list;
	int64_t current;
	const struct standard *before = &none;
	size_t counts[ARTICLE_CHANGES] = {0};
	if (!standard_in_force(c->db, day_of_instant(c->now), true, &current, e) ||
		(current != 0 && !standard_articles(c->db, c->arena, current, &before, e)))
		return false;
	size_t count = standard_compare(c->arena, before, after, &list);
	for (size_t i = 0; i < count; i++) {
		const struct article_difference *d = &list[i];
		struct dict *row = dict_add(dry, "difference");
		counts[d->change]++;
		dict_show(row, sections[d->change]);
		standard_fill_article(c, row, d->after != NULL ? d->after : d->before);
		if (d->change == ARTICLE_CHANGED)
			dict_set(dict_add(row, "before"), "text", d->before->text);
	}
	for (size_t i = 0; i < ARTICLE_CHANGES; i++)
		show_number(dry, arena_printf(c->arena, "%s_count", sections[i]), (int64_t)counts[i]);
	show_number(dry, "article_count", (int64_t)after->count);
	return true;
}

static const char *const names[] = {
	"title", "edition", "from_day", "approved_by", "approved_day", "change", "readers", NULL};
static const struct import_kind kind = {.title = N_("Import of the standards"),
	.file = "standard_import.tpl",
	.field = "standard",
	.names = names,
	.place = "/standards",
	.size = sizeof(struct standard_importing),
	.form_fill = form_fill,
	.read = import_read,
	.fits = import_fits,
	.changes_fill = changes_fill,
	.add = import_add};

void
page_standard_import(struct call *c)
{
	import_show(c, &kind);
}

void
page_standard_import_post(struct call *c)
{
	import_try(c, &kind);
}

void
page_standard_import_apply(struct call *c)
{
	import_apply(c, &kind);
}
