#ifndef WEB_RISK_RISK_PAGE_H
#define WEB_RISK_RISK_PAGE_H

/* What the pages of the risk assessment (リスク評価) share. */

#include "store/risk/risk_words.h"
#include "store/risk/risks.h"
#include "web/web.h"

/* Of which account's departments the risks are shown; 0: of all. */
int64_t risk_manager(const struct call *c);

/* The fiscal year asked for (in the path, by ?year= or the field), else the present one. */
bool risk_year(struct call *c, int *out, struct err *e);

/* The one named in the path; ERR_ABSENT for whoever may not know of it. */
bool risk_of_call(struct call *c, struct risk *out, struct err *e);

/* Value and band, asset, threat, owner, treatment, acceptance: what the list and the page show. */
void risk_fill(struct call *c, struct dict *row, const struct risk_words *w, const struct risk *r);

/* The page of a risk, or of a new one, again after something was refused; refused NULL: nothing was. */
void risk_show(struct call *c, const struct err *refused);
void risk_show_new(struct call *c, const struct err *refused);

/* The table of a year again after something was refused; NULL: nothing was. */
void risks_show(struct call *c, const struct err *refused);
/* {{#settled}} or {{#unsettled}} with what was settled last, {{#may_settle}} with its form. */
bool risk_fill_settling(struct call *c, struct dict *page, int year, struct err *e);

/* {{>scale}}: what the steps and bands mean. */
void risk_fill_scale(struct dict *page, const struct risk_words *w);

#endif
