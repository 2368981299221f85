#include "domain/audit/plan.h"

#include <string.h>

#include "base/words.h"

static const char *const kind_keys[AUDIT_PLAN_KINDS] = {
	[AUDIT_PLAN_MID] = "mid",
	[AUDIT_PLAN_YEAR] = "year",
};
static const char *const state_keys[AUDIT_PLAN_STATES] = {
	[AUDIT_PLAN_DRAFTED] = "drafted",
	[AUDIT_PLAN_SUBMITTED] = "submitted",
	[AUDIT_PLAN_APPROVED] = "approved",
	[AUDIT_PLAN_RETURNED] = "returned",
};

static size_t
index_of(const char *const *keys, size_t count, const char *key)
{
	size_t i = 0;
	while (i < count && strcmp(keys[i], key) != 0)
		i++;
	return i;
}

const char *
audit_plan_kind_key(enum plan_kind k)
{
	return kind_keys[k];
}

enum plan_kind
audit_plan_kind_of(const char *key)
{
	return (enum plan_kind)index_of(kind_keys, AUDIT_PLAN_KINDS, key);
}

bool
audit_plan_years_fit(enum plan_kind k, int years)
{
	enum { SHORT = 3, LONG = 5 };
	return k == AUDIT_PLAN_YEAR ? years == 1 : years == SHORT || years == LONG;
}

const char *
audit_plan_state_key(enum audit_plan_state s)
{
	return state_keys[s];
}

enum audit_plan_state
audit_plan_state_of(const char *key)
{
	return (enum audit_plan_state)index_of(state_keys, AUDIT_PLAN_STATES, key);
}

bool
audit_plan_open(enum audit_plan_state s)
{
	return s == AUDIT_PLAN_DRAFTED || s == AUDIT_PLAN_RETURNED;
}

const struct audit_plan_move audit_plan_moves[] = {
	{"submit", AUDIT_PLAN_DRAFTED, AUDIT_PLAN_SUBMITTED, AUDIT_PLAN_LEAD, false, false},
	{"submit", AUDIT_PLAN_RETURNED, AUDIT_PLAN_SUBMITTED, AUDIT_PLAN_LEAD, false, false},
	{"approve", AUDIT_PLAN_SUBMITTED, AUDIT_PLAN_APPROVED, AUDIT_PLAN_MANAGEMENT, false, true},
	{"return", AUDIT_PLAN_SUBMITTED, AUDIT_PLAN_RETURNED, AUDIT_PLAN_MANAGEMENT, true, false},
	{"revise", AUDIT_PLAN_APPROVED, AUDIT_PLAN_DRAFTED, AUDIT_PLAN_LEAD, true, false},
};
const size_t audit_plan_move_count = sizeof audit_plan_moves / sizeof *audit_plan_moves;

static const char *const why_not[AUDIT_PLAN_STATES] = {
	[AUDIT_PLAN_DRAFTED] = N_("this plan is being drafted"),
	[AUDIT_PLAN_SUBMITTED] = N_("this plan waits to be approved"),
	[AUDIT_PLAN_APPROVED] = N_("this plan is approved; take it up again to change it"),
	[AUDIT_PLAN_RETURNED] = N_("this plan was given back to be worked on"),
};

const struct audit_plan_move *
audit_plan_move_find(
	enum audit_plan_state from, const char *name, unsigned actors, bool reason, struct err *e)
{
	for (size_t i = 0; i < audit_plan_move_count; i++) {
		const struct audit_plan_move *m = &audit_plan_moves[i];
		if (m->from != from || strcmp(m->name, name) != 0)
			continue;
		if ((m->actors & actors) == 0)
			err_set(e, ERR_DENIED, "%s", _("this is not yours to do with this plan"));
		else if (m->reason && !reason)
			err_set(e, ERR_INPUT, "%s", _("say why"));
		else
			return m;
		return NULL;
	}
	err_set(e, ERR_CONFLICT, "%s", _(why_not[from]));
	return NULL;
}
