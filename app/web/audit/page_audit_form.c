/* Planning an audit, or ordering one, and changing what was planned. */
#include "base/words.h"
#include "web/audit/audit_page.h"
#include "web/audit/finding_page.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/show.h"

void
audit_show_new(struct call *c, const struct err *refused)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("Plan an audit"));
	if (refused != NULL)
		dict_set(dict_add(page, "refused"), "complaint", refused->text);
	if (audit_fill_form(c, page, &(struct engagement){0}, &e)) {
		page_show(c, finding_status(refused), "audit_new.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_audit_new(struct call *c)
{
	audit_show_new(c, NULL);
}

void
audit_show_edit(struct call *c, const struct err *refused)
{
	struct err e = {0};
	struct audit_view v;
	if (!audit_of_call(c, &v, &e)) {
		page_error(c, &e);
		return;
	}
	if (!v.inside) {
		page_status(c, 403, NULL);
		return;
	}
	struct dict *page = page_begin(c, v.what.title);
	audit_fill(c, page, &v.what);
	show_number(page, "revision", v.what.revision);
	if (refused != NULL)
		dict_set(dict_add(page, "refused"), "complaint", refused->text);
	if (audit_fill_form(c, page, &v.what, &e)) {
		page_show(c, finding_status(refused), "audit_edit.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_audit_edit(struct call *c)
{
	audit_show_edit(c, NULL);
}
