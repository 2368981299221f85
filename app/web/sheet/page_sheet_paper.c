/* One's own sheet on paper: as it was submitted, or to be written on. */
#include "web/pages.h"

#include "report/issue.h"
#include "store/sheet/sheets.h"

struct paper_of_sheet {
	struct issue_request request;
	struct issued issued;
};

static bool
print_work(struct call *c, struct err *e)
{
	struct paper_of_sheet *p = c->state;
	return report_issue(c->store, c->arena, &p->request, &p->issued, e);
}

static void
after_print(struct call *c, const struct err *failed)
{
	struct paper_of_sheet *p = c->state;
	if (failed == NULL)
		page_file(c, p->issued.type, p->issued.filename, &p->issued.bytes);
	else
		page_error(c, failed);
}

void
page_sheet_paper(struct call *c)
{
	struct err e = {0};
	struct sheet s;
	const struct questionnaire *q;
	if (!sheet_of_call(c, &s, &q, &e)) {
		page_error(c, &e);
		return;
	}
	struct paper_of_sheet *p = ARENA_NEW(c->arena, struct paper_of_sheet);
	p->request = (struct issue_request){.gate = GLYPHS_SUBSTITUTE,
		.report = {.name = s.submitted != NULL ? "sheet-filled" : "sheet-blank",
			.cycle_id = s.cycle_id,
			.sheet_id = s.id,
			.now = c->now,
			.issued_by = c->account.name}};
	c->state = p;
	web_slow(c, LANE_PAPER, print_work, after_print);
}
