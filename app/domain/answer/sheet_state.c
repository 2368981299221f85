#include "domain/answer/sheet_state.h"

#include "base/words.h"

enum sheet_state
sheet_state_of(const struct sheet_facts *f)
{
	if (f->excluded)
		return SHEET_EXCLUDED;
	if (!f->submitted)
		return f->draft ? SHEET_DRAFT : SHEET_FRESH;
	if (cycle_final(f->cycle))
		return SHEET_FIXED;
	return f->returned ? SHEET_RETURNED : f->confirmed ? SHEET_CONFIRMED : SHEET_SUBMITTED;
}

const char *
sheet_state_key(enum sheet_state s)
{
	static const char *const keys[SHEET_STATES] = {
		"fresh", "draft", "submitted", "returned", "confirmed", "fixed", "excluded"};
	return keys[s];
}

#define IN(state) (1u << (state))
enum {
	UNANSWERED = IN(SHEET_FRESH) | IN(SHEET_DRAFT),
	ANSWERABLE = UNANSWERED | IN(SHEET_SUBMITTED) | IN(SHEET_RETURNED),
	LIVING = ANSWERABLE | IN(SHEET_CONFIRMED),
};

/* In which states of the sheet each may do it, while the cycle is open, in its days of grace, and
 * while the managers confirm. Nothing is done before and after. */
static const struct rule {
	unsigned actors;
	unsigned states[3];
} rules[SHEET_ACTIONS][2] = {
	[SHEET_ANSWER] = {{ACTOR_OWNER, {ANSWERABLE, UNANSWERED | IN(SHEET_RETURNED), IN(SHEET_RETURNED)}}},
	/* A manager types in only where nothing was answered yet: the form shows what there is. */
	[SHEET_PROXY] = {{ACTOR_SECRETARIAT,
				 {ANSWERABLE, UNANSWERED | IN(SHEET_RETURNED), IN(SHEET_RETURNED)}},
		{ACTOR_MANAGER, {IN(SHEET_FRESH), IN(SHEET_FRESH), 0}}},
	[SHEET_RETURN] = {{ACTOR_MANAGER | ACTOR_SECRETARIAT,
		{IN(SHEET_SUBMITTED) | IN(SHEET_CONFIRMED), IN(SHEET_SUBMITTED) | IN(SHEET_CONFIRMED),
			IN(SHEET_SUBMITTED) | IN(SHEET_CONFIRMED)}}},
	[SHEET_CONFIRM] = {{ACTOR_MANAGER | ACTOR_SECRETARIAT,
		{IN(SHEET_SUBMITTED), IN(SHEET_SUBMITTED), IN(SHEET_SUBMITTED)}}},
	[SHEET_EXCLUDE] = {{ACTOR_SECRETARIAT, {LIVING, LIVING, LIVING}}},
	[SHEET_INCLUDE] = {{ACTOR_SECRETARIAT, {IN(SHEET_EXCLUDED), IN(SHEET_EXCLUDED), IN(SHEET_EXCLUDED)}}},
	[SHEET_ASSIGN] = {{ACTOR_MANAGER | ACTOR_SECRETARIAT, {ANSWERABLE, ANSWERABLE, ANSWERABLE}}},
};

static const char *
why_not_cycle(enum sheet_action a, enum cycle_state s)
{
	bool answers = a == SHEET_ANSWER || a == SHEET_PROXY;
	if (!cycle_opened(s))
		return answers ? N_("the cycle has not been opened yet, so the answers were not stored")
			       : N_("the cycle has not been opened yet");
	return answers ? N_("the cycle has been closed, so the answers were not stored")
		       : N_("the figures of this cycle are final, so its sheets stay as they are");
}

static const char *
why_not_answer(const struct sheet_facts *f, enum sheet_state s)
{
	if (s == SHEET_EXCLUDED)
		return N_("this sheet need not be answered any more, so the answers were not stored");
	if (s == SHEET_CONFIRMED)
		return N_("the manager has confirmed this sheet, so the answers were not stored");
	if (f->cycle == CYCLE_GRACE)
		return N_("the sheet was submitted and the due day is over, so the answers were not stored");
	return N_("the managers are confirming the sheets, so the answers were not stored");
}

static const char *
why_not_sheet(enum sheet_action a, const struct sheet_facts *f)
{
	enum sheet_state s = sheet_state_of(f);
	switch (a) {
	case SHEET_PROXY:
		if (s == SHEET_DRAFT || s == SHEET_SUBMITTED || s == SHEET_RETURNED)
			return N_("this sheet has been begun or submitted; only the secretariat may type in "
				  "more");
		return why_not_answer(f, s);
	case SHEET_ANSWER:
		return why_not_answer(f, s);
	case SHEET_RETURN:
		return s == SHEET_RETURNED ? N_("this sheet has been returned already")
					   : N_("only what was submitted can be returned");
	case SHEET_CONFIRM:
		return s == SHEET_CONFIRMED ? N_("this sheet has been confirmed already")
					    : N_("only what was submitted can be confirmed");
	case SHEET_EXCLUDE:
		return N_("this sheet is excluded already");
	case SHEET_INCLUDE:
		return N_("this sheet is not excluded");
	default:
		return N_("this sheet cannot be given to someone else any more");
	}
}

static const char *
why_not_yours(enum sheet_action a)
{
	return a == SHEET_ANSWER ? N_("this sheet belongs to someone else")
				 : N_("this is not yours to do with this sheet");
}

/* The state that decides what may be done. */
static enum sheet_state
state_for(enum sheet_action a, const struct sheet_facts *f)
{
	enum sheet_state s = sheet_state_of(f);
	bool answers = a == SHEET_ANSWER || a == SHEET_PROXY;
	return answers && f->asked && s == SHEET_SUBMITTED ? SHEET_RETURNED : s;
}

bool
sheet_may(enum sheet_action a, unsigned actors, const struct sheet_facts *f, struct err *e)
{
	unsigned known = 0;
	bool live = cycle_live(f->cycle);
	for (size_t i = 0; i < 2; i++) {
		const struct rule *r = &rules[a][i];
		known |= r->actors & actors;
		if (live && (r->actors & actors) != 0 &&
			(r->states[f->cycle - CYCLE_OPEN] & IN(state_for(a, f))) != 0)
			return true;
	}
	if (known == 0)
		return err_set(e, ERR_DENIED, "%s", _(why_not_yours(a)));
	return err_set(e, ERR_CONFLICT, "%s", _(live ? why_not_sheet(a, f) : why_not_cycle(a, f->cycle)));
}
