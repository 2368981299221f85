#ifndef WEB_FIGURE_REPORT_SCOPE_H
#define WEB_FIGURE_REPORT_SCOPE_H

/* Which papers an account may have: of which recipe, about whom. */

#include "report/issue.h"
#include "web/scope.h"

/* What a path names: /reports/RECIPE/CYCLE/KEY, KEY a department's or "body" (parts 0 to 2). */
struct paper_subject {
	struct recipe_name recipe;
	struct cycle cycle;
	struct cycle_department department; /* id 0: the body */
	const char *key, *name;
};

bool paper_recipe(
	struct call *c, const char *name, struct recipe_name *out, struct err *e); /* a printed one */
/* ERR_ABSENT, or ERR_DENIED for what is not for this account. */
bool paper_subject(struct call *c, const char *key, struct paper_subject *out, struct err *e);

/* The number, date and edition of what was issued, under {{#issued}}; else {{#unissued}}. */
void show_document(struct call *c, struct dict *d, const struct document *document);

#endif
