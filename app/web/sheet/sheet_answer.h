#ifndef WEB_SHEET_SHEET_ANSWER_H
#define WEB_SHEET_SHEET_ANSWER_H

/* The two faces of a sheet, shared by reading it and by posting it. */

#include "web/sheet/sheet_fill.h"

void sheet_show_form(struct call *c, int status, const struct sheet_page *p);

/* The cycle is closed: nothing can be stored, so what there is stands to be read. */
void sheet_show_closed(struct call *c, int status, const struct sheet_page *p);

/* For the script that saves while someone types (static/tenken.js): what was stored and when, how many
 * answers there are; and where another window had saved meanwhile, all the answers as they are now and
 * those of the other window that gave way. Or, with 422, the questions that must be mended first. */
void sheet_saved_answer(struct call *c, const struct sheet *s, const struct questionnaire *q,
	const struct sheet_change *change);
void sheet_faults_answer(
	struct call *c, const struct sheet *s, const struct questionnaire *q, const struct sheet_form *form);

#endif
