#ifndef WEB_ORGANISATION_REGISTER_FILL_H
#define WEB_ORGANISATION_REGISTER_FILL_H

/* What the pages of the registers share. */

#include "store/register/registers.h"
#include "web/web.h"

/* The register the path names first; NULL with ERR_ABSENT. */
const struct register_kind *register_of_call(struct call *c, struct err *e);

/* The entry the path names first and second. ERR_DENIED unless the caller may see it: its
 * owner, the manager of its department, and who sees every department; or, to change it,
 * the secretariat and that manager. */
bool entry_of_call(
	struct call *c, const struct register_kind *kind, bool change, struct entry *out, struct err *e);
bool entry_may_change(const struct call *c, const struct entry *entry);

/* One line of a list: {{kind}} {{entry_key}} {{entry_name}} and what else lists show. */
bool entry_fill_line(struct call *c, struct dict *row, const struct register_kind *kind,
	const struct entry *entry, struct err *e);

#endif
