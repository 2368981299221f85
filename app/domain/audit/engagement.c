#include "domain/audit/engagement.h"

#include <string.h>

#include "base/words.h"

static const char *const state_keys[ENGAGEMENT_STATES] = {
	[ENGAGEMENT_DRAFTED] = "drafted",
	[ENGAGEMENT_APPROVED] = "approved",
	[ENGAGEMENT_ANNOUNCED] = "announced",
	[ENGAGEMENT_REQUESTING] = "requesting",
	[ENGAGEMENT_FIELDWORK] = "fieldwork",
	[ENGAGEMENT_JUDGING] = "judging",
	[ENGAGEMENT_EXCHANGING] = "exchanging",
	[ENGAGEMENT_REPORTING] = "reporting",
	[ENGAGEMENT_FIXED] = "fixed",
	[ENGAGEMENT_NOTIFIED] = "notified",
	[ENGAGEMENT_PRESENTED] = "presented",
	[ENGAGEMENT_FOLLOWING] = "following",
	[ENGAGEMENT_COMPLETED] = "completed",
	[ENGAGEMENT_CANCELLED] = "cancelled",
};

const char *
engagement_state_key(enum engagement_state s)
{
	return state_keys[s];
}

enum engagement_state
engagement_state_of(const char *key)
{
	size_t s = 0;
	while (s < ENGAGEMENT_STATES && strcmp(state_keys[s], key) != 0)
		s++;
	return (enum engagement_state)s;
}

bool
engagement_papers(enum engagement_state s)
{
	return s >= ENGAGEMENT_FIELDWORK && s <= ENGAGEMENT_REPORTING;
}

bool
engagement_final(enum engagement_state s)
{
	return s >= ENGAGEMENT_FIXED && s <= ENGAGEMENT_COMPLETED;
}

bool
engagement_asks(enum engagement_state s)
{
	return s >= ENGAGEMENT_ANNOUNCED && s < ENGAGEMENT_FIXED;
}

enum {
	MEMBER = ENGAGEMENT_MEMBER,
	LEAD = ENGAGEMENT_LEAD,
	MANAGEMENT = ENGAGEMENT_MANAGEMENT,
	REASON = ENGAGEMENT_NEEDS_REASON,
	NAMED = ENGAGEMENT_NEEDS_LEAD,
	TARGET = ENGAGEMENT_NEEDS_TARGET,
	JUDGED = ENGAGEMENT_NEEDS_JUDGED,
	SIGNED = ENGAGEMENT_NEEDS_SIGNED,
	FINDINGS = ENGAGEMENT_NEEDS_FINDINGS,
	CLOSED = ENGAGEMENT_NEEDS_CLOSED,
	UNTOLD = ENGAGEMENT_NEEDS_UNTOLD,
};

const struct engagement_move engagement_moves[] = {
	{"approve", ENGAGEMENT_DRAFTED, ENGAGEMENT_APPROVED, MANAGEMENT, NAMED | TARGET, false},
	{"withdraw", ENGAGEMENT_APPROVED, ENGAGEMENT_DRAFTED, LEAD | MANAGEMENT, REASON, false},
	{"announce", ENGAGEMENT_APPROVED, ENGAGEMENT_ANNOUNCED, LEAD, NAMED, false},
	{"request", ENGAGEMENT_ANNOUNCED, ENGAGEMENT_REQUESTING, MEMBER | LEAD, 0, false},
	{"begin", ENGAGEMENT_ANNOUNCED, ENGAGEMENT_FIELDWORK, MEMBER | LEAD, 0, false},
	{"begin", ENGAGEMENT_REQUESTING, ENGAGEMENT_FIELDWORK, MEMBER | LEAD, 0, false},
	{"judge", ENGAGEMENT_FIELDWORK, ENGAGEMENT_JUDGING, MEMBER | LEAD, NAMED | JUDGED, false},
	{"back", ENGAGEMENT_JUDGING, ENGAGEMENT_FIELDWORK, MEMBER | LEAD, REASON, false},
	{"exchange", ENGAGEMENT_JUDGING, ENGAGEMENT_EXCHANGING, LEAD, NAMED | JUDGED | SIGNED, false},
	{"back", ENGAGEMENT_EXCHANGING, ENGAGEMENT_FIELDWORK, LEAD, REASON, false},
	{"draft", ENGAGEMENT_EXCHANGING, ENGAGEMENT_REPORTING, LEAD, NAMED | JUDGED | SIGNED, false},
	{"back", ENGAGEMENT_REPORTING, ENGAGEMENT_FIELDWORK, LEAD, REASON, false},
	{"fix", ENGAGEMENT_REPORTING, ENGAGEMENT_FIXED, LEAD, NAMED | JUDGED | SIGNED | FINDINGS, false},
	{"notify", ENGAGEMENT_FIXED, ENGAGEMENT_NOTIFIED, LEAD, 0, false},
	{"present", ENGAGEMENT_NOTIFIED, ENGAGEMENT_PRESENTED, LEAD, 0, false},
	{"follow", ENGAGEMENT_PRESENTED, ENGAGEMENT_FOLLOWING, LEAD, 0, false},
	{"complete", ENGAGEMENT_FOLLOWING, ENGAGEMENT_COMPLETED, LEAD, CLOSED, false},
	{"reopen", ENGAGEMENT_FIXED, ENGAGEMENT_REPORTING, LEAD, REASON, true},
	{"reopen", ENGAGEMENT_NOTIFIED, ENGAGEMENT_REPORTING, LEAD, REASON, true},
	{"reopen", ENGAGEMENT_PRESENTED, ENGAGEMENT_REPORTING, LEAD, REASON, true},
	{"cancel", ENGAGEMENT_DRAFTED, ENGAGEMENT_CANCELLED, LEAD | MANAGEMENT, REASON, false},
	{"cancel", ENGAGEMENT_APPROVED, ENGAGEMENT_CANCELLED, LEAD | MANAGEMENT, REASON, false},
	{"cancel", ENGAGEMENT_ANNOUNCED, ENGAGEMENT_CANCELLED, LEAD | MANAGEMENT, REASON, false},
	{"cancel", ENGAGEMENT_REQUESTING, ENGAGEMENT_CANCELLED, LEAD | MANAGEMENT, REASON, false},
	{"cancel", ENGAGEMENT_FIELDWORK, ENGAGEMENT_CANCELLED, LEAD | MANAGEMENT, REASON | UNTOLD, false},
	{"cancel", ENGAGEMENT_JUDGING, ENGAGEMENT_CANCELLED, LEAD | MANAGEMENT, REASON | UNTOLD, false},
	{"cancel", ENGAGEMENT_EXCHANGING, ENGAGEMENT_CANCELLED, LEAD | MANAGEMENT, REASON | UNTOLD, false},
	{"cancel", ENGAGEMENT_REPORTING, ENGAGEMENT_CANCELLED, LEAD | MANAGEMENT, REASON | UNTOLD, false},
};
const size_t engagement_move_count = sizeof engagement_moves / sizeof *engagement_moves;

