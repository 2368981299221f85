#include "domain/cycle.h"

#include <string.h>

#include "base/words.h"

static const char *const keys[CYCLE_STATES] = {
	"prepared", "approved", "open", "grace", "confirming", "final", "reported", "improving", "ended"};

const char *
cycle_state_key(enum cycle_state s)
{
	return keys[s];
}

enum cycle_state
cycle_state_of(const char *key)
{
	enum cycle_state s = CYCLE_PREPARED;
	while (s < CYCLE_STATES && strcmp(keys[s], key) != 0)
		s++;
	return s;
}

bool
cycle_opened(enum cycle_state s)
{
	return s >= CYCLE_OPEN;
}

bool
cycle_answers(enum cycle_state s)
{
	return s == CYCLE_OPEN || s == CYCLE_GRACE;
}

bool
cycle_live(enum cycle_state s)
{
	return s >= CYCLE_OPEN && s < CYCLE_FINAL;
}

bool
cycle_final(enum cycle_state s)
{
	return s >= CYCLE_FINAL;
}

const struct cycle_move cycle_moves[] = {
	{"approve", CYCLE_PREPARED, CYCLE_APPROVED, false, false},
	{"withdraw", CYCLE_APPROVED, CYCLE_PREPARED, true, false},
	{"open", CYCLE_APPROVED, CYCLE_OPEN, false, false},
	{"grace", CYCLE_OPEN, CYCLE_GRACE, false, false},
	{"confirm", CYCLE_OPEN, CYCLE_CONFIRMING, false, false},
	{"confirm", CYCLE_GRACE, CYCLE_CONFIRMING, false, false},
	{"finalise", CYCLE_CONFIRMING, CYCLE_FINAL, false, false},
	{"report", CYCLE_FINAL, CYCLE_REPORTED, false, false},
	{"improve", CYCLE_REPORTED, CYCLE_IMPROVING, false, false},
	{"end", CYCLE_IMPROVING, CYCLE_ENDED, false, false},
	{"reopen", CYCLE_CONFIRMING, CYCLE_OPEN, true, false},
	{"reopen", CYCLE_FINAL, CYCLE_OPEN, true, true},
	{"reopen", CYCLE_REPORTED, CYCLE_OPEN, true, true},
	{"reopen", CYCLE_IMPROVING, CYCLE_OPEN, true, true},
	{"reopen", CYCLE_ENDED, CYCLE_OPEN, true, true},
};
const size_t cycle_move_count = sizeof cycle_moves / sizeof *cycle_moves;

const struct cycle_move *
cycle_move_find(enum cycle_state from, const char *name, struct err *e)
{
	/* What the cycle is, for whoever asks for a move it cannot make. */
	static const char *const why_not[CYCLE_STATES] = {
		N_("this cycle is in preparation: its questions have not been approved yet"),
		N_("the questions of this cycle are approved and it waits to be opened"),
		N_("this cycle is open"),
		N_("this cycle is past its due day and takes late answers"),
		N_("this cycle is being confirmed by the managers"),
		N_("the figures of this cycle are final"),
		N_("this cycle has been reported"),
		N_("the improvements of this cycle are under way"),
		N_("this cycle has ended"),
	};
	for (size_t i = 0; i < cycle_move_count; i++)
		if (cycle_moves[i].from == from && strcmp(cycle_moves[i].name, name) == 0)
			return &cycle_moves[i];
	err_set(e, ERR_CONFLICT, "%s", _(why_not[from]));
	return NULL;
}

bool
cycle_is_late(day_t due, instant_t at)
{
	return at >= instant_of_day(due + 1);
}
