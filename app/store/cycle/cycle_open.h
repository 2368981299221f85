#ifndef STORE_CYCLE_CYCLE_OPEN_H
#define STORE_CYCLE_CYCLE_OPEN_H

/* What opening a cycle makes; the move itself is cycle_move_make's. */

#include "store/cycle/cycles.h"

bool cycle_open(struct db *db, struct arena *a, const struct bank *bank, const struct cycle *c, instant_t now,
	struct err *e);

#endif
