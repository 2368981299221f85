#ifndef DOMAIN_REMIND_CHASE_H
#define DOMAIN_REMIND_CHASE_H

/*
 * The ladder of reminders for findings of audits (指摘の督促): a plan that was not handed in, measures that
 * are not reported, a risk whose acceptance runs out. So many days before or after the day it is about,
 * to who is in charge, the department's manager, the audit's lead, management. Closed days are passed
 * over as with the ladder of self-checks (ladder.h), and a server that was stopped catches up with
 * one message a recipient.
 */

#include "domain/audit/finding.h"
#include "domain/remind/ladder.h"

enum chase_about { CHASE_PLAN, CHASE_MEASURE, CHASE_ACCEPTANCE, CHASE_ABOUTS };
enum chase_to { CHASE_OWNER, CHASE_MANAGER, CHASE_LEAD, CHASE_MANAGEMENT, CHASE_TOS };

const char *chase_about_key(enum chase_about about); /* "plan" "measure" "acceptance" */
const char *chase_to_key(enum chase_to to);          /* "owner" "manager" "lead" "management" */

struct chase_rung {
	const char *key; /* ASCII */
	enum chase_about about;
	enum chase_to to;
	int days;                   /* after the day; negative: before it */
	const char *subject, *text; /* places as in a manager's text of ladder.h */
};

/* What is waited for and until when. since: the day on which it came into its state; plan_days: how long
 * a department has for its plan. False: for nothing, or no day was set. */
bool chase_due(enum finding_state state, day_t since, day_t due_day, int plan_days, enum chase_about *about,
	day_t *due);

/* The latest rung for these recipients whose day has come; NULL when none has, or that one or a later one
 * was climbed: taken[i], rungs[i] was. */
const struct chase_rung *chase_pick(const struct chase_rung *rungs, size_t count, enum chase_about about,
	enum chase_to to, const struct calendar *c, day_t due, day_t today, const bool *taken);

#endif
