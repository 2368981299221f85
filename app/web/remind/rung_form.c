/* The form for one rung of a ladder, be it of self-checks or of audits. */
#include <stdlib.h>

#include "base/number.h"
#include "base/words.h"
#include "web/form.h"
#include "web/remind/reminding.h"
#include "web/show.h"

void
rung_form_fill(struct dict *page, const struct rung *r, const struct err *complaint)
{
	dict_set(page, "key", r->key);
	dict_set(page, "used_checked", r->used ? "checked" : "");
	dict_set(page, "subject", r->subject);
	dict_set(page, "text", r->text);
	if (complaint != NULL)
		dict_set(dict_add(page, "refused"), "complaint", complaint->text);
}

void
rung_form_days(struct dict *page, int days)
{
	struct dict *d = dict_add(page, "dated");
	dict_set(d, days > 0 ? "after_selected" : "before_selected", "selected");
	show_number(d, "days", abs(days));
}

void
rung_form_recipient(struct dict *page, const char *key, bool selected)
{
	struct dict *row = dict_add(page, "recipient");
	dict_set(row, "value", key);
	dict_set(row, "selected", selected ? "selected" : "");
	dict_show(dict_include(row, "rung_to", "rung_to.tpl"), key);
}

void
rung_form_read(struct call *c, struct rung *r)
{
	r->used = form_has(c, "used");
	r->subject = form_text(c, "subject");
	r->text = form_lines(c->arena, form_text(c, "text"));
}

bool
rung_form_read_days(struct call *c, int *out, struct err *e)
{
	int64_t days;
	if (!number_parse(form_text(c, "days"), 0, RUNG_DAYS_MOST, &days))
		return err_set(e, ERR_INPUT, _("say to whom, and how many days (at most %d) before or after"),
			RUNG_DAYS_MOST);
	*out = strcmp(form_text(c, "side"), "before") == 0 ? -(int)days : (int)days;
	return true;
}
