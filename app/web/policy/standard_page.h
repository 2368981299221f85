#ifndef WEB_POLICY_STANDARD_PAGE_H
#define WEB_POLICY_STANDARD_PAGE_H

/* What the pages of the standards (対策基準) show alike. */

#include "store/policy/standards.h"
#include "web/web.h"

/* Auditors, management, secretariat and managers see every edition, others those for all staff. */
bool standard_reader(const struct call *c);

/* The edition named in the path; ERR_ABSENT also when the account may not know of it. */
bool standard_of_call(struct call *c, struct standard_edition *out, struct err *e);

void standard_fill_edition(struct call *c, struct dict *row, const struct standard_edition *x);
void standard_fill_article(struct call *c, struct dict *row, const struct standard_article *x);

#endif
