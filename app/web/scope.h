#ifndef WEB_SCOPE_H
#define WEB_SCOPE_H

/* Which departments' figures an account may see: management, auditors and the
 * secretariat every one; a manager the own one, in the cycle of today's name or of
 * the department it came out of. */

#include "store/cycles.h"
#include "web/web.h"

bool sees_every_department(const struct call *c);

/* A cycle named in the path or the query; NULL or "" is the current one. Prepared ones are ERR_ABSENT. */
bool scope_cycle(struct call *c, const char *id, struct cycle *out, struct err *e);

/* The department named by its key; ERR_DENIED when its figures are not for this account. */
bool scope_department(struct call *c, const struct cycle *cycle, const char *key,
	struct cycle_department *out, struct err *e);

/* The same by id; 0 is the whole body, which every reader may see (out is zero then). */
bool scope_department_id(
	struct call *c, const struct cycle *cycle, int64_t id, struct cycle_department *out, struct err *e);

/* The manager's own department in that cycle. */
bool scope_own(struct call *c, const struct cycle *cycle, struct cycle_department *out, struct err *e);

/* The cycles that have figures, {{#cycle_choice}} with the chosen one marked. */
bool scope_fill_cycles(struct call *c, struct dict *d, const struct cycle *chosen, struct err *e);

#endif
