/* The list of findings: of every department, or of the manager's own. */
#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "domain/organisation/role.h"
#include "domain/score/score.h"
#include "store/organisation/departments.h"
#include "web/audit/finding_page.h"
#include "web/pages.h"
#include "web/scope.h"
#include "web/show.h"

enum { PAGE_ROWS = 50, YEAR_LEAST = 1990, YEAR_MOST = 2200 };

static bool
department_asked(struct call *c, int64_t *out, struct err *e)
{
	const char *key = http_query(c->http, "department");
	struct department d;
	*out = 0;
	if (!sees_every_department(c) || key == NULL || *key == '\0')
		return true;
	bool found = department_find(c->db, c->arena, key, day_of_instant(c->now), &d, e);
	*out = d.id;
	return found || err_set(e, e->kind == ERR_ABSENT ? ERR_INPUT : e->kind, "%s",
				_("there is no department with this code"));
}

/* ?show= open (as usual), overdue or all; ?year= */
static bool
filter_read(struct call *c, struct finding_filter *f, struct err *e)
{
	const char *show = http_query(c->http, "show"), *year = http_query(c->http, "year");
	int64_t number = 0;
	*f = (struct finding_filter){.day = day_of_instant(c->now),
		.told = !sees_every_department(c),
		.manager_id = sees_every_department(c) ? 0 : c->account.id,
		.state = FINDING_STATES,
		.severity = SEVERITIES};
	f->overdue = show != NULL && strcmp(show, "overdue") == 0;
	f->open = show == NULL || *show == '\0' || strcmp(show, "open") == 0;
	if (year != NULL && *year != '\0' && !number_parse(year, YEAR_LEAST, YEAR_MOST, &number))
		return err_set(e, ERR_INPUT, _("a fiscal year is a number like 2026"));
	f->year = (int)number;
	return department_asked(c, &f->department_id, e);
}

static void
rate_fill(struct dict *d, const char *section, int64_t numerator, int64_t denominator)
{
	int tenths = rate_tenths((struct rate){.numerator = numerator, .denominator = denominator});
	if (tenths != RATE_NONE)
		dict_setf(dict_add(d, section), "percent", "%d.%d", tenths / 10, tenths % 10);
}

static void
counts_fill(struct dict *page, const struct finding_counts *n)
{
	struct dict *d = dict_add(page, "counts");
	show_number(d, "confirmed", n->confirmed);
	show_number(d, "closed_count", n->closed);
	show_number(d, "open_count", n->open);
	show_number(d, "overdue_count", n->overdue);
	show_number(d, "repeated_count", n->repeated);
	show_number(d, "major_count", n->severe[SEVERITY_MAJOR]);
	show_number(d, "minor_count", n->severe[SEVERITY_MINOR]);
	show_number(d, "observation_count", n->severe[SEVERITY_OBSERVATION]);
	show_number(d, "recommendation_count", n->severe[SEVERITY_RECOMMENDATION]);
	if (n->spread > 0) {
		struct dict *spread = dict_add(d, "spread");
		show_number(spread, "spread_count", n->spread);
		show_number(spread, "spread_open", n->spread_open);
		show_number(spread, "spread_overdue", n->spread_overdue);
	}
	rate_fill(d, "closed_rate", n->closed, n->confirmed);
	rate_fill(d, "repeated_rate", n->repeated, n->confirmed);
	if (n->closed > 0) /* half a day up */
		show_number(
			dict_add(d, "pace"), "days", (2 * n->days_to_close + n->closed) / (2 * n->closed));
}

/* Counted over everything the filter's year and department have, whatever is listed. */
static bool
summary_fill(struct call *c, struct dict *page, struct finding_filter f, struct err *e)
{
	struct finding *list;
	size_t count;
	f.open = f.overdue = false;
	f.skip = f.most = 0;
	if (!findings_list(c->db, c->arena, &f, &list, &count, e))
		return false;
	struct finding_counts n = findings_count(list, count, f.day);
	counts_fill(page, &n);
	return true;
}

static void
choices_fill(struct call *c, struct dict *page, const struct finding_filter *f)
{
	const char *department = http_query(c->http, "department");
	dict_set(page, "department", department != NULL ? department : "");
	if (f->year != 0)
		show_number(page, "year", f->year);
	dict_set(page,
		f->overdue ? "overdue_selected"
		: f->open  ? "open_selected"
			   : "all_selected",
		"selected");
	dict_set(page, "show", f->overdue ? "overdue" : f->open ? "open" : "all");
	if (sees_every_department(c))
		dict_show(page, "every_department");
	if ((c->account.roles & AUDITORS) != 0)
		dict_show(page, "may_raise");
}

/* The list on paper: of everybody, or of the own department. */
static void
paper_fill(struct call *c, struct dict *page, const struct finding_filter *f)
{
	int year = f->year != 0 ? f->year : fiscal_year_of(f->day);
	struct department own;
	bool every = sees_every_department(c);
	if (!every && !department_at(c->db, c->arena, c->account.department_id, f->day, &own, NULL))
		return;
	struct dict *d = dict_add(page, "list_paper");
	show_number(d, "paper_year", year);
	dict_set(d, "paper_year_name", fiscal_year_name(c->arena, year));
	if (!every)
		dict_set(dict_add(d, "of_department"), "department_key", own.key);
}

void
page_findings(struct call *c)
{
	struct err e = {0};
	struct finding_filter f;
	struct finding *list;
	size_t count;
	if (!filter_read(c, &f, &e)) {
		page_error(c, &e);
		return;
	}
	int64_t at = list_page(c);
	f.skip = (at - 1) * PAGE_ROWS;
	f.most = PAGE_ROWS + 1;
	struct dict *page = page_begin(c, _("Findings"));
	if (!findings_list(c->db, c->arena, &f, &list, &count, &e) || !summary_fill(c, page, f, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	for (size_t i = 0; i < count && i < PAGE_ROWS; i++)
		finding_fill(c, dict_add(page, "finding"), &list[i]);
	if (count == 0)
		dict_show(page, "none");
	choices_fill(c, page, &f);
	paper_fill(c, page, &f);
	show_pages(page, at, count > PAGE_ROWS);
	page_show(c, 200, "findings.tpl", page);
}
