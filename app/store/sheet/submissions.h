#ifndef STORE_SHEET_SUBMISSIONS_H
#define STORE_SHEET_SUBMISSIONS_H

/*
 * Going through what was submitted, sheet by sheet, for what no summary keeps:
 * reasons and free text. How the answers of one sheet hang together is counted by
 * sheet_signals.h. Reads a hundred thousand sheets in some seconds, so it belongs on
 * a lane. Who answered is not handed over: nothing that is made from here speaks of
 * one person.
 */

#include "domain/answer/answers.h"
#include "store/store.h"

struct submission {
	int64_t department_id;
	struct answers answers;
};

/* What is handed over lives until take returns; false stops with the err it set. */
typedef bool submission_take(void *with, const struct submission *s, struct err *e);

/* department_id 0: every one. Excluded sheets are left out, as they are everywhere. */
bool submissions_each(struct store *s, int64_t cycle_id, const struct questionnaire *q, int64_t department_id,
	submission_take *take, void *with, struct err *e);

#endif
