#ifndef STORE_FIGURE_TALLIES_H
#define STORE_FIGURE_TALLIES_H

/* The summaries: what the dashboard reads, and the proof that they are true. */

#include "base/secret.h"
#include "domain/score/tally.h"
#include "store/cycle/cycles.h"

struct progress_row {
	int64_t department_id;
	int64_t asked, drafts, submitted, late;
	int64_t returned, confirmed; /* of the submitted */
	int64_t excluded;            /* in none of the others */
};

/* department_id 0: every department, in official order. */
bool progress_list(struct db *db, struct arena *a, int64_t cycle_id, const char *set_key,
	int64_t department_id, struct progress_row **out, size_t *count, struct err *e);

/* Whether somebody is counted in several departments (兼務): then sums over departments are of posts (延べ).
 */
bool counts_by_post(struct db *db, int64_t cycle_id, const char *set_key, bool *out, struct err *e);

/* By 職員種別, the largest first; counted over the sheets, so for papers and not for pages. */
struct kind_progress {
	const char *kind; /* the body's own word; may be empty */
	struct progress_row progress;
};
bool kinds_list(struct db *db, struct arena *a, int64_t cycle_id, const char *set_key,
	struct kind_progress **out, size_t *count, struct err *e);

/* Tallies of a set in a cycle: rows are departments in the order given, columns
 * the items of the questionnaire, row-major. Departments without rows stay zero.
 * shown: as far as they may be shown while the cycle is live (shown.h). */
bool tallies_read(struct db *db, struct arena *a, int64_t cycle_id, const struct questionnaire *q, bool shown,
	const int64_t *departments, size_t department_count, struct tally **out, struct err *e);

/* Recomputes every summary from the answers. Each difference is one line for `say`. */
struct verify_result {
	int64_t sheets, submissions, receipts, answers, differences;
	int64_t disposed; /* cycles whose sheets were disposed of: only that their summaries are the same is
			     told */
	int64_t events;   /* in the log, and its digest (event_chain.h) */
	char log_head[DIGEST_SIZE];
};
struct store;
bool tallies_verify(struct store *s, void (*say)(void *, const char *line), void *with,
	struct verify_result *out, struct err *e);

#endif
