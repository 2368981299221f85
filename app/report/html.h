#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "report/report.h"
#include "view/view.h"

/* Fills the dict of an included templates/report.tpl: headings, paragraphs, each
 * chart with its table, notes. What is for paper only is passed over. */
void report_html(struct arena *a, const struct report *r, struct dict *d);

#endif