static const char *const why_not[ENGAGEMENT_STATES] = {
	[ENGAGEMENT_DRAFTED] = N_("this audit is being planned"),
	[ENGAGEMENT_APPROVED] = N_("the plan of this audit is approved"),
	[ENGAGEMENT_ANNOUNCED] = N_("this audit has been announced to the department"),
	[ENGAGEMENT_REQUESTING] = N_("documents for this audit have been asked for"),
	[ENGAGEMENT_FIELDWORK] = N_("this audit is in its fieldwork"),
	[ENGAGEMENT_JUDGING] = N_("this audit is being judged"),
	[ENGAGEMENT_EXCHANGING] = N_("the results are being talked over with the department"),
	[ENGAGEMENT_REPORTING] = N_("the report of this audit is being drafted"),
	[ENGAGEMENT_FIXED] = N_("the report of this audit is fixed"),
	[ENGAGEMENT_NOTIFIED] = N_("the department has been told the results of this audit"),
	[ENGAGEMENT_PRESENTED] = N_("this audit has been presented to the committee"),
	[ENGAGEMENT_FOLLOWING] = N_("the findings of this audit are being followed up"),
	[ENGAGEMENT_COMPLETED] = N_("this audit is completed"),
	[ENGAGEMENT_CANCELLED] = N_("this audit was cancelled"),
};

static bool
needs_met(unsigned missing, struct err *e)
{
	static const struct {
		unsigned need;
		const char *sentence;
	} rows[] = {
		{REASON, N_("say why")},
		{NAMED, N_("name a lead and an auditor, and settle what stands against their independence")},
		{TARGET, N_("choose what is audited and the items to check")},
		{JUDGED, N_("some items have no judgement yet")},
		{SIGNED, N_("some working papers have not been reviewed yet")},
		{FINDINGS, N_("some findings are still being checked")},
		{CLOSED, N_("some findings are still open")},
		{UNTOLD, N_("the report of this audit has been fixed once, so it is not cancelled any more")},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if ((missing & rows[i].need) != 0)
			return err_set(e, rows[i].need == REASON ? ERR_INPUT : ERR_CONFLICT, "%s",
				_(rows[i].sentence));
	return true;
}

const struct engagement_move *
engagement_move_find(
	enum engagement_state from, const char *name, unsigned actors, unsigned unmet, struct err *e)
{
	for (size_t i = 0; i < engagement_move_count; i++) {
		const struct engagement_move *m = &engagement_moves[i];
		if (m->from != from || strcmp(m->name, name) != 0)
			continue;
		if ((m->actors & actors) != 0)
			return needs_met(m->needs & unmet, e) ? m : NULL;
		err_set(e, ERR_DENIED, "%s", _("this is not yours to do with this audit"));
		return NULL;
	}
	err_set(e, ERR_CONFLICT, "%s", _(why_not[from]));
	return NULL;
}

static const char *const judgement_keys[JUDGEMENTS] = {
	[JUDGEMENT_CONFORMS] = "conform",
	[JUDGEMENT_MINOR] = "minor",
	[JUDGEMENT_MAJOR] = "major",
	[JUDGEMENT_OBSERVATION] = "observe",
	[JUDGEMENT_NA] = "na",
	[JUDGEMENT_UNCHECKED] = "open",
};

const char *
judgement_key(enum judgement j)
{
	return judgement_keys[j];
}

enum judgement
judgement_of(const char *key)
{
	size_t j = 0;
	while (j < JUDGEMENTS && strcmp(judgement_keys[j], key) != 0)
		j++;
	return (enum judgement)j;
}

void
judged_rate(const struct judged *j, long *numerator, long *denominator)
{
	*numerator = j->of[JUDGEMENT_CONFORMS] + j->of[JUDGEMENT_OBSERVATION];
	*denominator = *numerator + j->of[JUDGEMENT_MINOR] + j->of[JUDGEMENT_MAJOR];
}
