#ifndef WEB_FIGURE_EXPORT_H
#define WEB_FIGURE_EXPORT_H

/*
 * Tables to take along: a page offers them with {{>export}}, the address behind it
 * answers with page_tables. The form is asked for with ?form= (report/export.h;
 * without it a workbook). CP932 that would change characters answers with the list of
 * them first; the link there, &accept=1, fetches the file.
 */

#include "report/export.h"
#include "web/web.h"

/* One link a form, as {{>export}}. address: of the route that answers, with its other
 * values after '?' if any. */
void show_export(struct call *c, struct dict *page, const char *address);

/* ERR_INPUT for a form that is none. */
bool export_asked(struct call *c, enum export_form *out, struct err *e);

/* Answers with what was written, taking its bytes over. name: of the file, without its
 * suffix; address: as above. */
void page_exported(
	struct call *c, const char *name, const char *address, enum export_form form, struct exported *x);

/* Both at once: writes the tables in the form that is asked for and answers. */
void page_tables(struct call *c, const char *name, const char *address, const struct export *x);

#endif
