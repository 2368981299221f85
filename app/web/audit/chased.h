#ifndef WEB_AUDIT_CHASED_H
#define WEB_AUDIT_CHASED_H

#include "store/audit/chases.h"
#include "web/web.h"

/* One {{#chased}} each: {{chased_name}} {{>rung_to}} {{>reminder_state}} {{planned_at}} {{sent_at}}. */
void chases_show(struct call *c, struct dict *d, const struct chased *list, size_t count);

#endif
