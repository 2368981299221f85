/* tenken report: one report as a PDF or its tables for a spreadsheet, issued when its figures are final; or
 * the reports of all departments. */
#include "cli/commands.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/words.h"
#include "report/bind.h"
#include "report/export.h"
#include "store/organisation/people.h"

enum { DATA, CYCLE, DEPARTMENT, OF, READERS, OUTPUT, TABLE, CP932, GUARDED, SUBSTITUTE, ISSUED, REASON, SHEET, ALL };

static const struct option_row options[] = {
	[DATA] = OPTION_DATA,
	[CYCLE] = {"cycle", OPTION_NUMBER, "YEAR",
		N_("the fiscal year (default: the open cycle, else the last one)"), false, 2000, 2200},
	[DEPARTMENT] = {"department", OPTION_TEXT, "KEY", N_("the department (default: the whole body)"),
		false, 0, 0},
	[OF] = {"of", OPTION_TEXT, "NUMBER",
		N_("what a report about audits is about: R08-A02, R08-003, or the fiscal year"), false, 0, 0},
	[READERS] = {"readers", OPTION_TEXT, "WHO",
		N_("the edition for full, auditee or public (default: full)"), false, 0, 0},
	[OUTPUT] = {"o", OPTION_TEXT, "FILE",
		N_("where to write it: .pdf prints it; .xlsx, .zip (of CSV files) and .csv have its tables"),
		true, 0, 0},
	[TABLE] = {"table", OPTION_NUMBER, "N", N_("only the table of that number (needed for .csv)"), false,
		1, 1000},
	[CP932] = {"cp932", OPTION_SWITCH, "", N_("CSV in CP932 (Shift_JIS); substitutions are listed"),
		false, 0, 0},
	[GUARDED] = {"guarded", OPTION_SWITCH, "",
		N_("CSV with values like 6-1 kept from Excel's conversions (=\"6-1\")"), false, 0, 0},
	[SUBSTITUTE] = {"substitute", OPTION_SWITCH, "",
		N_("print the geta mark for characters that no font has, "
		   "instead of refusing"),
		false, 0, 0},
	[ISSUED] = {"issued", OPTION_NUMBER, "SECONDS",
		N_("the issue time in seconds since 1970 (default: now)"), false, 0, INT64_C(7258118400)},
	[REASON] = {"reason", OPTION_TEXT, "TEXT",
		N_("issue a new edition of a document that was issued before, for this reason"), false, 0, 0},
	[SHEET] = {"sheet", OPTION_NUMBER, "ID", N_("the sheet, for a report about one"), false, 1,
		INT64_MAX},
	[ALL] = {"all-departments", OPTION_SWITCH, "",
		N_("one report for each department (or every sheet), bound in one PDF with page numbers "
		   "counted through, or each in its own file in a .zip"),
		false, 0, 0},
};

static bool
readers_read(const struct arguments *args, struct report_request *rq, struct err *e)
{
	if (!args->given[READERS])
		return true;
	rq->readers = readers_of(args->texts[READERS]);
	return rq->readers < READERS_COUNT ||
	       err_set(e, ERR_INPUT, _("--readers takes full, auditee or public, not \"%s\""), args->texts[READERS]);
}

static bool
department_read(struct db *db, struct arena *a, const struct arguments *args, day_t day,
	struct report_request *rq, struct err *e)
{
	struct department department;
	if (!args->given[DEPARTMENT])
		return true;
	if (!department_find(db, a, args->texts[DEPARTMENT], day, &department, e))
		return false;
	rq->department_id = department.id;
	return true;
}

static bool
request_fill(struct store *s, struct arena *a, const struct arguments *args, struct report_request *rq,
	struct err *e)
{
	struct db *db = store_reader(s, e);
	struct cycle cycle;
	rq->now = args->given[ISSUED] ? args->numbers[ISSUED] : clock_now();
	rq->issued_by = _("secretariat");
	if (db == NULL || !readers_read(args, rq, e))
		return false;
	if (args->given[OF])
		return report_about(s, a, rq->name, args->texts[OF], &rq->about_id, e) &&
		       department_read(db, a, args, day_of_instant(rq->now), rq, e);
	if (args->given[CYCLE] ? !cycle_of_year(db, a, (int)args->numbers[CYCLE], &cycle, e)
			       : !cycle_current(db, a, &cycle, e))
		return false;
	if (!department_read(db, a, args, cycle.base_day, rq, e))
		return false;
	rq->cycle_id = cycle.id;
	rq->sheet_id = args->given[SHEET] ? args->numbers[SHEET] : 0;
	return true;
}

static const char *
suffix_of(const char *path)
{
	const char *dot = strrchr(path, '.');
	return dot != NULL ? dot : "";
}

static bool
tables_wanted(const char *path)
{
	static const char *const suffixes[] = {".xlsx", ".csv", ".zip"};
	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
		if (strcmp(suffix_of(path), suffixes[i]) == 0)
			return true;
	return false;
}

/* One table for .csv: of several, the one that was asked for. */
static bool
tables_choose(const struct arguments *args, struct export *x, struct err *e)
{
	bool one = strcmp(suffix_of(args->texts[OUTPUT]), ".csv") == 0;
	if (args->given[TABLE]) {
		size_t number = (size_t)args->numbers[TABLE];
		if (number > x->count)
			return err_set(e, ERR_INPUT, _("the report has %zu tables"), x->count);
		x->tables += number - 1;
		x->count = 1;
	}
	return !one || x->count == 1 ||
	       err_set(e, ERR_INPUT, _("the report has %zu tables: choose one with --table, or write a .zip"),
		       x->count);
}

