#ifndef DOMAIN_POLICY_POLICY_COMPARE_H
#define DOMAIN_POLICY_POLICY_COMPARE_H

/*
 * Two editions of a policy document (domain/policy/policy_text.h) side by side: which
 * clause became which, by what they say and not by their number alone, so that a
 * clause put in between does not make all that follow it look changed.
 */

#include "domain/policy/policy_text.h"

enum policy_change {
	POLICY_SAME,       /* word for word */
	POLICY_TYPOGRAPHY, /* 表記のみ: blanks or the width of letters */
	POLICY_CHANGED,
	POLICY_NEW,
	POLICY_REMOVED,
	POLICY_CHANGES /* how many */
};

struct policy_pair {
	const struct clause_text *before, *after; /* NULL: new, removed */
	enum policy_change change;
	bool moved; /* it has another number now */
};

struct policy_comparison {
	struct policy_pair
		*pairs; /* in the order of the new edition; a removed clause after the one it followed */
	size_t count;
	size_t counts[POLICY_CHANGES], moved;
};

struct policy_comparison policy_compare(
	struct arena *a, const struct policy_text *before, const struct policy_text *after);

#endif
