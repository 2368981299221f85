#ifndef WEB_AUDIT_AUDIT_PAGE_H
#define WEB_AUDIT_AUDIT_PAGE_H

/* What the pages of audits (監査) share. */

#include "store/audit/engagements.h"
#include "web/web.h"

struct audit_view {
	struct engagement what;
	unsigned actors; /* enum engagement_actor, as far as it may act: what is offered */
	unsigned named;  /* the same, whatever stands against it */
	bool inside;     /* sees all of it; else only what its department may know */
	bool reads;      /* and its working papers */
	bool auditee;    /* acts for the department */
};

/* The audit named first in the path and what the account is for it. ERR_ABSENT for whoever may not know of
 * it (engagement_stand); of those who see every department, whoever stands outside sees what the department does. */
bool audit_of_call(struct call *c, struct audit_view *out, struct err *e);
bool audit_look(struct call *c, int64_t id, struct audit_view *out, struct err *e);

/* Whoever asks, for the store: arena, account and time. */
struct engagement_act audit_asker(const struct call *c);

/* Number, title, department, system, days, state: what lists and the page itself show. */
void audit_fill(struct call *c, struct dict *row, const struct engagement *x);

/* The form for its words, {{#form}} with {{>fields}}; id 0: of a new one. What was typed comes before what is
 * stored. */
bool audit_fill_form(struct call *c, struct dict *page, const struct engagement *x, struct err *e);
bool audit_form_read(struct call *c, struct engagement *out, struct err *e);

/* Shows a page again after something was refused; refused NULL: nothing was. */
void audit_show(struct call *c, const struct err *refused);
void audit_show_new(struct call *c, const struct err *refused);
void audit_show_edit(struct call *c, const struct err *refused);

/* What waits for this account, on the first page: {{#audit_plans_waiting}}, {{#audits_coming}},
 * {{#audits_named}}, {{#audits_waiting}}. */
bool audits_fill_waiting(struct call *c, struct dict *page, struct err *e);

#endif
