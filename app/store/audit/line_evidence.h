#ifndef STORE_AUDIT_LINE_EVIDENCE_H
#define STORE_AUDIT_LINE_EVIDENCE_H

/*
 * Evidence (監査証拠) of a line: its number is given once and never again, also when it is
 * taken back. Where a file was taken its bytes are in store/files.h before the row names them.
 * Every reading of a file is an event, line_evidence_read.
 */

#include "domain/answer/evidence.h"
#include "store/audit/checklists.h"

enum { LINE_EVIDENCE_NAME_MOST = 200, LINE_EVIDENCE_TEXT_MOST = 100 /* code points */ };

struct line_evidence {
	int64_t id, engagement_id;
	const char *item, *number; /* R08-…-6(4)-03 */
	const char *name, *edition, *place;
	int secrecy;                           /* 機密性 1 to 3 */
	const char *digest, *kind, *file_name; /* "" without a file */
	int64_t size;
	const char *who;
	instant_t added_at, removed_at; /* removed_at 0: it counts */
};

/* Those that count, by number; item NULL: of every line. */
bool line_evidence_list(struct db *db, struct arena *a, int64_t engagement_id, const char *item,
	struct line_evidence **out, size_t *count, struct err *e);
bool line_evidence_find(struct db *db, struct arena *a, int64_t id, struct line_evidence *out, struct err *e);

/* Sets id and number. x->revision is the line's; adding and taking back void its review. ERR_INPUT without
 * a name, for a text that is too long. */
bool line_evidence_add(
	struct db *db, const struct engagement_act *x, struct line_evidence *what, struct err *e);
bool line_evidence_remove(
	struct db *db, const struct engagement_act *x, int64_t id, const char *reason, struct err *e);
bool line_evidence_note_read(
	struct db *db, const struct engagement_act *x, const struct line_evidence *what, struct err *e);

#endif
