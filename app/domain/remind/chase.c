#include "domain/remind/chase.h"

#include <string.h>

#include "base/words.h"

static const char *const about_keys[CHASE_ABOUTS] = {[CHASE_PLAN] = "plan",
	[CHASE_MEASURE] = "measure",
	[CHASE_ACCEPTANCE] = "acceptance",
	[CHASE_REQUEST] = "request",
	[CHASE_URGENT] = "urgent"};
static const char *const to_keys[CHASE_TOS] = {[CHASE_OWNER] = "owner",
	[CHASE_MANAGER] = "manager",
	[CHASE_HEAD] = "head",
	[CHASE_LEAD] = "lead",
	[CHASE_MANAGEMENT] = "management"};

const char *
chase_about_key(enum chase_about about)
{
	return about_keys[about];
}

enum chase_about
chase_about_of(const char *key)
{
	size_t i = 0;
	while (i < CHASE_ABOUTS && strcmp(about_keys[i], key) != 0)
		i++;
	return (enum chase_about)i;
}

const char *
chase_to_key(enum chase_to to)
{
	return to_keys[to];
}

enum chase_to
chase_to_of(const char *key)
{
	size_t i = 0;
	while (i < CHASE_TOS && strcmp(to_keys[i], key) != 0)
		i++;
	return (enum chase_to)i;
}

enum {
	HIGHER = 1 << CHASE_LEAD | 1 << CHASE_MANAGEMENT,
	OF_FINDING = HIGHER | 1 << CHASE_OWNER | 1 << CHASE_MANAGER,
	OF_REQUEST = HIGHER | 1 << CHASE_MANAGER | 1 << CHASE_HEAD,
};

bool
chase_reaches(enum chase_about about, enum chase_to to)
{
	static const unsigned told[CHASE_ABOUTS] = {[CHASE_PLAN] = OF_FINDING,
		[CHASE_MEASURE] = OF_FINDING,
		[CHASE_ACCEPTANCE] = OF_FINDING,
		[CHASE_REQUEST] = OF_REQUEST,
		[CHASE_URGENT] = HIGHER};
	return about < CHASE_ABOUTS && to < CHASE_TOS && (told[about] & 1u << to) != 0;
}

/* What a message of an audit fills in; the other places of a manager's text have no meaning here. */
static bool
places_check(const char *text, struct err *e)
{
	static const char *const without[] = {"{cycle}", "{due}", "{department}"};
	for (size_t i = 0; i < sizeof without / sizeof *without; i++)
		if (strstr(text, without[i]) != NULL)
			return err_set(e, ERR_INPUT, _("a reminder of an audit has no place %s"), without[i]);
	return true;
}

bool
chase_check(const struct chase_rung *r, struct err *e)
{
	const struct rung plain = {
		.to = RUNG_MANAGER, .days = r->days, .subject = r->subject, .text = r->text};
	if (!chase_reaches(r->about, r->to))
		return err_set(e, ERR_INPUT, _("choose what the reminder is about, and to whom it goes"));
	if (r->about == CHASE_URGENT && r->days != 0)
		return err_set(e, ERR_INPUT, _("an urgent report is told at once"));
	return rung_check(&plain, e) && places_check(r->subject, e) && places_check(r->text, e);
}

bool
chase_due(enum finding_state state, day_t wait_day, enum chase_about *about, day_t *due)
{
	*due = wait_day;
	switch (state) {
	case FINDING_PLANNING:
	case FINDING_RETURNED:
		*about = CHASE_PLAN;
		return wait_day != 0;
	case FINDING_PLANNED:
	case FINDING_DOING:
		*about = CHASE_MEASURE;
		return wait_day != 0;
	case FINDING_ACCEPTED:
		*about = CHASE_ACCEPTANCE;
		return wait_day != 0;
	default:
		return false;
	}
}

const struct chase_rung *
chase_pick(const struct chase_rung *rungs, size_t count, enum chase_about about, enum chase_to to,
	const struct calendar *c, day_t due, day_t today, const bool *taken)
{
	const struct chase_rung *pick = NULL;
	int climbed = -RUNG_DAYS_MOST - 1;
	for (size_t i = 0; i < count; i++)
		if (rungs[i].about == about && rungs[i].to == to && taken[i] && rungs[i].days > climbed)
			climbed = rungs[i].days;
	for (size_t i = 0; i < count; i++) {
		const struct chase_rung *r = &rungs[i];
		if (!r->used || r->about != about || r->to != to || r->days <= climbed ||
			rung_day(&(struct rung){.days = r->days}, c, due) > today)
			continue;
		if (pick == NULL || r->days > pick->days)
			pick = r;
	}
	return pick;
}
