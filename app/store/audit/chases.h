#ifndef STORE_AUDIT_CHASES_H
#define STORE_AUDIT_CHASES_H

/*
 * Reminders of audits (domain/remind/chase.h): what is planned to be sent to whom, and what became of it.
 * They lie in two boxes, of findings and of audits (requests, urgent reports). One message a person and rung,
 * with everything it is about; of that it tells number, department and day, and nothing of what was found or
 * asked for. As with those of self-checks, a message is `sending` before the server is spoken to, and unknown
 * when the program ended meanwhile. Events: chase_rung_saved; audit_reminder_told, detail the person.
 */

#include "domain/remind/chase.h"
#include "store/audit/engagements.h"
#include "store/audit/findings.h"
#include "store/remind/reminders.h"

/* ---- the ladder: reports/audit-reminders.yaml, with what the body has changed and added ---- */

enum { CHASE_RUNGS_MOST = 60 };

bool chase_ladder(struct db *db, struct arena *a, struct chase_rung **out, size_t *count,
	struct err *e); /* by what they are about, then by days */
bool chase_rung_find(struct db *db, struct arena *a, const char *key, struct chase_rung *out, struct err *e);
/* A key nothing has yet. */
bool chase_rung_key(struct db *db, struct arena *a, const char **key, struct err *e);
/* In a piece. Checked; of a rung there is, what it is about stays. */
bool chase_rung_save(
	struct db *db, const struct chase_rung *r, int64_t account_id, instant_t now, struct err *e);

/* ---- inside pieces ---- */

/* Plans what has come due. */
bool chases_plan(struct db *db, struct arena *a, instant_t now, struct err *e);
/* What nobody waits for any more is not sent, and need not be told by word. */
bool chases_drop(struct db *db, struct err *e);
/* How many may be sent now; outside the hours only what is urgent. */
bool chases_waiting(struct db *db, instant_t now, bool hours, int64_t *out, struct err *e);
/* At once, to who leads the audit and to management; never to whoever filed it or acts for the department. */
bool chases_plan_urgent(struct db *db, const struct engagement_act *x, const struct engagement *g,
	int64_t urgent_id, struct err *e);
bool chases_interrupted(struct db *db, struct err *e); /* sending → unknown */
bool chases_by_hand(struct db *db, struct err *e);     /* planned → by hand: there is no mail server */
bool chases_put_off(struct db *db, instant_t until, struct err *e); /* the server was away */

/* The next message, now marked as sending. *found false: there is none. What nobody waits for any more is
 * left out, and settled as unneeded. */
struct outbox;
struct chase {
	const struct outbox *box;
	int64_t person_id;
	const char *name, *address, *message_id, *rung, *subject, *text;
	struct rung_words words;
	int tries;
	enum reminder_state state; /* with the next two: what became of it */
	const char *error;
	instant_t sent_at;
};
bool chase_claim(struct db *db, struct arena *a, instant_t now, bool hours, const char *domain,
	struct chase *out, bool *found, struct err *e);
bool chase_settle(struct db *db, const struct chase *c, struct err *e);

/* ---- looking ---- */

struct chased {
	int64_t id;
	const char *name, *rung, *recipient, *state;
	instant_t planned_at, sent_at; /* sent 0: not */
};
bool chases_of_finding(struct db *db, struct arena *a, int64_t finding_id, struct chased **out, size_t *count,
	struct err *e); /* newest first */
bool chases_of_audit(struct db *db, struct arena *a, enum chase_about about, int64_t about_id,
	struct chased **out, size_t *count,
	struct err *e); /* of a request or an urgent report; newest first */

/* ---- told by word ---- */

/* Who has no address, or there was no server: to be told by somebody. */
struct chase_untold {
	const char *box; /* "findings", "audits" */
	int64_t id, about_id;
	enum chase_about about;
	const char *name, *department_name, *recipient;
	const char *number; /* of the finding or request */
	instant_t planned_at;
};
/* Those the secretariat tells: all but of urgent reports, which it knows nothing of. By person. */
bool chases_untold(struct db *db, struct arena *a, struct chase_untold **out, size_t *count, struct err *e);
/* In a piece: it was told; urgent: of an urgent report, which nobody else settles. ERR_CONFLICT when it was on
 * record before, or is of the other sort. */
bool chase_told(struct db *db, struct arena *a, const char *box, bool urgent, int64_t id, int64_t account_id,
	instant_t now, struct err *e);

#endif
