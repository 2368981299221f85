#ifndef WEB_SCOPE_H
#define WEB_SCOPE_H

/* Which departments' figures an account may see: management, auditors and the
 * secretariat every one; a manager those that store/organisation/managed.h gives, in the cycle of
 * today's name or of the departments they came out of. */

#include "store/organisation/managed.h"
#include "web/web.h"

enum { AUDITORS = ROLE_AUDITOR | ROLE_LEAD, SEES_EVERY = ROLE_MANAGEMENT | AUDITORS | ROLE_ADMIN };
bool sees_every_department(const struct call *c);

/* A cycle named in the path or the query; NULL or "" is the current one. Prepared ones are ERR_ABSENT. */
bool scope_cycle(struct call *c, const char *id, struct cycle *out, struct err *e);
/* The same for a page that needs records of a kind (reports/retention.yaml): ERR_GONE when they were
 * disposed of. */
bool scope_cycle_with(struct call *c, const char *id, const char *kind, struct cycle *out, struct err *e);

/* A finding or an audit (store/keep/gone.h) is not there: ERR_ABSENT becomes ERR_GONE when it was disposed
 * of, for whoever sees every department. Always false. */
bool scope_gone(struct call *c, const char *kind, int64_t id, struct err *e);

/* The department named by its key; ERR_DENIED when its figures are not for this account. */
bool scope_department(struct call *c, const struct cycle *cycle, const char *key,
	struct cycle_department *out, struct err *e);

/* The same by id; 0 is the whole body, which every reader may see (out is zero then). */
bool scope_department_id(
	struct call *c, const struct cycle *cycle, int64_t id, struct cycle_department *out, struct err *e);

/* What a manager looks after in that cycle, the own department first; never none: ERR_DENIED or ERR_ABSENT.
 */
bool scope_managed(
	struct call *c, const struct cycle *cycle, struct managed **list, size_t *count, struct err *e);

/* One of them: the one whose key stands in the field or the query "department", else the first. */
bool scope_own(struct call *c, const struct cycle *cycle, struct managed *out, struct err *e);
const char *section_query(struct call *c); /* that key as it stands in an address; "" when none was sent */
/* The same, to do something in it: ERR_DENIED where the account only looks. */
bool scope_acting(struct call *c, const struct cycle *cycle, struct cycle_department *out, struct err *e);

/* Every department for whoever has one of these roles, else what the manager looks after, or (acting)
 * only what the manager acts for. */
bool scope_departments(struct call *c, const struct cycle *cycle, unsigned every, bool acting,
	struct cycle_department **out, size_t *count, struct err *e);

/* {{section_name}} {{department_key}}; {{#sections}} with one {{#section_choice}} each where there are
 * several, and {{#looks}} where the account only looks. */
bool scope_fill_sections(
	struct call *c, struct dict *d, const struct cycle *cycle, const struct managed *own, struct err *e);

/* The cycles that have such records, and the chosen one: {{#cycle_choice}} with that one marked. */
bool scope_fill_cycles(
	struct call *c, struct dict *d, const struct cycle *chosen, const char *kind, struct err *e);

/* What of an ended cycle was disposed of: {{#gone_list}} with the {{sentence}} of each kind in a {{#gone}};
 * of one kind, or of all (NULL). */
bool scope_fill_gone(
	struct call *c, struct dict *d, const struct cycle *cycle, const char *kind, struct err *e);

/* The departments of a cycle, {{#department_choice}} with the one marked that ?department=
 * names by its key; every one (chosen 0, key "") where it names none. */
bool scope_fill_departments(struct call *c, struct dict *d, const struct cycle *cycle, int64_t *chosen,
	const char **key, struct err *e);

#endif