static enum export_form
form_of(const struct arguments *args)
{
	if (strcmp(suffix_of(args->texts[OUTPUT]), ".xlsx") == 0)
		return EXPORT_XLSX;
	if (args->given[CP932])
		return args->given[GUARDED] ? EXPORT_CP932_GUARDED : EXPORT_CP932;
	return args->given[GUARDED] ? EXPORT_CSV_GUARDED : EXPORT_CSV;
}

static void
document_say(const struct document *d)
{
	if (d->id != 0)
		printf("number: %s%lld\nedition: %d\n", d->mark, (long long)d->number, d->edition);
}

static bool
export_file(struct arena *a, const struct export *x, const struct arguments *args, struct err *e)
{
	struct exported out = {0};
	const char *path = args->texts[OUTPUT];
	bool ok = export_write(a, x, form_of(args), strcmp(suffix_of(path), ".zip") == 0, &out, e) &&
		  file_write(path, out.bytes.data, out.bytes.length, e);
	for (size_t i = 0; ok && i < out.change_count; i++) {
		const struct export_change *c = &out.changes[i];
		printf("substituted: %s %zu:%zu %s -> %s\n", c->table, c->row, c->column, c->from, c->to);
	}
	if (ok)
		printf("tables: %zu\nbytes: %zu\n", x->count, out.bytes.length);
	buf_free(&out.bytes);
	return ok;
}

static struct issue_request
issue_of(const struct arguments *args)
{
	return (struct issue_request){.report = {.name = args->positional[0]},
		.reason = args->texts[REASON],
		.gate = args->given[SUBSTITUTE] ? GLYPHS_SUBSTITUTE : GLYPHS_REFUSE};
}

static bool
tables_write(struct store *s, struct arena *a, const struct arguments *args, struct err *e)
{
	struct issue_request rq = issue_of(args);
	struct export x;
	struct document d;
	if (!request_fill(s, a, args, &rq.report, e) || !report_tables(s, a, &rq, &x, &d, e) ||
		!tables_choose(args, &x, e) || !export_file(a, &x, args, e))
		return false;
	document_say(&d);
	return true;
}

static bool
paper_write(struct store *s, struct arena *a, const struct arguments *args, struct err *e)
{
	struct issue_request rq = issue_of(args);
	struct issued issued;
	if (!request_fill(s, a, args, &rq.report, e) || !report_issue(s, a, &rq, &issued, e))
		return false;
	bool ok = file_write(args->texts[OUTPUT], issued.bytes.data, issued.bytes.length, e);
	if (ok) {
		printf("bytes: %zu\n", issued.bytes.length);
		document_say(&issued.document);
	}
	buf_free(&issued.bytes);
	return ok;
}

/* Whom it is made for: the departments, or the sheets of one or of all. */
static bool
subjects_fill(struct store *s, struct arena *a, const struct report_request *rq, struct bind_request *out,
	struct err *e)
{
	int64_t *list;
	bool ok = report_about_sheet(rq->name) ? bind_sheets(s, a, rq->cycle_id, rq->department_id,
							 rq->set_key, &list, &out->count, e)
					       : bind_departments(s, a, rq->cycle_id, &list, &out->count, e);
	out->subjects = list;
	return ok;
}

static bool
binding_write(struct store *s, struct arena *a, const struct arguments *args, struct err *e)
{
	struct bind_request rq = {
		.form = strcmp(suffix_of(args->texts[OUTPUT]), ".zip") == 0 ? BIND_ZIP : BIND_PDF,
		.issue = {.report = {.name = args->positional[0]},
			.gate = args->given[SUBSTITUTE] ? GLYPHS_SUBSTITUTE : GLYPHS_REFUSE}};
	struct issued issued;
	if (!request_fill(s, a, args, &rq.issue.report, e) ||
		!subjects_fill(s, a, &rq.issue.report, &rq, e) || !report_bind(s, a, &rq, &issued, e))
		return false;
	bool ok = file_write(args->texts[OUTPUT], issued.bytes.data, issued.bytes.length, e);
	if (ok)
		printf("reports: %zu\nbytes: %zu\n", rq.count, issued.bytes.length);
	buf_free(&issued.bytes);
	return ok;
}

static bool
report_write(struct store *s, struct arena *a, const struct arguments *args, struct err *e)
{
	if (args->given[ALL])
		return binding_write(s, a, args, e);
	return tables_wanted(args->texts[OUTPUT]) ? tables_write(s, a, args, e) : paper_write(s, a, args, e);
}

static bool
run(const struct arguments *args, struct err *e)
{
	struct store *s = store_open(args->texts[DATA], e);
	if (s == NULL)
		return false;
	struct arena *a = arena_create();
	bool ok = report_write(s, a, args, e);
	arena_destroy(a);
	store_close(s);
	return ok;
}

const struct command cmd_report = {
	.name = "report",
	.summary = N_("print a report as PDF, or write its tables for a spreadsheet"),
	.operands = "NAME",
	.operand_least = 1,
	.operand_most = 1,
	.options = options,
	.option_count = sizeof options / sizeof *options,
	.run = run,
};
