#ifndef STORE_AUDIT_LINE_ANSWERS_H
#define STORE_AUDIT_LINE_ANSWERS_H

/*
 * What a department said in its self-check of the clauses on a checklist, as it could be shown
 * when the checklist was fixed. It never changes: not when a cycle is reopened, not
 * when its summaries are disposed of. What was withheld then (※) stays withheld.
 */

#include "domain/score/score.h"
#include "store/audit/checklists.h"

struct line_choice {
	const char *label;
	int64_t times;
};

struct line_answer {
	const char *set_key, *question, *clause, *text, *set_title;
	int ord;
	int64_t cycle_id;
	const char *cycle_title;
	int cycle_edition;
	bool live;   /* sheets were still being submitted */
	bool hidden; /* every number is 0, and there are no choices */
	int64_t answered;
	struct rate done, points; /* numerator and denominator */
	instant_t taken_at;
	struct line_choice *choices;
	size_t choice_count;
};

/* In the piece that fixes the checklist, or adds to it. What stands there already is left as it is. */
bool line_answers_put(struct db *db, const struct engagement_act *x, const struct line_answer *list,
	size_t count, struct err *e);
/* Of a clause (NULL: of every one), in the order of the sets. */
bool line_answers_list(struct db *db, struct arena *a, int64_t engagement_id, const char *clause,
	struct line_answer **out, size_t *count, struct err *e);

#endif
