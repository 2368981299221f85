/* Every kind of job there is. */
#include "work/job.h"
#include "work/remind.h"

const struct job_kind *const job_kinds[] = {
	&remind_kind,
	NULL,
};
