#ifndef WEB_AUDIT_URGENT_PAGE_H
#define WEB_AUDIT_URGENT_PAGE_H

/* Urgent reports (緊急報告) on the page of their audit and on the first page. */

#include "store/audit/urgent.h"
#include "web/audit/audit_page.h"

/* {{#urgent_reports}} for whoever is shown them, {{#may_file}} with the form for a new one. */
bool urgent_fill(struct call *c, struct dict *page, const struct audit_view *v, struct err *e);
/* {{#urgent_waiting}}: those nobody has acknowledged. */
bool urgent_fill_waiting(struct call *c, struct dict *page, struct err *e);

#endif
