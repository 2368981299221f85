#ifndef STORE_FIGURE_SIGNAL_MEMORY_H
#define STORE_FIGURE_SIGNAL_MEMORY_H

/*
 * The signals of question sets, remembered for all threads as long as they are true:
 * going through a hundred thousand sheets takes seconds, and a page is looked at more
 * than once. One state of each set is kept, the latest.
 */

#include "domain/score/signals.h"

struct signal_memory;

struct signal_memory *signal_memory_create(void);
void signal_memory_destroy(struct signal_memory *m); /* NULL accepted */

/* What the counts depend on. */
struct signal_state {
	int64_t cycle_id;
	const char *set_key;
	int64_t edition, times; /* of the cycle; how often something was shown (shown.h) */
	bool live;
	const int64_t *departments;
	size_t count;
};

/* A copy for the caller. False: not of this state. */
bool signal_memory_find(struct signal_memory *m, struct arena *a, const struct signal_state *state,
	const struct questionnaire *q, struct signal_counts **out);
void signal_memory_keep(struct signal_memory *m, const struct signal_state *state,
	const struct questionnaire *q, const struct signal_counts *counts);

#endif
