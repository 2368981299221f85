#ifndef STORE_REMIND_REMINDERS_H
#define STORE_REMIND_REMINDERS_H

/*
 * What is sent to whom, and what became of it. A wave is one rung of the ladder
 * climbed for a cycle, or one sending by hand; it has one reminder a person. A
 * reminder that goes by mail is planned → sending (written before the server is
 * spoken to, with the Message-ID) → sent, refused, or planned again; one that was
 * `sending` when the program ended is unknown: it may have arrived, so nobody but
 * the secretariat sends it again.
 */

#include "base/arena.h"
#include "base/day.h"
#include "db/db.h"
#include "domain/remind/ladder.h"
#include "store/cycle/cycles.h"

enum wave_state { WAVE_PLANNING, WAVE_SENDING, WAVE_DONE, WAVE_SKIPPED };

struct wave {
	int64_t id, cycle_id, department_id; /* department 0: everybody's */
	day_t due_day, day;
	const char *rung; /* key */
	enum rung_to to;
	const char *subject, *text; /* with their places */
	enum wave_state state;
	int tries;
	instant_t retry_at, planned_at;
	int64_t account_id;
	const char *who;             /* that account's name */
	const char *department_name; /* "" for everybody's */
	const char *cycle_title;
};

enum reminder_state {
	REMINDER_PLANNED,
	REMINDER_SENDING,
	REMINDER_SENT,
	REMINDER_REFUSED,  /* by the mail server, for good */
	REMINDER_UNKNOWN,  /* 不明: in flight when something broke */
	REMINDER_GIVEN_UP, /* not taken in time */
	REMINDER_UNNEEDED, /* submitted meanwhile, or the cycle takes no more answers */
	REMINDER_ABSENT,   /* 休職中: not sent */
	REMINDER_BY_HAND,  /* no address, or no mail server: by word or on paper */
	REMINDER_HANDED,   /* done so */
};
enum { REMINDER_STATES = REMINDER_HANDED + 1 };

struct reminder {
	int64_t id, wave_id, person_id;
	const char *name, *department_name, *address, *message_id, *error; /* error NULL: none */
	enum reminder_state state;
	int tries;
	instant_t sent_at;
};

const char *wave_state_key(enum wave_state s);
const char *reminder_state_key(enum reminder_state s);

/* ---- planning, inside pieces --------------------------------------------------------- */

/* taken[i]: a wave for rungs[i] and this due day exists. */
bool waves_taken(struct db *db, int64_t cycle_id, day_t due_day, const struct rung *rungs, size_t count,
	bool *taken, struct err *e);
/* *id 0: there is one already for that rung and due day. */
bool wave_begin(struct db *db, const struct wave *w, int64_t *id, struct err *e);
/* Plans up to `most` people with an id above *last, which moves on; 0 when all are planned. Sections
 * of which nobody can be told are written down as an event. */
bool wave_plan(struct db *db, const struct wave *w, bool by_mail, int most, int64_t *last, day_t today,
	struct err *e);
bool wave_set_state(struct db *db, int64_t id, enum wave_state s, struct err *e);
/* Whether it is still of use: the cycle takes answers, and its due day is the one it was about. */
bool wave_stands(struct db *db, const struct wave *w, bool *stands, struct err *e);
/* The same people of the same cycle are reminded anew: what the ladder has not sent yet is given up. */
bool waves_replace(struct db *db, const struct wave *by, int64_t by_id, struct err *e);
/* The mail server was away: not again before retry_at. */
bool wave_put_off(struct db *db, int64_t id, instant_t retry_at, struct err *e);

/* ---- sending, inside pieces ------------------------------------------------------------- */

/* The next ones after the id `after`, now marked as sending with their Message-IDs. */
bool reminders_claim(struct db *db, struct arena *a, int64_t wave_id, int64_t after, int most,
	const char *domain, struct reminder **out, size_t *count, struct err *e);
bool reminder_settle(struct db *db, const struct reminder *r, struct err *e); /* state, sent_at, error */
bool reminders_interrupted(struct db *db, int64_t wave_id, struct err *e);    /* sending → unknown */
bool reminders_give_up(struct db *db, int64_t wave_id, struct err *e);        /* planned → given up */
bool reminders_drop(struct db *db, int64_t wave_id, struct err *e);           /* planned → unneeded */
/* Wishes of the secretariat: those of unknown fate (or refused, or given up) once more; those by hand done.
 */
bool reminders_again(struct db *db, int64_t wave_id, int64_t account_id, instant_t now, struct err *e);
bool reminders_handed(struct db *db, int64_t wave_id, int64_t account_id, instant_t now, struct err *e);

/* ---- looking -------------------------------------------------------------------------------- */

bool wave_find(struct db *db, struct arena *a, int64_t id, struct wave *out, struct err *e);
bool waves_list(struct db *db, struct arena *a, int64_t cycle_id, struct wave **out, size_t *count,
	struct err *e); /* newest first */
bool waves_unfinished(
	struct db *db, struct arena *a, instant_t now, struct wave **out, size_t *count, struct err *e);
bool wave_counts(struct db *db, int64_t wave_id, int64_t counts[REMINDER_STATES], struct err *e);
/* By department and staff number; only those in a state, by its key, unless that is "". */
bool reminders_list(struct db *db, struct arena *a, int64_t wave_id, const char *state, int skip, int most,
	struct reminder **out, size_t *count, struct err *e);
/* Whom a wave would reach now. */
struct wave_reach {
	int64_t with, without; /* an address */
	int64_t absent;        /* on leave: not sent to */
	int64_t first_person;  /* 0: nobody */
	const char *untold;    /* sections without anybody to be told of them, in words; "" */
};
bool wave_reach(struct db *db, struct arena *a, const struct wave *w, day_t today, struct wave_reach *out,
	struct err *e);

/* What stands at the places of this person's reminder: never an answer. *waits false:
 * there is nothing left to remind of. */
bool wave_words(struct db *db, struct arena *a, const struct wave *w, int64_t person_id,
	struct rung_words *out, bool *waits, struct err *e);

#endif
