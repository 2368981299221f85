#ifndef WEB_SECTION_NA_PAGE_H
#define WEB_SECTION_NA_PAGE_H

/* What the manager's and the secretariat's page of 該当なし have in common. */

#include "store/decision/na.h"
#include "web/web.h"

extern const char *const na_fields[]; /* of the form that decides */

/* One group: what it is, how many, and what was decided. */
void na_fill_group(struct call *c, struct dict *row, const struct na_table *t, const struct na_group *g);

/* What the form decides, on a department's row (or NA_TOGETHER). ERR_CONFLICT when
 * it was made on another number than there is now. */
bool na_choice_read(
	struct call *c, const struct cycle *cycle, int64_t department, struct na_choice *out, struct err *e);
bool na_decide_work(struct db *db, struct piece *p, struct err *e); /* with: struct na_choice */

#endif
