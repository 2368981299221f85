#ifndef REPORT_EXPLAIN_H
#define REPORT_EXPLAIN_H

/*
 * What stands behind one percentage: numerator and denominator, 該当なし, 分からない
 * and unanswered, and the same for every question in it. Made of figures only, so
 * what is withheld there has no numbers here either. The formula in words belongs
 * to whoever shows it; `kind` chooses it.
 */

#include "report/figures.h"

enum explain_kind {
	EXPLAIN_RESPONSE,       /* 回答率: people, no questions */
	EXPLAIN_DONE,           /* 実施率 */
	EXPLAIN_DONE_OR_PARTLY, /* 一部実施を含む率 */
	EXPLAIN_POINTS,         /* 得点率 */
	EXPLAIN_KNOWLEDGE,      /* 理解度 */
};

const char *explain_kind_key(enum explain_kind k); /* "response" "done" "partly" "points" "knowledge" */

struct explained_item {
	const struct item *item;
	struct figure figure;
	struct tally tally; /* by choice; zero when withheld */
	bool applies;       /* somebody was asked it */
};

struct explanation {
	enum explain_kind kind;
	const struct department_figures *of; /* a department or the body */
	const struct clause *measure;        /* NULL: all of them */
	const struct item *item;             /* NULL: all of them */
	struct figure figure;
	struct explained_item *items;
	size_t item_count;
	size_t left_out;        /* withheld departments that the figure does not count, */
	size_t items_leave_out; /* and that only the questions do not: then they add up to less */
};

/* department_id 0: the body. measure, item: a key each, at most one of them; NULL
 * for all. ERR_ABSENT when there is no such department, measure or question, or
 * the question has no such figure. */
bool explain(const struct figures *f, struct arena *a, int64_t department_id, enum explain_kind kind,
	const char *measure, const char *item, struct explanation *out, struct err *e);

#endif
