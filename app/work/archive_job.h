#ifndef WORK_ARCHIVE_JOB_H
#define WORK_ARCHIVE_JOB_H

/* A job of the kind "archive" writes an ended cycle out (work/archive.h) and records it. */

#include "store/cycle/cycles.h"
#include "work/job.h"

/* What job_add is to be given. */
struct job archive_job(
	struct arena *a, const struct cycle *c, bool evidence, int64_t account_id, instant_t now);

extern const struct job_kind archive_kind;

#endif
