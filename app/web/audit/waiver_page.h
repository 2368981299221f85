#ifndef WEB_AUDIT_WAIVER_PAGE_H
#define WEB_AUDIT_WAIVER_PAGE_H

#include "store/audit/waivers.h"
#include "web/audit/audit_page.h"

/* {{#waivers}} of an audit (独立性の特例), for whoever sees all of it. */
bool waivers_fill(struct call *c, struct dict *page, const struct audit_view *v, struct err *e);

#endif
