/* Every kind of job there is. */
#include "work/job.h"

const struct job_kind *const job_kinds[] = {
	NULL,
};
