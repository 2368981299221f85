#ifndef REPORT_SNAPSHOT_H
#define REPORT_SNAPSHOT_H

/*
 * What the summaries say of one cycle and one set, before anything is shown: the
 * raw material of figures.h and explain.h, which withhold. Not for doors.
 */

#include "domain/score/withhold.h"
#include "store/cycle/cycles.h"
#include "store/figure/tallies.h"
#include "store/store.h"

struct snapshot {
	const struct questionnaire *set;
	struct cycle_department *departments; /* official order */
	struct progress_row *progress;        /* per department; zero when nobody is asked */
	int64_t *respondents;                 /* per department: whose sheets the tallies hold */
	struct tally *tallies;                /* row-major: departments × items */
	size_t count;
	struct withheld withheld;
	bool live; /* more is still submitted: what was and what is now must not tell of one person */
};

/* ERR_ABSENT when the cycle does not have the set, or its summaries were disposed of. */
bool snapshot_read(struct store *s, struct db *db, struct arena *a, const struct cycle *c,
	const char *set_key, struct snapshot *out, struct err *e);

size_t snapshot_row(const struct snapshot *s, int64_t department_id); /* count when absent */

/* Whose answers are pooled. */
struct scope {
	size_t from, to;
	bool shown_only;
};
struct scope scope_of_row(size_t row);
/* The body's overall figures: everyone, or those shown while it is live. */
struct scope scope_of_body(const struct snapshot *s);
struct scope scope_of_shown(const struct snapshot *s);      /* without the withheld departments */
bool scope_empty(const struct snapshot *s, struct scope w); /* nobody who answered is left in it */

struct tally scope_tally(const struct snapshot *s, struct scope w, size_t item);
/* One item's score, its unanswered ones counted: of those asked, for whom the item applies. */
struct score scope_score(const struct snapshot *s, struct scope w, size_t item);
/* Over all items, or over those that can be compared with another edition. */
struct score scope_total(const struct snapshot *s, struct scope w, const struct questionnaire *comparable);

/* Asked in the other edition too, with the same meaning. */
bool item_comparable(const struct item *i, const struct questionnaire *other);

#endif
