#ifndef DOMAIN_SCORE_SIGNALS_H
#define DOMAIN_SCORE_SIGNALS_H

/*
 * 回答の質の手がかり: what the answers of a sheet, taken together, say about how well
 * the questions were read. A sheet gives counts only; nothing is kept of it, and
 * what is shown is of groups (report/quality.h).
 *
 *	同一回答   at least 10 scored questions answered, 該当なし left aside, and every
 *	           answer has the same place in its scale: all the best, or all 分からない
 *	短時間回答 seconds in hand < characters of the questions asked ÷ 25 per second.
 *	           Silent reading of Japanese goes at 400 to 600 characters a minute and
 *	           skimming at twice that; 25 a second is 1,500 a minute: not read.
 *	矛盾       both answers of a pair that the set names
 *
 * The bounds are no settings: whoever could move them step by step would single out
 * one sheet after the other.
 */

#include <stdint.h>

#include "base/day.h"
#include "domain/answer/answers.h"

enum {
	SIGNAL_SCORED_LEAST = 10,
	SIGNAL_READING_SPEED = 25, /* characters a second */
	SIGNAL_HAND_MOST = 30 * 60 /* seconds between two savings; longer, and the form lay open */
};

enum signal { SIGNAL_STRAIGHT, SIGNAL_FAST, SIGNAL_CONTRADICTED, SIGNALS };

/* Sheets that show a signal, of those that could: too few answers, a time that is not
 * known or no pair answered leave a sheet out of the denominator. */
struct signal_count {
	int64_t with, of;
};

struct signal_counts {
	struct signal_count of[SIGNALS];
	struct signal_count *pairs; /* per pair of the set */
	int64_t *comments;          /* per item: a text though the answer asked for none */
	int64_t *answered;          /* per item */
};

struct signal_counts signals_none(struct arena *a, const struct questionnaire *q);

struct signal_sheet {
	const struct answers *answers;
	int64_t seconds;    /* in hand; 0: not known */
	int64_t least;      /* in which what was asked can be read */
	const bool *counts; /* per item: counts in the department in question; NULL: all do */
};
void signals_add(struct signal_counts *c, const struct signal_sheet *s);

/* Adds what was counted elsewhere for the same set. */
void signals_join(struct signal_counts *sum, const struct questionnaire *q, const struct signal_counts *more);

/* The least time in which the questions asked can be read: rounded up, help left aside. */
int64_t signals_reading_seconds(const struct questionnaire *q, flags_t flags);

/* How long a form was in hand when it is sent: since it was shown, or since the sheet was
 * last stored when that came later, for two windows do not make two readers. Whoever
 * leaves it open over lunch has SIGNAL_HAND_MOST. shown 0, or after now: nothing is known, 0. */
int64_t signals_hand_seconds(instant_t shown, instant_t stored, instant_t now);

#endif
