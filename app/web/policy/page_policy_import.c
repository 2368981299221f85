/* An edition of the policy from its document: with what has no place and what it changes. */
#include <string.h>

#include "base/words.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/policy/import_page.h"
#include "web/policy/policy_page.h"
#include "web/show.h"

struct policy_importing {
	struct importing importing; /* first */
	struct policy_import import;
	struct faults odd;
};

static void
form_fill(struct call *c, struct dict *page)
{
	if (!form_has(c, "title"))
		dict_set(page, "title_typed", store_bank(c->store)->policy->title);
}

/* Title, edition and day as they were typed, and the clauses of the file. */
static bool
import_read(struct call *c, struct importing *importing, bool *read, struct err *e)
{
	struct policy_importing *w = (struct policy_importing *)importing;
	w->odd.arena = c->arena;
	w->import = (struct policy_import){.arena = c->arena,
		.title = form_text(c, "title"),
		.edition = form_text(c, "edition"),
		.file = importing->filename,
		.account_id = c->account.id,
		.now = c->now};
	memcpy(w->import.digest, importing->digest, DIGEST_SIZE);
	if (!form_day(c, "from_day", &w->import.from_day, e))
		return false;
	w->import.text = policy_text_read(
		importing->file.data, importing->file.length, w->import.file, &importing->faults, &w->odd);
	*read = w->import.text != NULL;
	return true;
}

static bool
import_fits(struct db *db, const struct importing *w, struct err *e)
{
	return policy_import_fits(db, &((const struct policy_importing *)w)->import, e);
}

static bool
import_add(struct db *db, struct importing *w, struct err *e)
{
	return policy_edition_add(db, &((struct policy_importing *)w)->import, &w->id, e);
}

/* ---- what it would be ------------------------------------------------------------------------ */

static bool
compared_fill(struct call *c, struct dict *dry, const struct policy_text *after, struct err *e)
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

static bool
changes_fill(struct call *c, struct dict *dry, const struct importing *importing, struct err *e)
{
	const struct policy_importing *w = (const struct policy_importing *)importing;
	show_day(dry, c->arena, "from_words", w->import.from_day);
	show_number(dry, "clause_count", (int64_t)w->import.text->count);
	policy_fill_unplaced(c, dry, w->import.text);
	oddities_fill(dry, &w->odd);
	return compared_fill(c, dry, w->import.text, e);
}

static const char *const names[] = {"title", "edition", "from_day", NULL};
static const struct import_kind kind = {.title = N_("Import of the policy"),
	.file = "policy_import.tpl",
	.field = "policy",
	.names = names,
	.place = "/policy/editions",
	.size = sizeof(struct policy_importing),
	.form_fill = form_fill,
	.read = import_read,
	.fits = import_fits,
	.changes_fill = changes_fill,
	.add = import_add};

void
page_policy_import(struct call *c)
{
	import_show(c, &kind);
}

void
page_policy_import_post(struct call *c)
{
	import_try(c, &kind);
}

void
page_policy_import_apply(struct call *c)
{
	import_apply(c, &kind);
}
