#ifndef WORK_DOCUMENTS_H
#define WORK_DOCUMENTS_H

/* What a job of the kind "documents" binds. */

#include "report/bind.h"
#include "work/job.h"

struct documents_wanted {
	const char *recipe, *set_key; /* set_key NULL: the recipe's own */
	int64_t cycle_id;
	int64_t department_id; /* of a recipe about sheets: whose; 0: all */
	enum bind_form form;
	bool substitute; /* characters no font has are printed as 〓 */
};

/* The column `given` of the job. */
const char *documents_given(struct arena *a, const struct documents_wanted *w);

extern const struct job_kind documents_kind;

#endif
