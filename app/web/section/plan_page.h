#ifndef WEB_SECTION_PLAN_PAGE_H
#define WEB_SECTION_PLAN_PAGE_H

/* What the pages of improvement share: the manager's for the department, the
 * secretariat's for the body and everyone's plans. */

#include "report/figures.h"
#include "store/decision/plans.h"
#include "store/organisation/managed.h"
#include "web/web.h"

struct planning {
	struct cycle cycle;
	bool admin;
	int64_t department_id; /* whose plans are made here; PLAN_BODY for the secretariat */
	const char *name;      /* of the department or the body */
	struct managed own;    /* the manager's */
	const char *base;      /* address of the list */
	struct plan plan;      /* the one that is shown or changed; id 0: a new one */
	struct names *names; /* NULL: not looked for in the list */
	unsigned hints; /* in the texts that were sent: they may name a person or a procedure */
	const struct err *complaint;
	int status; /* with which a complaint is shown */
};

/* The cycle and department of the address. */
bool planning_read(struct call *c, bool admin, struct planning *p, struct err *e);
bool planning_may_write(const struct planning *p); /* the cycle has not ended, and the department is theirs */
/* Also the plan it names. ERR_DENIED when it is not the manager's. */
bool planning_plan(struct call *c, const char *id, struct planning *p, struct err *e);

void planning_show_list(struct call *c, struct planning *p);
void planning_show_plan(struct call *c, struct planning *p);

/* The question of a plan or a form, "set.item"; NULL when the cycle has none such. */
const struct item *planning_item(
	struct call *c, const struct planning *p, const char *field, const char **set_key);

/* Fields of the form, with what is typed or stored. */
bool planning_fill_form(struct call *c, struct dict *page, const struct planning *p, struct err *e);
/* The weakest questions of the department that have no plan yet. */
bool planning_fill_weakest(struct call *c, struct dict *page, const struct planning *p,
	const struct plan *plans, size_t count, struct err *e);

#endif
