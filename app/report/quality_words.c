#include "report/quality_words.h"

#include "base/words.h"

static const char *
tenths_text(struct arena *a, int tenths)
{
	enum { TENTHS = 10 };
	return arena_printf(a, "%d.%d", tenths / TENTHS, tenths % TENTHS);
}

const char *
quality_percent(struct arena *a, const struct figure *f)
{
	struct shown s = shown_of(f);
	return s.known ? tenths_text(a, s.tenths) : s.mark;
}

static const char *
rate_text(struct arena *a, const struct rate *r)
{
	struct figure f = figure_of(*r, false);
	return quality_percent(a, &f);
}

struct telling {
	struct arena *arena;
	const struct review_bounds *bounds;
	const char **list;
	size_t count;
};

static void
tell(struct telling *t, const char *sentence)
{
	t->list = ARENA_PUSH(t->arena, t->list, t->count);
	t->list[t->count++] = sentence;
}

static void
tell_rate(struct telling *t, enum review_reason reason, const struct rate *r)
{
	static const char *const sentences[REVIEW_REASONS] = {
		[REVIEW_NA] = N_("%s%% (%lld of %lld) say that it does not apply, more than %d%%. Ask it of"
				 " fewer people, or retire it."),
		[REVIEW_UNKNOWN] = N_("%s%% (%lld of %lld) do not know, more than %d%%. Put the words, or how"
				      " to find out, more plainly."),
		[REVIEW_COMMENTS] = N_("%s%% (%lld of %lld) added a comment nobody asked for, more than %d%%."
				       " Read there what is hard to answer."),
	};
	tell(t, arena_printf(t->arena, _(sentences[reason]), rate_text(t->arena, r), (long long)r->numerator,
			(long long)r->denominator, t->bounds->percent[reason]));
}

static void
tell_pairs(struct telling *t, const struct quality *q, const struct item *i)
{
	for (size_t n = 0; n < q->pair_count; n++) {
		const struct quality_pair *p = &q->pairs[n];
		if (!p->candidate || (p->pair->item != i && p->pair->other != i))
			continue;
		const struct item *other = p->pair->item == i ? p->pair->other : p->pair->item;
		const struct rate *r = &p->figure.rate;
		tell(t, arena_printf(t->arena,
				_("%s%% (%lld of %lld) contradict their answer to %s, more than %d%%: %s."
				  " One of the two may be misread."),
				rate_text(t->arena, r), (long long)r->numerator, (long long)r->denominator,
				other->id, t->bounds->percent[REVIEW_CONTRADICTED], p->pair->why));
	}
}

static void
tell_same(struct telling *t, const struct quality_item *i)
{
	tell(t, arena_printf(t->arena,
			_("The answers are alike for two years: %s%%, the year before %s%%, and %d%% are "
			  "enough."
			  " Retire it, or ask something that tells people apart."),
			rate_text(t->arena, &i->now.same), rate_text(t->arena, &i->before.same),
			t->bounds->percent[REVIEW_SAME]));
}

size_t
quality_sentences(struct arena *a, const struct quality *q, const struct quality_item *i,
	const struct review_bounds *b, const char ***out)
{
	struct telling t = {.arena = a, .bounds = b};
	if ((i->reasons & 1U << REVIEW_NA) != 0)
		tell_rate(&t, REVIEW_NA, &i->now.na);
	if ((i->reasons & 1U << REVIEW_UNKNOWN) != 0)
		tell_rate(&t, REVIEW_UNKNOWN, &i->now.unknown);
	if ((i->reasons & 1U << REVIEW_COMMENTS) != 0)
		tell_rate(&t, REVIEW_COMMENTS, &i->now.comments);
	if ((i->reasons & 1U << REVIEW_CONTRADICTED) != 0)
		tell_pairs(&t, q, i->item);
	if ((i->reasons & 1U << REVIEW_SAME) != 0)
		tell_same(&t, i);
	*out = t.list;
	return t.count;
}
