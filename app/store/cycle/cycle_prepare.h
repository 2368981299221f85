#ifndef STORE_CYCLE_CYCLE_PREPARE_H
#define STORE_CYCLE_CYCLE_PREPARE_H

/*
 * What is set of a cycle before it opens, and the days that may be moved afterwards
 * (cycle_settable). A change of the days of an open one needs a reason and stands
 * among its moves; who had been late and is not any more counts as in time, but for
 * what was typed in from paper: that was judged by the day written on it.
 */

#include "store/cycle/cycles.h"

struct cycle_change {
	struct cycle cycle; /* as it is to be; its state as it was seen */
	const int64_t *question_set_ids;
	size_t count; /* 0: the sets stay */
	const char *reason;
	int64_t account_id;
	instant_t now;
	struct arena *arena;
};
/* Takes over what may be set in that state and nothing else. ERR_CONFLICT when the cycle has moved
 * on meanwhile or nothing may be set any more; ERR_INPUT for days out of order, a new due day that
 * is over already, a missing reason. Inside a piece. */
bool cycle_change(struct db *db, struct piece *p, struct cycle_change *x, struct err *e);

/* Gives up one that has never been opened: nothing of it stays but the record. */
bool cycle_discard(
	struct db *db, int64_t id, const char *reason, int64_t account_id, instant_t now, struct err *e);

/* Another one that is prepared or under way for the same year, of the yearly kind; id 0: none. */
bool cycle_twin(struct db *db, struct arena *a, const struct cycle *c, struct cycle *out, struct err *e);

#endif
