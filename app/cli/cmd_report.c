/* tenken report: one report as a PDF. */
#include "cli/commands.h"

#include <stdio.h>

#include "base/file.h"
#include "base/words.h"
#include "draw/font.h"
#include "report/report.h"
#include "store/people.h"

enum { DATA, CYCLE, DEPARTMENT, OUTPUT, SUBSTITUTE, ISSUED };

static const struct option_row options[] = {
	[DATA] = OPTION_DATA,
	[CYCLE] = {"cycle", OPTION_NUMBER, "YEAR",
		N_("the fiscal year (default: the open cycle, else the last one)"), false, 2000, 2200},
	[DEPARTMENT] = {"department", OPTION_TEXT, "KEY", N_("the department (default: the whole body)"),
		false, 0, 0},
	[OUTPUT] = {"o", OPTION_TEXT, "FILE.pdf", N_("where to write it"), true, 0, 0},
	[SUBSTITUTE] = {"substitute", OPTION_SWITCH, "",
		N_("print the geta mark for characters that no font has, "
		   "instead of refusing"),
		false, 0, 0},
	[ISSUED] = {"issued", OPTION_NUMBER, "SECONDS",
		N_("the issue time in seconds since 1970 (default: now)"), false, 0, INT64_C(7258118400)},
};

static bool
request_fill(struct store *s, struct arena *a, const struct arguments *args, struct report_request *rq,
	struct err *e)
{
	struct db *db = store_reader(s, e);
	struct cycle cycle;
	struct department department;
	if (db == NULL)
		return false;
	if (args->given[CYCLE] ? !cycle_of_year(db, a, (int)args->numbers[CYCLE], &cycle, e)
			       : !cycle_current(db, a, &cycle, e))
		return false;
	if (args->given[DEPARTMENT]) {
		if (!department_find(db, a, args->texts[DEPARTMENT], cycle.base_day, &department, e))
			return false;
		rq->department_id = department.id;
	}
	rq->cycle_id = cycle.id;
	rq->now = args->given[ISSUED] ? args->numbers[ISSUED] : clock_now();
	rq->issued_by = _("secretariat");
	return true;
}

static bool
report_write(struct store *s, struct arena *a, const struct arguments *args, struct err *e)
{
	struct report_request rq = {.name = args->positional[0]};
	struct report report;
	struct buf pdf = BUF_INIT;
	enum glyph_gate gate = args->given[SUBSTITUTE] ? GLYPHS_SUBSTITUTE : GLYPHS_REFUSE;
	bool ok = request_fill(s, a, args, &rq, e) && fonts_open(e) && report_make(s, a, &rq, &report, e) &&
		  report_pdf(a, &report, gate, &pdf, e) &&
		  file_write(args->texts[OUTPUT], pdf.data, pdf.length, e);
	if (ok)
		printf("bytes: %zu\n", pdf.length);
	buf_free(&pdf);
	return ok;
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
	.summary = N_("print a report as PDF"),
	.operands = "NAME",
	.operand_least = 1,
	.operand_most = 1,
	.options = options,
	.option_count = sizeof options / sizeof *options,
	.run = run,
};
