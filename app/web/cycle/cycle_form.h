#ifndef WEB_CYCLE_CYCLE_FORM_H
#define WEB_CYCLE_CYCLE_FORM_H

/* What is set of a cycle, as a form: of a new one, and of one that is changed (store/cycle/cycle_prepare.h). */

#include "store/cycle/cycle_prepare.h"
#include "web/web.h"

struct cycle_form {
	unsigned parts; /* of enum cycle_part: what this form has */
	struct cycle_change change;
	bool bad_year, bad_title, bad_base, bad_opens, bad_due, bad_grace, no_sets, no_reason;
};

/* Reads what the parts have into change; opened: with a reason. False for a form that cannot be of ours. */
bool cycle_form_read(struct call *c, struct cycle_form *f, struct err *e);
bool cycle_form_faulty(const struct cycle_form *f);

/* Fields, filled with what was typed (f), else with what is stored; stored NULL: a new cycle. */
bool cycle_form_fill(struct call *c, struct dict *page, unsigned parts, const struct cycle *stored,
	const struct cycle_form *f, struct err *e);

#endif
