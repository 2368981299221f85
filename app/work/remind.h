#ifndef WORK_REMIND_H
#define WORK_REMIND_H

/*
 * Reminders go out by themselves: once a minute remind_tick looks which rungs of the
 * ladder have come, begins a wave for each and starts the job that plans and sends
 * it. What the mail server would not take is tried again, later and later, until the
 * second open day after. What has become useless meanwhile is not sent: the cycle takes
 * no more answers, has another due day, or the next rung has come. A wave is begun once, a message is handed to the server once; where that is
 * not certain, it is left to the secretariat (store/remind/reminders.h).
 */

#include "mail/mail.h"
#include "store/remind/reminders.h"
#include "store/store.h"
#include "work/job.h"

struct remind_config {
	const struct mail_server *server; /* NULL: no mail; everybody is on the list of who is told by word */
	const char *from;
};

bool remind_tick(struct store *s, instant_t now, struct err *e);

/* Whether the ladder may send just now: an open day, after the hour that is set. */
bool remind_hours(struct db *db, instant_t now, bool *open, struct err *e);

/* A sending by hand, inside a piece: begins the wave and its job. *id 0: it was begun
 * before (the same word in w->rung). */
bool remind_begin(struct db *db, const struct wave *w, int64_t *job_id, struct err *e);

extern const struct job_kind remind_kind;

#endif
