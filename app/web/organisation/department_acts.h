#ifndef WEB_ORGANISATION_DEPARTMENT_ACTS_H
#define WEB_ORGANISATION_DEPARTMENT_ACTS_H

/* What the secretariat decides about departments. */

#include "web/organisation/act_form.h"

extern const struct acts department_new, department_acts;

const char *department_address(struct arena *a, const char *key);

/* page_department.c: one {{#section}} for each department it came out of or went over into. */
bool department_fill_kin(
	struct call *c, struct dict *page, const char *section, int64_t id, bool successors, struct err *e);

#endif
