#include "domain/cycle/cycle.h"

#include <string.h>

#include "base/words.h"
#include "domain/cycle/fiscal.h"

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

/* ---- its days ---- */

enum { A_YEAR = 366 };

bool
cycle_days_check(const struct cycle_days *d, struct err *e)
{
	if (d->due < d->opens)
		return err_set(e, ERR_INPUT, _("the due day lies before the day of opening"));
	return d->grace == 0 || d->grace > d->due ||
	       err_set(e, ERR_INPUT, _("the days of grace end after the due day"));
}

const char *
cycle_move_due(enum cycle_state s, const struct cycle_days *d, day_t today)
{
	if (!d->automatic)
		return NULL;
	if (s == CYCLE_APPROVED && today >= d->opens)
		return "open";
	if (s == CYCLE_OPEN && today > d->due)
		return d->grace == 0 ? "confirm" : "grace";
	return s == CYCLE_GRACE && today > d->grace ? "confirm" : NULL;
}

unsigned
cycle_settable(enum cycle_state s)
{
	switch (s) {
	case CYCLE_PREPARED:
		return CYCLE_RULES | CYCLE_BEGIN | CYCLE_DUE | CYCLE_GRACE_DAY;
	case CYCLE_APPROVED:
		return CYCLE_BEGIN | CYCLE_DUE | CYCLE_GRACE_DAY;
	case CYCLE_OPEN:
		return CYCLE_DUE | CYCLE_GRACE_DAY;
	case CYCLE_GRACE:
		return CYCLE_GRACE_DAY;
	default:
		return 0;
	}
}

const char *
cycle_doubt_key(enum cycle_doubt d)
{
	static const char *const doubts[DOUBTS] = {"opens_closed", "due_closed", "grace_closed", "opens_past",
		"due_past", "outside", "base"};
	return doubts[d];
}

unsigned
cycle_doubts(const struct cycle_days *d, int year, enum cycle_state s, const struct calendar *calendar,
	day_t today)
{
	bool waits = !cycle_opened(s);
	const bool doubts[DOUBTS] = {
		[DOUBT_OPENS_CLOSED] = waits && day_is_closed(calendar, d->opens),
		[DOUBT_DUE_CLOSED] =
			s <= CYCLE_OPEN && d->due >= today && day_is_closed(calendar, d->due),
		[DOUBT_GRACE_CLOSED] =
			s <= CYCLE_GRACE && d->grace >= today && day_is_closed(calendar, d->grace),
		[DOUBT_OPENS_PAST] = waits && d->opens < today,
		[DOUBT_DUE_PAST] = waits && d->due < today,
		[DOUBT_OUTSIDE] = waits && (fiscal_year_of(d->opens) != year || fiscal_year_of(d->due) != year),
		[DOUBT_BASE] = waits && (d->base < d->opens - A_YEAR || d->base > d->opens + A_YEAR),
	};
	unsigned bits = 0;
	for (enum cycle_doubt i = 0; i < DOUBTS; i++)
		bits |= (unsigned)doubts[i] << i;
	return bits;
}
