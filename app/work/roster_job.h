#ifndef WORK_ROSTER_JOB_H
#define WORK_ROSTER_JOB_H

/* A large roster, taken over as a job: the file is read and judged beside the
 * answering of people, what it changes is worked out there too; only the rows that
 * change are written, a few people in a piece, so that nobody who answers waits long.
 * All of it or nothing, nevertheless: until the job is over nobody else changes the
 * organisation (store/jobs.h), and once it has begun to write it can neither be
 * cancelled nor is it given up when the server ends. */

#include "store/organisation/roster_import.h"
#include "work/job.h"

enum { ROSTER_JOB_ROWS = 500 }; /* from so many on it is one */

/* What job_add is to be given; the file has been put under that digest. */
struct job roster_job(struct arena *a, const struct roster_import *w, const char *digest);

extern const struct job_kind roster_kind;

#endif
