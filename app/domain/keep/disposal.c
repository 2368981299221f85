#include "domain/keep/disposal.h"

#include <string.h>

#include "base/words.h"
#include "domain/organisation/role.h"

static const char *const states[DISPOSAL_STATES] = {
	"proposed", "withdrawn", "declined", "approved", "running", "done"};
static const char *const acts[DISPOSAL_ACTS] = {"withdraw", "approve", "decline", "go_on"};

const char *
disposal_state_key(enum disposal_state s)
{
	return states[s];
}

enum disposal_state
disposal_state_of(const char *key)
{
	enum disposal_state s = DISPOSAL_PROPOSED;
	while (s < DISPOSAL_STATES && strcmp(states[s], key) != 0)
		s++;
	return s;
}

const char *
disposal_act_key(enum disposal_act a)
{
	return acts[a];
}

bool
disposal_act_parse(const char *key, enum disposal_act *out)
{
	for (int i = 0; i < DISPOSAL_ACTS; i++)
		if (strcmp(acts[i], key) == 0) {
			*out = (enum disposal_act)i;
			return true;
		}
	return false;
}

bool
disposal_may_propose(unsigned roles, struct err *e)
{
	return (roles & ROLE_ADMIN) != 0 ||
	       err_set(e, ERR_DENIED, _("only the secretariat proposes a disposal"));
}

#define IN(state) (1u << (state))
static const struct {
	unsigned roles, states;
} rules[DISPOSAL_ACTS] = {
	[DISPOSAL_WITHDRAW] = {ROLE_ADMIN, IN(DISPOSAL_PROPOSED) | IN(DISPOSAL_APPROVED)},
	[DISPOSAL_APPROVE] = {ROLE_ADMIN | ROLE_MANAGEMENT, IN(DISPOSAL_PROPOSED)},
	[DISPOSAL_DECLINE] = {ROLE_ADMIN | ROLE_MANAGEMENT, IN(DISPOSAL_PROPOSED)},
	[DISPOSAL_GO_ON] = {ROLE_ADMIN | ROLE_MANAGEMENT, IN(DISPOSAL_APPROVED) | IN(DISPOSAL_RUNNING)},
};

static const char *
why_not(enum disposal_state s)
{
	static const char *const sentences[DISPOSAL_STATES] = {
		N_("this disposal has not been approved yet"),
		N_("this disposal was withdrawn"),
		N_("this disposal was declined"),
		N_("this disposal has been approved already"),
		N_("this disposal is being carried out and cannot be taken back"),
		N_("this disposal has been carried out"),
	};
	return sentences[s];
}

bool
disposal_may(enum disposal_act a, enum disposal_state s, unsigned roles, bool proposer, struct err *e)
{
	bool judges = a == DISPOSAL_APPROVE || a == DISPOSAL_DECLINE;
	if ((roles & rules[a].roles) == 0)
		return err_set(e, ERR_DENIED, _("this is not yours to decide about a disposal"));
	if ((rules[a].states & IN(s)) == 0)
		return err_set(e, ERR_CONFLICT, "%s", _(why_not(s)));
	return !judges || !proposer ||
	       err_set(e, ERR_DENIED, _("whoever proposed a disposal does not decide about it"));
}

enum disposal_state
disposal_after(enum disposal_act a, enum disposal_state s)
{
	switch (a) {
	case DISPOSAL_WITHDRAW:
		return DISPOSAL_WITHDRAWN;
	case DISPOSAL_APPROVE:
		return DISPOSAL_APPROVED;
	case DISPOSAL_DECLINE:
		return DISPOSAL_DECLINED;
	default:
		return s;
	}
}
