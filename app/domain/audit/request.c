#include "domain/audit/request.h"

#include <string.h>

#include "base/words.h"

static const char *const state_keys[REQUEST_STATES] = {
	[REQUEST_ASKED] = "asked",
	[REQUEST_HANDED] = "handed",
	[REQUEST_RETURNED] = "returned",
	[REQUEST_ACCEPTED] = "accepted",
	[REQUEST_WITHDRAWN] = "withdrawn",
};

const char *
request_state_key(enum request_state s)
{
	return state_keys[s];
}

enum request_state
request_state_of(const char *key)
{
	size_t s = 0;
	while (s < REQUEST_STATES && strcmp(state_keys[s], key) != 0)
		s++;
	return (enum request_state)s;
}

bool
request_waits(enum request_state s)
{
	return s == REQUEST_ASKED || s == REQUEST_RETURNED;
}

bool
request_overdue(enum request_state s, day_t due, day_t today)
{
	return request_waits(s) && due < today;
}

const struct request_move request_moves[] = {
	{"hand", REQUEST_ASKED, REQUEST_HANDED, REQUEST_AUDITEE, REQUEST_NEEDS_ANSWER},
	{"hand", REQUEST_RETURNED, REQUEST_HANDED, REQUEST_AUDITEE, REQUEST_NEEDS_ANSWER},
	{"accept", REQUEST_HANDED, REQUEST_ACCEPTED, REQUEST_AUDITOR, 0},
	{"return", REQUEST_HANDED, REQUEST_RETURNED, REQUEST_AUDITOR, REQUEST_NEEDS_REASON},
	{"withdraw", REQUEST_ASKED, REQUEST_WITHDRAWN, REQUEST_AUDITOR, REQUEST_NEEDS_REASON},
	{"withdraw", REQUEST_RETURNED, REQUEST_WITHDRAWN, REQUEST_AUDITOR, REQUEST_NEEDS_REASON},
};
const size_t request_move_count = sizeof request_moves / sizeof *request_moves;

static const char *const why_not[REQUEST_STATES] = {
	[REQUEST_ASKED] = N_("the department has not handed this in yet"),
	[REQUEST_HANDED] = N_("this was handed in and is being looked at"),
	[REQUEST_RETURNED] = N_("this was given back to the department"),
	[REQUEST_ACCEPTED] = N_("this was accepted"),
	[REQUEST_WITHDRAWN] = N_("this request was withdrawn"),
};

const struct request_move *
request_move_find(enum request_state from, const char *name, unsigned actors, unsigned unmet, struct err *e)
{
	for (size_t i = 0; i < request_move_count; i++) {
		const struct request_move *m = &request_moves[i];
		if (m->from != from || strcmp(m->name, name) != 0)
			continue;
		if ((m->actors & actors) == 0) {
			err_set(e, ERR_DENIED, "%s", _("this is not yours to do with this request"));
			return NULL;
		}
		if ((m->needs & unmet) == 0)
			return m;
		err_set(e, ERR_INPUT, "%s",
			(m->needs & unmet & REQUEST_NEEDS_REASON) != 0 ? _("say why")
								       : _("write an answer or add a file"));
		return NULL;
	}
	err_set(e, ERR_CONFLICT, "%s", _(why_not[from]));
	return NULL;
}
