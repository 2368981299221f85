#include "domain/cycle.h"

#include <stddef.h>

#include "base/words.h"

const char *
cycle_state_key(enum cycle_state s)
{
	static const char *const keys[] = {"prepared", "open", "closed"};
	return keys[s];
}

bool
cycle_may_move(enum cycle_state from, enum cycle_state to, struct err *e)
{
	/* Rows are from, columns to; NULL: the move is allowed. A closed cycle opens
	 * again with a new edition. */
	static const char *const why_not[3][3] = {
		{N_("this cycle is still in preparation"), NULL,
			N_("this cycle was never opened, so it cannot be closed")},
		{N_("this cycle is open already: it cannot go back to preparation"),
			N_("this cycle is open already"), NULL},
		{N_("this cycle is closed: it cannot go back to preparation"), NULL,
			N_("this cycle is closed already")},
	};
	const char *why = why_not[from][to];
	return why == NULL || err_set(e, ERR_CONFLICT, "%s", _(why));
}

bool
cycle_is_late(day_t due, instant_t at)
{
	return at >= instant_of_day(due + 1);
}
