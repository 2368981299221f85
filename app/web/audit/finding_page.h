#ifndef WEB_AUDIT_FINDING_PAGE_H
#define WEB_AUDIT_FINDING_PAGE_H

/* What the pages of findings (指摘) share. */

#include "store/audit/findings.h"
#include "web/web.h"

/* The finding named in the path and what the account is for it. ERR_ABSENT for whoever may not know of it. */
bool finding_of_call(struct call *c, struct finding *out, unsigned *actors, struct err *e);
bool finding_look(struct call *c, int64_t id, struct finding *out, unsigned *actors, struct err *e);

/* Number, department, title, state, severity, days: what lists and the page itself show. */
void finding_fill(struct call *c, struct dict *row, const struct finding *f);

/* The form for its words. typed: what was sent comes before what is stored. */
bool finding_fill_form(struct call *c, struct dict *page, const struct finding *f, struct err *e);

/* Shows the page of a finding again after something was refused; refused NULL: nothing was. */
void finding_show(struct call *c, const struct err *refused);
/* The same for a new one. */
void finding_show_new(struct call *c, const struct err *refused);

/* What waits for this account, on the first page: {{#findings_waiting}}. */
bool findings_fill_waiting(struct call *c, struct dict *page, struct err *e);

/* 422 or 409; other failures are the error page's. */
bool finding_refusal(const struct err *failed);
int finding_status(const struct err *refused);

#endif
