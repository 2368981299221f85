/* tenken policy import: an edition of the body's policy, taken over in its own words. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/words.h"
#include "cli/commands.h"
#include "cli/shipped.h"
#include "domain/policy/policy_wording.h"
#include "store/files.h"
#include "store/policy/policy_editions.h"
#include "store/store.h"

enum { DATA, EDITION, FROM, TITLE, DRY_RUN };

struct importing {
	struct policy_import import;
	char *data;
	size_t length;
	int64_t id;
};

static bool
document_read(struct importing *w, const char *path, struct faults *odd, struct err *e)
{
	const char *slash = strrchr(path, '/');
	struct faults f = {.arena = odd->arena};
	w->import.file = slash != NULL ? slash + 1 : path;
	if (!file_read(odd->arena, path, &w->data, &w->length, e))
		return false;
	w->import.text = policy_text_read(w->data, w->length, path, &f, odd);
	sha256_of(w->data, w->length, w->import.digest);
	return faults_say(&f, e);
}

static void
import_say(const struct policy *p, const struct policy_text *t, struct faults *odd)
{
	struct policy_unplaced u = policy_unplaced(odd->arena, p, t);
	for (size_t i = 0; i < u.unknown_count; i++)
		printf("? %s %s\n", u.unknown[i]->key, u.unknown[i]->title);
	for (size_t i = 0; i < u.missing_count; i++)
		printf("- %s %s\n", u.missing[i]->key, u.missing[i]->title);
	printf("clauses: %zu\nunknown: %zu\nmissing: %zu\noddities: %zu\n", t->count, u.unknown_count,
		u.missing_count, odd->count);
	fflush(stdout);
	for (size_t i = 0; i < odd->count; i++)
		fprintf(stderr, "%s:%d: %s\n", odd->items[i].file, odd->items[i].line, odd->items[i].text);
}

static bool
import_work(struct db *db, struct piece *p, struct err *e)
{
	struct importing *w = p->with;
	return policy_edition_add(db, &w->import, &w->id, e);
}

static bool
import_run(struct importing *w, struct store *s, bool dry, struct faults *odd, struct err *e)
{
	struct db *db = store_reader(s, e);
	if (db == NULL || !policy_import_fits(db, &w->import, e))
		return false;
	import_say(store_bank(s)->policy, w->import.text, odd);
	if (dry) {
		puts(_("Nothing was changed: this was a dry run."));
		return true;
	}
	return file_put(s, w->data, w->length, w->import.digest, e) &&
	       writer_run(store_writer(s), import_work, w, e);
}

static bool
run(const struct arguments *a, struct err *e)
{
	struct faults odd = {.arena = arena_create()};
	struct importing w = {
		.import = {.arena = odd.arena, .edition = a->texts[EDITION], .now = clock_now()}};
	day_parse(a->texts[FROM], &w.import.from_day);
	struct store *s = document_read(&w, a->positional[0], &odd, e) ? store_open(a->texts[DATA], e) : NULL;
	if (s != NULL)
		w.import.title = a->given[TITLE] ? a->texts[TITLE] : store_bank(s)->policy->title;
	bool ok = s != NULL && import_run(&w, s, a->given[DRY_RUN], &odd, e);
	store_close(s);
	arena_destroy(odd.arena);
	return ok;
}

static bool
day_check(const char *value, struct err *e)
{
	day_t day;
	return day_parse(value, &day) || err_set(e, ERR_INPUT, _("a day is written as 2026-04-01"));
}

static const struct option_row options[] = {
	[DATA] = OPTION_DATA,
	[EDITION] = {.name = "edition",
		.kind = OPTION_TEXT,
		.value = "EDITION",
		.help = N_("what the edition is called"),
		.required = true},
	[FROM] = {.name = "from",
		.kind = OPTION_TEXT,
		.value = "DATE",
		.help = N_("the first day on which it is in force"),
		.required = true,
		.check = day_check},
	[TITLE] = {.name = "title",
		.kind = OPTION_TEXT,
		.value = "TITLE",
		.help = N_("the name of the document (default: that of the clause tree)")},
	[DRY_RUN] = {.name = "dry-run",
		.kind = OPTION_SWITCH,
		.value = "",
		.help = N_("only say what would be imported")},
};

const struct command cmd_policy_import = {
	.name = "policy import",
	.summary = N_("take over an edition of the body's policy, in its original wording"),
	.operands = "FILE",
	.operand_least = 1,
	.operand_most = 1,
	.options = options,
	.option_count = sizeof options / sizeof *options,
	.run = run,
};
