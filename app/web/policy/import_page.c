#include "web/policy/import_page.h"

#include <string.h>

#include "base/words.h"
#include "domain/answer/evidence.h"
#include "web/form.h"
#include "web/show.h"
#include "web/upload.h"

enum { NAMES_MOST = 12 };

static struct dict *
import_begin(struct call *c, const struct import_kind *k)
{
	struct dict *page = page_begin(c, _(k->title));
	for (size_t i = 0; k->names[i] != NULL; i++)
		dict_set(page, arena_printf(c->arena, "%s_typed", k->names[i]), form_text(c, k->names[i]));
	if (k->form_fill != NULL)
		k->form_fill(c, page);
	return page;
}

void
import_show(struct call *c, const struct import_kind *k)
{
	page_show(c, 200, k->file, import_begin(c, k));
}

static void
refuse(struct call *c, const struct import_kind *k, int status, const char *complaint)
{
	struct dict *page = import_begin(c, k);
	dict_set(dict_add(page, "refused"), "complaint", complaint);
	page_show(c, status, k->file, page);
}

static void
refuse_for(struct call *c, const struct import_kind *k, const struct err *e)
{
	if (e->kind == ERR_INPUT || e->kind == ERR_CONFLICT)
		refuse(c, k, e->kind == ERR_CONFLICT ? 409 : 422, e->text);
	else
		page_error(c, e);
}

static void
faults_show(struct call *c, const struct importing *w)
{
	struct dict *page = import_begin(c, w->kind);
	dict_set(page, "filename", w->filename);
	show_faults(page, &w->faults);
	page_show(c, 422, w->kind->file, page);
}

static struct importing *
importing_begin(struct call *c, const struct import_kind *k)
{
	struct importing *w = arena_alloc(c->arena, k->size);
	memset(w, 0, k->size);
	w->kind = k;
	w->faults.arena = c->arena;
	c->state = w;
	return w;
}

static bool
names_known(struct call *c, const struct import_kind *k, const char *more, struct err *e)
{
	const char *names[NAMES_MOST + 2];
	size_t n = 0;
	for (; n < NAMES_MOST && k->names[n] != NULL; n++)
		names[n] = k->names[n];
	names[n++] = more;
	names[n] = NULL;
	return form_check(c, names, e);
}

/* False: the page was answered. */
static bool
import_read(struct call *c, struct importing *w)
{
	struct err e = {0};
	bool read = false;
	w->filename = evidence_name(c->arena, w->file.name);
	sha256_of(w->file.data, w->file.length, w->digest);
	if (w->filename == NULL) {
		err_set(&e, ERR_INPUT, _("the name of the file cannot be used; give it another one"));
		refuse_for(c, w->kind, &e);
	} else if (!w->kind->read(c, w, &read, &e))
		refuse_for(c, w->kind, &e);
	else if (!read)
		faults_show(c, w);
	return read;
}

/* ---- what it would be ------------------------------------------------------------------------ */

static void
dry_run_show(struct call *c, const struct importing *w)
{
	struct err e = {0};
	char digest[DIGEST_SIZE];
	struct dict *page = import_begin(c, w->kind), *dry = dict_add(page, "dry_run");
	if (!w->kind->changes_fill(c, dry, w, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	pending_put(w->file.name, w->file.data, w->file.length, c->account.id, c->now, digest);
	dict_set(dry, "digest", digest);
	dict_set(dry, "filename", w->filename);
	page_show(c, 200, w->kind->file, page);
}

void
import_try(struct call *c, const struct import_kind *k)
{
	struct err e = {0};
	struct importing *w = importing_begin(c, k);
	if (!names_known(c, k, k->field, &e)) {
		page_error(c, &e);
		return;
	}
	const struct http_field *file = form_file(c, k->field);
	if (file == NULL) {
		refuse(c, k, 422, _("no file was chosen"));
		return;
	}
	w->file = (struct pending){file->filename, file->value, file->length};
	if (!import_read(c, w))
		return;
	if (k->fits(c->db, w, &e))
		dry_run_show(c, w);
	else
		refuse_for(c, k, &e);
}

/* ---- the yes ---------------------------------------------------------------------------------- */

static bool
add_work(struct db *db, struct piece *p, struct err *e)
{
	struct importing *w = p->with;
	return w->kind->add(db, w, e);
}

static void
after_add(struct call *c, const struct err *failed)
{
	const struct importing *w = c->state;
	if (failed != NULL)
		refuse_for(c, w->kind, failed);
	else
		page_redirect(c, "%s/%lld?done=imported", w->kind->place, (long long)w->id);
}

void
import_apply(struct call *c, const struct import_kind *k)
{
	struct err e = {0};
	struct importing *w = importing_begin(c, k);
	if (!names_known(c, k, "digest", &e))
		page_error(c, &e);
	else if (!pending_take(c->arena, form_text(c, "digest"), c->account.id, c->now, &w->file))
		refuse(c, k, 409, _("the file is no longer at hand; choose it again"));
	else if (import_read(c, w))
		web_write_file(c, w->file.data, w->file.length, w->digest, add_work, w, after_add);
}
