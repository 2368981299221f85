#ifndef STORE_DECISION_REMARKS_H
#define STORE_DECISION_REMARKS_H

/*
 * 自由記述の確認: every text that people wrote into submitted sheets — free text and
 * the reasons beside an answer — and what the secretariat decides becomes of it.
 * A text enters a document only once it was adopted, as it is or reworded; what is
 * undecided enters none, and each document states how many were left out.
 *
 * A decision belongs to the department, question, answer and words it was made on,
 * so whoever changes a text makes it undecided again. Equal texts there are one.
 * Nobody's name stands beside a text, and the department's only where at least k
 * of it answered (a sheet answered for an office speaks for that office and always
 * names it). The order is that of the questions, and below that of a digest: what
 * one person wrote in one sheet does not stand together.
 */

#include "base/secret.h"
#include "domain/answer/answers.h"
#include "store/cycle/cycles.h"
#include "store/store.h"

enum remark_state { REMARK_UNDECIDED, REMARK_ADOPTED, REMARK_REWRITTEN, REMARK_LEFT_OUT, REMARK_STATES };
const char *remark_state_key(enum remark_state s);  /* "undecided" "adopted" "rewritten" "left_out" */
enum remark_state remark_state_of(const char *key); /* REMARK_STATES when unknown */

/* Why a text is left out. */
enum { REMARK_REASONS = 5 };
extern const char
	*const remark_reasons[REMARK_REASONS]; /* "person" "procedure" "offtopic" "repeated" "other" */

struct remark {
	char key[DIGEST_SIZE];
	const struct questionnaire *set;
	const struct item *item;
	const struct choice *choice; /* NULL of free text */
	int64_t department_id;       /* 0 where it is not told */
	const char *department_name; /* "" where it is not told */
	const char *text;
	int64_t times; /* it was written */
	enum remark_state state;
	const char *wording, *reason; /* of a rewritten one; of one left out */
	unsigned hints;               /* domain/questionnaire/hints.h */
};

struct remark_counts {
	int64_t of[REMARK_STATES];
};

struct remark_wish {
	const char *set_key;     /* NULL: every set */
	int64_t department_id;   /* 0: every department */
	enum remark_state state; /* REMARK_STATES: every state */
	bool hinted;             /* only those with hints */
	size_t skip, most;       /* most 0: all */
	instant_t at;            /* as it was decided by then; 0: as it is */
};

struct remark_list {
	struct remark *items;
	size_t count, matching;      /* on this page; altogether */
	struct remark_counts counts; /* before the wish for a state or hints */
};

/* Reads every submitted sheet of the cycle, so it belongs on a lane. */
bool remarks_read(struct store *s, struct arena *a, const struct cycle *c, const struct remark_wish *wish,
	struct remark_list *out, struct err *e);

/* What may stand in a document: adopted texts in their final words. Of a department
 * with fewer than k answers only what was answered for the office; department 0 is
 * the body, where the others are without their department. counts: all of the same
 * scope, so what was left out is of[REMARK_LEFT_OUT] + of[REMARK_UNDECIDED]. */
struct remark_text {
	const struct questionnaire *set;
	const struct item *item;
	const char *text, *department_name;
};
/* at: what had been decided by then, so that a document that is printed again says what it said. */
bool remarks_adopted(struct store *s, struct arena *a, const struct cycle *c, int64_t department_id, instant_t at,
	struct remark_text **out, size_t *count, struct remark_counts *counts, struct err *e);

struct remark_decision {
	const char *key;
	enum remark_state state; /* REMARK_UNDECIDED takes a decision back */
	const char *wording, *reason;
};
enum { REMARK_WORDING_MOST = 2000 }; /* code points */
/* All or none. ERR_INPUT: a rewriting without words, leaving out without a reason there is.
 * ERR_CONFLICT once the cycle has ended. Logged as one event. */
bool remarks_decide(struct db *db, int64_t cycle_id, const struct remark_decision *list, size_t count,
	int64_t account_id, instant_t now, struct err *e);

#endif
