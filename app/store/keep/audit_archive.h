#ifndef STORE_KEEP_AUDIT_ARCHIVE_H
#define STORE_KEEP_AUDIT_ARCHIVE_H

/*
 * What an archive of a fiscal year's audits holds: the audits of the year with their
 * working papers, samples, requests and documents, the findings that were raised in it or in
 * them, the plans of the year alone; and of people and accounts only who is named in these,
 * without passwords. The database is one like that of a cycle (store/keep/archive_rows.h).
 */

#include "base/day.h"
#include "store/keep/archive_parts.h"

struct audit_archive_counts {
	int64_t audits, lines, findings, plans, documents, evidence;
	int64_t open;   /* audits and findings that are not over */
	instant_t last; /* when the last of them was moved */
};

/* In the snapshot of db. The same rows give the same bytes. */
bool audit_archive_rows(struct db *db, int year, struct buf *out, struct err *e);
bool audit_archive_count(struct db *db, int year, struct audit_archive_counts *out, struct err *e);

/* The files, as the records name them; of a document what was printed of it. */
bool audit_archive_documents(struct db *db, struct arena *a, int64_t year, struct archive_part **out, size_t *count,
	struct err *e);
bool audit_archive_evidence(struct db *db, struct arena *a, int64_t year, struct archive_part **out, size_t *count,
	struct err *e);

/* The ids of its documents. */
bool audit_archive_issued(struct db *db, struct arena *a, int year, int64_t **out, size_t *count, struct err *e);

#endif
