#ifndef DOMAIN_REMIND_LADDER_H
#define DOMAIN_REMIND_LADDER_H

/*
 * The ladder of reminders (督促の段): so many days before or after the due day, to
 * the person, to the section's manager, to the head of the department above. Days
 * that the office is closed are passed over: before the due day backwards, after it
 * forwards. A text has places, {name} and the like; there is none for an answer,
 * so no reminder can hold one.
 */

#include "base/arena.h"
#include "base/err.h"
#include "domain/cycle/calendar.h"

enum rung_to { RUNG_PERSON, RUNG_MANAGER, RUNG_HEAD };

struct rung {
	const char *key; /* ASCII; stays when the rest is changed */
	bool used;
	int days; /* after the due day; negative: before it */
	enum rung_to to;
	const char *subject, *text;
};

const char *rung_to_key(enum rung_to to); /* "person" "manager" "head" */
bool rung_to_parse(const char *key, enum rung_to *out);

enum { RUNG_DAYS_MOST = 60, RUNG_SUBJECT_MOST = 80, RUNG_TEXT_MOST = 2000 };

/* Days, lengths, and places that the recipient's texts may have. */
bool rung_check(const struct rung *r, struct err *e);

day_t rung_day(const struct rung *r, const struct calendar *c, day_t due);

/* Which rung for these recipients is to be climbed today: the latest of those whose
 * day has come since the opening; NULL when there is none, or that one or a later one
 * was climbed. So a server that was stopped catches up with one message, not with
 * several. taken[i]: rungs[i] was climbed or passed over. The places in rungs of all
 * that are settled by this, the picked one among them, go to settled (room for count). */
const struct rung *ladder_pick(const struct rung *rungs, size_t count, enum rung_to to,
	const struct calendar *c, day_t due_day, day_t opened, day_t today, const bool *taken,
	size_t *settled, size_t *settled_count);

/* What stands at the places; "" where it has no meaning. */
struct rung_words {
	const char *name;       /* of the recipient */
	const char *body;       /* name of the body */
	const char *cycle;      /* title */
	const char *due;        /* the due day in words */
	const char *department; /* of the person; of those who are listed */
	const char *sets;       /* what the person has to submit, one a line */
	const char *count;      /* of people who have not submitted */
	const char *names;      /* theirs, one a line */
	const char *link;       /* address of the service */
};
const char *rung_fill(struct arena *a, const char *text, const struct rung_words *w);

#endif
