#ifndef WEB_FIGURES_PAGE_H
#define WEB_FIGURES_PAGE_H

#include "report/report.h"
#include "web/web.h"

/* Makes the report and includes it as {{>report}}; report_title and report_label beside it. */
bool figures_show(struct call *c, struct dict *page, const struct report_request *rq, struct err *e);

/* Where the figures of a table open to what stands behind them. */
extern const char figures_url[];

#endif
