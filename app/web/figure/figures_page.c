#include "web/figure/figures_page.h"

#include "draw/font.h"
#include "report/html.h"
#include "web/figure/export.h"
#include "web/pages.h"

const char figures_url[] = "/figures";

bool
figures_show(
	struct call *c, struct dict *page, const struct report_request *rq, const char *key, struct err *e)
{
	struct report report;
	if (!fonts_open(e) ||
		!report_make(c->store, c->arena, rq, &report, e)) /* opened by whoever is first */
		return false;
	dict_set(page, "report_title", report.title);
	dict_set(page, "report_label", report.label);
	report_html(c->arena, &report, dict_include(page, "report", "report.tpl"));
	show_export(c, page,
		report_tables_address(
			c->arena, rq->name, rq->cycle_id, key != NULL ? key : report_body, rq->set_key));
	return true;
}
