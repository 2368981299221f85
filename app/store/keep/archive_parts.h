#ifndef STORE_KEEP_ARCHIVE_PARTS_H
#define STORE_KEEP_ARCHIVE_PARTS_H

/* The files of an archive as the records of its cycle name them: read from a body to write them, and
 * from the database of an archive to find them again. */

#include "base/arena.h"
#include "db/db.h"

struct archive_part {
	const char *name;   /* in the archive */
	const char *digest; /* store/files.h; NULL: the bytes are text */
	const char *text;
};

/* The policy, the scales and the question sets, as the cycle was opened with them. */
bool archive_questions(struct db *db, struct arena *a, int64_t cycle_id, struct archive_part **out,
	size_t *count, struct err *e);
/* What was never printed has no bytes, so it is not among them. */
bool archive_documents(struct db *db, struct arena *a, int64_t cycle_id, struct archive_part **out,
	size_t *count, struct err *e);
bool archive_evidence(struct db *db, struct arena *a, int64_t cycle_id, struct archive_part **out,
	size_t *count, struct err *e);

/* What the database of an archive says of itself. */
struct archive_facts {
	int64_t cycles, cycle_id;
	const char *title, *year, *edition;
	bool ended;
	int64_t secrets; /* passwords, sessions, invitations: none may be in it */
};
bool archive_facts_read(struct db *db, struct arena *a, struct archive_facts *out, struct err *e);

#endif
