/* tenken roster import: says what would change, then changes it whole or not at all. */
#include "cli/commands.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/words.h"
#include "store/event.h"
#include "store/organisation/people.h"
#include "store/organisation/roster_import.h"
#include "store/store.h"

enum { DATA, DRY_RUN, ON };

struct import {
	struct arena *arena;
	const char *file;
	const struct roster *roster;
	size_t counts[ROSTER_GONE + 1];
	day_t day;
	instant_t now;
};

static const char *
row_words(struct arena *a, const struct roster_row *r)
{
	return arena_printf(a, "%s %s / %s %s / %s / %s %s", r->number, r->name, r->department,
		r->department_name, roster_text(a, r, ROSTER_KIND), roster_login(r),
		roster_text(a, r, ROSTER_ROLES));
}

static void
change_say(struct arena *a, const struct roster_difference *d)
{
	enum roster_column *columns;
	size_t count = roster_changed(a, d, &columns);
	printf("* %s %s:", d->after->number, d->after->name);
	for (size_t i = 0; i < count; i++)
		printf("%s %s \"%s\" -> \"%s\"", i > 0 ? "," : "", roster_title(columns[i]),
			roster_text(a, d->before, columns[i]), roster_text(a, d->after, columns[i]));
	printf("\n");
}

static void
differences_say(struct import *i, const struct roster_difference *list, size_t count)
{
	for (size_t n = 0; n < count; n++) {
		i->counts[list[n].change]++;
		if (list[n].change == ROSTER_NEW)
			printf("+ %s\n", row_words(i->arena, list[n].after));
		else if (list[n].change == ROSTER_GONE)
			printf("- %s\n", row_words(i->arena, list[n].before));
		else
			change_say(i->arena, &list[n]);
	}
	printf("charset: %s\nnew: %zu\nchanged: %zu\ngone: %zu\n", i->roster->charset, i->counts[ROSTER_NEW],
		i->counts[ROSTER_CHANGED], i->counts[ROSTER_GONE]);
	fflush(stdout);
}

static void
departments_say(const struct roster_department *list, size_t count)
{
	static const char *const marks[] = {[ROSTER_DEPARTMENT_NEW] = "+",
		[ROSTER_DEPARTMENT_RENAMED] = "*",
		[ROSTER_DEPARTMENT_BACK] = "+",
		[ROSTER_DEPARTMENT_ENDED] = "-"};
	for (size_t i = 0; i < count; i++)
		printf("department %s %s %s%s%s\n", marks[list[i].change], list[i].key, list[i].was,
			list[i].was[0] != '\0' ? " -> " : "", list[i].name);
}

static bool
faults_say(const struct faults *f, struct err *e)
{
	for (size_t n = 0; n < f->count; n++)
		fprintf(stderr, "%s:%d: %s\n", f->items[n].file, f->items[n].line, f->items[n].text);
	return f->count == 0 ||
	       err_set(e, ERR_INPUT, _("nothing was changed: the file has %zu faults"), f->count);
}

static bool
roster_read(struct import *i, struct err *e)
{
	char *data;
	size_t length;
	if (!file_read(i->arena, i->file, &data, &length, e))
		return false;
	struct faults f = {.arena = i->arena};
	i->roster = roster_parse(data, length, i->file, &f);
	return faults_say(&f, e);
}

static bool
import_work(struct db *db, struct piece *p, struct err *e)
{
	struct import *i = p->with;
	const char *slash = strrchr(i->file, '/');
	return roster_apply(db, i->arena, i->roster, i->day, i->now, e) &&
	       event_add(db, i->now, 0, "roster_imported", slash != NULL ? slash + 1 : i->file,
		       arena_printf(i->arena, "+%zu *%zu -%zu", i->counts[ROSTER_NEW],
			       i->counts[ROSTER_CHANGED], i->counts[ROSTER_GONE]),
		       e);
}

static bool
import_run(struct import *i, struct store *s, bool dry, struct err *e)
{
	struct roster before;
	struct roster_difference *list;
	struct roster_department *departments;
	size_t department_count;
	struct faults f = {.arena = i->arena};
	struct db *db = store_reader(s, e);
	if (db == NULL || (i->day == 0 && !roster_usual_day(db, i->now, &i->day, e)) ||
		!roster_fits(db, i->arena, i->roster, i->day, i->now, i->file, &f, e) || !faults_say(&f, e) ||
		!roster_current(db, i->arena, i->day, &before, e) ||
		!roster_departments(
			db, i->arena, &before, i->roster, i->day, &departments, &department_count, e))
		return false;
	departments_say(departments, department_count);
	size_t count = roster_compare(i->arena, &before, i->roster, &list);
	differences_say(i, list, count);
	if (dry) {
		puts(_("Nothing was changed: this was a dry run."));
		return true;
	}
	return count == 0 || writer_run(store_writer(s), import_work, i, e);
}

static bool
run(const struct arguments *a, struct err *e)
{
	struct import i = {.arena = arena_create(), .file = a->positional[0], .now = clock_now()};
	if (a->given[ON])
		day_parse(a->texts[ON], &i.day);
	struct store *s = roster_read(&i, e) ? store_open(a->texts[DATA], e) : NULL;
	bool ok = s != NULL && import_run(&i, s, a->given[DRY_RUN], e);
	store_close(s);
	arena_destroy(i.arena);
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
	[DRY_RUN] = {.name = "dry-run",
		.kind = OPTION_SWITCH,
		.value = "",
		.help = N_("only say what would change")},
	[ON] = {.name = "on",
		.kind = OPTION_TEXT,
		.value = "DATE",
		.help = N_("the day from which the roster counts (default: today; for the first roster the "
			   "first "
			   "day of the fiscal year)"),
		.check = day_check},
};

const struct command cmd_roster_import = {
	.name = "roster import",
	.summary = N_("take over a roster: additions, changes and leavers"),
	.operands = "FILE",
	.operand_least = 1,
	.operand_most = 1,
	.options = options,
	.option_count = sizeof options / sizeof *options,
	.run = run,
};
