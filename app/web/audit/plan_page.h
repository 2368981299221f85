#ifndef WEB_AUDIT_PLAN_PAGE_H
#define WEB_AUDIT_PLAN_PAGE_H

/* What the pages of plans of audits share. */

#include "store/audit/audit_plans.h"
#include "web/web.h"

bool audit_plan_of_call(struct call *c, struct audit_plan *out, struct err *e);

/* Show a page again after something was refused; refused NULL: nothing was. */
void audit_plan_show(struct call *c, const struct err *refused);
void audit_plans_show(struct call *c, const struct err *refused);

#endif
