#include "domain/audit/finding.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"

static const char *const state_keys[FINDING_STATES] = {
	[FINDING_RAISED] = "raised",
	[FINDING_CHECKING] = "checking",
	[FINDING_CONFIRMED] = "confirmed",
	[FINDING_PLANNING] = "planning",
	[FINDING_PLANNED] = "planned",
	[FINDING_DOING] = "doing",
	[FINDING_REPORTED] = "reported",
	[FINDING_VERIFYING] = "verifying",
	[FINDING_CLOSED] = "closed",
	[FINDING_RETURNED] = "returned",
	[FINDING_ACCEPTED] = "accepted",
	[FINDING_WITHDRAWN] = "withdrawn",
};

const char *
finding_state_key(enum finding_state s)
{
	return state_keys[s];
}

enum finding_state
finding_state_of(const char *key)
{
	size_t s = 0;
	while (s < FINDING_STATES && strcmp(state_keys[s], key) != 0)
		s++;
	return (enum finding_state)s;
}

bool
finding_counts(enum finding_state s)
{
	return s != FINDING_RAISED && s != FINDING_CHECKING && s != FINDING_WITHDRAWN;
}

bool
finding_open(enum finding_state s, day_t due, day_t today)
{
	return finding_counts(s) && s != FINDING_CLOSED &&
	       (s != FINDING_ACCEPTED || finding_overdue(s, due, today));
}

enum {
	AUDITOR = FINDING_AUDITOR,
	LEAD = FINDING_LEAD,
	AUDITEE = FINDING_AUDITEE,
	MANAGEMENT = FINDING_MANAGEMENT,
	REASON = FINDING_NEEDS_REASON,
	PLAN = FINDING_NEEDS_PLAN,
	REPORT = FINDING_NEEDS_REPORT,
	EXPIRY = FINDING_NEEDS_EXPIRY,
	OTHER = FINDING_NEEDS_OTHER,
	APPROVED = FINDING_NEEDS_APPROVED,
};

const struct finding_move finding_moves[] = {
	{"check", FINDING_RAISED, FINDING_CHECKING, AUDITOR | LEAD, 0},
	{"withdraw", FINDING_RAISED, FINDING_WITHDRAWN, AUDITOR | LEAD, REASON},
	{"object", FINDING_CHECKING, FINDING_RAISED, AUDITEE, REASON},
	{"withdraw", FINDING_CHECKING, FINDING_WITHDRAWN, LEAD, REASON},
	{"confirm", FINDING_CHECKING, FINDING_CONFIRMED, LEAD, OTHER},
	{"notify", FINDING_CONFIRMED, FINDING_PLANNING, LEAD, 0},
	{"approve", FINDING_PLANNING, FINDING_PLANNED, LEAD | MANAGEMENT, PLAN},
	{"return", FINDING_PLANNING, FINDING_RETURNED, LEAD | MANAGEMENT, PLAN | REASON},
	{"start", FINDING_PLANNED, FINDING_DOING, AUDITEE, 0},
	{"report", FINDING_DOING, FINDING_REPORTED, AUDITEE, REPORT},
	{"return", FINDING_REPORTED, FINDING_RETURNED, AUDITOR | LEAD, REASON},
	{"verify", FINDING_REPORTED, FINDING_VERIFYING, AUDITOR | LEAD, 0},
	{"return", FINDING_VERIFYING, FINDING_RETURNED, AUDITOR | LEAD, REASON},
	{"close", FINDING_VERIFYING, FINDING_CLOSED, LEAD, REASON},
	{"plan", FINDING_RETURNED, FINDING_PLANNING, AUDITEE, PLAN},
	{"resume", FINDING_RETURNED, FINDING_DOING, AUDITEE, APPROVED},
	{"accept", FINDING_PLANNING, FINDING_ACCEPTED, MANAGEMENT, REASON | EXPIRY},
	{"accept", FINDING_DOING, FINDING_ACCEPTED, MANAGEMENT, REASON | EXPIRY},
	{"accept", FINDING_RETURNED, FINDING_ACCEPTED, MANAGEMENT, REASON | EXPIRY},
	{"revive", FINDING_ACCEPTED, FINDING_PLANNING, LEAD | MANAGEMENT, REASON},
	{"revive", FINDING_CLOSED, FINDING_PLANNING, LEAD, REASON},
};
const size_t finding_move_count = sizeof finding_moves / sizeof *finding_moves;

