#ifndef WORK_DISPOSAL_JOB_H
#define WORK_DISPOSAL_JOB_H

/* A job of the kind "disposal" carries out what was approved (store/keep/disposal_run.h). */

#include "store/keep/disposals.h"
#include "work/job.h"

/* What job_add is to be given. */
struct job disposal_job(struct arena *a, const struct disposal *d, int64_t account_id, instant_t now);

extern const struct job_kind disposal_kind;

#endif
