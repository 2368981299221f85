#ifndef WEB_POLICY_POLICY_PAGE_H
#define WEB_POLICY_POLICY_PAGE_H

/* What the pages of the body's policy show alike. */

#include "domain/policy/policy_wording.h"
#include "store/policy/policy_editions.h"
#include "store/policy/policy_revision.h"
#include "web/web.h"

/* The edition named in the path; ERR_ABSENT otherwise. */
bool policy_edition_of_call(struct call *c, struct policy_edition *out, struct err *e);

void policy_fill_edition(struct call *c, struct dict *row, const struct policy_edition *x);

/* {{#paragraph}} each with its {{text}}. */
void policy_fill_wording(struct dict *row, const struct policy_wording *w);

/* {{#unplaced}}: {{#unknown}} of the document, {{#missing}} of the tree. */
void policy_fill_unplaced(struct call *c, struct dict *page, const struct policy_text *t);

/* Which findings the account may see beside a clause. */
struct revision_reader policy_reader(const struct call *c);

#endif
