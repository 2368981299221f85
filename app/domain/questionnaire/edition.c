#include "domain/questionnaire/edition.h"

#include <string.h>

const char *
edition_change_key(enum edition_change c)
{
	static const char *const keys[] = {"new", "gone", "wording", "meaning", "unmarked"};
	return keys[c];
}

static bool
choices_differ(const struct item *a, const struct item *b)
{
	if (a->choice_count != b->choice_count)
		return true;
	for (size_t i = 0; i < a->choice_count; i++)
		if (strcmp(a->choices[i].code, b->choices[i].code) != 0 ||
			strcmp(a->choices[i].label, b->choices[i].label) != 0 ||
			a->choices[i].points != b->choices[i].points)
			return true;
	return false;
}

/* What is asked and how it is answered; helps, weights and examples may change freely. */
static bool
question_differs(const struct item *a, const struct item *b)
{
	return strcmp(a->text, b->text) != 0 || strcmp(a->scale->key, b->scale->key) != 0 ||
	       choices_differ(a, b);
}

/* False when the item is the same question in the same words. */
static bool
item_compare(const struct item *before, const struct item *then, const struct item *after,
	enum edition_change *change)
{
	if (before == NULL)
		*change = EDITION_NEW;
	else if (after->meaning != before->meaning)
		*change = EDITION_MEANING;
	else if (!question_differs(before, after))
		return false;
	else
		*change = question_differs(before, then) && !after->reworded ? EDITION_UNMARKED
									     : EDITION_WORDING;
	return true;
}

size_t
edition_compare(struct arena *a, const struct questionnaire *before, const struct questionnaire *then,
	const struct questionnaire *after, struct edition_difference **differences)
{
	struct edition_difference *list = NULL;
	size_t count = 0;
	for (size_t i = 0; i < after->count; i++) {
		struct edition_difference d = {.after = &after->items[i]};
		d.before = questionnaire_find(before, d.after->id);
		if (!item_compare(d.before, questionnaire_find(then, d.after->id), d.after, &d.change))
			continue;
		list = ARENA_PUSH(a, list, count);
		list[count++] = d;
	}
	for (size_t i = 0; i < before->count; i++) {
		if (questionnaire_find(after, before->items[i].id) != NULL)
			continue;
		list = ARENA_PUSH(a, list, count);
		list[count++] = (struct edition_difference){EDITION_GONE, &before->items[i], NULL};
	}
	*differences = list;
	return count;
}
