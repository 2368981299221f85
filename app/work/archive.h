#ifndef WORK_ARCHIVE_H
#define WORK_ARCHIVE_H

/*
 * 保存ファイル: everything a closed year leaves, sealed in one ZIP that can be read and
 * verified without this body's data directory and without asking anybody.
 *
 *	manifest.json			what it is, each file's size and SHA-256; its own SHA-256 is the seal
 *	archive.db			the records of the cycle (store/keep/archive_rows.h)
 *	questionnaires/policy.yaml scales.yaml sets/KEY.yaml	what was asked, as the cycle was opened with
 *it documents/YEAR-NUMBER-EDITION-RECIPE-WHOSE.pdf …	every edition that was issued evidence/SHA256.KIND
 *files handed in, unless they are left out
 *	README.txt			how to check it, and how to read it without tenken
 *(work/archive_readme.h)
 *
 * Nothing in it says when or by whom it was written: the same records give the same
 * bytes, and so the same seal.
 */

#include "base/buf.h"
#include "base/secret.h"
#include "store/keep/archives.h"
#include "store/store.h"

struct archive_wish {
	int64_t cycle_id;
	bool evidence;                                                      /* with the files handed in */
	bool (*tell)(void *with, size_t done, size_t total, struct err *e); /* NULL: nobody; false stops */
	void *with;
};

struct archived {
	struct buf bytes;      /* the caller frees it */
	struct archive record; /* to be recorded: cycle, seal, what is in it, the log */
	const char *filename;
	size_t files;
};

/* ERR_CONFLICT while the cycle has not ended. Prints documents that were issued but never printed, so
 * it waits for the writer: not on a request thread. */
bool archive_write(
	struct store *s, struct arena *a, const struct archive_wish *w, struct archived *out, struct err *e);

struct archive_report {
	int faults; /* each was said in a sentence */
	char seal[DIGEST_SIZE];
	size_t files;
	int64_t sheets, answers;
	bool disposed; /* its sheets were disposed of: the summaries could not be counted again */
	bool sealed;   /* the seal that was given is its own */
};

/* seal NULL: without it whoever changed everything alike is not found out. ERR_INPUT for what is no
 * archive at all. */
bool archive_verify(const void *bytes, size_t length, const char *seal, void (*say)(void *, const char *line),
	void *with, struct archive_report *out, struct err *e);

/* What the manifest says, as "section name: value". */
bool archive_list(const void *bytes, size_t length, void (*say)(void *, const char *line), void *with,
	char seal[DIGEST_SIZE], struct err *e);

#define ARCHIVE_FORMAT   "tenken-archive-1"
#define ARCHIVE_MANIFEST "manifest.json"
#define ARCHIVE_DATABASE "archive.db"
#define ARCHIVE_README   "README.txt"

#endif
