/* tenken sheets export, sheets import: answer sheets handed out and taken back as a workbook. */
#include "cli/commands.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/words.h"
#include "store/organisation/account.h"
#include "store/sheet/answer_book.h"

#define OPTION_CYCLE                                                                                         \
	{                                                                                                    \
		.name = "cycle", .kind = OPTION_NUMBER, .value = "YEAR",                                     \
		.help = N_("the fiscal year (default: the open cycle, else the last one)"), .least = 2000,   \
		.most = 2200                                                                                 \
	}

/* ---- handing out ---- */

enum { OUT_DATA, OUT_CYCLE, OUT_DEPARTMENT, OUT_FILE, OUT_ISSUED };

static const struct option_row export_options[] = {
	[OUT_DATA] = OPTION_DATA,
	[OUT_CYCLE] = OPTION_CYCLE,
	[OUT_DEPARTMENT] = {.name = "department",
		.kind = OPTION_TEXT,
		.value = "KEY",
		.help = N_("the department"),
		.required = true},
	[OUT_FILE] = {.name = "o",
		.kind = OPTION_TEXT,
		.value = "FILE.xlsx",
		.help = N_("where to write it"),
		.required = true},
	[OUT_ISSUED] = {.name = "issued",
		.kind = OPTION_NUMBER,
		.value = "SECONDS",
		.help = N_("the issue time in seconds since 1970 (default: now)"),
		.most = INT64_C(7258118400)},
};

static bool
department_of(struct db *db, struct arena *a, const struct cycle *c, const char *key,
	struct cycle_department *out, struct err *e)
{
	struct cycle_department *list;
	size_t count;
	if (!cycle_departments(db, a, c->id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].key, key) == 0) {
			*out = list[i];
			return true;
		}
	return err_set(e, ERR_ABSENT, _("the cycle has no such department"));
}

static bool
book_export(struct store *s, struct arena *a, const struct arguments *args, struct err *e)
{
	struct cycle cycle;
	struct cycle_department department;
	struct answer_book book;
	struct buf out = BUF_INIT;
	struct db *db = store_reader(s, e);
	instant_t now = args->given[OUT_ISSUED] ? args->numbers[OUT_ISSUED] : clock_now();
	bool ok = db != NULL &&
		  (args->given[OUT_CYCLE] ? cycle_of_year(db, a, (int)args->numbers[OUT_CYCLE], &cycle, e)
					  : cycle_current(db, a, &cycle, e)) &&
		  department_of(db, a, &cycle, args->texts[OUT_DEPARTMENT], &department, e) &&
		  answer_book_gather(s, a, &cycle, &department, 0, now, &book, e) &&
		  answer_book_write(a, &book, &out, e) &&
		  file_write(args->texts[OUT_FILE], out.data, out.length, e);
	if (ok)
		printf("sheets: %zu\nbytes: %zu\n", book.count, out.length);
	buf_free(&out);
	return ok;
}

static bool
run_export(const struct arguments *args, struct err *e)
{
	struct store *s = store_open(args->texts[OUT_DATA], e);
	if (s == NULL)
		return false;
	struct arena *a = arena_create();
	bool ok = book_export(s, a, args, e);
	arena_destroy(a);
	store_close(s);
	return ok;
}

const struct command cmd_sheets_export = {
	.name = "sheets export",
	.summary = N_("hand out a department's open sheets as a workbook to be filled in"),
	.operands = "",
	.options = export_options,
	.option_count = sizeof export_options / sizeof *export_options,
	.run = run_export,
};

/* ---- taking back ---- */

enum { IN_DATA, IN_AS, IN_ON, IN_DRY_RUN };

static bool
day_check(const char *value, struct err *e)
{
	day_t day;
	return day_parse(value, &day) || err_set(e, ERR_INPUT, _("a day is written as 2026-04-01"));
}

static const struct option_row import_options[] = {
	[IN_DATA] = OPTION_DATA,
	[IN_AS] = {.name = "as",
		.kind = OPTION_TEXT,
		.value = "LOGIN",
		.help = N_("the sign-in name of who types the answers in"),
		.required = true},
	[IN_ON] = {.name = "on",
		.kind = OPTION_TEXT,
		.value = "DATE",
		.help = N_("the day it was handed in, which decides what came in time (default: today)"),
		.check = day_check},
	[IN_DRY_RUN] = {.name = "dry-run",
		.kind = OPTION_SWITCH,
		.value = "",
		.help = N_("only say what would change")},
};

static void
import_say(const struct answer_import *i)
{
	size_t counts[ANSWER_OUTCOMES] = {0};
	for (size_t n = 0; n < i->row_count; n++) {
		const struct answer_row *r = &i->rows[n];
		counts[r->outcome]++;
		printf("%s %s: %s %zu/%zu%s%s\n", r->code, r->worksheet, answer_outcome_key(r->outcome),
			r->given, r->asked, r->receipt != NULL ? " " : "",
			r->receipt != NULL ? r->receipt : "");
	}
	for (size_t n = 0; n < i->faults.count; n++) {
		const struct answer_fault *f = &i->faults.items[n];
		printf("! %s%s%s: %s\n", f->worksheet, f->cell[0] != '\0' ? " " : "", f->cell, f->reason);
	}
	for (int o = 0; o < ANSWER_OUTCOMES; o++)
		printf("%s: %zu\n", answer_outcome_key((enum answer_outcome)o), counts[o]);
	printf("faults: %zu\n", i->faults.count);
	fflush(stdout);
}

static bool
book_import(struct store *s, struct arena *a, const struct arguments *args, struct err *e)
{
	char *data;
	struct account account;
	const char *path = args->positional[0], *slash = strrchr(path, '/');
	struct answer_import i = {.arena = a, .file = slash != NULL ? slash + 1 : path, .now = clock_now()};
	struct db *db = store_reader(s, e);
	if (db == NULL || !account_by_login(db, a, args->texts[IN_AS], &account, e) ||
		!file_read(a, path, &data, &i.length, e))
		return false;
	i.data = data;
	i.account_id = account.id;
	if (args->given[IN_ON])
		day_parse(args->texts[IN_ON], &i.day);
	if (!(args->given[IN_DRY_RUN] ? answer_import_try(s, &i, e) : answer_import_run(s, &i, e)))
		return false;
	import_say(&i);
	if (args->given[IN_DRY_RUN])
		puts(_("Nothing was changed: this was a dry run."));
	return true;
}

static bool
run_import(const struct arguments *args, struct err *e)
{
	struct store *s = store_open(args->texts[IN_DATA], e);
	if (s == NULL)
		return false;
	struct arena *a = arena_create();
	bool ok = book_import(s, a, args, e);
	arena_destroy(a);
	store_close(s);
	return ok;
}

const struct command cmd_sheets_import = {
	.name = "sheets import",
	.summary = N_("take back a workbook of sheets that was filled in"),
	.operands = "FILE",
	.operand_least = 1,
	.operand_most = 1,
	.options = import_options,
	.option_count = sizeof import_options / sizeof *import_options,
	.run = run_import,
};
