#ifndef WEB_SHEET_SHEET_ROW_H
#define WEB_SHEET_SHEET_ROW_H

/* A sheet as one line of a list: what it stands for, who answers, its state; never an answer. */

#include "store/sheet/sheets.h"
#include "web/web.h"

void sheet_fill_row(struct call *c, struct dict *row, const struct sheet *s);

/* {{#filter}} for every state a list may be narrowed to, the chosen one marked; what was asked for,
 * NULL when that is none of them. */
const char *sheet_fill_filters(struct call *c, struct dict *d);

#endif
