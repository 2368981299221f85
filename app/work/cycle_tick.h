#ifndef WORK_CYCLE_TICK_H
#define WORK_CYCLE_TICK_H

/*
 * Cycles that open and close by themselves: once a minute the runner looks whose day
 * has come (cycle_move_due). What cannot be done, say because no department exists on
 * the base date, is tried again and keeps nothing else from being done.
 */

#include "store/store.h"

/* false: one of them failed; e says how the last did. */
bool cycles_tick(struct store *s, instant_t now, struct err *e);

#endif
