/* How the audits of a fiscal year stand: what a management reads before a meeting, and the year's papers. */
#include "base/number.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "report/html.h"
#include "web/audit/audit_paper.h"
#include "web/pages.h"
#include "web/show.h"

enum { YEAR_LEAST = 2000, YEAR_MOST = 2200 };

static bool
year_of_call(struct call *c, int64_t *year, struct err *e)
{
	*year = fiscal_year_of(day_of_instant(c->now));
	return c->parts[0] == NULL || number_parse(c->parts[0], YEAR_LEAST, YEAR_MOST, year) ||
	       err_set(e, ERR_ABSENT, _("\"%s\" is no fiscal year"), c->parts[0]);
}

static bool
year_fill(struct call *c, struct dict *page, int64_t year, struct err *e)
{
	struct report r;
	const struct report_request rq = {.name = "audit-overview",
		.about_id = year,
		.reader_id = c->account.id,
		.now = c->now,
		.issued_by = c->account.name,
		.base_url = "/figures"};
	if (!report_make(c->store, c->arena, &rq, &r, e))
		return false;
	report_html(c->arena, &r, dict_include(page, "report", "report.tpl"));
	dict_set(page, "year_name", fiscal_year_name(c->arena, (int)year));
	dict_set(page, "year_before_name", fiscal_year_name(c->arena, (int)year - 1));
	dict_set(page, "year_after_name", fiscal_year_name(c->arena, (int)year + 1));
	show_number(page, "year_before", year - 1);
	if (year < fiscal_year_of(day_of_instant(c->now)))
		show_number(dict_add(page, "later"), "year_after", year + 1);
	return audit_papers_fill(c, dict_include(page, "papers", "audit_papers.tpl"), "year", year,
		arena_printf(c->arena, "%lld", (long long)year), e);
}

void
page_audit_year(struct call *c)
{
	struct err e = {0};
	int64_t year;
	struct dict *page = page_begin(c, _("State of the audits"));
	if (year_of_call(c, &year, &e) && year_fill(c, page, year, &e)) {
		page_show(c, 200, "audit_year.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}
