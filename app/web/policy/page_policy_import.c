/* An edition of the policy from a file: read, shown with what has no place and what it changes, and only
 * then taken over. */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "domain/answer/evidence.h"
#include "store/files.h"
#include "web/form.h"
#include "web/pending.h"
#include "web/policy/policy_page.h"
#include "web/show.h"

struct importing {
	struct policy_import import;
	struct pending file;
	struct faults faults, odd;
	int64_t id;
};

static struct dict *
import_begin(struct call *c)
{
	static const char *const names[] = {"edition", "from_day"};
	struct dict *page = page_begin(c, _("Import of the policy"));
	const char *title = http_field(c->http, "title");
	dict_set(page, "title_typed", title != NULL ? title : store_bank(c->store)->policy->title);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		dict_set(page, arena_printf(c->arena, "%s_typed", names[i]), form_text(c, names[i]));
	return page;
}

void
page_policy_import(struct call *c)
{
	page_show(c, 200, "policy_import.tpl", import_begin(c));
}

static void
refuse(struct call *c, int status, const char *complaint)
{
	struct dict *page = import_begin(c);
	dict_set(dict_add(page, "refused"), "complaint", complaint);
	page_show(c, status, "policy_import.tpl", page);
}

static void
refuse_for(struct call *c, const struct err *e)
{
	if (e->kind == ERR_INPUT || e->kind == ERR_CONFLICT)
		refuse(c, e->kind == ERR_CONFLICT ? 409 : 422, e->text);
	else
		page_error(c, e);
}

/* Title, edition and day as they were typed, and the clauses of the file. */
static bool
import_read(struct call *c, struct importing *w, struct err *e)
{
	const char *day = form_text(c, "from_day");
	w->faults.arena = w->odd.arena = c->arena;
	w->import = (struct policy_import){.arena = c->arena,
		.title = form_text(c, "title"),
		.edition = form_text(c, "edition"),
		.file = evidence_name(c->arena, w->file.name),
		.account_id = c->account.id,
		.now = c->now};
	sha256_of(w->file.data, w->file.length, w->import.digest);
	if (w->import.file == NULL)
		return err_set(e, ERR_INPUT, _("the name of the file cannot be used; give it another one"));
	if (*day != '\0' && !day_parse(day, &w->import.from_day))
		return err_set(e, ERR_INPUT, _("%s is not a day"), day);
	w->import.text = policy_text_read(w->file.data, w->file.length, w->import.file, &w->faults, &w->odd);
	return true;
}

/* ---- what it would be ------------------------------------------------------------------------ */

static bool
changes_fill(struct call *c, struct dict *dry, const struct policy_text *after, struct err *e)
{
	static const char *const names[POLICY_CHANGES] = {
		"same_count", "typography_count", "changed_count", "new_count", "removed_count"};
	int64_t current;
	struct policy_edition x;
	const struct policy_text *before;
	if (!policy_edition_in_force(c->db, day_of_instant(c->now), &current, e))
		return false;
	if (current == 0)
		return true;
	if (!policy_edition_find(c->db, c->arena, current, &x, e) ||
		!policy_edition_text(c->db, c->arena, current, &before, e))
		return false;
	struct policy_comparison p = policy_compare(c->arena, before, after);
	struct dict *d = dict_add(dry, "compared");
	dict_set(d, "edition", x.edition);
	for (size_t i = 0; i < POLICY_CHANGES; i++)
		show_number(d, names[i], (int64_t)p.counts[i]);
	show_number(d, "moved_count", (int64_t)p.moved);
	return true;
}

static void
oddities_fill(struct dict *dry, const struct faults *odd)
{
	struct dict *list = odd->count > 0 ? dict_add(dry, "oddities") : NULL;
	for (size_t i = 0; i < odd->count; i++) {
		struct dict *row = dict_add(list, "oddity");
		show_number(row, "line", odd->items[i].line);
		dict_set(row, "text", odd->items[i].text);
	}
}

static void
dry_run_show(struct call *c, const struct importing *w)
{
	struct err e = {0};
	char digest[DIGEST_SIZE];
	struct dict *page = import_begin(c), *dry = dict_add(page, "dry_run");
	if (!changes_fill(c, dry, w->import.text, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	pending_put(w->file.name, w->file.data, w->file.length, c->account.id, c->now, digest);
	dict_set(dry, "digest", digest);
	dict_set(dry, "filename", w->import.file);
	show_day(dry, c->arena, "from_words", w->import.from_day);
	show_number(dry, "clause_count", (int64_t)w->import.text->count);
	policy_fill_unplaced(c, dry, w->import.text);
	oddities_fill(dry, &w->odd);
	page_show(c, 200, "policy_import.tpl", page);
}

static void
faults_show(struct call *c, const struct importing *w)
{
	struct dict *page = import_begin(c);
	dict_set(page, "filename", w->import.file);
	show_faults(page, &w->faults);
	page_show(c, 422, "policy_import.tpl", page);
}

void
page_policy_import_post(struct call *c)
{
	static const char *const names[] = {"title", "edition", "from_day", "policy", NULL};
	struct err e = {0};
	struct importing *w = ARENA_NEW(c->arena, struct importing);
	if (!form_check(c, names, &e)) {
		page_error(c, &e);
		return;
	}
	const struct http_field *file = form_file(c, "policy");
	if (file == NULL) {
		refuse(c, 422, _("no file was chosen"));
		return;
	}
	w->file = (struct pending){file->filename, file->value, file->length};
	if (!import_read(c, w, &e))
		refuse_for(c, &e);
	else if (w->import.text == NULL)
		faults_show(c, w);
	else if (!policy_import_fits(c->db, &w->import, &e))
		refuse_for(c, &e);
	else
		dry_run_show(c, w);
}

/* ---- the yes ---------------------------------------------------------------------------------- */

static bool
add_work(struct db *db, struct piece *p, struct err *e)
{
	struct importing *w = p->with;
	return policy_edition_add(db, &w->import, &w->id, e);
}

static void
after_add(struct call *c, const struct err *failed)
{
	const struct importing *w = c->state;
	if (failed != NULL)
		refuse_for(c, failed);
	else
		page_redirect(c, "/policy/editions/%lld?done=imported", (long long)w->id);
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
page_policy_import_apply(struct call *c)
{
	static const char *const names[] = {"title", "edition", "from_day", "digest", NULL};
	struct err e = {0};
	struct importing *w = ARENA_NEW(c->arena, struct importing);
	c->state = w;
	if (!form_check(c, names, &e))
		page_error(c, &e);
	else if (!pending_take(c->arena, form_text(c, "digest"), c->account.id, c->now, &w->file))
		refuse(c, 409, _("the file is no longer at hand; choose it again"));
	else if (!import_read(c, w, &e))
		refuse_for(c, &e);
	else if (w->import.text == NULL)
		faults_show(c, w);
	else
		web_slow(c, LANE_PAPER, put_work, after_put);
}
