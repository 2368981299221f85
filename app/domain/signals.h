#ifndef DOMAIN_SIGNALS_H
#define DOMAIN_SIGNALS_H

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
 */

#include <stdint.h>

#include "domain/answers.h"

enum { SIGNAL_SCORED_LEAST = 10, SIGNAL_READING_SPEED = 25 /* characters a second */ };

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

/* Adds a sheet. seconds 0: not known. */
void signals_add(struct signal_counts *c, const struct answers *s, flags_t flags, int64_t seconds);

/* The least time in which the questions asked can be read: rounded up, help left aside. */
int64_t signals_reading_seconds(const struct questionnaire *q, flags_t flags);

#endif
