#ifndef STORE_AUDIT_WORKING_PAPERS_H
#define STORE_AUDIT_WORKING_PAPERS_H

/*
 * What is written into the working paper (監査調書) of a line: by who is named in the audit,
 * from its fieldwork until its report is fixed. Nothing is overwritten unseen: every
 * edition stays, a paper is saved only on the revision it was made from, and what was confirmed or
 * reviewed is taken back, for everybody to see, when what it was about changes.
 */

#include "store/audit/checklists.h"

enum { CONFIRMED_BY_MOST = 100, CONFIRMED_NOTE_MOST = 1000 /* code points */ };

/* ERR_INPUT: paper_fits says why not; ERR_CONFLICT when the line was changed since x->revision, when
 * it is not the time for papers or the checklist is not fixed; ERR_DENIED for who is not named in the
 * audit. Saving what is there already does nothing, whatever the revision. revision: the line's
 * afterwards. */
bool paper_save(struct db *db, const struct engagement_act *x, const char *item, const struct paper *p,
	int *revision, struct err *e);

struct line_confirmation {
	bool agreed; /* false: objects, in words */
	const char *by, *note;
	day_t day;
};
/* 応対者の確認, as the auditor writes it down. ERR_INPUT: nobody, no day or one to come; an objection
 * without words. ERR_CONFLICT: there are no facts yet. */
bool line_confirm(struct db *db, const struct engagement_act *x, const char *item,
	const struct line_confirmation *what, struct err *e);

/* By one named in the audit who has written no edition of it; ERR_DENIED for who has. ERR_CONFLICT
 * without a judgement. */
bool line_review(struct db *db, const struct engagement_act *x, const char *item, struct err *e);

struct paper_edition {
	int revision;
	instant_t at;
	int64_t account_id;
	const char *who;
	struct paper paper;
};
bool paper_editions(struct db *db, struct arena *a, int64_t engagement_id, const char *item,
	struct paper_edition **out, size_t *count, struct err *e); /* newest first */

/* What came of the same item before, in the department or what it came out of: the latest audit
 * whose report is fixed. engagement_id 0: none. */
struct line_before {
	int64_t engagement_id;
	const char *number, *title;
	int year;
	enum judgement judgement;
	const char *facts;
};
bool line_before(struct db *db, struct arena *a, const struct engagement *g, const char *item,
	struct line_before *out, struct err *e);

/* The findings raised from a line; item NULL: from any of the audit. */
bool line_findings(struct db *db, struct arena *a, int64_t engagement_id, const char *item, int64_t **out,
	size_t *count, struct err *e); /* their ids, in the order in which they were raised */
/* The line a finding was raised from; *engagement_id 0: from none. */
bool line_of_finding(struct db *db, struct arena *a, int64_t finding_id, int64_t *engagement_id,
	const char **item, struct err *e);
/* Ties one to the line it was raised from; in the piece that raises it. */
bool line_finding_add(struct db *db, const struct engagement_act *x, const char *item, int64_t finding_id,
	const char *number, struct err *e);

#endif
