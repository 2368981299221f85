#ifndef WEB_AUDIT_REQUEST_PAGE_H
#define WEB_AUDIT_REQUEST_PAGE_H

/* What the pages of requests for documents (資料依頼) share. */

#include "store/audit/requests.h"
#include "web/audit/audit_page.h"

struct request_view {
	struct audit_view audit;
	struct audit_request request;
	unsigned actors; /* enum request_actor */
};
bool request_of_call(struct call *c, struct request_view *out, struct err *e);
/* A file that is secret (機密性3) is for who audits, leads or hands it in. */
bool request_file_opens(const struct request_view *v, const struct request_file *f);

void request_fill(
	struct call *c, struct dict *row, const struct engagement *g, const struct audit_request *r);
/* {{#requests}}, and {{#asking}} with the form for whoever audits. */
bool requests_fill(struct call *c, struct dict *page, const struct audit_view *v, struct err *e);
/* What waits for this account, on the first page: {{#requests_waiting}}. */
bool requests_fill_waiting(struct call *c, struct dict *page, struct err *e);

void request_show(struct call *c, const struct err *refused);

#endif
