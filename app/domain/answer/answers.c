#include "domain/answer/answers.h"

#include <string.h>

#include "base/day.h"
#include "base/number.h"
#include "base/utf8.h"

enum { NUMBER_MOST = 999999999 };

struct answers
answers_none(struct arena *a, const struct questionnaire *q)
{
	struct answers s = {.questionnaire = q, .items = ARENA_ARRAY(a, struct answer, q->count)};
	for (size_t i = 0; i < q->count; i++)
		s.items[i] = (struct answer){.reason = "", .extra = ""};
	return s;
}

static bool
extra_fits(const struct item *i, const char *extra)
{
	day_t day;
	int64_t number;
	return i->extra == EXTRA_DATE ? day_parse(extra, &day) : number_parse(extra, 0, NUMBER_MOST, &number);
}

enum { LACKS_MOST = 3 };

/* Returns how many were written. */
static size_t
item_lacks(const struct item *i, const struct answer *a, enum lack out[LACKS_MOST])
{
	size_t count = 0;
	if (a->choice == NULL) {
		out[0] = LACK_ANSWER;
		return 1;
	}
	if (a->choice->role == CHOICE_NA && a->na == NULL)
		out[count++] = LACK_NA;
	if (a->choice->reason && utf8_blank(a->reason))
		out[count++] = LACK_REASON;
	if (i->extra == EXTRA_NONE)
		return count;
	if (utf8_blank(a->extra) ? a->choice->done : !extra_fits(i, a->extra))
		out[count++] = LACK_EXTRA;
	return count;
}

static bool
item_asked(const struct item *i, flags_t department)
{
	return !i->scale->text && item_applies(i, department);
}

size_t
answers_missing(struct arena *a, const struct answers *s, flags_t department, struct missing **missing)
{
	size_t count = 0;
	*missing = NULL;
	for (size_t i = 0; i < s->questionnaire->count; i++) {
		const struct item *item = &s->questionnaire->items[i];
		enum lack lacks[LACKS_MOST];
		size_t n = item_asked(item, department) ? item_lacks(item, &s->items[i], lacks) : 0;
		for (size_t k = 0; k < n; k++) {
			*missing = ARENA_PUSH(a, *missing, count);
			(*missing)[count++] = (struct missing){.item = item, .lack = lacks[k]};
		}
	}
	return count;
}

size_t
answers_given(const struct answers *s, flags_t department)
{
	size_t count = 0;
	for (size_t i = 0; i < s->questionnaire->count; i++)
		count += s->items[i].choice != NULL && item_asked(&s->questionnaire->items[i], department);
	return count;
}

size_t
answers_asked(const struct questionnaire *q, flags_t department)
{
	size_t count = 0;
	for (size_t i = 0; i < q->count; i++)
		count += item_asked(&q->items[i], department);
	return count;
}

void
answers_fit(struct answers *s, flags_t department)
{
	for (size_t i = 0; i < s->questionnaire->count; i++) {
		struct answer *a = &s->items[i];
		if (!item_applies(&s->questionnaire->items[i], department))
			*a = (struct answer){.reason = "", .extra = ""};
		if (a->choice == NULL || a->choice->role != CHOICE_NA)
			a->na = NULL;
	}
}

static bool
text_merge(const char **posted, const char *stored, bool stored_stays)
{
	if ((*posted)[0] == '\0') {
		*posted = stored_stays ? stored : "";
		return false;
	}
	return stored[0] != '\0' && strcmp(*posted, stored) != 0;
}

/* Returns whether something stored gave way. */
static bool
answer_merge(struct answer *posted, const struct answer *stored)
{
	bool same = posted->choice == NULL || posted->choice == stored->choice;
	bool replaced = !same && stored->choice != NULL;
	if (posted->choice == NULL)
		posted->choice = stored->choice;
	if (posted->na == NULL && posted->choice == stored->choice)
		posted->na = stored->na;
	replaced |= stored->na != NULL && posted->na != NULL && posted->na != stored->na;
	bool stays = same || stored->choice == NULL;
	replaced |= text_merge(&posted->reason, stored->reason, stays);
	replaced |= text_merge(&posted->extra, stored->extra, stays);
	return replaced;
}

size_t
answers_merge(
	struct arena *a, struct answers *posted, const struct answers *stored, const struct item ***replaced)
{
	size_t count = 0;
	*replaced = NULL;
	for (size_t i = 0; i < posted->questionnaire->count; i++) {
		if (!answer_merge(&posted->items[i], &stored->items[i]))
			continue;
		*replaced = ARENA_PUSH(a, *replaced, count);
		(*replaced)[count++] = &posted->questionnaire->items[i];
	}
	return count;
}

size_t
answers_stand(struct arena *a, struct answers *posted, const struct answers *submitted,
	const struct item ***refused)
{
	size_t count = 0;
	*refused = NULL;
	for (size_t i = 0; i < posted->questionnaire->count; i++) {
		const struct item *item = &posted->questionnaire->items[i];
		const struct choice *stands = submitted->items[i].choice, *other = posted->items[i].choice;
		if (!item->scale->knowledge || stands == NULL)
			continue;
		posted->items[i] = submitted->items[i];
		if (other == NULL || other == stands)
			continue;
		*refused = ARENA_PUSH(a, *refused, count);
		(*refused)[count++] = item;
	}
	return count;
}
