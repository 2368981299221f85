#ifndef WORK_ARCHIVE_SEAL_H
#define WORK_ARCHIVE_SEAL_H

/* Binding an archive (work/archive.h): its files are added, then its facts in the manifest, then it is
 * sealed. */

#include "base/day.h"
#include "domain/keep/manifest.h"
#include "store/keep/archive_parts.h"
#include "store/store.h"

struct archive_member {
	const char *name, *data;
	size_t length;
};

struct sealing {
	struct arena *arena;
	struct archive_member *members; /* but the manifest */
	size_t count, total;
	struct manifest manifest; /* its arena is to be given */
};

/* The bytes are to last as long as the sealing. ERR_CONFLICT when all would be larger than 1 GiB. */
bool sealing_add(struct sealing *s, const char *name, const char *data, size_t length, struct err *e);
/* The kept files (store/files.h) that are listed of a cycle, or of a year. */
typedef bool archive_parts_of(
	struct db *db, struct arena *a, int64_t of, struct archive_part **out, size_t *count, struct err *e);
bool sealing_add_kept(struct sealing *s, struct store *from, struct db *db, archive_parts_of *parts,
	int64_t of, size_t *count, struct err *e);

/* at: when what it holds was over. The caller frees the bytes. */
bool sealing_finish(struct sealing *s, instant_t at, struct buf *out, char seal[DIGEST_SIZE], struct err *e);

#endif
