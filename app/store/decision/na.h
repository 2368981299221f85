#ifndef STORE_DECISION_NA_H
#define STORE_DECISION_NA_H

/*
 * 該当なしの判断: what was decided about the answers that say a question does not
 * apply. A group is all such answers of one department to one question for one
 * reason (domain/answer/na.h). Its manager accepts it or asks for a review; an acceptance
 * holds for as many as it was given on, so one more answer opens the group again.
 *
 * Of sheets that persons answer the manager learns how many there are, never who
 * nor what they wrote: a text in a person's own words, about that person's own
 * work, tells its author to whoever shares the office, however many others gave
 * the same reason. So no number of equal answers makes such a text fit to be
 * shown; the secretariat alone reads it (store/decision/remarks.h). The texts of sheets
 * answered for an office are that office's and are shown.
 *
 * In a department of fewer than k respondents the manager is not told how many
 * either. Those departments stand together in one row of their own, which the
 * secretariat decides on when they have k respondents between them.
 */

#include "domain/score/tally.h"
#include "store/cycle/cycles.h"

enum na_state {
	NA_UNDECIDED,
	NA_ACCEPTED,
	NA_REVIEW, /* 見直しのお願い */
	NA_GROWN,  /* accepted once, for fewer than there are now: undecided again */
};

struct na_group {
	const struct item *item;
	const struct na_reason *reason; /* NULL: answered before reasons were asked for */
	int64_t count, answered;        /* said so, of how many who answered the question */
	enum na_state state;
	int64_t decided_count; /* of the latest decision, if any */
	const char *comment, *who;
	instant_t at; /* 0: never decided */
};
bool na_group_open(const struct na_group *g); /* someone has to decide still */

enum { NA_TOGETHER = 0 }; /* in place of a department: those too small to be shown, together */

struct na_row {
	int64_t department_id; /* or NA_TOGETHER */
	const char *name;      /* "" of NA_TOGETHER */
	int64_t respondents;
	bool hidden; /* fewer than k: has no groups here */
	struct na_group *groups;
	size_t count;
};

struct na_table {
	const struct questionnaire *set;
	struct na_row
		*rows; /* departments that answered, in official order; NA_TOGETHER last, if there is any */
	size_t count;
};

/* Of one set; department_id −1: every department. */
bool na_read(struct db *db, struct arena *a, const struct cycle *c, const struct questionnaire *q,
	int64_t department_id, struct na_table *out, struct err *e);

/* How many groups wait for a decision in the whole cycle: a hindrance to making its figures final. */
bool na_undecided(struct db *db, struct arena *a, const struct bank *bank, const struct cycle *c,
	int64_t *count, struct err *e);

struct na_choice {
	int64_t cycle_id, department_id;
	const struct questionnaire *set;
	const struct item *item;
	const struct na_reason *reason;
	bool review;         /* else accepted */
	int64_t count;       /* what the person who decides was shown */
	const char *comment; /* a review must say what to look at */
	int64_t account_id;
	instant_t now;
};
enum { NA_COMMENT_MOST = 300 }; /* code points */
/* ERR_INPUT without comment where one is needed, ERR_CONFLICT once the figures are final.
 * A review marks the sheets it asks about. Logged, without telling whose they are. */
bool na_decide(struct db *db, const struct na_choice *c, struct err *e);

/* What whoever answers a sheet is asked to look at again: the questions whose
 * submitted answer was one of a group when its review was asked for. Such a sheet
 * may be submitted again like a returned one, even if it says the same: then the
 * request is answered. Nobody else is shown whose sheets they are. */
struct na_request {
	const struct item *item;
	const char *comment;
};
bool na_requests(struct db *db, struct arena *a, int64_t sheet_id, const struct questionnaire *q,
	struct na_request **out, size_t *count, struct err *e);

#endif
