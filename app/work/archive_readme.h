#ifndef WORK_ARCHIVE_README_H
#define WORK_ARCHIVE_README_H

/*
 * README.txt of an archive: what the file is, how to check it, and how to read it when
 * there is no tenken any more. Its words are those of reports/archive.txt; it opens in
 * any editor, Windows' too (a byte order mark, CR LF).
 */

#include "report/fill.h"
#include "store/keep/archive_rows.h"

struct archive_readme {
	const struct cycle *cycle;
	const char *body; /* its name */
	const struct archive_counts *counts;
	size_t documents, evidence; /* files of them in the archive */
	day_t sheets_until;         /* 満了日 of the sheets; 0: for ever */
};

/* The text of a file of reports/ with its places filled in. */
bool archive_text_write(struct arena *a, const char *file, const struct filling *list, size_t count,
	struct buf *out, struct err *e);
bool archive_readme_write(struct arena *a, const struct archive_readme *r, struct buf *out, struct err *e);

#endif
