/* A register from a file: compared with what there is, shown, and only then applied. */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "web/form.h"
#include "web/organisation/register_fill.h"
#include "web/pending.h"
#include "web/show.h"

enum { SHOWN_MOST = 500 }; /* lines of a table; the counts are always of all */

static struct dict *
import_begin(struct call *c, const struct register_kind *kind)
{
	struct dict *page = page_begin(c, kind->title);
	dict_set(page, "kind", kind->key);
	dict_set(page, "register_title", kind->title);
	dict_set(page, "counter", kind->counter);
	for (size_t i = 0; i < kind->count; i++) {
		const struct register_field *f = &kind->fields[i];
		struct dict *row = dict_add(page, "column");
		dict_set(row, "column_title", f->title);
		dict_set(row, "help", f->help);
		dict_show(row, f->need == NEED_MUST ? "must" : f->need == NEED_WANTED ? "wanted" : "may");
		dict_show(row, f->type == REGISTER_DAY      ? "a_day"
			       : f->type == REGISTER_NUMBER ? "a_number"
			       : f->type == REGISTER_ENTRY  ? "a_reference"
							    : "a_text");
		for (size_t k = 0; k < f->choice_count; k++)
			dict_set(dict_add(row, "choice"), "word", f->choices[k].word);
	}
	return page;
}

void
page_register_import(struct call *c)
{
	struct err e = {0};
	const struct register_kind *kind = register_of_call(c, &e);
	if (kind == NULL)
		page_error(c, &e);
	else
		page_show(c, 200, "register_import.tpl", import_begin(c, kind));
}

static void
fill_difference(struct dict *page, const struct register_kind *kind, const struct entry_difference *d)
{
	static const char *const sections[] = {
		[REGISTER_NEW] = "new", [REGISTER_CHANGED] = "changed", [REGISTER_GONE] = "gone"};
	const struct entry *shown = d->after != NULL ? d->after : d->before;
	struct dict *row = dict_add(page, "difference");
	dict_show(row, sections[d->change]);
	dict_set(row, "entry_key", shown->texts[FIELD_KEY]);
	dict_set(row, "entry_name", shown->texts[FIELD_NAME]);
	for (size_t i = 0; d->change == REGISTER_CHANGED && i < kind->count; i++) {
		if (strcmp(d->before->texts[i], d->after->texts[i]) == 0)
			continue;
		struct dict *change = dict_add(row, "change");
		dict_set(change, "column_title", kind->fields[i].title);
		dict_set(change, "was", d->before->texts[i]);
		dict_set(change, "is", d->after->texts[i]);
	}
}

static void
fill_dry_run(struct dict *page, const struct register_import *i)
{
	char digest[DIGEST_SIZE];
	entries_digest(i->kind, &i->before, digest);
	dict_set(page, "before", digest);
	for (size_t k = 0; k < i->count && k < SHOWN_MOST; k++)
		fill_difference(page, i->kind, &i->list[k]);
	show_number(page, "new_count", (int64_t)i->counts[REGISTER_NEW]);
	show_number(page, "changed_count", (int64_t)i->counts[REGISTER_CHANGED]);
	show_number(page, "gone_count", (int64_t)i->counts[REGISTER_GONE]);
	show_number(page, "row_count", (int64_t)i->after->count);
	dict_set(page, "charset", i->after->charset);
	dict_show(page, i->count == 0 ? "no_difference" : "differences");
	if (i->counts[REGISTER_GONE] > 0)
		show_number(dict_add(page, "some_gone"), "gone_count", (int64_t)i->counts[REGISTER_GONE]);
	if (i->count > SHOWN_MOST)
		show_number(dict_add(page, "more"), "shown", SHOWN_MOST);
}

static void
show_dry_run(struct call *c, const struct register_kind *kind, const struct http_field *file)
{
	struct err e = {0};
	struct faults faults = {.arena = c->arena};
	const struct register_import *i = register_read(
		c->db, c->arena, kind, file->value, file->length, file->filename, c->now, &faults, &e);
	if (i == NULL && faults.count == 0) {
		page_error(c, &e);
		return;
	}
	struct dict *page = import_begin(c, kind);
	dict_set(page, "filename", file->filename);
	if (i == NULL)
		show_faults(page, &faults);
	else {
		char digest[DIGEST_SIZE];
		struct dict *dry = dict_add(page, "dry_run");
		pending_put(file->filename, file->value, file->length, c->account.id, c->now, digest);
		dict_set(dry, "digest", digest);
		fill_dry_run(dry, i);
	}
	page_show(c, i == NULL ? 422 : 200, "register_import.tpl", page);
}

void
page_register_import_post(struct call *c)
{
	static const char *const names[] = {"register", NULL};
	struct err e = {0};
	const struct register_kind *kind = register_of_call(c, &e);
	if (kind == NULL || !form_check(c, names, &e)) {
		page_error(c, &e);
		return;
	}
	const struct http_field *file = form_file(c, "register");
	if (file != NULL) {
		show_dry_run(c, kind, file);
		return;
	}
	struct dict *page = import_begin(c, kind);
	dict_show(page, "no_file");
	page_show(c, 422, "register_import.tpl", page);
}

/* ---- the yes ---- */

struct applying {
	struct arena *arena;
	const struct register_kind *kind;
	struct pending file;
	const char *before; /* digest of what it was compared with */
	bool end_gone;
	struct acting by;
};

static bool
apply_work(struct db *db, struct piece *p, struct err *e)
{
	const struct applying *w = p->with;
	struct faults faults = {.arena = w->arena};
	char digest[DIGEST_SIZE];
	const struct register_import *i = register_read(
		db, w->arena, w->kind, w->file.data, w->file.length, w->file.name, w->by.now, &faults, e);
	if (i != NULL && i->count == 0)
		return true; /* sent twice */
	if (i != NULL)
		entries_digest(w->kind, &i->before, digest);
	if (faults.count > 0 || (i != NULL && strcmp(digest, w->before) != 0))
		return err_set(e, ERR_CONFLICT,
			_("the register has changed since the file was compared; choose the file again"));
	return i != NULL && register_apply(db, w->arena, i, w->file.name, w->end_gone, w->by, e);
}

void
page_register_import_apply(struct call *c)
{
	static const char *const names[] = {"digest", "before", "end_gone", NULL};
	struct err e = {0};
	struct applying *w = ARENA_NEW(c->arena, struct applying);
	*w = (struct applying){.arena = c->arena,
		.kind = register_of_call(c, &e),
		.end_gone = form_has(c, "end_gone"),
		.before = form_text(c, "before"),
		.by = {c->account.id, c->now}};
	if (w->kind == NULL || !form_check(c, names, &e)) {
		page_error(c, &e);
		return;
	}
	if (!pending_take(c->arena, form_text(c, "digest"), c->account.id, c->now, &w->file)) {
		struct dict *page = import_begin(c, w->kind);
		dict_show(page, "expired");
		page_show(c, 409, "register_import.tpl", page);
		return;
	}
	form_store(
		c, apply_work, w, arena_printf(c->arena, "/admin/registers/%s?done=applied", w->kind->key));
}
