/* Every kind of job there is. */
#include "work/job.h"
#include "work/remind.h"
#include "work/roster_job.h"

extern const struct job_kind job_documents;

const struct job_kind *const job_kinds[] = {
	&remind_kind,
	&job_documents,
	&roster_kind,
	NULL,
};
