#ifndef REPORT_SELF_CHECK_H
#define REPORT_SELF_CHECK_H

/*
 * What a department said in its self-check, question by question, for the checklist of an
 * audit to keep (store/audit/line_answers.h). Made of figures only, so what is withheld has
 * no numbers here either.
 */

#include "store/audit/line_answers.h"
#include "store/store.h"

/* The questions about the clauses (keys, NULL at the end), from the latest cycle up to the audit's
 * fiscal year in which answers of the department count; none where there is no such cycle. Answers to
 * knowledge questions are not told while sheets are still submitted. */
bool self_check_answers(struct store *s, struct arena *a, const struct engagement *g,
	const char *const *clauses, struct line_answer **out, size_t *count, struct err *e);

/* Of every checklist that is fixed and keeps nothing, as if it were fixed now: for a body that is made, not
 * lived in. */
bool self_check_keep_left(struct store *s, struct err *e);

#endif
