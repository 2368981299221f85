/* The list of audits: every one, or a manager's own once they were announced. */
#include "base/number.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "domain/organisation/role.h"
#include "web/audit/audit_page.h"
#include "web/pages.h"
#include "web/scope.h"
#include "web/show.h"

enum { YEAR_LEAST = 1990, YEAR_MOST = 2200 };

static bool
filter_read(struct call *c, struct engagement_filter *f, struct err *e)
{
	const char *year = http_query(c->http, "year");
	int64_t number = 0;
	*f = (struct engagement_filter){.told = !sees_every_department(c),
		.manager_id = sees_every_department(c) ? 0 : c->account.id};
	if (year != NULL && *year != '\0' && !number_parse(year, YEAR_LEAST, YEAR_MOST, &number))
		return err_set(e, ERR_INPUT, _("a fiscal year is a number like 2026"));
	f->year = (int)number;
	return true;
}

static void
audits_fill(struct call *c, struct dict *page, const struct engagement *list, size_t count)
{
	struct dict *year = NULL;
	for (size_t i = 0; i < count; i++) {
		if (i == 0 || list[i].year != list[i - 1].year) {
			year = dict_add(page, "audit_year");
			dict_set(year, "year_name", fiscal_year_name(c->arena, list[i].year));
		}
		audit_fill(c, dict_add(year, "audit"), &list[i]);
	}
	if (count == 0)
		dict_show(page, "none");
}

/* One's own department's are there only as its page is. */
static bool
seen_keep(struct call *c, struct engagement *list, size_t *count, struct err *e)
{
	size_t kept = 0;
	for (size_t i = 0; i < *count; i++) {
		struct audit_view v;
		struct err hidden = {0};
		if (audit_look(c, list[i].id, &v, &hidden))
			list[kept++] = list[i];
		else if (hidden.kind != ERR_ABSENT)
			return err_set(e, hidden.kind, "%s", hidden.text);
	}
	*count = kept;
	return true;
}

void
page_audits(struct call *c)
{
	struct err e = {0};
	struct engagement_filter f;
	struct engagement *list;
	size_t count;
	if (!filter_read(c, &f, &e) || !engagements_list(c->db, c->arena, &f, &list, &count, &e) ||
		!seen_keep(c, list, &count, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Audits"));
	audits_fill(c, page, list, count);
	if (f.year != 0)
		show_number(page, "year", f.year);
	if (sees_every_department(c))
		dict_show(page, "sees_plans");
	if ((c->account.roles & (ROLE_LEAD | ROLE_MANAGEMENT)) != 0)
		dict_show(page, "may_add");
	if (sees_every_department(c))
		dict_show(page, "every");
	page_show(c, 200, "audits.tpl", page);
}
