/* リスク評価表 of a fiscal year as a PDF. */
#include "web/pages.h"

#include <string.h>

#include "report/issue.h"
#include "web/risk/risk_page.h"

struct printing {
	struct issue_request request;
	struct issued issued;
};

static bool
print_work(struct call *c, struct err *e)
{
	struct printing *p = c->state;
	return report_issue(c->store, c->arena, &p->request, &p->issued, e);
}

static void
after_print(struct call *c, const struct err *failed)
{
	struct printing *p = c->state;
	if (failed == NULL)
		page_file(c, p->issued.type, p->issued.filename, &p->issued.bytes);
	else
		page_error(c, failed);
}

void
page_risk_paper(struct call *c)
{
	struct err e = {0};
	int year;
	struct printing *p = ARENA_NEW(c->arena, struct printing);
	const char *substitute = http_query(c->http, "substitute");
	if (!risk_year(c, &year, &e)) {
		page_error(c, &e);
		return;
	}
	p->request = (struct issue_request){.account_id = c->account.id,
		.gate = substitute != NULL && strcmp(substitute, "1") == 0 ? GLYPHS_SUBSTITUTE
									   : GLYPHS_REFUSE,
		.report = {.name = "risk-assessment",
			.about_id = year,
			.now = c->now,
			.issued_by = c->account.name}};
	c->state = p;
	web_slow(c, LANE_PAPER, print_work, after_print);
}
