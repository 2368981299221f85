#ifndef WEB_KEEP_RETENTION_PAGE_H
#define WEB_KEEP_RETENTION_PAGE_H

/* What the pages of 保存と廃棄 share. */

#include "store/keep/disposals.h"
#include "view/view.h"
#include "web/web.h"

/* {{#kind}} a row: title, class, 起算日, 満了日, how many, the state. */
bool retention_fill_kinds(struct call *c, struct dict *d, struct record_subject subject,
	struct retained **out, size_t *count, struct err *e);
/* {{>NAME}}: 3年, 永年, 常用. */
void retention_show_class(struct dict *d, const char *name, int years);
void retention_show_disposal(struct call *c, struct dict *d, const struct disposal *x);

#endif
