/* Every kind of job there is. */
#include "work/archive_job.h"
#include "work/chase.h"
#include "work/disposal_job.h"
#include "work/documents.h"
#include "work/job.h"
#include "work/remind.h"
#include "work/roster_job.h"

const struct job_kind *const job_kinds[] = {
	&remind_kind,
	&chase_kind,
	&documents_kind,
	&roster_kind,
	&disposal_kind,
	&archive_kind,
	NULL,
};
