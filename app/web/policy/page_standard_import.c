/* An edition of the standards from a table: judged, compared with the one in force, and only then taken over.
 */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "domain/answer/evidence.h"
#include "store/files.h"
#include "web/form.h"
#include "web/pending.h"
#include "web/policy/standard_page.h"
#include "web/show.h"

static const char *const typed[] = {"title", "edition", "from_day", "approved_by", "approved_day", "change"};
enum { TYPED = sizeof typed / sizeof *typed };

struct importing {
	struct standard_import import;
	struct pending file;
	struct faults faults;
	int64_t id;
};

static struct dict *
import_begin(struct call *c)
{
	struct dict *page = page_begin(c, _("Import of the standards"));
	for (size_t i = 0; i < TYPED; i++)
		dict_set(page, arena_printf(c->arena, "%s_typed", typed[i]), form_text(c, typed[i]));
	dict_set(page, strcmp(form_text(c, "readers"), "all") == 0 ? "all_selected" : "office_selected",
		"selected");
	dict_set(page, "readers_typed", form_text(c, "readers"));
	return page;
}

void
page_standard_import(struct call *c)
{
	page_show(c, 200, "standard_import.tpl", import_begin(c));
}

static void
refuse(struct call *c, int status, const char *complaint)
{
	struct dict *page = import_begin(c);
	dict_set(dict_add(page, "refused"), "complaint", complaint);
	page_show(c, status, "standard_import.tpl", page);
}

static void
refuse_for(struct call *c, const struct err *e)
{
	if (e->kind == ERR_INPUT || e->kind == ERR_CONFLICT)
		refuse(c, e->kind == ERR_CONFLICT ? 409 : 422, e->text);
	else
		page_error(c, e);
}

static bool
day_typed(struct call *c, const char *name, day_t *out, struct err *e)
{
	const char *text = form_text(c, name);
	return *text == '\0' || day_parse(text, out) || err_set(e, ERR_INPUT, _("%s is not a day"), text);
}

static bool
import_read(struct call *c, struct importing *w, struct err *e)
{
	const char *readers = form_text(c, "readers");
	w->faults.arena = c->arena;
	w->import = (struct standard_import){.arena = c->arena,
		.title = form_text(c, "title"),
		.edition = form_text(c, "edition"),
		.approved_by = form_text(c, "approved_by"),
		.change = form_lines(c->arena, form_text(c, "change")),
		.file = evidence_name(c->arena, w->file.name),
		.open = strcmp(readers, "all") == 0,
		.account_id = c->account.id,
		.now = c->now};
	sha256_of(w->file.data, w->file.length, w->import.digest);
	if (!w->import.open && strcmp(readers, "office") != 0)
		return err_set(e, ERR_INPUT, _("choose who may read the standards"));
	if (w->import.file == NULL)
		return err_set(e, ERR_INPUT, _("the name of the file cannot be used; give it another one"));
	if (!day_typed(c, "from_day", &w->import.from_day, e) ||
		!day_typed(c, "approved_day", &w->import.approved_day, e))
		return false;
	w->import.standard = standard_parse(
		w->file.data, w->file.length, w->import.file, store_bank(c->store), &w->faults);
	return true;
}

/* ---- what it would be ------------------------------------------------------------------------ */

static bool
changes_fill(struct call *c, struct dict *dry, const struct standard *after, struct err *e)
{
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

static void
dry_run_show(struct call *c, const struct importing *w)
{
	struct err e = {0};
	char digest[DIGEST_SIZE];
	struct dict *page = import_begin(c), *dry = dict_add(page, "dry_run");
	if (!changes_fill(c, dry, w->import.standard, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	pending_put(w->file.name, w->file.data, w->file.length, c->account.id, c->now, digest);
	dict_set(dry, "digest", digest);
	dict_set(dry, "filename", w->import.file);
	page_show(c, 200, "standard_import.tpl", page);
}

static void
faults_show(struct call *c, const struct importing *w)
{
	struct dict *page = import_begin(c);
	dict_set(page, "filename", w->import.file);
	show_faults(page, &w->faults);
	page_show(c, 422, "standard_import.tpl", page);
}

void
page_standard_import_post(struct call *c)
{
	static const char *const names[] = {"title", "edition", "from_day", "approved_by", "approved_day",
		"change", "readers", "standard", NULL};
	struct err e = {0};
	struct importing *w = ARENA_NEW(c->arena, struct importing);
	if (!form_check(c, names, &e)) {
		page_error(c, &e);
		return;
	}
	const struct http_field *file = form_file(c, "standard");
	if (file == NULL) {
		refuse(c, 422, _("no file was chosen"));
		return;
	}
	w->file = (struct pending){file->filename, file->value, file->length};
	if (!import_read(c, w, &e))
		refuse_for(c, &e);
	else if (w->import.standard == NULL)
		faults_show(c, w);
	else if (!standard_import_fits(c->db, &w->import, &e))
		refuse_for(c, &e);
	else
		dry_run_show(c, w);
}

/* ---- the yes ---------------------------------------------------------------------------------- */

static bool
add_work(struct db *db, struct piece *p, struct err *e)
{
	struct importing *w = p->with;
	return standard_add(db, &w->import, &w->id, e);
}

static void
after_add(struct call *c, const struct err *failed)
{
	const struct importing *w = c->state;
	if (failed != NULL)
		refuse_for(c, failed);
	else
		page_redirect(c, "/standards/%lld?done=imported", (long long)w->id);
}

static bool
put_work(struct call *c, struct err *e)
{
	struct importing *w = c->state;
	return file_put(c->store, w->file.data, w->file.length, w->import.digest, e);
}

static void
after_put(struct call *c, const struct err *failed)
{
	if (failed != NULL)
		page_error(c, failed);
	else
		web_write(c, add_work, c->state, after_add);
}

void
page_standard_import_apply(struct call *c)
{
	static const char *const names[] = {"title", "edition", "from_day", "approved_by", "approved_day",
		"change", "readers", "digest", NULL};
	struct err e = {0};
	struct importing *w = ARENA_NEW(c->arena, struct importing);
	c->state = w;
	if (!form_check(c, names, &e))
		page_error(c, &e);
	else if (!pending_take(c->arena, form_text(c, "digest"), c->account.id, c->now, &w->file))
		refuse(c, 409, _("the file is no longer at hand; choose it again"));
	else if (!import_read(c, w, &e))
		refuse_for(c, &e);
	else if (w->import.standard == NULL)
		faults_show(c, w);
	else
		web_slow(c, LANE_PAPER, put_work, after_put);
}
