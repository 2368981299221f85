/* Pairs of answers that contradict each other. */
#include <string.h>

#include "base/words.h"
#include "domain/questionnaire/questionnaire_schema.h"

enum { WHY_LONGEST = 120 };

static const struct item *
item_named(const struct reading *r, const char *id)
{
	const struct item *i = questionnaire_find(r->q, id);
	if (i == NULL)
		place_fault(&r->at, _("a pair names %s, which this set does not have"), id);
	if (i == NULL || i->scale == NULL || !i->scale->text)
		return i;
	place_fault(&r->at, _("a pair names %s, which has no choices"), id);
	return NULL;
}

/* An earlier year's scale may lack a code that today's has. */
static bool
code_known(const struct reading *r, const struct raw_set *raw, const struct item *i, const char *code)
{
	const char *today = raw->items[i - r->q->items].scale;
	const struct scale *s = today != NULL ? scale_find(r->scales, today) : NULL;
	for (size_t k = 0; s != NULL && k < s->count; k++)
		if (strcmp(s->choices[k].code, code) == 0)
			return true;
	return s == NULL || item_choice(i, code) != NULL;
}

static void
codes_check(const struct reading *r, const struct raw_set *raw, const struct item *i,
	const char *const *codes, size_t count)
{
	if (count == 0)
		place_fault(&r->at, _("a pair lists no answer of %s"), i->id);
	for (size_t k = 0; k < count; k++)
		if (!code_known(r, raw, i, codes[k]))
			place_fault(&r->at, _("a pair names the answer \"%s\", which %s does not have"),
				codes[k], i->id);
}

static void
pair_take(struct reading *r, const struct raw_set *set, const struct raw_pair *raw, struct pair *out)
{
	const struct wording why = {"why", raw->why, WHY_LONGEST, true, false};
	r->at.line = raw->line;
	r->at.about = raw->item;
	wordings_check(&r->at, &why, 1);
	*out = (struct pair){.item = item_named(r, raw->item),
		.other = item_named(r, raw->other),
		.answers = raw->answers,
		.answer_count = raw->answers_count,
		.against = raw->against,
		.against_count = raw->against_count,
		.why = raw->why};
	if (out->item == NULL || out->other == NULL)
		return;
	if (out->item == out->other)
		place_fault(&r->at, _("a pair needs two different items"));
	codes_check(r, set, out->item, out->answers, out->answer_count);
	codes_check(r, set, out->other, out->against, out->against_count);
}

void
pairs_take(struct reading *r, const struct raw_set *raw)
{
	struct pair *pairs = ARENA_ARRAY(r->at.faults->arena, struct pair, raw->pairs_count);
	for (size_t i = 0; i < raw->pairs_count; i++)
		pair_take(r, raw, &raw->pairs[i], &pairs[i]);
	r->q->pairs = pairs;
	r->q->pair_count = raw->pairs_count;
}