unsigned
finding_missing(const struct finding_move *m, const struct finding_facts *f)
{
	unsigned met = (f->planned ? PLAN : 0) | (f->approved ? APPROVED : 0) | (f->reported ? REPORT : 0) |
		       (!f->own ? OTHER : 0);
	return m->needs & ~met & ~(unsigned)(REASON | EXPIRY);
}

static bool
needs_met(const struct finding_move *m, const struct finding_facts *f, struct err *e)
{
	static const struct {
		unsigned need;
		const char *sentence;
	} rows[] = {
		{REASON, N_("say why")},
		{PLAN, N_("there is no plan of improvement yet")},
		{APPROVED, N_("the plan has to be approved first; hand in a new one")},
		{REPORT, N_("say what was done, and when")},
		{EXPIRY, N_("say until which day the risk is accepted; it lies in the future")},
		{OTHER, N_("whoever raised a finding does not confirm it; someone else must")},
	};
	unsigned missing = finding_missing(m, f);
	missing |= f->reason == NULL || utf8_blank(f->reason) ? m->needs & REASON : 0;
	missing |= f->expiry <= f->today ? m->needs & EXPIRY : 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if ((missing & rows[i].need) != 0)
			return err_set(e, ERR_INPUT, "%s", _(rows[i].sentence));
	return true;
}

day_t
finding_wait_day(enum finding_state s, bool planned, day_t since, day_t due, int plan_days)
{
	day_t asked = since == 0 ? 0 : since + plan_days;
	if (s == FINDING_PLANNING)
		return planned ? 0 : asked;
	if (s == FINDING_RETURNED)
		return due != 0 && due < asked ? due : asked;
	return due;
}

/* What the finding is, for whoever asks for a move it cannot make. */
static const char *const why_not[FINDING_STATES] = {
	[FINDING_RAISED] = N_("this finding has been raised and its facts have not been checked yet"),
	[FINDING_CHECKING] = N_("the facts of this finding are being checked with the department"),
	[FINDING_CONFIRMED] = N_("this finding is confirmed and the department has not been told yet"),
	[FINDING_PLANNING] = N_("this finding waits for its plan of improvement"),
	[FINDING_PLANNED] = N_("the plan of this finding is approved"),
	[FINDING_DOING] = N_("the department is working on this finding"),
	[FINDING_REPORTED] = N_("the department has reported this finding as done"),
	[FINDING_VERIFYING] = N_("it is being verified whether the measures have had effect"),
	[FINDING_CLOSED] = N_("this finding is closed"),
	[FINDING_RETURNED] = N_("this finding was given back to the department"),
	[FINDING_ACCEPTED] = N_("the risk of this finding is accepted"),
	[FINDING_WITHDRAWN] = N_("this finding was withdrawn"),
};

const struct finding_move *
finding_move_find(const struct finding_facts *f, const char *name, struct err *e)
{
	for (size_t i = 0; i < finding_move_count; i++) {
		const struct finding_move *m = &finding_moves[i];
		if (m->from != f->state || strcmp(m->name, name) != 0)
			continue;
		if ((m->actors & f->actors) != 0)
			return needs_met(m, f, e) ? m : NULL;
		err_set(e, ERR_DENIED, "%s", _("this is not yours to do with this finding"));
		return NULL;
	}
	err_set(e, ERR_CONFLICT, "%s", _(why_not[f->state]));
	return NULL;
}

bool
finding_overdue(enum finding_state s, day_t due, day_t today)
{
	return due != 0 && today > due && finding_counts(s) && s != FINDING_CLOSED;
}

static const char *const severity_keys[SEVERITIES] = {
	[SEVERITY_MAJOR] = "major",
	[SEVERITY_MINOR] = "minor",
	[SEVERITY_OBSERVATION] = "observation",
	[SEVERITY_RECOMMENDATION] = "recommendation",
};

const char *
finding_severity_key(enum finding_severity s)
{
	return severity_keys[s];
}

enum finding_severity
finding_severity_of(const char *key)
{
	size_t s = 0;
	while (s < SEVERITIES && strcmp(severity_keys[s], key) != 0)
		s++;
	return (enum finding_severity)s;
}
