#include "domain/score/signals.h"

#include <string.h>

#include "base/utf8.h"

struct signal_counts
signals_none(struct arena *a, const struct questionnaire *q)
{
	return (struct signal_counts){.pairs = ARENA_ARRAY(a, struct signal_count, q->pair_count + 1),
		.comments = ARENA_ARRAY(a, int64_t, q->count),
		.answered = ARENA_ARRAY(a, int64_t, q->count)};
}

static void
count_add(struct signal_count *c, bool shown)
{
	c->of++;
	c->with += shown;
}

/* ---- straight-lining -------------------------------------------------------------------- */

/* The place of an answer in its scale, whatever the scale; −1: it does not take part. */
static int
place_of(const struct item *i, const struct choice *c)
{
	if (c == NULL || i->scale->knowledge || i->scale->text || c->role == CHOICE_NA)
		return -1;
	return c->role == CHOICE_UNKNOWN ? CHOICE_SLOTS : c->slot;
}

static void
straight_add(struct signal_count *c, const struct answers *s)
{
	int count = 0, first = -1;
	bool same = true;
	for (size_t i = 0; i < s->questionnaire->count; i++) {
		int place = place_of(&s->questionnaire->items[i], s->items[i].choice);
		if (place < 0)
			continue;
		if (count++ == 0)
			first = place;
		same &= place == first;
	}
	if (count >= SIGNAL_SCORED_LEAST)
		count_add(c, same);
}

/* ---- time ----------------------------------------------------------------------------------- */

int64_t
signals_reading_seconds(const struct questionnaire *q, flags_t flags)
{
	size_t characters = 0;
	for (size_t i = 0; i < q->count; i++)
		if (item_applies(&q->items[i], flags))
			characters += utf8_count(q->items[i].text);
	return (int64_t)(characters + SIGNAL_READING_SPEED - 1) / SIGNAL_READING_SPEED;
}

int64_t
signals_hand_seconds(instant_t shown, instant_t stored, instant_t now)
{
	instant_t since = stored > shown ? stored : shown;
	if (shown <= 0 || since > now)
		return 0;
	return now - since < SIGNAL_HAND_MOST ? now - since : SIGNAL_HAND_MOST;
}

/* ---- contradictions --------------------------------------------------------------------------- */

static bool
is_one_of(const struct choice *c, const char *const *codes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(c->code, codes[i]) == 0)
			return true;
	return false;
}

static void
pairs_add(struct signal_counts *c, const struct answers *s)
{
	const struct questionnaire *q = s->questionnaire;
	bool any = false, contradicted = false;
	for (size_t i = 0; i < q->pair_count; i++) {
		const struct pair *p = &q->pairs[i];
		const struct choice *one = s->items[p->item - q->items].choice;
		const struct choice *other = s->items[p->other - q->items].choice;
		if (one == NULL || other == NULL)
			continue;
		bool both = is_one_of(one, p->answers, p->answer_count) &&
			    is_one_of(other, p->against, p->against_count);
		count_add(&c->pairs[i], both);
		any = true;
		contradicted |= both;
	}
	if (any)
		count_add(&c->of[SIGNAL_CONTRADICTED], contradicted);
}

/* ---- comments -------------------------------------------------------------------------------- */

static void
comments_add(struct signal_counts *c, const struct signal_sheet *s)
{
	for (size_t i = 0; i < s->answers->questionnaire->count; i++) {
		const struct answer *a = &s->answers->items[i];
		if (a->choice == NULL || (s->counts != NULL && !s->counts[i]))
			continue;
		c->answered[i]++;
		c->comments[i] += !a->choice->reason && !utf8_blank(a->reason);
	}
}

void
signals_add(struct signal_counts *c, const struct signal_sheet *s)
{
	straight_add(&c->of[SIGNAL_STRAIGHT], s->answers);
	if (s->seconds > 0)
		count_add(&c->of[SIGNAL_FAST], s->seconds < s->least);
	pairs_add(c, s->answers);
	comments_add(c, s);
}

void
signals_join(struct signal_counts *sum, const struct questionnaire *q, const struct signal_counts *more)
{
	for (int i = 0; i < SIGNALS; i++) {
		sum->of[i].with += more->of[i].with;
		sum->of[i].of += more->of[i].of;
	}
	for (size_t i = 0; i < q->pair_count; i++) {
		sum->pairs[i].with += more->pairs[i].with;
		sum->pairs[i].of += more->pairs[i].of;
	}
	for (size_t i = 0; i < q->count; i++) {
		sum->comments[i] += more->comments[i];
		sum->answered[i] += more->answered[i];
	}
}
