#ifndef DOMAIN_REMIND_CHASE_H
#define DOMAIN_REMIND_CHASE_H

/*
 * The ladder of reminders of audits (監査の督促): of a finding a plan that was not handed in, measures that
 * are not reported, a risk whose acceptance runs out; documents that were asked for. So many days before or
 * after the day it is about, to who is in charge, the department's manager, the manager above, the audit's
 * lead, management. Closed days are passed over as with the ladder of self-checks (ladder.h), and a server
 * that was stopped catches up with one message a recipient. An urgent report has no day: it is told at once.
 */

#include "domain/audit/finding.h"
#include "domain/remind/ladder.h"

enum chase_about { CHASE_PLAN, CHASE_MEASURE, CHASE_ACCEPTANCE, CHASE_REQUEST, CHASE_URGENT, CHASE_ABOUTS };
enum chase_to { CHASE_OWNER, CHASE_MANAGER, CHASE_HEAD, CHASE_LEAD, CHASE_MANAGEMENT, CHASE_TOS };

const char *chase_about_key(enum chase_about about); /* "plan" "measure" "acceptance" "request" "urgent" */
enum chase_about chase_about_of(const char *key);    /* CHASE_ABOUTS when unknown */
const char *chase_to_key(enum chase_to to);          /* "owner" "manager" "head" "lead" "management" */
enum chase_to chase_to_of(const char *key);          /* CHASE_TOS when unknown */
bool chase_reaches(enum chase_about about, enum chase_to to); /* whether these are told of that */

struct chase_rung {
	const char *key; /* ASCII; stays when the rest is changed, and so does what it is about */
	enum chase_about about;
	enum chase_to to;
	int days;                   /* after the day; negative: before it */
	const char *subject, *text; /* with the places {name} {body} {count} {names} {link} */
	bool used;
};

/* Recipients, days, lengths, and places that such texts may have. */
bool chase_check(const struct chase_rung *r, struct err *e);

/* What is waited for and until when, which is finding_wait_day. False: for nothing, or no day was set. */
bool chase_due(enum finding_state state, day_t wait_day, enum chase_about *about, day_t *due);

/* The latest rung for these recipients whose day has come; NULL when none has, or that one or a later one
 * was climbed: taken[i], rungs[i] was. */
const struct chase_rung *chase_pick(const struct chase_rung *rungs, size_t count, enum chase_about about,
	enum chase_to to, const struct calendar *c, day_t due, day_t today, const bool *taken);

#endif
