#ifndef WORK_CHASE_H
#define WORK_CHASE_H

/*
 * Reminders of audits go out by themselves, like those of self-checks (remind.h): once a minute
 * chase_tick plans what has come due and starts the job that sends it, on open days after the hour that
 * is set; that there is an urgent report is told at any hour. A mail server that is away is tried again an
 * hour later, three times a message.
 */

#include "work/job.h"

bool chase_tick(struct store *s, instant_t now, struct err *e);

extern const struct job_kind chase_kind;

#endif
