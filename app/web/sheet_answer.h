#ifndef WEB_SHEET_ANSWER_H
#define WEB_SHEET_ANSWER_H

/* The two faces of a sheet, shared by reading it and by posting it. */

#include "web/sheet_fill.h"

void sheet_show_form(struct call *c, int status, const struct sheet_page *p);

/* The cycle is closed: nothing can be stored, so what there is stands to be read. */
void sheet_show_closed(struct call *c, int status, const struct sheet_page *p);

#endif
