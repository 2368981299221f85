#ifndef WORK_ARCHIVE_AUDITS_H
#define WORK_ARCHIVE_AUDITS_H

/*
 * The audits of a fiscal year as one sealed file, as work/archive.h has it of a cycle:
 * the records (store/keep/audit_archive.h), every document as it was issued, the evidence, a
 * manifest and a README.txt. Such a file is verified and listed by archive_verify and archive_list.
 */

#include "base/buf.h"
#include "base/secret.h"
#include "store/keep/audit_archive.h"
#include "store/store.h"

struct archived_audits {
	struct buf bytes; /* the caller frees it */
	char seal[DIGEST_SIZE];
	size_t files;
	const char *filename;
	struct audit_archive_counts counts;
};

/* ERR_ABSENT: there were no audits. ERR_CONFLICT while an audit of it or a finding is not over. Prints
 * documents that were issued but never printed, so it waits for the writer. */
bool audits_archive(struct store *s, struct arena *a, int year, bool evidence, struct archived_audits *out,
	struct err *e);

/* In a piece: that it was written, and its seal, goes into the log. */
bool audits_archive_log(struct db *db, int year, const char *seal, int64_t account_id, instant_t now, struct err *e);

/* What the manifest says it is of, and of how many. */
#define ARCHIVE_OF_AUDITS "audits"
struct archive_total {
	const char *name;
	int64_t count;
};
enum { AUDIT_TOTALS = 6 };
void audit_totals(const struct audit_archive_counts *n, struct archive_total out[AUDIT_TOTALS]);

#endif
