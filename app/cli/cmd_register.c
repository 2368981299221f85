/* tenken register: what the registers hold, and taking over a file of them. */
#include "cli/commands.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/words.h"
#include "cli/shipped.h"
#include "store/register/registers.h"
#include "store/store.h"

enum { DATA, DRY_RUN, END_GONE };

struct work {
	struct arena *arena;
	const struct register_kind *kind;
	const char *file;
	bool end_gone;
	struct register_import *import;
	struct acting by;
};

static const struct register_kind *
kind_named(struct store *s, const char *key, struct err *e)
{
	const struct registers *all = store_bank(s)->registers;
	const struct register_kind *kind = register_find(all, key);
	if (kind != NULL)
		return kind;
	char known[256] = "";
	for (size_t i = 0; i < all->count; i++)
		snprintf(known + strlen(known), sizeof known - strlen(known), "%s%s", i > 0 ? ", " : "",
			all->kinds[i].key);
	err_set(e, ERR_INPUT, _("there is no register %s; known are: %s"), key, known);
	return NULL;
}

static void
entry_say(char sign, const struct entry *e)
{
	printf("%c %s %s / %s %s / %s %s\n", sign, e->texts[FIELD_KEY], e->texts[FIELD_NAME],
		e->texts[FIELD_DEPARTMENT], e->department_name, e->texts[FIELD_OWNER], e->owner_name);
}

static void
difference_say(const struct register_kind *kind, const struct entry_difference *d)
{
	static const char signs[] = {[REGISTER_NEW] = '+', [REGISTER_CHANGED] = '*', [REGISTER_GONE] = '-'};
	entry_say(signs[d->change], d->after != NULL ? d->after : d->before);
	for (size_t i = 0; d->change == REGISTER_CHANGED && i < kind->count; i++)
		if (strcmp(d->before->texts[i], d->after->texts[i]) != 0)
			printf("    %s: %s -> %s\n", kind->fields[i].title, d->before->texts[i],
				d->after->texts[i]);
}

static bool
import_work(struct db *db, struct piece *p, struct err *e)
{
	const struct work *w = p->with;
	const char *slash = strrchr(w->file, '/');
	return register_apply(
		db, w->arena, w->import, slash != NULL ? slash + 1 : w->file, w->end_gone, w->by, e);
}

static bool
import_read(struct work *w, struct store *s, struct err *e)
{
	char *data;
	size_t length;
	struct faults f = {.arena = w->arena};
	struct db *db = store_reader(s, e);
	if (db == NULL || !file_read(w->arena, w->file, &data, &length, e))
		return false;
	w->import = register_read(db, w->arena, w->kind, data, length, w->file, w->by.now, &f, e);
	return faults_say(&f, e) && w->import != NULL;
}

static bool
import_run(struct work *w, struct store *s, bool dry, struct err *e)
{
	if (!import_read(w, s, e))
		return false;
	const struct register_import *i = w->import;
	for (size_t n = 0; n < i->count; n++)
		difference_say(w->kind, &i->list[n]);
	printf("charset: %s\nnew: %zu\nchanged: %zu\ngone: %zu\n", i->after->charset, i->counts[REGISTER_NEW],
		i->counts[REGISTER_CHANGED], i->counts[REGISTER_GONE]);
	fflush(stdout);
	if (dry) {
		puts(_("Nothing was changed: this was a dry run."));
		return true;
	}
	size_t changes = i->count - (w->end_gone ? 0 : i->counts[REGISTER_GONE]);
	return changes == 0 || writer_run(store_writer(s), import_work, w, e);
}

static bool
run_import(const struct arguments *a, struct err *e)
{
	struct work w = {.arena = arena_create(),
		.file = a->positional[1],
		.end_gone = a->given[END_GONE],
		.by = {.now = clock_now()}};
	struct store *s = store_open(a->texts[DATA], e);
	w.kind = s != NULL ? kind_named(s, a->positional[0], e) : NULL;
	bool ok = w.kind != NULL && import_run(&w, s, a->given[DRY_RUN], e);
	store_close(s);
	arena_destroy(w.arena);
	return ok;
}

static bool
list_run(struct arena *a, struct store *s, const char *key, struct err *e)
{
	const struct entry_filter now = {.there = day_of_instant(clock_now())};
	const struct register_kind *kind = kind_named(s, key, e);
	struct db *db = kind != NULL ? store_reader(s, e) : NULL;
	struct entries list;
	if (db == NULL || !entries_list(db, a, kind, &now, &list, e))
		return false;
	for (size_t i = 0; i < list.count; i++)
		entry_say(' ', &list.rows[i]);
	printf("entries: %zu\n", list.count);
	return true;
}

static bool
run_list(const struct arguments *a, struct err *e)
{
	struct arena *arena = arena_create();
	struct store *s = store_open(a->texts[DATA], e);
	bool ok = s != NULL && list_run(arena, s, a->positional[0], e);
	store_close(s);
	arena_destroy(arena);
	return ok;
}

static const struct option_row options[] = {
	[DATA] = OPTION_DATA,
	[DRY_RUN] = {.name = "dry-run",
		.kind = OPTION_SWITCH,
		.value = "",
		.help = N_("only say what would change")},
	[END_GONE] = {.name = "end-gone",
		.kind = OPTION_SWITCH,
		.value = "",
		.help = N_("entries the file does not have end the day before")},
};

const struct command cmd_register_import = {
	.name = "register import",
	.summary = N_(
		"take over a register (systems, contracts, accounts, facilities ...): additions and changes"),
	.operands = "KIND FILE",
	.operand_least = 2,
	.operand_most = 2,
	.options = options,
	.option_count = sizeof options / sizeof *options,
	.run = run_import,
};

const struct command cmd_register_list = {
	.name = "register list",
	.summary = N_("print what a register holds today"),
	.operands = "KIND",
	.operand_least = 1,
	.operand_most = 1,
	.options = options,
	.option_count = DATA + 1,
	.run = run_list,
};
