#ifndef WEB_AUDIT_EVENT_SEEN_H
#define WEB_AUDIT_EVENT_SEEN_H

/* What of the record of operations somebody may read: whatever is about an audit, only who sees that audit from
 * inside, and urgent reports only whom they are shown to. */

#include "store/event.h"
#include "web/web.h"

/* Keeps those, in their order. */
bool events_keep_seen(struct call *c, struct event *list, size_t *count, struct err *e);

#endif
