#include "report/audits.h"

#include <string.h>

#include "report/about.h"

bool
audits_read(struct composer *c, struct err *e)
{
	struct audit_lines *lines = ARENA_ARRAY(c->arena, struct audit_lines, c->audit_count);
	for (size_t i = 0; i < c->audit_count; i++)
		if (!lines_list(c->db, c->arena, c->audits[i].id, &lines[i].list, &lines[i].count, e))
			return false;
	c->lines = lines;
	return true;
}

static void
counted_add(struct lines_counted *to, const struct lines_counted *more)
{
	for (size_t j = 0; j < JUDGEMENTS; j++)
		to->judged.of[j] += more->judged.of[j];
	to->lines += more->lines;
	to->open += more->open;
	to->reviewed += more->reviewed;
	to->confirmed += more->confirmed;
	to->recommended += more->recommended;
	to->good += more->good;
}

struct lines_counted
audits_counted(const struct composer *c, size_t audit, const char *clause)
{
	struct lines_counted all = {0};
	for (size_t i = 0; i < c->audit_count; i++) {
		struct lines_counted one = lines_count(c->lines[i].list, c->lines[i].count, clause);
		if (audit == SIZE_MAX || audit == i)
			counted_add(&all, &one);
	}
	return all;
}

const char *const *
audits_clauses(const struct composer *c)
{
	const char **out = ARENA_ARRAY(c->arena, const char *, c->policy->count + 1);
	size_t n = 0;
	for (size_t i = 0; i < c->policy->count; i++)
		if (audits_counted(c, SIZE_MAX, c->policy->clauses[i].key).lines > 0)
			out[n++] = c->policy->clauses[i].key;
	out[n] = NULL;
	return out;
}

enum word
no_lines_word(const struct composer *c)
{
	if (recipe_about(c->recipe) != ABOUT_YEAR || c->recipe->guarded)
		return WORD_NO_LINES;
	return c->audit_count == 0 ? WORD_NO_AUDITS : WORD_NO_SETTLED;
}

const char *
judgement_text(const struct composer *c, enum judgement j)
{
	const struct scale *s = scale_find(store_bank(c->store)->scales, "J6");
	for (size_t i = 0; s != NULL && j < JUDGEMENTS && i < s->count; i++)
		if (strcmp(s->choices[i].code, judgement_key(j)) == 0)
			return s->choices[i].label;
	return "";
}

enum word
severity_word(enum finding_severity s)
{
	static const enum word words[SEVERITIES] = {WORD_SEVERITY_MAJOR, WORD_SEVERITY_MINOR,
		WORD_SEVERITY_OBSERVATION, WORD_SEVERITY_RECOMMENDATION};
	return words[s];
}

enum word
finding_state_word(enum finding_state s)
{
	static const enum word words[FINDING_STATES] = {
		[FINDING_RAISED] = WORD_FINDING_RAISED,
		[FINDING_CHECKING] = WORD_FINDING_CHECKING,
		[FINDING_CONFIRMED] = WORD_FINDING_CONFIRMED,
		[FINDING_PLANNING] = WORD_FINDING_PLANNING,
		[FINDING_PLANNED] = WORD_FINDING_PLANNED,
		[FINDING_DOING] = WORD_FINDING_DOING,
		[FINDING_REPORTED] = WORD_FINDING_REPORTED,
		[FINDING_VERIFYING] = WORD_FINDING_VERIFYING,
		[FINDING_CLOSED] = WORD_FINDING_CLOSED,
		[FINDING_RETURNED] = WORD_FINDING_RETURNED,
		[FINDING_ACCEPTED] = WORD_FINDING_ACCEPTED,
		[FINDING_WITHDRAWN] = WORD_FINDING_WITHDRAWN,
	};
	return words[s];
}
