#ifndef STORE_AUDIT_CHASES_H
#define STORE_AUDIT_CHASES_H

/*
 * Reminders of findings (domain/remind/chase.h): what is planned to be sent to whom, and what became of
 * it. One message a person and rung, with every finding it is about; of a finding it tells number,
 * department and day, and nothing of what was found. As with those of self-checks, a message is
 * `sending` before the server is spoken to, and unknown when the program ended meanwhile.
 */

#include "domain/remind/chase.h"
#include "store/audit/findings.h"
#include "store/remind/reminders.h"

/* reports/finding-reminders.yaml, read once. */
const struct chase_rung *chase_rungs(size_t *count);

/* ---- inside pieces ---- */

/* Plans what has come due; *waiting: how many may be sent now. */
bool chases_plan(struct db *db, struct arena *a, instant_t now, int64_t *waiting, struct err *e);
bool chases_interrupted(struct db *db, struct err *e); /* sending → unknown */
bool chases_by_hand(struct db *db, struct err *e);     /* planned → by hand: there is no mail server */
bool chases_put_off(struct db *db, instant_t until, struct err *e); /* the server was away */

/* The next message, now marked as sending. *found false: there is none. What no finding waits for any more
 * is left out, and settled as unneeded. */
struct chase {
	int64_t person_id;
	const char *name, *address, *message_id, *rung, *subject, *text;
	struct rung_words words;
	int tries;
	enum reminder_state state; /* with the next two: what became of it */
	const char *error;
	instant_t sent_at;
};
bool chase_claim(struct db *db, struct arena *a, instant_t now, const char *domain, struct chase *out,
	bool *found, struct err *e);
bool chase_settle(struct db *db, const struct chase *c, struct err *e);

/* ---- looking ---- */

struct chased {
	const char *name, *rung, *recipient, *state;
	instant_t planned_at, sent_at; /* sent 0: not */
};
bool chases_of(struct db *db, struct arena *a, int64_t finding_id, struct chased **out, size_t *count,
	struct err *e); /* newest first */

#endif
