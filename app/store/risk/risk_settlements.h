#ifndef STORE_RISK_RISK_SETTLEMENTS_H
#define STORE_RISK_RISK_SETTLEMENTS_H

/*
 * 確定 of a year's risk assessment: who approved the table as it stood, and when. What is
 * decided about a risk of the year afterwards makes it a draft of the next edition, until
 * it is settled again, for a reason.
 */

#include "store/risk/risks.h"

enum { RISK_APPROVER_MOST = 100, RISK_REASON_MOST = 200 /* code points */ };

struct risk_settlement {
	int year, edition;
	int64_t changes; /* how many decisions there were */
	const char *approved_by, *reason, *who;
	day_t approved_day;
	instant_t at;
};

struct risk_settling {
	struct risk_settlement *list; /* newest first */
	size_t count;
	int64_t risks, changes; /* of the year, as they are now */
	bool settled;           /* nothing was decided since the newest */
	int edition;            /* which stands, or is being worked on */
};
bool risk_settling_read(struct db *db, struct arena *a, int year, struct risk_settling *out, struct err *e);

/* In a piece; logged. w has year, changes as whoever settles has seen them, approver, day and reason; it
 * comes with the edition. ERR_INPUT for what is missing or too long, and for a day to come; ERR_CONFLICT when
 * there is nothing to settle, or something was decided meanwhile. */
bool risk_settle(struct db *db, const struct risk_act *x, struct risk_settlement *w, struct err *e);

#endif
