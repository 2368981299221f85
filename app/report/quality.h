#ifndef REPORT_QUALITY_H
#define REPORT_QUALITY_H

/*
 * 回答の質: the signals of a set's sheets and what they say about its questions, for the
 * secretariat alone and of groups only. What is withheld elsewhere is withheld here,
 * and nothing can be had by taking one figure from another:
 *
 *	1. A department that is withheld (domain/score/withhold.h, report/snapshot.h) is so here,
 *	   and counts in no sum of this page. So no sum speaks of it.
 *	2. So is one signal of a department that fewer than k sheets could show: its other
 *	   signals stand, and this one's sums leave the department out.
 *	3. Sums are over departments, and who has posts in several counts in each (延べ):
 *	   counted once, the difference would tell of the people between two departments.
 *	4. While a cycle is live the figures are of the answers that are shown, and move
 *	   with them (store/figure/shown.h). Times wait until it is final: who answered on paper
 *	   is known, so the rest of a step could be one person.
 *	5. A question or a pair that fewer than k have answered is withheld.
 *	6. What is answered for an office is no one's own, but how it was answered is: a
 *	   duty set has no departments here, and its sums wait until it is final and at
 *	   least k different people answered it.
 */

#include "domain/questionnaire/item_review.h"
#include "domain/score/signals.h"
#include "report/figures.h"

struct quality_row {
	const char *key, *name; /* "" of the body */
	bool asked, withheld; /* withheld: as a whole */
	int64_t counted;      /* sheets; 0 when withheld */
	struct figure of[SIGNALS];
};

struct quality_pair {
	const struct pair *pair;
	struct figure figure;
	bool candidate;
};

struct quality_item {
	const struct item *item;
	bool hidden; /* then the records are empty */
	struct item_record now;
	bool comparable; /* asked last year too, with the same meaning */
	struct item_record before;
	bool before_hidden;
	unsigned reasons; /* of item_review.h, those of pairs among them */
};

struct quality {
	const struct questionnaire *set;
	struct quality_row body, *rows; /* departments in official order; none of a duty set */
	size_t row_count;
	bool leaves_out; /* something of a department is withheld and so in no sum */
	bool live, by_post;
	struct quality_pair *pairs;
	size_t pair_count;
	struct quality_item *items; /* those with choices */
	size_t item_count, candidate_count;
	bool known_before; /* the set was asked then */
};

/* The bounds the body has set. */
void quality_bounds(struct db *db, struct review_bounds *out);

/* Goes through the sheets of two years where that has not been done (store/figure/sheet_signals.h):
 * for a lane. */
bool quality_read(struct store *s, struct arena *a, const struct cycle *c, const char *set_key,
	const struct review_bounds *b, struct quality *out, struct err *e);

/* Every set of the cycle, in its order. */
bool quality_read_all(struct store *s, struct arena *a, const struct cycle *c, const struct review_bounds *b,
	struct quality **out, size_t *count, struct err *e);

#endif
