#ifndef BASE_LANE_H
#define BASE_LANE_H

/*
 * A bounded queue with one thread behind it, for work that would hold up a
 * request thread: checking a password, printing a report. When the queue is
 * full lane_add returns false at once and the caller says "busy"; work that was
 * taken is always done, also while the lane is being destroyed.
 */

#include <stdbool.h>
#include <stddef.h>

struct lane;

struct lane *lane_create(const char *name, size_t capacity);
void lane_destroy(struct lane *l); /* finishes what waits, then returns; NULL accepted */

bool lane_add(struct lane *l, void (*work)(void *), void *with);

#endif
