#ifndef STORE_FIGURE_VERIFY_H
#define STORE_FIGURE_VERIFY_H

/*
 * What verify.c (one cycle) and verify_body.c (the whole database) share; also
 * for whoever verifies a database that is no body's at work: an archive. Everything
 * is read in the snapshot of the connection.
 */

#include "store/cycle/frozen.h"
#include "store/figure/tallies.h"

struct check {
	struct db *db;
	struct frozen *frozen; /* where the question sets of its cycles come from */
	void (*say)(void *, const char *line);
	void *with;
	struct verify_result *result;

	/* of one cycle */
	struct arena *arena; /* of one set in one cycle */
	struct arena *sheet; /* of one sheet */
	const struct cycle *cycle;
	const struct questionnaire *questionnaire;
	struct cycle_department *departments;
	size_t department_count;
	struct tally *tallies; /* what the documents give, less what is stored: zero when true */
	struct progress_delta *progress;
};

void verify_differs(struct check *c, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Counts the sheets of c->cycle again. */
bool cycle_check(struct check *c, struct err *e);

/* One cycle: its sheets, or what the record of their disposal says of its summaries. */
bool cycle_verify(struct check *c, const struct cycle *cycle, struct err *e);
/* Every cycle, the question sets, the log as archives know it, and the file itself. db, frozen, say,
 * with and result are filled in. */
bool body_verify(struct check *c, struct err *e);

#endif
