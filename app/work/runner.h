#ifndef WORK_RUNNER_H
#define WORK_RUNNER_H

/*
 * The thread that does jobs, oldest first. It has the lowest priority the system
 * gives without asking, so that those who answer go first. At its start it goes on
 * with what is queued in the store and settles what ran when the server ended last.
 * Once a minute it looks which cycles open or close today (work/cycle_tick.h) and which
 * reminders have come due (work/remind.h).
 */

#include "store/store.h"
#include "work/job.h"
#include "work/remind.h"

struct runner;

struct runner_config {
	const struct job_kind *const *kinds; /* NULL: job_kinds */
	instant_t (*clock)(void);            /* NULL: clock_now */
	struct remind_config remind;
};

struct runner *runner_create(struct store *s, const struct runner_config *c);
/* The job that runs ends at its next job_progress; it goes on at the next start if
 * its kind resumes. NULL accepted. */
void runner_destroy(struct runner *r);

instant_t runner_now(const struct runner *r);
const struct remind_config *runner_remind(const struct runner *r);
bool runner_ending(struct runner *r);

#endif
