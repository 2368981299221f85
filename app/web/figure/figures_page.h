#ifndef WEB_FIGURE_FIGURES_PAGE_H
#define WEB_FIGURE_FIGURES_PAGE_H

#include "report/report.h"
#include "web/web.h"

/* Makes the report and includes it as {{>report}}, and where its tables can be had as
 * {{>export}}; report_title and report_label beside it. key: of the department, NULL
 * for the body. */
bool figures_show(
	struct call *c, struct dict *page, const struct report_request *rq, const char *key, struct err *e);

/* Where the figures of a table open to what stands behind them. */
extern const char figures_url[];

#endif
