#ifndef DOMAIN_CYCLE_H
#define DOMAIN_CYCLE_H

/*
 * A self-check cycle (自己点検の実施回): one fiscal year's question sets, dates and
 * rules. 準備 → 実施中 → 締切. Question sets, department names and flags, k and the
 * grading are copied into the cycle when it opens and never change afterwards.
 * Everything stands on the base date (基準日): who belongs where on that day.
 */

#include <stdbool.h>

#include "base/day.h"
#include "base/err.h"

enum cycle_state { CYCLE_PREPARED, CYCLE_OPEN, CYCLE_CLOSED };

const char *cycle_state_key(enum cycle_state s); /* "prepared" "open" "closed" */

/* The table of moves; ERR_CONFLICT says why not. */
bool cycle_may_move(enum cycle_state from, enum cycle_state to, struct err *e);

/* 期限後: after the last second of the due day, JST. */
bool cycle_is_late(day_t due, instant_t at);

#endif
