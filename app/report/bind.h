#ifndef REPORT_BIND_H
#define REPORT_BIND_H

/*
 * The same report for many: every department, or every sheet of some; bound in one
 * PDF with an outline and page numbers counted through, or as files in a ZIP. One
 * report at a time is in memory as a drawing. What is numbered is issued on the
 * way, if it has not been: it has its number and edition here too.
 */

#include "report/issue.h"

enum bind_form { BIND_PDF, BIND_ZIP };

struct bind_request {
	struct issue_request
		issue; /* of each: recipe, cycle, when, who, gate; without department, sheet and reason */
	enum bind_form form;
	const int64_t *subjects; /* departments, or sheets for a recipe about one */
	size_t count;
	/* So many of total steps are done; false stops it with what it says. NULL: nobody asks. */
	bool (*tell)(void *with, size_t done, size_t total, struct err *e);
	void *with;
};

/* ERR_ABSENT when there is nothing to bind. The caller frees bytes; document is of none. */
bool report_bind(
	struct store *s, struct arena *a, const struct bind_request *rq, struct issued *out, struct err *e);

/* The departments of a cycle that a recipe can be made for. */
bool bind_departments(
	struct store *s, struct arena *a, int64_t cycle_id, int64_t **out, size_t *count, struct err *e);

/* The sheets to print: of one department or all (0), of one set or all (NULL), by department and staff
 * number; without those that nobody is asked to answer (対象外). */
bool bind_sheets(struct store *s, struct arena *a, int64_t cycle_id, int64_t department_id,
	const char *set_key, int64_t **out, size_t *count, struct err *e);

#endif
