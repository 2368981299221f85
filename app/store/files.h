#ifndef STORE_FILES_H
#define STORE_FILES_H

/*
 * Bytes that are too large or too foreign for a row: evidence, issued documents,
 * results of jobs. Each stands once in DIR/files/ab/, named by its SHA-256 (ab: the
 * first two digits), so the same bytes are stored once and what is read is proved to
 * be what was put. A row names a file only after file_put has returned: then it is
 * on disk, its name too. A file no row names any more is of no harm; one that is to be
 * disposed of is taken away by file_drop.
 *
 * How large a file may be is for the caller to say. Any thread.
 */

#include "base/secret.h"
#include "store/store.h"

bool file_put(struct store *s, const void *data, size_t length, char digest[DIGEST_SIZE], struct err *e);

/* A digest that is none is ERR_ABSENT like one that names no file; bytes that have
 * changed since are ERR_SYSTEM. A NUL follows the last byte. */
bool file_get(
	struct store *s, struct arena *a, const char *digest, char **data, size_t *length, struct err *e);

enum { FILE_SETTLING = 15 }; /* seconds in which whoever has put a file comes to name it */

/* Takes away a file that nothing names any more. *dropped false: it was put, perhaps again, so lately
 * that somebody may be about to name it; try again later. size: of what went; 0 when it was not there. */
bool file_drop(
	struct store *s, const char *digest, instant_t now, int64_t *size, bool *dropped, struct err *e);

#endif
