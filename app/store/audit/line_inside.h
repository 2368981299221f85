#ifndef STORE_AUDIT_LINE_INSIDE_H
#define STORE_AUDIT_LINE_INSIDE_H

/* What the files of checklists and working papers share. */

#include "store/audit/checklists.h"

/* Keeps the act and logs it under the audit's number. revision: of the line after it, 0 without one. */
bool line_act_add(struct db *db, const struct engagement_act *x, const struct engagement *g, const char *item,
	int revision, const char *name, const char *note, struct err *e);

/* The audit, for who audits or leads it; else ERR_DENIED. */
bool line_engagement(struct db *db, const struct engagement_act *x, struct engagement *out, struct err *e);

/* The audit and a line of it whose paper may be written now, by who is named in it. ERR_CONFLICT when
 * it is not the time, or x->revision is not the line's. */
bool line_act_begin(struct db *db, const struct engagement_act *x, const char *item, struct engagement *g,
	struct line *l, struct err *e);

/* The line has changed: its revision grows, and what was reviewed is not any more. */
bool line_touch(struct db *db, const struct engagement_act *x, const struct engagement *g, struct line *l,
	struct err *e);

/* ERR_INPUT when it is blank or longer than LINE_REASON_MOST. */
bool line_reason_fits(const char *reason, struct err *e);

#endif
