/* What the people of the fictional body answer: the same every time, better where
 * the level is higher, and with a reason wherever one is asked. */
#include "store/demo/demo_words.h"

#include <string.h>

#include "base/day.h"
#include "domain/cycle/fiscal.h"

static double
share_of(uint64_t random)
{
	return (double)(random >> 11) / (double)(UINT64_C(1) << 53);
}

/* How likely a choice is: those that count as done share the level by their points,
 * the others what is left of it, a little going to 分からない and 該当なし. */
static double
choice_weight(const struct item *i, const struct choice *c, double level)
{
	double done = 0, other = 0;
	for (size_t k = 0; k < i->choice_count; k++)
		if (i->choices[k].role == CHOICE_SCORED)
			*(i->choices[k].done ? &done : &other) += i->choices[k].points + 20;
	switch (c->role) {
	case CHOICE_SCORED:
		return c->done ? level * (c->points + 20) / done
			       : (1 - level) * 0.85 * (c->points + 20) / other;
	case CHOICE_UNKNOWN:
		return (1 - level) * 0.15;
	default:
		return 0.02;
	}
}

static const struct choice *
choice_take(const struct item *i, double level, uint64_t random)
{
	double sum = 0, at;
	for (size_t k = 0; k < i->choice_count; k++)
		sum += choice_weight(i, &i->choices[k], level);
	at = share_of(random) * sum;
	for (size_t k = 0; k + 1 < i->choice_count; k++) {
		at -= choice_weight(i, &i->choices[k], level);
		if (at < 0)
			return &i->choices[k];
	}
	return &i->choices[i->choice_count - 1];
}

static const char *
word_of(const char *const *words, unsigned count, uint64_t random)
{
	return words[random % count];
}

static void
reason_give(const struct demo_words *w, struct answer *answer, uint64_t random)
{
	const struct choice *c = answer->choice;
	if (!c->reason)
		return;
	if (c->role == CHOICE_NA) {
		const struct demo_na *na = &w->reasons.na[random % w->reasons.na_count];
		answer->na = na_find(na->key);
		answer->reason = na->text;
	} else if (c->points > 0) {
		answer->reason = word_of(w->reasons.partly, w->reasons.partly_count, random);
	} else {
		answer->reason = word_of(w->reasons.no, w->reasons.no_count, random);
	}
}

/* The best, or what the role is of; NULL where there is none such. */
static const struct choice *
choice_like(const struct item *i, enum choice_role role)
{
	const struct choice *best = NULL;
	for (size_t k = 0; k < i->choice_count; k++)
		if (i->choices[k].role == role && (best == NULL || i->choices[k].points > best->points))
			best = &i->choices[k];
	return best;
}

static const struct demo_habit *
habit_of(const struct demo_words *w, const char *id, int year)
{
	static const struct demo_habit none;
	for (unsigned i = 0; i < w->habits.items_count; i++) {
		const struct demo_habit *h = &w->habits.items[i];
		if (strcmp(h->id, id) == 0 && (h->until == 0 || year <= h->until))
			return h;
	}
	return &none;
}

/* What is usual with a question comes before what one does. */
static const struct choice *
choice_of(const struct demo_habit *h, const struct item *i, const struct demo_respondent *r, uint64_t one)
{
	int percent = (int)(demo_mix(one) % 100);
	const struct choice *usual = percent < h->na                ? choice_like(i, CHOICE_NA)
				     : percent < h->na + h->unknown ? choice_like(i, CHOICE_UNKNOWN)
				     : percent < h->best            ? choice_like(i, CHOICE_SCORED)
								    : NULL;
	if (r->alike)
		usual = choice_like(i, CHOICE_SCORED);
	return usual != NULL ? usual : choice_take(i, r->level, one);
}

static void
comment_give(const struct demo_words *w, const struct demo_habit *h, struct answer *answer, uint64_t random)
{
	if (!answer->choice->reason && (int)(random % 100) < h->comment)
		answer->reason = word_of(w->habits.unasked, w->habits.unasked_count, random / 100);
}

static const char *
extra_for(struct arena *a, const struct item *i, int year, uint64_t random)
{
	char day[16];
	switch (i->extra) {
	case EXTRA_DATE:
		day_format(fiscal_year_first(year) + (day_t)(random % 150), day);
		return arena_strdup(a, day);
	case EXTRA_NUMBER:
		return arena_printf(a, "%d", 1 + (int)(random % 4));
	default:
		return "";
	}
}

static struct answer
answer_of(struct arena *a, const struct demo_words *w, const struct item *i, const struct demo_respondent *r,
	uint64_t seed)
{
	uint64_t one = demo_mix(seed), two = demo_mix(seed + 1);
	struct answer answer = {.reason = "", .extra = ""};
	if (i->scale->text) {
		if (one % 20 == 0)
			answer.extra = word_of(w->remarks, w->remarks_count, two);
		return answer;
	}
	const struct demo_habit *habit = habit_of(w, i->id, r->year);
	answer.choice = choice_of(habit, i, r, one);
	reason_give(w, &answer, two);
	comment_give(w, habit, &answer, demo_mix(two));
	if (answer.choice->done || answer.choice->partly)
		answer.extra = extra_for(a, i, r->year, two);
	return answer;
}

struct answers
demo_answers(struct arena *a, const struct demo_words *w, const struct questionnaire *q,
	const struct demo_respondent *r, size_t count)
{
	struct answers answers = answers_none(a, q);
	for (size_t i = 0; i < count && i < q->count; i++) {
		if (!item_applies(&q->items[i], r->flags))
			continue;
		/* Some questions are hard for everyone: seeded by the id, whatever the year. */
		uint64_t difficulty = 0;
		for (const char *c = q->items[i].id; *c != '\0'; c++)
			difficulty = difficulty * 31 + (unsigned char)*c;
		struct demo_respondent here = *r;
		here.level += 0.3 * (share_of(demo_mix(difficulty)) - 0.5);
		here.level = here.level < 0.05 ? 0.05 : here.level > 0.98 ? 0.98 : here.level;
		answers.items[i] = answer_of(a, w, &q->items[i], &here, r->seed ^ demo_mix(difficulty));
	}
	return answers;
}
