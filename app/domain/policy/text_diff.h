#ifndef DOMAIN_POLICY_TEXT_DIFF_H
#define DOMAIN_POLICY_TEXT_DIFF_H

/*
 * What two wordings have in common and where they differ, character by character,
 * for a table of old and new (新旧対照表): differing runs are the ones to underline.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct text_run {
	const char *text;
	bool differs; /* has no counterpart in the other wording */
};

struct text_runs {
	struct text_run *items; /* together they are the whole text */
	size_t count;
};

/* The longest common run of characters is kept; a counterpart of a single character
 * between two differences counts as different, since nobody reads it as the same.
 * Texts of more than DIFF_MOST characters each, beyond what begins and ends alike,
 * differ as a whole. */
enum { DIFF_MOST = 2000 };
void text_diff(struct arena *a, const char *before, const char *after, struct text_runs *old_runs,
	struct text_runs *new_runs);

/* How alike texts are. A shape is made once of a text and compared with many: its
 * pairs of neighbouring characters, sorted. */
struct text_shape {
	uint64_t *pairs;
	size_t count;
};
struct text_shape text_shape_of(struct arena *a, const char *text);

/* In thousandths: pairs in both, twice, by the pairs of each together (Dice). Texts
 * of less than two characters are like nothing. */
int text_likeness(const struct text_shape *one, const struct text_shape *other);

#endif
