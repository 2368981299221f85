#include "domain/remind/chase.h"

static const char *const about_keys[CHASE_ABOUTS] = {
	[CHASE_PLAN] = "plan", [CHASE_MEASURE] = "measure", [CHASE_ACCEPTANCE] = "acceptance"};
static const char *const to_keys[CHASE_TOS] = {[CHASE_OWNER] = "owner",
	[CHASE_MANAGER] = "manager",
	[CHASE_LEAD] = "lead",
	[CHASE_MANAGEMENT] = "management"};

const char *
chase_about_key(enum chase_about about)
{
	return about_keys[about];
}

const char *
chase_to_key(enum chase_to to)
{
	return to_keys[to];
}

bool
chase_due(enum finding_state state, day_t since, day_t due_day, int plan_days, enum chase_about *about,
	day_t *due)
{
	switch (state) {
	case FINDING_PLANNING:
	case FINDING_RETURNED:
		*about = CHASE_PLAN;
		*due = since + plan_days;
		return since != 0;
	case FINDING_PLANNED:
	case FINDING_DOING:
		*about = CHASE_MEASURE;
		*due = due_day;
		return due_day != 0;
	case FINDING_ACCEPTED:
		*about = CHASE_ACCEPTANCE;
		*due = due_day;
		return due_day != 0;
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
		if (r->about != about || r->to != to || r->days <= climbed ||
			rung_day(&(struct rung){.days = r->days}, c, due) > today)
			continue;
		if (pick == NULL || r->days > pick->days)
			pick = r;
	}
	return pick;
}
