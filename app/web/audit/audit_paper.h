#ifndef WEB_AUDIT_AUDIT_PAPER_H
#define WEB_AUDIT_AUDIT_PAPER_H

/*
 * Papers about audits, a year of them, a finding, or the risk assessment of a year: which an account may have.
 *
 * What is settled is issued by leads and the secretariat, a finding's papers by whoever sees it; until then
 * whoever sees every department has a draft.
 *
 *	audit	whoever sees the audit from inside; what is guarded only who reads its working
 *		papers, until it is settled. The department's manager has the editions for the
 *		audited department and for anybody, of a report once it was notified
 *	year	who sees every department, what is guarded only leads and management until then;
 *		a manager the list of the own department's findings
 *	finding	who sees it
 *	plan, risks	who sees every department
 */

#include "report/issue.h"
#include "web/web.h"

/* What a path names: /papers/RECIPE/OF (parts 0 and 1), ?readers= and, of a year, ?department=. */
struct audit_paper {
	struct recipe_name recipe;
	int64_t id; /* of what it is about */
	const char *of, *title; /* R08-A01; what it is called */
	const char *back;       /* where it is shown */
	int64_t department_id;  /* 0: none, or the body */
	const char *department_key;
	enum readers readers;
	struct standing standing;
	bool issues; /* the account may have it issued; else it has what was issued already, */
	bool drafts; /* and as long as nothing was a draft */
};
/* ERR_ABSENT for what is not for this account. */
bool audit_paper_of_call(struct call *c, const char *of, struct audit_paper *out, struct err *e);

/* Whether the edition that stands was issued. */
bool audit_paper_stands(struct call *c, const struct audit_paper *p, bool *out, struct err *e);

/* {{#letter}} for each edition that the department of an audit may have, and nobody has issued: {{paper_title}}
 * {{link}}. */
bool audit_papers_fill_unissued(struct call *c, struct dict *page, int64_t id, const char *of, struct err *e);

/* {{#paper}} for each that the account may have: {{paper_title}} {{link}} and {{#draft}} or {{#settled}}. */
bool audit_papers_fill(struct call *c, struct dict *page, const char *about, int64_t id, const char *of,
	struct err *e);

#endif
