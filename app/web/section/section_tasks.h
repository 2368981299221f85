#ifndef WEB_SECTION_SECTION_TASKS_H
#define WEB_SECTION_SECTION_TASKS_H

/* What a manager has to do now in a department: {{#tasks}} with one {{#task}} each, or {{#nothing}}. */

#include "store/organisation/managed.h"
#include "web/web.h"

bool section_fill_tasks(
	struct call *c, struct dict *page, const struct cycle *cycle, const struct managed *own, struct err *e);

/* The department's sheets over all sets of the cycle. */
struct section_count {
	int64_t left, to_confirm, returned;
};
bool section_count(struct call *c, const struct cycle *cycle, int64_t department_id,
	struct section_count *out, struct err *e);

#endif
