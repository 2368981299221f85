#ifndef DOMAIN_CYCLE_CYCLE_H
#define DOMAIN_CYCLE_CYCLE_H

/*
 * A self-check cycle (自己点検の実施回): one fiscal year's question sets, dates and
 * rules, the yearly one or one of its own occasion (随時).
 *
 *	準備 prepared → 設問確定 approved → 実施中 open → 締切・猶予 grace
 *	→ 所属長確認 confirming → 集計確定 final → 報告済 reported → 改善中 improving → 終了 ended
 *
 * Question sets are fixed by the approval; department names and flags, k and the
 * grading are copied into the cycle when it opens; the figures never change once
 * they are final. Everything stands on the base date (基準日): who belongs where on
 * that day. Going back needs a reason; reopening raises the edition (版).
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"
#include "base/err.h"
#include "domain/cycle/calendar.h"

enum cycle_state {
	CYCLE_PREPARED,
	CYCLE_APPROVED,
	CYCLE_OPEN,
	CYCLE_GRACE,
	CYCLE_CONFIRMING,
	CYCLE_FINAL,
	CYCLE_REPORTED,
	CYCLE_IMPROVING,
	CYCLE_ENDED,
	CYCLE_STATES /* how many */
};

const char *cycle_state_key(enum cycle_state s);  /* "prepared" … "ended" */
enum cycle_state cycle_state_of(const char *key); /* CYCLE_STATES when unknown */

bool cycle_opened(enum cycle_state s);  /* it has sheets */
bool cycle_answers(enum cycle_state s); /* sheets may be saved and submitted: open, grace */
/* Figures may still move: open, grace, confirming. What is shown of them must not tell of one person. */
bool cycle_live(enum cycle_state s);
bool cycle_final(enum cycle_state s); /* figures and documents never change any more */

/* A row of the table of moves. */
struct cycle_move {
	const char *name; /* "approve" "withdraw" "open" "grace" "confirm" "finalise" "report" "improve"
			     "end" "reopen" */
	enum cycle_state from, to;
	bool reason;  /* must be given */
	bool edition; /* raises it */
};
extern const struct cycle_move cycle_moves[];
extern const size_t cycle_move_count;

/* The row of that name out of that state; NULL with ERR_CONFLICT saying why not. */
const struct cycle_move *cycle_move_find(enum cycle_state from, const char *name, struct err *e);

/* 期限後: after the last second of the due day, JST. */
bool cycle_is_late(day_t due, instant_t at);

/* ---- its days ---- */

struct cycle_days {
	day_t base, opens, due;
	day_t grace;    /* 猶予: until when late answers are taken; 0: none are */
	bool automatic; /* it opens, closes and ends its grace by itself, at the midnight of these days */
};
/* ERR_INPUT unless opens ≤ due < grace. */
bool cycle_days_check(const struct cycle_days *d, struct err *e);

/* The move an automatic cycle has to make by today; NULL: none. Without days of grace it
 * goes from open to confirming. What comes after that is decided by people. */
const char *cycle_move_due(enum cycle_state s, const struct cycle_days *d, day_t today);

/* What may still be set of it: what was approved stays, and so does what has happened. */
enum cycle_part {
	CYCLE_RULES = 1 << 0, /* year, kind, question sets, whether managers read single answers */
	CYCLE_BEGIN = 1 << 1, /* title, base day, day of opening */
	CYCLE_DUE = 1 << 2,
	CYCLE_GRACE_DAY = 1 << 3, /* and whether it moves by itself */
};
unsigned cycle_settable(enum cycle_state s); /* of enum cycle_part; 0: nothing */

/* What somebody should look at again though it is allowed. */
enum cycle_doubt {
	DOUBT_OPENS_CLOSED, /* a day still to come on which the office is closed */
	DOUBT_DUE_CLOSED,
	DOUBT_GRACE_CLOSED,
	DOUBT_OPENS_PAST, /* and it is not open yet */
	DOUBT_DUE_PAST,   /* and it is not open yet */
	DOUBT_OUTSIDE,    /* opens or is due outside its fiscal year */
	DOUBT_BASE,       /* the base day lies more than a year from the opening */
	DOUBTS            /* how many */
};
const char *cycle_doubt_key(enum cycle_doubt d); /* "opens_closed" … */
unsigned cycle_doubts(const struct cycle_days *d, int year, enum cycle_state s,
	const struct calendar *calendar, day_t today); /* a bit for each */

#endif
