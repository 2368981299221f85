/* One's own sheet on paper: as it was submitted, or to be written on. */
#include "web/pages.h"

#include "store/sheet/sheets.h"
#include "web/figure/paper_file.h"

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
	const struct issue_request request = {.gate = GLYPHS_SUBSTITUTE,
		.report = {.name = s.submitted != NULL ? "sheet-filled" : "sheet-blank",
			.cycle_id = s.cycle_id,
			.sheet_id = s.id,
			.now = c->now,
			.issued_by = c->account.name}};
	page_paper_file(c, &request);
}
